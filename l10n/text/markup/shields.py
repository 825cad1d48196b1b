"""Owns what keeps renderers of Markdown from heeding a sign: a backslash before it, backticks around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["covered", "shielded", "within"]

_RUN = re.compile("`+")


def shielded(text: str, at: int) -> bool:
    """Tell whether a backslash that is not escaped itself stands before a character."""
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def covered(places: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a character lies in one of the stretches, which ascend and do not overlap."""
    index = bisect_right(places, at, key=lambda place: place[0]) - 1
    return index >= 0 and at < places[index][1]


def within(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches that every renderer takes for code; none where renderers may differ.

    They agree where each run of backticks is closed by the next one, which is as long, and no backslash stands before
    any (CommonMark 0.31.2, "Code spans"; Python-Markdown and kramdown escape backticks otherwise).
    """
    runs = [found.span() for found in _RUN.finditer(text)]
    if len(runs) % 2 or any(text[start - 1 : start] == "\\" for start, _ in runs):
        return ()
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    if any(one[1] - one[0] != other[1] - other[0] for one, other in pairs):
        return ()
    return tuple((one[0], other[1]) for one, other in pairs)
