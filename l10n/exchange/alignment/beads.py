"""Owns pairing two rows of things in their order: the best way through, and how probable each pair of it is.

One with one, one with two, two with one, or one with none (the beads of Gale and Church, 1993). How probable a pair is
comes of all ways through and not of the best alone (forward and backward sums): where another way is nearly as good, a
pair is doubtful, whatever the two have in common.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Bead", "beads"]

_SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_BAND = 60
"""How far from the straight line between the corners a way may lead, and with it rows of different lengths."""
_NEVER = -math.inf


@dataclass(frozen=True, slots=True)
class Bead:
    """Some of one row, and what stands for it in the other; one of both may be empty."""

    rows: range
    columns: range
    probability: float
    """0…1, of all ways through."""


def beads(many: tuple[int, int], weight: Callable[[range, range], float]) -> list[Bead]:
    """Return the most likely beads of two rows of so many, in order.

    `weight` gives the logarithm of how likely a bead is, up to a constant for each thing in it. Work and memory grow
    with the longer row times the difference between both, and at least `_BAND`.
    """
    lattice = _Lattice(many, weight)
    return list(lattice.best()) if many != (0, 0) else []


class _Lattice:
    """All ways through that stay near the straight one."""

    def __init__(self, many: tuple[int, int], weight: Callable[[range, range], float]) -> None:
        self._many = many
        self._weight = weight
        self._known: dict[tuple[int, int, int, int], float] = {}
        rows, columns = many
        self._band = _BAND + abs(rows - columns)
        self._forward = self._sums()
        self._backward = self._sums_behind()
        self._all = self._forward[rows, columns]

    def _spots(self) -> Iterator[tuple[int, int]]:
        rows, columns = self._many
        for row in range(rows + 1):
            middle = row * columns // max(1, rows)
            for column in range(max(0, middle - self._band), min(columns, middle + self._band) + 1):
                yield row, column

    def _bead(self, row: int, column: int, down: int, across: int) -> float:
        """Return the weight of the bead that begins at a spot."""
        key = (row, column, down, across)
        if key not in self._known:
            self._known[key] = self._weight(range(row, row + down), range(column, column + across))
        return self._known[key]

    def _sums(self) -> dict[tuple[int, int], float]:
        """Return for each spot the logarithm of the sum of all ways that lead to it."""
        found: dict[tuple[int, int], float] = {}
        for row, column in self._spots():
            ways = [0.0] if (row, column) == (0, 0) else []
            for down, across in _SHAPES:
                before = found.get((row - down, column - across), _NEVER)
                if before > _NEVER:
                    ways.append(before + self._bead(row - down, column - across, down, across))
            found[row, column] = _summed(ways)
        return found

    def _sums_behind(self) -> dict[tuple[int, int], float]:
        """Return for each spot the logarithm of the sum of all ways that lead from it to the end."""
        found: dict[tuple[int, int], float] = {self._many: 0.0}
        for row, column in reversed([*self._spots()]):
            ways = [0.0] if (row, column) == self._many else []
            for down, across in _SHAPES:
                after = found.get((row + down, column + across), _NEVER)
                if after > _NEVER:
                    ways.append(after + self._bead(row, column, down, across))
            found[row, column] = _summed(ways)
        return found

    def best(self) -> Iterator[Bead]:
        """Yield the way on which most is expected to be right: the beads' probabilities, by the things in them."""
        worth: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for row, column in self._spots():
            for down, across in _SHAPES:
                before = worth.get((row - down, column - across))
                if before is None or (down, across) == (0, 0):
                    continue
                value = before[0] + self._probability(row - down, column - across, down, across) * (down + across)
                if (row, column) not in worth or value > worth[row, column][0]:
                    worth[row, column] = value, (down, across)
        found = []
        row, column = self._many
        while (row, column) != (0, 0):
            down, across = worth[row, column][1]
            row, column = row - down, column - across
            found.append(
                Bead(
                    range(row, row + down),
                    range(column, column + across),
                    self._probability(row, column, down, across),
                )
            )
        yield from reversed(found)

    def _probability(self, row: int, column: int, down: int, across: int) -> float:
        before = self._forward.get((row, column), _NEVER)
        after = self._backward.get((row + down, column + across), _NEVER)
        if min(before, after) == _NEVER:
            return 0.0
        return min(1.0, math.exp(before + self._bead(row, column, down, across) + after - self._all))


def _summed(ways: list[float]) -> float:
    """Return the logarithm of a sum of which the logarithms of all parts are given."""
    most = max(ways, default=_NEVER)
    if most == _NEVER:
        return _NEVER
    return most + math.log(sum(math.exp(way - most) for way in ways))
