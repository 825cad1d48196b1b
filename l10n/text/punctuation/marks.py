"""Owns where marks and brackets stand: pairs, spaces around them, doubled ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.locales import language
from l10n.text.identity import scripts
from l10n.text.punctuation import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Spot", "crowded", "doubled", "gapped", "gather", "is_sentence", "kept_brackets", "stopless", "unpaired"]

_PARTNERS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "{": "}"}
_WIDTHS = str.maketrans("（）［］", "()[]")
_BRACKET = re.compile("[()（）\\[\\]［］【】〔〕{}]")
_SMILEY = re.compile(r"(?<![\w.])[:;=8][-o^']?[()\[\]]+(?!\w)|\([-^]?[:;=]")
_MARKER = re.compile(r"(?<![\w(（])(?:\w|\d{1,3}|[ivxIVX]{1,4})\.?[)）]")
"""`a)`, `1)`: a list's marker."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a mark is wrong."""

    start: int
    end: int
    """Character offsets into the text."""
    fix: str | None = None


def unpaired(text: str) -> Spot | None:
    """Return the first bracket without a partner; list markers and smileys are no brackets."""
    if not _BRACKET.search(text):
        return None
    free = {at for pattern in (_SMILEY, _MARKER) for match in pattern.finditer(text) for at in range(*match.span())}
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text.translate(_WIDTHS)):
        mark, at = match.group(), match.start()
        if mark in _PARTNERS:
            opened.append((_PARTNERS[mark], at))
        elif opened and opened[-1][0] == mark:
            opened.pop()
        elif any(closer == mark for closer, _ in opened):
            return Spot(opened[-1][1], opened[-1][1] + 1)
        elif at not in free:
            return Spot(at, at + 1)
    left = [at for _, at in opened if at not in free]
    return Spot(left[0], left[0] + 1) if left else None


_SQUARE = re.compile(r"\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\]")
_ANY = re.compile("[()（）\\[\\]［］【】〔〕{}]")


def kept_brackets(source: str, target: str) -> bool:
    """Tell whether an editor's square brackets of a source became some brackets in the target."""
    return not _SQUARE.search(source) or _ANY.search(target) is not None


_AFTER = r"(?=[\s\"'”’»」』)\]）\u2060]|\Z)"
_SPACED = re.compile(rf"(?<=[\w%)\]”’\"»])[ \u00a0]+(?:,(?![\w,])|\.(?![\w./])|[!?;](?![=\w)(]){_AFTER})")
_MENTIONED = re.compile(r"[ \u00a0](?:[!?;]|\.(?= [a-z]))(?= [^\W_])")
"""A mark between spaces: it is spoken about (`the ? operator`)."""
_WIDE = re.compile(r"(?<=[^\s\u2060\ufffc]) +(?=[，。、！？；：）」』】》”])|(?<=[（「『【《“]) +(?=[^\s\u2060\ufffc])")
_INNER = re.compile(r"(?<=[(\[]) +(?=\w)|(?<=[\w.!?%]) +(?=[)\]](?!\())")
_EAST = frozenset({"ja", "zh", "yue"})
_FRENCH = frozenset("!?;:")
_OWN_SPACE = frozenset({"«»", "‹›", "»«"})


def gapped(text: str, locale: str) -> Iterator[Spot]:
    """Yield spaces before a mark that closes or after one that opens; the fix is to delete them.

    French sets a space before ; : ! ? and inside « »; a colon may have one anywhere, for tables and times. Chinese and
    Japanese writers who divide Latin words from their own by spaces do it beside marks too.
    """
    if " " not in text and "\u00a0" not in text:
        return
    tongue = language(locale)
    for match in _SPACED.finditer(text):
        space = len(match.group()) - len(match.group().lstrip(" \u00a0"))
        spoken = _MENTIONED.match(text, match.end() - 2)
        if (tongue != "fr" or match.group()[-1] not in _FRENCH) and not spoken:
            yield Spot(match.start(), match.start() + space, "")
    for pattern in [_WIDE] if tongue in _EAST else [_INNER]:
        for match in pattern.finditer(text):
            beside = text[match.start() - 1] + text[match.end()]
            if tongue not in _EAST or not re.search("[A-Za-z0-9]", beside):
                yield Spot(*match.span(), "")
    if tongue != "fr" and tongue not in _EAST:
        yield from _inside(text, tongue)


def _inside(text: str, tongue: str) -> Iterator[Spot]:
    """Yield the spaces inside of curly quotation marks."""
    for one in quotes.read(text, tongue).quotations:
        if '"' in one.marks or one.marks in _OWN_SPACE or one.marks[0] == one.marks[1]:
            continue
        inner = text[one.start + 1 : one.end - 1]
        left, right = len(inner) - len(inner.lstrip(" ")), len(inner) - len(inner.rstrip(" "))
        if inner.strip() and left:
            yield Spot(one.start + 1, one.start + 1 + left, "")
        if inner.strip() and right:
            yield Spot(one.end - 1 - right, one.end - 1, "")


_GLUED = {
    "hangul": re.compile(r"(?<=[가-힣]{2}[,!?])(?=[가-힣]{2})|(?<=[가-힣][다요까]\.)(?=[가-힣]{2})"),
    "latin": re.compile(
        r"(?<=[^\W\d_A-Z][^\W\d_A-Z],)(?=[^\W\d_]{2})|(?<=[^\W\d_A-Z][^\W\d_A-Z][.!?])(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]+\s)"
    ),
    "arabic": re.compile(r"(?<=[\u0620-\u064a][،؛؟])(?=[\u0620-\u064a]{2})"),
}
_WORD = re.compile(r"\S*\Z")


def crowded(text: str, source: str, locale: str) -> Iterator[Spot]:
    """Yield places after a comma or stop where the space is missing; the fix is a space.

    What the source writes in one piece (`Booking.Com`), and addresses, are left alone.
    """
    for script in scripts.expected(locale):
        pattern = _GLUED.get(script)
        for match in pattern.finditer(text) if pattern else ():
            at = match.start()
            word = text[at - len(_WORD.search(text[:at]).group()) :].split(maxsplit=1)[0]  # type: ignore[union-attr]
            if word.strip(".,!?;:\"'”’)") not in source and not re.search(r"[@/\\_#]|www", word):
                yield Spot(at - 1, at, text[at - 1] + " ")


_DOUBLE = re.compile(
    r"(?<![.\w/…\ufffc])(?P<lone>\.\.)(?![.\w/])|(?<=[\w)\]”’\"»])(?:\.\.(?![.\w/])|,\s?,(?!,)|،\s?،|;;(?!;)|,\.(?![\w.]))"
    r"|(?<!。)。\s?。(?!\s?。)|，\s?，|、\s?、|！。|。！|[.]。|。[.](?!\w)|，。|。，"
)


def doubled(text: str) -> Iterator[Spot]:
    """Yield stops and commas that stand twice, with a fix where both are the same and no ellipsis can be meant."""
    for match in _DOUBLE.finditer(text):
        found = match.group()
        if match.group("lone"):
            continue
        same = found[0] == found[-1] and found[0] != "."
        yield Spot(*match.span(), found[0] if same else None)


def gather(text: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """Return spots as they are, or, where there are more than two, as one that mends them all."""
    if len(spots) <= 2 or any(spot.fix is None for spot in spots):  # noqa: PLR2004  two are shown better than told
        return spots
    ordered = sorted(spots, key=lambda spot: spot.start)
    pieces, at = [], ordered[0].start
    for spot in ordered:
        pieces += [text[at : spot.start], spot.fix or ""]
        at = max(at, spot.end)
    return (Spot(ordered[0].start, at, "".join(pieces)),)


_SENTENCE_END = re.compile(r"[a-z)\]%0-9]{2}[.?]\Z")
_WORDS = 5
_ABBREVIATED = re.compile(
    r"\b(?:[Ii]nc|[Cc]o|[Cc]orp|[Ll]td|[Jj]r|[Ss]r|etc|a\.m|p\.m|al|[Nn]o|[Vv]ol|[Ss]t|[A-Z])\.[\s\u2060]*\Z"
)
_INVISIBLE = " \n\t\u2060\u200e\u200f\u200b"


_CREDIT = re.compile(
    r"@|://|\b(?:report(?:ing|ed)|edit(?:ing|ed)|writ(?:ing|ten)|photo(?:graph)?(?:s|ed)?|images?|translat(?:ion|ed))"
    r" by\b",
    re.IGNORECASE,
)
"""What lines have that say who made an article and where to write to; they are no prose in any language."""


def is_sentence(text: str) -> bool:
    """Tell whether an English text surely ends in a sentence: five words, the last no abbreviation, and a stop.

    Credits and addresses are none.
    """
    if _CREDIT.search(text):
        return False
    tail = text[-20:].rstrip(_INVISIBLE)
    if not _SENTENCE_END.search(tail) or _ABBREVIATED.search(tail):
        return False
    return len(text.split(maxsplit=_WORDS)) >= _WORDS


_KOREAN_NOUN = re.compile("[가-힣](?<![다요까죠라])\\Z")

_JAPANESE_NOUN = re.compile("(?=[^。]*[ぁ-ゖァ-ヺ])[^。]*[一-鿿々〆ァ-ヺー]\\Z")
"""A caption or a line of a list."""


def stopless(text: str) -> int | None:
    """Return the offset of the letter or digit that a text ends in; None where it ends in a mark.

    A Korean text that ends in a noun needs no stop, nor does a Japanese one that has none inside either.
    """
    end = len(text.rstrip(_INVISIBLE))
    if not end or not text[end - 1].isalnum() or _KOREAN_NOUN.search(text, 0, end):
        return None
    if _JAPANESE_NOUN.match(text, 0, end):
        return None
    return end - 1
