"""Owns the search for a place in a text at a cost that does not grow with what lies around it.

A pattern that runs to a closing mark which is missing is tried again from each opening one, and a search for the
beginning of a line runs through the whole text where lines end otherwise: both take the square of a text's size.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, AnyStr, Generic

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Ahead", "Ranges", "line_start"]

_NEAR = 256
"""Characters that are looked through at first."""


class Ahead(Generic[AnyStr]):
    """Where marks stand in a text, asked for places that ascend: each stretch is looked through once for each mark."""

    def __init__(self, text: AnyStr) -> None:
        self._text: AnyStr = text
        self._known: dict[AnyStr, tuple[int, int]] = {}

    def find(self, mark: AnyStr, place: int) -> int:
        """Return where the mark stands at or after a place; -1 where it does not."""
        asked, found = self._known.get(mark, (place + 1, 0))
        if asked > place or 0 <= found < place:
            found = self._text.find(mark, place)
            self._known[mark] = place, found
        return found


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


def line_start(text: AnyStr, place: int) -> int:
    """Return where the line begins that a place lies in, whichever line breaks the text has."""
    line_feed, carriage_return = ("\n", "\r") if isinstance(text, str) else (b"\n", b"\r")
    reach = _NEAR
    while True:
        low = max(0, place - reach)
        found = max(text.rfind(line_feed, low, place), text.rfind(carriage_return, low, place)) + 1
        if found or not low:
            return found
        reach *= 4
