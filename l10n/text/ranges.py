"""Owns whether a place of a text stands in any of many ranges, without a look at each of them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["covering"]


def covering(ranges: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return what tells whether a place stands in one of the ranges, which may overlap; their ends are outside."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(ranges):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def covers(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < ends[index]

    return covers
