"""Owns the table: medians, ratios to the first program of a piece of work, and its place in the page."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .measure import Usage, median

if TYPE_CHECKING:
    from collections.abc import Iterable

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_HEAD = """\
| work | program | seconds | processor | MB | × seconds | × processor | wanted | |
|---|---|--:|--:|--:|--:|--:|---|---|"""


@dataclass(frozen=True, slots=True)
class Line:
    """What one program took for a piece of work."""

    work: str
    program: str
    usage: Usage
    """The median of the runs."""
    times: tuple[float, float] = (1.0, 1.0)
    """How many times the seconds, and those of the processor, of the first program of the work; for each unit."""
    wanted: str = ""
    """What is asked of them."""
    rate: str = ""
    """The same in the units of the work: `352 segments a second`."""

    def __str__(self) -> str:
        """Return a row of the table."""
        figures = (_short(self.usage.wall), _short(self.usage.processor), f"{self.usage.megabytes:.0f}")
        times = (_short(one) for one in self.times)
        return f"| {' | '.join((self.work, self.program, *figures, *times, self.wanted, self.rate))} |"


@dataclass(slots=True)
class Sheet:
    """All runs, in the order in which they were first seen."""

    wanted: dict[tuple[str, str], str]
    """What is asked of a program for a piece of work, by both."""
    runs: defaultdict[tuple[str, str], list[Usage]] = field(default_factory=lambda: defaultdict(list))
    units: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)

    def add(self, work: str, program: str, usage: Usage, *, unit: tuple[int, str] = (0, "")) -> None:
        """Note a run whose result is right; `unit` is how many of what it worked on."""
        self.runs[work, program].append(usage)
        self.units[work, program] = unit

    def lines(self) -> list[Line]:
        """Return a line for each program of each piece of work, those of one work together."""
        made = []
        for work in dict.fromkeys(work for work, _ in self.runs):
            mine = {program: median(runs) for (one, program), runs in self.runs.items() if one == work}
            first = next(iter(mine.values()))
            for program, usage in mine.items():
                each = (self.units[work, program][0] or 1) / (self.units[work, next(iter(mine))][0] or 1)
                times = usage.wall / first.wall / each, usage.processor / first.processor / each
                rate = _rate(usage, *self.units[work, program])
                made.append(Line(work, program, usage, times, self.wanted.get((work, program), ""), rate))
        return made


def markdown(lines: Iterable[Line]) -> str:
    """Return the table."""
    return "\n".join((_HEAD, *map(str, lines)))


def replaced(page: str, lines: list[Line], about: str) -> str:
    """Return a page whose table has these lines; lines of other works stay, in their order.

    Raises ValueError where the page has no marks.
    """
    before, found, rest = page.partition(BEGIN)
    old, also, after = rest.partition(END)
    if not (found and also):
        raise ValueError(f"the page has no {BEGIN} and {END}")
    rows = [row for row in old.split("\n") if re.match(r"\| (?!work )", row)]
    new: dict[str, list[str]] = {}
    for row in rows:
        new.setdefault(row.split(" | ")[0], []).append(row)
    for work in dict.fromkeys(f"| {line.work}" for line in lines):
        new[work] = [str(line) for line in lines if f"| {line.work}" == work]
    body = "\n".join((_HEAD, *(row for rows in new.values() for row in rows)))
    return f"{before}{BEGIN}\n{about}\n\n{body}\n{END}{after}"


def _rate(usage: Usage, many: int, what: str) -> str:
    if not many:
        return ""
    return f"{_short(many / usage.wall)} {what}s a second, {_short(1000 * usage.processor / many)} ms of processor each"


def _short(figure: float) -> str:
    """Return a figure with three digits at most that say something."""
    if figure >= 99.95:  # noqa: PLR2004  from here on no decimals
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 9.995 else f"{figure:.2f}"  # noqa: PLR2004
