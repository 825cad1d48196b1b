"""Owns the table of what finds numbers in a text, in the order in which each is asked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.text.numbers.recognisers import digits, eastern, months, ranges, times, words, years
from l10n.text.numbers.scan import NumberScan

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.text.numbers.number import Number

__all__ = ["RECOGNISERS", "find"]

RECOGNISERS: tuple[Callable[[NumberScan], None], ...] = (
    months.months,
    years.labels,
    years.short_years,
    years.decades,
    years.seasons,
    years.short_ranges,
    years.eras,
    times.compact,
    times.clock,
    times.marked,
    times.half_past,
    eastern.shortened,
    digits.digits,
    words.spoken_words,
    words.roman_numerals,
    eastern.ideographs,
    eastern.days,
    eastern.holidays,
    eastern.counts,
)
"""The first that reads a character has it: what has a form of its own comes before plain digits and words."""


@lru_cache(maxsize=2048)
def find(text: str, locale: str) -> tuple[Number, ...]:
    """Return the numbers of a text, in their order; several rules ask for those of the same text."""
    scan = NumberScan(text, locale)
    for recognise in RECOGNISERS:
        recognise(scan)
    return ranges.widened(scan)
