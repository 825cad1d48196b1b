"""Owns the table of what finds numbers in a text, in the order in which each is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.analysis import once
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
    years.other_eras,
    years.seasons,
    years.short_ranges,
    times.compact,
    times.clock,
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
_OF_DIGITS = frozenset(
    {
        years.labels,
        years.short_years,
        years.decades,
        years.other_eras,
        years.seasons,
        years.short_ranges,
        times.compact,
        times.clock,
        digits.digits,
    }
)
"""Those that find nothing in a text without digits."""
_DIGIT = re.compile(r"\d")


@once
def find(text: str, locale: str) -> tuple[Number, ...]:
    """Return the numbers of a text, in their order."""
    scan = NumberScan(text, locale)
    figures = _DIGIT.search(scan.text) is not None
    for recognise in RECOGNISERS:
        if figures or recognise not in _OF_DIGITS:
            recognise(scan)
    return ranges.widened(scan)
