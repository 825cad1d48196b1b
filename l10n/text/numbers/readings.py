"""Owns how digits and number words are read as values."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from l10n.languages.quantities import Numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from l10n.languages import Language

__all__ = ["SPACES", "any_of", "hours", "number_words", "readings", "roman", "rules_of", "spoken", "western"]

SPACES = "\u00a0\u202f\u2009 "
"""White space that groups digits."""

_FOREIGN = re.compile(r"[^\D0-9]|[．٫٬]|(?<=\d)،(?=\d{3}(?!\d))")
_SIGNS = {"．": ".", "٫": ".", "٬": ",", "،": ","}
_BLOCKS = "660:10 6f0:10 7c0:10 966:10 9e6:10 a66:10 ae6:10 b66:10 be6:10 c66:10 ce6:10 d66:10 de6:10 e50:10 ed0:10 f20:10 1040:10 1090:10 17e0:10 1810:10 1946:10 19d0:10 1a80:10 1a90:10 1b50:10 1bb0:10 1c40:10 1c50:10 a620:10 a8d0:10 a900:10 a9d0:10 a9f0:10 aa50:10 abf0:10 ff10:10 104a0:10 10d30:10 11066:10 110f0:10 11136:10 111d0:10 112f0:10 11450:10 114d0:10 11650:10 116c0:10 11730:10 118e0:10 11950:10 11c50:10 11d50:10 11da0:10 16a60:10 16ac0:10 16b50:10 1d7ce:50 1e140:10 1e2f0:10 1e950:10 1fbf0:10"
"""The first digit of each block of digits in Unicode that are no western ones, and how many they are."""
_STRANGE = frozenset(_SIGNS).union(
    *(map(chr, range(int(first, 16), int(first, 16) + int(many))) for first, _, many in (block.partition(":") for block in _BLOCKS.split()))
)
"""What is written otherwise in western digits."""
_NOTHING = Numbers()
_Letters: TypeAlias = "dict[str, _Letters]"
"""What may follow the beginning of a word; an empty letter where it may end."""
_THOUSANDS = 3
_HUNDRED = 100


def western(text: str) -> str:
    """Write the digits of every script as 0–9; the length stays."""
    if text.isascii() or _STRANGE.isdisjoint(text):
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
