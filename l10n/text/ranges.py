"""Owns whether a place of a text stands in any of many ranges, without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Ranges"]


class Ranges:
    """Stretches of a text, `start` up to before `end`; asked which of them hold a place."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        found = sorted(ranges)
        self._starts = [start for start, _ in found]
        self._ends = list(accumulate((end for _, end in found), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def hold(self, place: int) -> bool:
        """Tell whether a place lies in one of them."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]

    def meet(self, start: int, end: int) -> bool:
        """Tell whether one of them has a place in common with a stretch that is not empty."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._ends[index]
