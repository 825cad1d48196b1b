"""Owns the characters that no text should hold: invisible, broken, decomposed, or of another script's width."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity, SpanKind
from l10n.text.analysis import once
from l10n.text.identity import echo, scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Inline

__all__ = [
    "BIDI",
    "broken",
    "controls",
    "decomposed",
    "directions",
    "full_width",
    "half_width",
    "invisible",
    "jamo",
    "mask",
    "seen",
    "wide_spaces",
]

BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates of the Unicode bidirectional algorithm."""
_SHOWN = frozenset({SpanKind.CODE, SpanKind.URL, SpanKind.VARIABLE, SpanKind.ESCAPE})


def mask(text: str, spans: tuple[Inline, ...]) -> str:
    """Return the text with its markup covered, of the same length.

    Each character of code, an address, a variable or a reference becomes U+FFFC, for a reader sees something there;
    each of emphasis, tags and links becomes U+2060, for a reader sees nothing. An escaped character stays.
    """
    return _masked(text, spans) if spans else text


@once
def _masked(text: str, spans: tuple[Inline, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for span in spans:
        fill, length = "\ufffc" if span.kind in _SHOWN else "\u2060", span.end - span.start
        escaped = length == 2 and text[span.start] == "\\"  # noqa: PLR2004  a backslash and what it escapes
        pieces += [text[at : span.start], "\u2060" + text[span.start + 1] if escaped else fill * length]
        at = span.end
    return "".join([*pieces, text[at:]])


def seen(text: str, spans: tuple[Inline, ...]) -> str:
    """Return the words of a text as `echo.visible` does; several rules ask for the same."""
    return echo.visible(text, spans)


def broken(letter: str) -> bool:
    """Tell whether a character is a control, unassigned, private or the sign of a failed conversion."""
    return letter == "\ufffd" or (unicodedata.category(letter) in {"Cc", "Co", "Cs", "Cn"} and letter not in "\n\t")


def controls(text: str, source: str) -> Iterator[Flaw]:
    """Yield broken characters and line separators that a source lacks; a return is none, nor is a recent sign."""
    if text.isprintable() and "\ufffd" not in text:
        return
    for bad, run in groupby(range(len(text)), lambda at: _bad(text[at])):
        places = list(run)
        if bad and text[places[0]] not in source:
            what = f"the control or broken character U+{ord(text[places[0]]):04X}"
            yield Flaw(what, places[0], places[-1] + 1)


def _bad(letter: str) -> bool:
    code = ord(letter)
    recent = 0x1F000 <= code <= 0x1FBFF or 0x20000 <= code <= 0x3FFFD  # noqa: PLR2004  newer signs than Python's
    return letter in "\u2028\u2029" or (letter != "\r" and not recent and broken(letter))


_MARK = "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a"
_CLUSTER = re.compile(rf"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^{_MARK}][{_MARK}]+")


def decomposed(text: str) -> Iterator[Flaw]:
    """Yield stretches that are written with more characters than Unicode's form NFC takes; the fix is that form.

    Marks in another order (Arabic vowels as they are typed) and signs with a double of their own are left alone.
    """
    if unicodedata.is_normalized("NFC", text):
        return
    start = end = -1
    for cluster in _CLUSTER.finditer(text):
        if len(unicodedata.normalize("NFC", cluster.group())) < len(cluster.group()):
            if end != cluster.start():
                if end > 0:
                    yield _composed(text, start, end)
                start = cluster.start()
            end = cluster.end()
    if end > 0:
        yield _composed(text, start, end)


def _composed(text: str, start: int, end: int) -> Flaw:
    whole = unicodedata.normalize("NFC", text[start:end])
    return Flaw(f"{whole} is written with its letters or accents apart", start, end, whole)


_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3130-\u318f\uffa0-\uffdc]+")
_LAUGHTER = re.compile("[ㅋㅎㅠㅜ]{2,}")
_LETTER = re.compile("[ㄱ-ㅎ]")
_DOT = "\u318d"
_SHAPED = "씨자모군양사형"
"""What follows a letter that stands for a person or a shape: ㄱ씨, ㄷ자."""


def jamo(text: str) -> Iterator[Flaw]:
    """Yield Korean letters that are no syllable: `있다ㅏ`; laughter (ㅋㅋ), ㄱ씨 and letters alone are left out.

    U+318D between words, which many keyboards give for a middle dot, may be meant.
    """
    for run in _JAMO.finditer(text):
        found, start, end = run.group(), *run.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if found == _DOT:
            yield Flaw("a Korean letter stands for a middle dot", start, end, "·", Severity.INFO)
            continue
        modern = all("\u3130" <= letter <= "\u318f" for letter in found)
        whole = not modern and all(map(_syllable, unicodedata.normalize("NFC", found)))
        alone = modern and not (_syllable(before) or _syllable(after))
        named = not _syllable(before) and _LETTER.fullmatch(found) and after in _SHAPED
        if not (whole or alone or named or _LAUGHTER.fullmatch(found)):
            yield Flaw(f"{found} is no whole syllable", start, end)


def _syllable(letter: str) -> bool:
    return "가" <= letter <= "힣"


_INVISIBLE = re.compile("[\u200b\ufeff\u00ad\u180e\u200c\u200d\u200e\u200f]+")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset("\u200e\u200f")
_JOINED = frozenset(
    {
        "arabic",
        "devanagari",
        "bengali",
        "gurmukhi",
        "gujarati",
        "tamil",
        "telugu",
        "kannada",
        "malayalam",
        "sinhala",
        "myanmar",
        "khmer",
    }
)


def invisible(text: str, source: str, locale: str) -> Iterator[Flaw]:
    """Yield characters that nobody sees and the source lacks; the fix is to delete them.

    Joiners belong in Arabic and Indic words and between the parts of an emoji, direction marks in texts written from
    the right, U+200B where words are not divided by spaces.
    """
    if text.isascii():
        return
    for run in _INVISIBLE.finditer(text):
        around = text[max(0, run.start() - 2) : run.start()] + text[run.end() : run.end() + 1]
        if any(_unwanted(letter, around, text, locale) and letter not in source for letter in run.group()):
            yield Flaw(f"the invisible character U+{ord(run.group()[0]):04X}", *run.span(), "")


def _unwanted(letter: str, around: str, text: str, locale: str) -> bool:
    if letter in _JOINERS:
        near = {scripts.script(one) or unicodedata.category(one) for one in around}
        return not near & (_JOINED | {"So", "Sk", "Mn", "Mc"})
    if letter in _MARKS:
        return not (scripts.expected(locale) | set(scripts.count(text))) & _FROM_THE_RIGHT
    return letter != "\u200b" or not _breaks_unseen(locale)


_FROM_THE_RIGHT = frozenset({"arabic", "hebrew", "syriac", "thaana", "nko", "adlam", "rohingya"})


def _breaks_unseen(locale: str) -> bool:
    """Tell whether words of a language need an unseen character for a line to break between them."""
    language = languages.of(locale)
    return bool(language.scripts and not language.scripts.spaced and not (language.marks and language.marks.wide))


def directions(text: str, source: str) -> Iterator[Flaw]:
    """Yield the characters that turn the direction of writing and that a source lacks."""
    if text.isprintable():
        return
    for at, letter in enumerate(text):
        if letter in BIDI and letter not in source:
            what = f"U+{ord(letter):04X} turns the direction of writing and the source has none"
            yield Flaw(what, at, at + 1)


_WIDE_SPACE = re.compile("\u3000+")


def wide_spaces(text: str) -> Iterator[Flaw]:
    """Yield ideographic spaces (U+3000) between words; those around the text are white space like any other."""
    for run in _WIDE_SPACE.finditer(text.rstrip(), len(text) - len(text.lstrip())):
        beside = text[run.start() - 1], text[run.end()]
        yield Flaw("an ideographic space (U+3000)", *run.span(), "" if any(map(str.isspace, beside)) else " ")


_FULL = re.compile("[\uff01-\uff5e\uffe0-\uffe6\u3001\u3002]+")
_STOPS = {"\u3001": ",", "\u3002": "."}
_WIDE_UNIT = re.compile("(?<=[0-9백천만억])[\uff4d\uff47\uff54\uff4c](?![A-Za-z\uff21-\uff5a])")
"""A unit of one letter, which Korean news agencies write as wide as ㎞ and ㎏."""
_NONE = re.compile("(?!)")
_ARABIC_MARKS = frozenset("，；？、。％")


_HALF = re.compile(r"(?<=[ぁ-ゖァ-ヺー一-鿿々）」』”》])[,.](?=[ぁ-ゖァ-ヺ一-鿿「『“《（]|\s*\Z)")


def half_width(text: str) -> Iterator[Flaw]:
    """Yield the commas and stops of Latin letters that stand behind a Chinese or Japanese one."""
    for mark in _HALF.finditer(text):
        yield Flaw(f"{mark.group()} has the width of Latin letters", *mark.span())


def full_width(text: str, source: str, locale: str) -> Iterator[Flaw]:
    """Yield letters, digits and marks of the width that Chinese and Japanese write; the fix is the common form."""
    if text.isascii():
        return
    own = _WIDE_UNIT if "hangul" in scripts.expected(locale) else _NONE
    for run in _FULL.finditer(text):
        found = run.group()
        if found[0] in source or own.match(text, run.start()):
            continue
        other = "".join(_STOPS.get(letter) or unicodedata.normalize("NFKC", letter) for letter in found)
        own_marks = scripts.expected(locale) == frozenset({"arabic"}) and _ARABIC_MARKS & set(found)
        yield Flaw(f"{found} has the width of Chinese and Japanese", *run.span(), None if own_marks else other)
