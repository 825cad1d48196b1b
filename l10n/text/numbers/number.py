"""Owns what a number of a text is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Number", "Place"]

Place = tuple[int, int]
"""Where something begins and ends: character offsets."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    start: int
    end: int
    """Character offsets into the text, `start < end`."""
    text: str
    readings: frozenset[Decimal]
    """What it can mean, never empty: `1.500` in Spanish is 1500 or 1.5; `6 p.m.` is 18 or 6."""
    required: bool = True
    """False for number words, Roman numerals and the like: a translation may keep them or not."""
    plain: frozenset[Decimal] = frozenset()
    """The readings of the digits alone where a word multiplies them (1.2 of `1.2 million`)."""
    month: bool = False
    """A month's name beside a day or year."""
