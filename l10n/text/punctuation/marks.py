"""Owns where marks and brackets stand: pairs, spaces around them, doubled ones."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw
from l10n.text.hints import hinted
from l10n.text.identity import scripts
from l10n.text.punctuation import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["crowded", "doubled", "gapped", "gather", "is_sentence", "kept_brackets", "stopless", "unfixed", "unpaired"]

_PARTNERS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "{": "}"}
_WIDTHS = str.maketrans("（）［］", "()[]")
_BRACKET = re.compile("[()（）\\[\\]［］【】〔〕{}]")
_SMILEY = re.compile(r"(?<![\w.])[:;=8][-o^']?[()\[\]]+(?!\w)|\([-^]?[:;=]")
_MARKER = re.compile(r"(?<![\w(（])(?:\w|\d{1,3}|[ivxIVX]{1,4})\.?[)）]")
"""`a)`, `1)`: a list's marker."""


def unpaired(text: str) -> Flaw | None:
    """Return the first bracket without a partner; list markers and smileys are no brackets."""
    if not _BRACKET.search(text):
        return None
    free = {at for pattern in (_SMILEY, _MARKER) for match in pattern.finditer(text) for at in range(*match.span())}
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _BRACKET.finditer(text.translate(_WIDTHS)):
        mark, at = match.group(), match.start()
        if mark in _PARTNERS:
            opened.append((_PARTNERS[mark], at))
            waiting[_PARTNERS[mark]] += 1
        elif opened and opened[-1][0] == mark:
            opened.pop()
            waiting[mark] -= 1
        elif waiting[mark]:
            return _lonely(text, opened[-1][1])
        elif at not in free:
            return _lonely(text, at)
    left = [at for _, at in opened if at not in free]
    return _lonely(text, left[0]) if left else None


def _lonely(text: str, at: int) -> Flaw:
    return Flaw(f"the bracket {text[at]} has no partner", at, at + 1)


_SQUARE = re.compile(r"\[(?>[^\[\]]*?[^\W\d_]{2})[^\[\]]*+\]")
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
_OWN_SPACE = frozenset({"«»", "‹›", "»«"})


def gapped(text: str, locale: str) -> Iterator[Flaw]:
    """Yield spaces before a mark that closes or after one that opens; the fix is to delete them.

    Some languages set a space before marks and inside of quotation marks (French); a colon may have one anywhere, for
    tables and times. Writers of wide marks who divide Latin words from their own by spaces do it beside marks too.
    """
    if " " not in text and "\u00a0" not in text:
        return
    language = languages.of(locale)
    wide, spaced = bool(language.marks and language.marks.wide), language.marks.spaced if language.marks else ""
    for match in _SPACED.finditer(text):
        space = len(match.group()) - len(match.group().lstrip(" \u00a0"))
        spoken = _MENTIONED.match(text, match.end() - 2)
        if match.group()[-1] not in spaced and not spoken:
            yield _gap(text, match.start(), match.start() + space)
    for match in (_WIDE if wide else _INNER).finditer(text):
        beside = text[match.start() - 1] + text[match.end()]
        if not wide or not re.search("[A-Za-z0-9]", beside):
            yield _gap(text, *match.span())
    if not wide and not (language.quotes and language.quotes.spaced):
        yield from _inside(text, locale)


def _gap(text: str, start: int, end: int) -> Flaw:
    before, after = text[start - 1], text[end : end + 1]
    inner = after.isalnum() or after in _COVERS
    return Flaw(f"a space after {before}" if inner else f"a space before {after}", start, end, "")


_BLANK = re.compile(r"\s*+")
_COVERS = frozenset("\u2060\ufffc")
"""What covers markup."""


def _inside(text: str, locale: str) -> Iterator[Flaw]:
    """Yield the spaces inside of curly quotation marks."""
    for one in quotes.read(text, locale).quotations:
        if '"' in one.marks or one.marks in _OWN_SPACE or one.marks[0] == one.marks[1]:
            continue
        start, end = one.start + 1, one.end - 1
        if _BLANK.fullmatch(text, start, end):
            continue
        first, last = start, end
        while text[first] == " ":
            first += 1
        while text[last - 1] == " ":
            last -= 1
        if first > start:
            yield _gap(text, start, first)
        if last < end:
            yield _gap(text, last, end)


_GLUED = {
    "hangul": re.compile(r"(?<=[가-힣]{2}[,!?])(?=[가-힣]{2})|(?<=[가-힣][다요까]\.)(?=[가-힣]{2})"),
    "latin": re.compile(
        r"(?<=[^\W\d_A-Z][^\W\d_A-Z],)(?=[^\W\d_]{2})|(?<=[^\W\d_A-Z][^\W\d_A-Z][.!?])(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]+\s)"
    ),
    "arabic": re.compile(r"(?<=[\u0620-\u064a][،؛؟])(?=[\u0620-\u064a]{2})"),
}
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"[@/\\_#]|www")


def crowded(text: str, source: str, locale: str) -> Iterator[Flaw]:
    """Yield places after a comma or stop where the space is missing; the fix is a space.

    What the source writes in one piece (`Booking.Com`), and addresses, are left alone.
    """
    for script in scripts.expected(locale):
        pattern = _GLUED.get(script)
        words, end, glued = _WORD.finditer(text), 0, False
        for match in pattern.finditer(text) if pattern else ():
            at = match.start()
            if at >= end:
                word = next(word for word in words if word.end() > at)
                end, bare = word.end(), word.group().strip(".,!?;:\"'”’)")
                glued = bare not in source and not _ADDRESS.search(word.group())
            if glued:
                yield Flaw(f"no space after {text[at - 1]}", at - 1, at, text[at - 1] + " ")


_DOUBLE = re.compile(
    r"(?<![.\w/…\ufffc])(?P<lone>\.\.)(?![.\w/])|(?<=[\w)\]”’\"»])(?:\.\.(?![.\w/])|,\s?,(?!,)|،\s?،|;;(?!;)|,\.(?![\w.]))"
    r"|(?<!。)。\s?。(?!\s?。)|，\s?，|、\s?、|！。|。！|[.]。|。[.](?!\w)|，。|。，"
)


def doubled(text: str) -> Iterator[Flaw]:
    """Yield stops and commas that stand twice, with a fix where both are the same and no ellipsis can be meant."""
    for match in _DOUBLE.finditer(text):
        found = match.group()
        if match.group("lone"):
            continue
        same = found[0] == found[-1] and found[0] != "."
        yield Flaw(f"the marks {found} stand side by side", *match.span(), found[0] if same else None)


def gather(text: str, flaws: Sequence[Flaw], message: str) -> Sequence[Flaw]:
    """Return flaws as they are, or, where there are more than two, as one that mends them all."""
    if len(flaws) <= 2 or any(flaw.fix is None for flaw in flaws):  # noqa: PLR2004  two are shown better than told
        return flaws
    ordered = sorted(flaws, key=lambda flaw: flaw.start)
    pieces, at = [], ordered[0].start
    for flaw in ordered:
        pieces += [text[at : flaw.start], flaw.fix or ""]
        at = max(at, flaw.end)
    return (Flaw(message, ordered[0].start, at, "".join(pieces)),)


_SENTENCE_END = re.compile(r"[a-z)\]%0-9]{2}[.?]\Z")
_WORDS = 5
_ABBREVIATED = re.compile(
    r"\b(?:[Ii]nc|[Cc]o|[Cc]orp|[Ll]td|[Jj]r|[Ss]r|etc|a\.m|p\.m|al|[Nn]o|[Vv]ol|[Ss]t|[A-Z])\.[\s\u2060]*\Z"
)
_INVISIBLE = " \n\t\u2060\u200e\u200f\u200b"


_CREDIT = hinted(
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


def stopless(text: str, locale: str) -> int | None:
    """Return the offset of the letter or digit that a text ends in; None where it ends in a mark, or needs none.

    A Korean text that ends in a noun needs no stop, nor does a Japanese one that has none inside either.
    """
    end = len(text.rstrip(_INVISIBLE))
    if not end or not text[end - 1].isalnum():
        return None
    known = languages.of(locale).marks
    if known and known.unstopped and _pattern(known.unstopped).search(text, 0, end):
        return None
    return end - 1


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_TYPED = re.compile(r"(?<=[^\W\d_]|[\d%»)”]) ?(?=[!?;:](?=[\s»)”\"]|\Z))|(?<=«) ?(?=[^\s»])|(?<=[^\s«]) ?(?=»)")


def unfixed(text: str, locale: str) -> Iterator[Flaw]:
    """Yield the places of spaces that must not break, before marks and inside of quotation marks, that hold none.

    The fix is the space of the language. A mark glued to a letter behind it (`https:`, `12:30`) is none.
    """
    language = languages.of(locale)
    gaps = dict.fromkeys("«»", language.quotes.gap) if language.quotes and language.quotes.spaced else {}
    if language.marks:
        gaps |= dict.fromkeys(language.marks.spaced, language.marks.gap)
    for match in _TYPED.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end()]
        gap = gaps.get(after, "") or gaps.get(before if before == "«" else "", "")
        if gap:
            yield Flaw("a space that may break, or none", *match.span(), gap)
