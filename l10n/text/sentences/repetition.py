"""Owns what a text says twice: loops of a machine, sentences, words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.identity import scripts
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LOOP", "again", "doubled", "loop", "repeats", "twice"]

LOOP = 12
"""Characters from which a stretch that only repeats itself is a loop."""
_LAUGH = 2
"""Characters that people repeat for their sound."""
_UNIT_LOOP = re.compile(r"(?=([^\s\-_=*+~#.·…–—─━\ufffc\u2060].{0,29}?)\1{4})", re.DOTALL)
"""A unit five times, save that rows of dots and lines divide and lead in any text, and that covered markup is a row."""
_LONGEST = 20_000
_PIECE = 6
_SENTENCE = re.compile(r"[^.!?。！？\n]{12,}")
_LETTERS = 8
"""Letters from which a stretch without a stop is a sentence and no formula."""


@once
def loop(text: str) -> tuple[int, int] | None:
    """Return the range of the first stretch of `LOOP` characters and more that only repeats itself five times or more.

    None without one. What repeats two characters has to be twice as long: `hahahahaha` is none.
    """
    text = text[:_LONGEST]
    if not _may_loop(text):
        return None
    for match in _UNIT_LOOP.finditer(text):
        unit, end = match.group(1), match.start()
        while text.startswith(unit, end):
            end += len(unit)
        laughs = len(unit) == _LAUGH and not any(map(str.isspace, unit))
        if end - match.start() >= (2 * LOOP if laughs else LOOP):
            return match.start(), end
    return None


def _may_loop(text: str) -> bool:
    """Tell whether some six characters stand in the text four times, as in any loop of units of three and more."""
    pieces = [text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)]
    if len(pieces) - len(set(pieces)) < _PIECE:
        return False
    return max(Counter(pieces).values()) >= 4  # noqa: PLR2004  five units hold the first two of them four times


_TOKEN = re.compile(r"[^\s.,;:!?…·–—\"“”„«»()।،؛؟。、，！？「」『』（）]+")
_WORDS, _FARTHEST = 3, 80
"""Words of a stretch that is said again at once, at least and at most."""
_OF_SOURCE = 2
"""Words of such a stretch in a source, which is said again on purpose."""
_OPENERS = re.compile("[(（\\[［]")
_UNSPACED = frozenset({"han", "kana", "thai", "lao", "khmer", "myanmar"})
_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u30fc")
"""Vowels and tones above and below Thai letters, and the long vowel of kana."""
_SIGNS = 8
"""Signs of a script without spaces between words that make such a stretch. Of 33,000 human news translations in 34
languages one has three words or six signs that its source does not repeat."""


def again(text: str, source: str) -> tuple[int, int] | None:
    """Return the range of a stretch that says at once what stands before it; None without any.

    A stretch has three words, two of them different, or eight signs of a script without spaces between words. The same
    sentence twice is one. None where the source says two words at once again; a gloss in brackets is none.
    """
    found = _again(text, _WORDS)
    return found if found and not _again(source, _OF_SOURCE) else None


def _again(text: str, least: int) -> tuple[int, int] | None:
    text = text[:_LONGEST]
    if _repeated([word.casefold() for word in _tokens(text)], least):
        words = [(match.group().casefold(), *match.span()) for match in _TOKEN.finditer(text)]
        found = _beside(words, least, text)
        if found:
            return found
    unspaced = sum(many for name, many in scripts.count(text).items() if name in _UNSPACED)
    if unspaced < len(text) / 4 or not _repeated([char for char in text if char.isalnum() or char in _MARKS], _SIGNS):
        return None
    return _beside(
        [(char, at, at + 1) for at, char in enumerate(text) if char.isalnum() or char in _MARKS], _SIGNS, text
    )


@once
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


def _repeated(units: Sequence[str], least: int) -> bool:
    """Tell whether some units in a row stand in a text in the same row twice: a quick look before a long one."""
    rows = list(zip(*(units[at:] for at in range(least)), strict=False))
    return len(set(rows)) < len(rows)


def _beside(units: list[tuple[str, int, int]], least: int, text: str) -> tuple[int, int] | None:
    """Return the range of the second of two equal runs of units, the second behind the first; linear in the units."""
    plain = [unit for unit, *_ in units]
    before: dict[tuple[str, ...], int] = {}
    for at in range(len(plain) - least + 1):
        key = tuple(plain[at : at + least])
        far = at - before.get(key, -_FARTHEST - 1)
        if least <= far <= _FARTHEST and plain[at - far : at] == plain[at : at + far] and len(set(key)) > 1:
            start, end = units[at][1], units[at + far - 1][2]
            gloss = _OPENERS.search(text, units[at - 1][2], start)
            if end - start >= _LETTERS and not gloss:
                return start, end
        before[key] = at
    return None


def repeats(text: str) -> int:
    """Return how often the most frequent sentence of a text stands in it."""
    return max(Counter(match.group().strip() for match in _SENTENCE.finditer(text)).values(), default=0)


def twice(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of sentences that stand in the text before, word for word."""
    seen: set[str] = set()
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if sum(map(str.isalpha, sentence)) < _LETTERS:
            continue
        if sentence in seen:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield start, start + len(sentence)
        seen.add(sentence)


_WORD_TWICE = re.compile(r"(?<![\w'’\-])([^\W\d_]{2,})([ \u00a0\n]+)\1(?![\w'’\-])")
_UNSPACED_TWICE = re.compile(r"([ァ-ヺー]{4,40}|[一-鿿々]{3,40})\1")
"""A word of Japanese or Chinese, which set no spaces; shorter ones are doubled by grammar (`研究研究`)."""
_NEAR = 40
"""Characters before a doubled word that tell whether it is right."""
_WIDE = frozenset({"kana", "han", "other"})
_SPELLED = frozenset({"arabic", "hebrew"})
_REDUPLICATING = frozenset(
    re.findall(
        r"\w+",
        "thai lao khmer myanmar devanagari bengali oriya gujarati gurmukhi tamil telugu kannada malayalam sinhala",
    )
)
"""Scripts of South and Southeast Asia, whose languages double words by grammar (Bengali `শত শত`, hundreds)."""


def doubled(text: str, source: str, locale: str) -> Iterator[tuple[int, int, str]]:
    """Yield words that stand twice in a row, with the word, where the source doubles none.

    Words that the language doubles on purpose or by grammar (Korean `아주 아주`, French `nous nous`, Vietnamese
    `từ từ`) and letters spelled out (Arabic `بي بي سي`) are left alone. Names, figures, addresses and phrases of three
    words count as words.
    """
    if _has_twice(source, _WORD_TWICE):
        return
    found = [one for one in _twice(text) if not _by_grammar(text, one, locale)]
    yield from found
    if not _has_twice(source, _ANY_TWICE) and not _phrase(source):
        taken = Ranges([(start, end) for start, end, _ in found]).meet
        more = (*_exact_twice(text, source), *_phrase(text))
        yield from (one for one in more if not taken(one[0], one[1]) and not _stated(text, one, locale))


@once
def _has_twice(text: str, pattern: re.Pattern[str]) -> bool:
    return _adjoins(text) and pattern.search(text) is not None


@once
def _adjoins(text: str) -> bool:
    """Tell whether some word stands before white space and again behind it, whatever goes on there: a quick look."""
    for one, other in pairwise(text.split()):
        if other.startswith(one) or (not one.isalnum() and _ends_alike(one, other)):
            return True
    return False


def _ends_alike(one: str, other: str) -> bool:
    """Tell whether what begins behind a mark of a piece is how another piece begins."""
    if not (one[-1].isalnum() or one[-1] in "_%"):
        return False
    marks = (at for at, char in enumerate(one, 1) if not (char.isalnum() or char == "_"))
    return any(other.startswith(one[at:]) for at in marks if at < len(one))


@cache
def _right(locale: str) -> re.Pattern[str]:
    doubling = languages.of(locale).doubling
    return re.compile((doubling.right if doubling else "") or "(?!)")


def _by_grammar(text: str, place: tuple[int, int, str], locale: str) -> bool:
    doubling = languages.of(locale).doubling
    if doubling and doubling.freely:
        return place[2].lower() not in doubling.little
    return _stated(text, place, locale)


def _stated(text: str, place: tuple[int, int, str], locale: str) -> bool:
    start, end, _ = place
    before = max(0, start - _NEAR)
    return any(match.end() == end for match in _right(locale).finditer(text, before, end))


_ANY_TWICE = re.compile(
    r"(?<![\w.,@/#+'’\-])((?=[^\s]{0,60}?[\d@/_A-ZÀ-ÖØ-Þ])[@#$€£+]?\w(?:[\w.,@/:'’+-]{0,60}\w)?%?)[ \u00a0]\1"
    r"(?![A-Za-z0-9_À-ɏ\u0370-\u074f@/'’\-]|[.,:]\w)"
)
"""A name, a figure or an address that stands twice; words in small letters are no matter of it."""
_GLUED_TWICE = re.compile(r"(?<![A-Za-z0-9.@/_-])([A-Z][A-Za-z]{2,20})\1(?![A-Za-z0-9@/_-])")
_GLUED = re.compile(r"[A-Za-z]{3}[A-Z]")
"""What a word that is glued to itself has in it."""
_PHRASES = range(3, 7)
"""Words of a phrase that is said twice."""
_DIGIT = re.compile(r"\D+")


def _exact_twice(text: str, source: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is no common word; a number in groups of digits (`200 200`) is none where the source has it."""
    digits = ""
    patterns = (*([_ANY_TWICE] if _adjoins(text) else []), *([_GLUED_TWICE] if _GLUED.search(text) else []))
    for pattern in patterns:
        for match in pattern.finditer(text):
            word = match.group(1)
            if word.isdigit():
                digits = digits or _DIGIT.sub("", source)
                if word * 2 in digits:
                    continue
            if match.group() in source:
                continue
            yield match.start(), match.end(), word


@once
def _phrase(text: str) -> list[tuple[int, int, str]]:
    """Return the first phrase that is said twice at once, with nothing but spaces between; linear in the words."""
    tokens = _tokens(text[:_LONGEST])
    if len(tokens) - len(set(tokens)) < _PHRASES[0]:
        return []
    if not any(_goes_on(tokens, size) for size in _PHRASES):
        return []
    words = [(match.group(), *match.span()) for match in _TOKEN.finditer(text[:_LONGEST])]
    joined = [text[one[2] : two[1]].strip(" \u00a0") == "" for one, two in pairwise(words)]
    plain = [word for word, *_ in words]
    for size in _PHRASES:
        for at in range(len(words) - 2 * size + 1):
            row = plain[at : at + size]
            if row == plain[at + size : at + 2 * size] and all(joined[at : at + 2 * size - 1]) and len(set(row)) > 1:
                start, end = words[at][1], words[at + 2 * size - 1][2]
                return [(start, end, text[start : words[at + size - 1][2]])]
    return []


def _goes_on(units: Sequence[str], size: int) -> bool:
    """Tell whether so many units in a row are those that stand so many before them."""
    alike = list(map(eq, units, units[size:]))
    same = [at for at, one in enumerate(alike) if one] if sum(alike) >= size else []
    return any(last - first == size - 1 for first, last in zip(same, same[size - 1 :], strict=False))


def _twice(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD_TWICE.finditer(text) if _adjoins(text) else ():
        word = match.group(1)
        script = scripts.script(word[0])
        spelled = script in _SPELLED and len(word) < 3  # noqa: PLR2004  the name of a letter
        if not word[0].isupper() and not spelled and script not in _REDUPLICATING:
            yield match.start(), match.end(), word
    for match in _UNSPACED_TWICE.finditer(text) if not _WIDE.isdisjoint(scripts.count(text)) else ():
        word = match.group(1)
        half = len(word) // 2
        if len(set(word)) > 1 and word[:half] * 2 != word:
            yield match.start(), match.end(), word
