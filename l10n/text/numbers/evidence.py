"""Owns what is known of the numbers of a pair while they are accounted for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.readings import SPACES, western
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.languages import Language
    from l10n.text.numbers.number import Number, Place

__all__ = ["Evidence", "Side", "few", "is_month", "outside", "pieces", "values_of"]

_FEW = 200
"""Numbers up to which pairs of them are looked at: a table of figures must not take minutes."""
_MONTH = re.compile(r"\s?(?:월(?![요가드든])|月(?!曜))")
_MONTHS = 12
_NO_ROW = Decimal(-1)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts."""

    text: str
    """As a reader sees it: its markup blanked out, of the same length."""
    western: str
    """The same with the digits 0–9, of the same length."""
    whole: str
    """The same with its links and code."""
    locale: str
    language: Language
    numbers: tuple[Number, ...]
    """In their order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pair, and those of its numbers that nothing has accounted for yet; explainers make a new one of it."""

    source: Side
    target: Side
    known: frozenset[Decimal]
    """Every value that the numbers of the source can stand for."""
    there: frozenset[Decimal]
    """Every value that the target tells."""
    missing: tuple[Number, ...]
    """Numbers of the source without an equal in the target, in their order."""
    extra: tuple[Number, ...]
    """Numbers of the target that nothing explains, in their order."""
    excused: tuple[Number, ...] = ()
    """Numbers of the source that the target may tell in words, or not at all."""
    again: tuple[Number, ...] = ()
    """Numbers that the target has more often, while another of the source is nowhere."""

    @property
    def open(self) -> bool:
        """Something is not accounted for."""
        return bool(self.missing or self.extra)

    @property
    def unheard(self) -> tuple[Number, ...]:
        """The numbers of the source above 1 that the target does not tell, number words among them."""
        missing = frozenset((*self.missing, *self.excused))
        return tuple(
            one
            for one in self.source.numbers
            if (one in missing or not (one.required or one.month))
            and not one.readings & self.there
            and min(one.readings) > 1
        )

    def without(self, *, missing: Iterable[Number] = (), extra: Iterable[Number] = ()) -> Evidence:
        """Return the evidence when these numbers are accounted for."""
        here, there = frozenset(missing), frozenset(extra)
        return replace(
            self,
            missing=tuple(number for number in self.missing if number not in here),
            extra=tuple(number for number in self.extra if number not in there),
        )

    def apart(self, pairs: Iterable[tuple[Place, Place]]) -> Evidence:
        """Return the evidence when places of the source are told by places of the target."""
        told = list(pairs)
        missing = outside(self.missing, (here for here, _ in told))
        return replace(self, missing=missing, extra=outside(self.extra, (there for _, there in told)))


def outside(numbers: Iterable[Number], places: Iterable[Place]) -> tuple[Number, ...]:
    """Return the numbers that begin in none of the places."""
    covered = Ranges(places).hold
    return tuple(number for number in numbers if not covered(number.start))


def few(*numbers: Sequence[Number]) -> bool:
    """Tell whether there are so few numbers that pairs of them may be looked at."""
    return sum(map(len, numbers)) <= _FEW


def is_month(number: Number, text: str) -> bool:
    """Tell whether a number is a month, by name or in the digits of East Asian dates."""
    return number.month or (min(number.readings) <= _MONTHS and _MONTH.match(text, number.end) is not None)


def pieces(text: str) -> set[Decimal]:
    """Return the numbers of a row that only looks grouped, such as a telephone number; else something unknown."""
    parts = re.split(rf"[{SPACES}]", western(text))
    return set(map(Decimal, parts)) if len(parts) > 1 and all(map(str.isdecimal, parts)) else {_NO_ROW}


def values_of(numbers: Sequence[Number]) -> frozenset[Decimal]:
    """Return every value that numbers can stand for."""
    rows = (pieces(number.text) for number in numbers if any(space in number.text for space in SPACES))
    return frozenset[Decimal]().union(*(number.readings for number in numbers), *rows) - {_NO_ROW}
