"""Owns which numbers of a text share a reading with a number, found without a look at every pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from l10n.text.numbers.number import Number

__all__ = ["sharing"]

_ENOUGH = 2


def sharing(numbers: Iterable[Number]) -> Callable[[Number], list[int]]:
    """Return what tells the places of the numbers that share a reading with one; of several, the first two."""
    places: dict[Decimal, list[int]] = {}
    for at, number in enumerate(numbers):
        for value in number.readings:
            row = places.setdefault(value, [])
            if len(row) < _ENOUGH:
                row.append(at)

    def places_of(number: Number) -> list[int]:
        return sorted({at for value in number.readings for at in places.get(value, ())})[:_ENOUGH]

    return places_of
