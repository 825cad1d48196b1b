"""Owns how digits and number words are read as values."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from l10n.languages.quantities import Numbers
from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from l10n.languages import Language

__all__ = ["SPACES", "any_of", "hours", "number_words", "readings", "roman", "rules_of", "spoken", "western"]

SPACES = "\u00a0\u202f\u2009 "
"""White space that groups digits."""

_FOREIGN = re.compile(r"[^\D0-9]|[．٫٬]|(?<=\d)،(?=\d{3}(?!\d))")
_SIGNS = {"．": ".", "٫": ".", "٬": ",", "،": ","}
_ZEROS = (
    "660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 de6 e50 ed0 f20 1040 1090 17e0 1810 1946 19d0 1a80 1a90 "
    "1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10 104a0 10d30 11066 110f0 11136 111d0 112f0 "
    "11450 114d0 11650 116c0 11730 118e0 11950 11c50 11d50 11da0 16a60 16ac0 16b50 1e140 1e2f0 1e950 1fbf0"
)
"""The zeros of Unicode besides the western one, each with its other nine digits behind it."""
_MATHEMATICAL = range(0x1D7CE, 0x1D800)
"""The digits of five alphabets of formulas."""
_STRANGE = frozenset(_SIGNS).union(
    map(chr, _MATHEMATICAL), *(map(chr, range(zero, zero + 10)) for zero in (int(code, 16) for code in _ZEROS.split()))
)
"""What is written otherwise in western digits."""
_NOTHING = Numbers()
_Letters: TypeAlias = "dict[str, _Letters]"
"""What may follow the beginning of a word; an empty letter where it may end."""
_THOUSANDS = 3
_HUNDRED = 100


def western(text: str) -> str:
    """Write the digits of every script as 0–9; the length stays."""
    return text if text.isascii() else _western(text)


@once
def _western(text: str) -> str:
    if _STRANGE.isdisjoint(text):
        return text
    return _FOREIGN.sub(lambda match: _SIGNS.get(match.group()) or str(unicodedata.decimal(match.group())), text)


def rules_of(language: Language) -> Numbers:
    """Return how a language writes numbers; where nothing is known, in digits with a point."""
    return language.numbers or _NOTHING


@cache
def number_words(language: Language) -> Mapping[str, int]:
    """Return the words of a language that are numbers, and ordinals and the like, with their values."""
    rules = rules_of(language)
    return {**rules.ordinals, **rules.words}


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of several words, the longest first; one that never matches where there are none.

    Words that begin alike share that beginning, so that thousands of them are no slower than a few.
    """
    root: _Letters = {}
    for word in words:
        place = root
        for letter in word:
            place = place.setdefault(letter, {})
        place[""] = {}
    return _branches(root) or "(?!)"


def _branches(place: _Letters) -> str:
    """Return the pattern of what may follow a beginning: the longer, the earlier."""
    rows = [_row(letter, place[letter]) for letter in sorted(filter(None, place))]
    several = "|".join([*rows, *([""] if "" in place else [])])
    return f"(?:{several})" if len(place) > 1 else several


def _row(letter: str, place: _Letters) -> str:
    """Return the pattern of a letter and what follows it."""
    return re.escape(letter) + (_branches(place) if place.keys() != {""} else "")


def readings(number: str, *, comma: bool) -> frozenset[Decimal]:
    """Read a western number; both ways where a single sign before three digits may group or divide."""
    if not comma:
        return frozenset({Decimal(number.replace(",", ""))})
    bare = re.sub(rf"[{SPACES}’']", "", number)
    signs = [sign for sign in bare if sign in ".,"]
    if len(set(signs)) > 1:
        last = signs[-1]
        return frozenset({Decimal(bare.replace("." if last == "," else ",", "").replace(",", "."))})
    if len(signs) != 1:
        return frozenset({Decimal(bare.replace(signs[0], "") if signs else bare)})
    return _single(*bare.split(signs[0]))


def _single(whole: str, part: str) -> frozenset[Decimal]:
    """Read the parts before and behind one sign."""
    divided = Decimal(f"{whole}.{part}")
    grouped = len(part) == _THOUSANDS and len(whole) <= _THOUSANDS and whole != "0"
    return frozenset({divided, Decimal(whole + part)}) if grouped else frozenset({divided})


def hours(hour: int) -> set[int]:
    """Return what an hour is called on clocks of 12 and of 24 hours."""
    return {hour, hour + 12, hour % 12} if hour <= 12 else {hour, hour - 12}  # noqa: PLR2004


def _word(text: str, language: Language) -> int | None:
    """Return the value of one word, also behind an article or what else is glued to it."""
    words, prefix = number_words(language), rules_of(language).prefix
    found = words.get(text)
    if found is None and prefix:
        found = words.get(text[1:], words.get(re.sub(prefix, "", text, count=1)))
    return found


def spoken(text: str, language: Language) -> set[int]:
    """Read number words; the whole, and each word alone, because a list of words reads like one number."""
    single = _word(text, language)
    if single is not None:
        return {single}
    values = [(word, _word(word, language)) for word in re.split(r"[\s-]+", text)]
    every = {value for _, value in values if value is not None}
    apart = rules_of(language).apart
    return {_sum(value for word, value in values if value is not None and word not in apart), *every}


def _sum(parts: Iterable[int]) -> int:
    """Sum numbers as they are said; from a hundred on one multiplies what stands before it."""
    total = current = 0
    for value in parts:
        if value < _HUNDRED:
            current += value
        elif value == _HUNDRED:
            current = (current or 1) * value
        else:
            total, current = total + (current or 1) * value, 0
    return total + current


def roman(text: str) -> int:
    """Read a Roman numeral below 90."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50}
    numbers = [worth[letter] for letter in text]
    return sum(-one if one < following else one for one, following in zip(numbers, [*numbers[1:], 0], strict=True))
