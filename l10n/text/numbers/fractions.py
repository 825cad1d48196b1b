"""Owns fractions, and those whose two numbers changed places: 2분의 3 for two thirds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n.text.hints import hinted
from l10n.text.numbers.ideographs import ideographic
from l10n.text.numbers.readings import any_of, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages import Language
    from l10n.text.hints import Hinted
    from l10n.text.numbers.number import Place

__all__ = ["fractions", "inverted", "small_number", "with_numbers"]

_MOST = 10
"""The largest number in words."""


@cache
def _small(language: Language) -> Mapping[str, int]:
    """Return the words for 1 to 10."""
    words = language.numbers.words if language.numbers else {}
    return {word: value for word, value in words.items() if 1 <= value <= _MOST}


def with_numbers(pattern: str, language: Language) -> str:
    """Return a pattern with digits and the words for 1 to 10 in the place of {N}, and names of parts in that of {P}."""
    parts = language.fractions.parts if language.fractions else {}
    number = rf"(?:(?<!\d)\d+|{any_of(_small(language))})"
    return pattern.replace("{N}", number).replace("{P}", f"(?:{any_of(parts)})")


@cache
def _patterns(language: Language) -> tuple[Hinted, ...]:
    patterns = language.fractions.patterns if language.fractions else ()
    return tuple(hinted(with_numbers(pattern, language)) for pattern in patterns)


def small_number(word: str, language: Language) -> int:
    """Read a number of a fraction: digits, a word, the name of a part, ideographs, or an article."""
    low = word.lower()
    if low.isdecimal():
        return int(low)
    parts = language.fractions.parts if language.fractions else {}
    known = parts.get(low) or _small(language).get(low) or number_words(language).get(low)
    return known or (1 if low.isascii() else ideographic(low))


def fractions(text: str, language: Language) -> Iterator[tuple[Place, int, int]]:
    """Yield the fractions of a text in western digits: place, number above, number below."""
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            yield match.span(), small_number(match["over"], language), small_number(match["under"], language)


def inverted(source: str, target: str, languages: tuple[Language, Language]) -> Iterator[tuple[Place, Place]]:
    """Yield fractions of the source with those of the target that have their numbers the other way round."""
    after = list(fractions(target, languages[1]))
    before = {(over, under): place for place, over, under in fractions(source, languages[0])} if after else {}
    for place, over, under in after:
        if (over, under) not in before and (under, over) in before:
            yield before[under, over], place
