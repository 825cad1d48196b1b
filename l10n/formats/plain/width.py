"""Owns how wide plain text is wrapped, measured from its lines.

A line is *full* at a width where the first word of the next one had no place on it. Whoever wraps text makes every line
full but the last of a paragraph; that is all that is known of wrapping, and it tells the width as well.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["NARROW", "UNWRAPPED", "Line", "Measured", "full", "measured"]

UNWRAPPED = 120
"""Characters of a line that no editor wraps at."""
NARROW = 45
"""Characters of a line that verse, names and addresses stay below, and text that is wrapped does not."""
_ANYWHERE = ("CJK", "HIRAGANA", "KATAKANA")
"""How the names of letters begin between which lines end anywhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block."""

    start: int
    end: int
    """Offsets in the source, the white space at the edges left out."""
    indent: int
    """Columns before its first character, a tab to the next multiple of eight."""
    least: int
    """The same where a tab is one column: nobody knows how wide it was for who wrapped the text."""
    text: str
    row: int
    """Lines of the source between the beginning of the block and this one."""

    @property
    def width(self) -> int:
        """Columns from the margin to its end."""
        return self.indent + len(self.text)

    @property
    def narrow(self) -> int:
        """The same, with tabs as narrow as can be."""
        return self.least + len(self.text)

    @property
    def first(self) -> int:
        """Columns that its first word takes."""
        if unicodedata.name(self.text[:1] or " ", "").startswith(_ANYWHERE):
            return 1
        return len(re.split(r"\s", self.text, maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class Measured:
    """The width that most of the text in some lines was wrapped at."""

    width: int
    filled: int
    """Lines that are full at this width, not counted those that are longer."""
    over: int
    """Lines that are longer."""
    sure: bool
    """Whether the lines show that they were wrapped, and not just that some are longer than others."""


def full(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of the line below had no place on a line."""
    return line.width + 1 + below.first > width


def measured(blocks: Iterable[Sequence[Line]]) -> Measured:
    """Return the width at which the most characters stand on full lines: the widest line of several."""
    rows = list(blocks)
    gains = [0] * (UNWRAPPED + 2)
    pairs = [pair for lines in rows for pair in pairwise(lines)]
    for line, below in pairs:
        if line.width <= UNWRAPPED:
            gains[line.narrow] += line.width
            gains[min(UNWRAPPED + 1, line.width + 1 + below.first)] -= line.width
    reaches = list(accumulate(gains))
    best = max(reaches)
    width = reaches.index(best)
    most = next((place for place in range(width, len(reaches)) if reaches[place] < best), width + 1) - 1
    width = max((line.narrow for lines in rows for line in lines if width < line.narrow <= most), default=width)
    filled = sum(line.narrow <= width and full(line, below, width) for line, below in pairs)
    over = sum(line.narrow > width for line, _ in pairs)
    told = sum(line.width for line, _ in pairs if line.narrow <= width)
    least = 2 if width >= NARROW else 3
    return Measured(width, filled, over, sure=filled >= least and over * 2 <= filled and best * 3 >= told * 2)
