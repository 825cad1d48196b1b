"""Owns the search for a place in a text at a cost that does not grow with what lies around it.

A pattern that runs to a closing mark which is missing is tried again from each opening one, and a search for the
beginning of a line runs through the whole text where lines end otherwise: both take the square of a text's size.
"""

from __future__ import annotations

from typing import AnyStr, Generic

__all__ = ["Ahead", "beset", "line_start"]

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


def beset(text: AnyStr, start: int, end: int) -> str:
    """Tell on which sides of a stretch of lines there is text without a blank line between: ` above`, ` below`."""
    blank = " \t\r\n" if isinstance(text, str) else b" \t\r\n"
    above, below = start, end
    while above and text[above - 1 : above] in blank:
        above -= 1
    while below < len(text) and text[below : below + 1] in blank:
        below += 1
    over = " above" if above and not _broken(text[above:start]) else ""
    return f"{over} below" if below < len(text) and not _broken(text[end:below]) else over


def _broken(gap: str | bytes) -> bool:
    """Tell whether white space ends two lines or more."""
    breaks = (gap.count("\n"), gap.count("\r")) if isinstance(gap, str) else (gap.count(b"\n"), gap.count(b"\r"))
    return max(breaks) > 1
