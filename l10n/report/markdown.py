"""Owns coverage as a table of Markdown, as comments of pull requests show it; no cell is more than text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import By
from l10n.report import shares as sharing
from l10n.report.table import CELLS, legend, parts, states
from l10n.report.unread import warnings

if TYPE_CHECKING:
    from l10n.model import Overview
    from l10n.report.grid import Line, Parts

__all__ = ["coverage"]

_TICKS = re.compile("`+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")


def coverage(told: Overview) -> str:
    """Return the table that the text report has, what its cells mean, and the warnings as a list."""
    if told.shares is not None:
        drawn, meaning = _table(sharing.parts(told), 3 if told.dated else 2), sharing.legend(told)
    elif not told.rows:
        return ""
    elif told.by is By.STATE:
        drawn, meaning = _table(states(told.rows), 2), CELLS
    else:
        drawn, meaning = _table(parts(told), 2), legend(told.rows)
    noted = [f"- {_code(line)}" for line in warnings(told).splitlines()]
    unread = ", ".join(dict.fromkeys(_code(error.path) for error in told.errors if error.path))
    noted += [f"- Not counted, for it cannot be read: {unread}"] if unread else []
    lines = [drawn, meaning.replace("\n", "  \n"), "\n".join(noted)]
    return "\n\n".join(part for part in lines if part) + "\n"


def _table(grid: Parts, left: int) -> str:
    head = grid[0][0]
    rule = "|".join(":--" if at < left else "--:" for at in range(len(head)))
    lines = [_row(line) for part in grid[1:] for line in part]
    return "\n".join([f"| {' | '.join(head)} |", f"|{rule}|", *lines])


def _row(line: Line) -> str:
    return f"| {' | '.join([_code(line[0]), *map(_escaped, line[1:])])} |"


def _code(text: str) -> str:
    """Return a name as code: in it nothing is a link, a mention or a tag."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(plain)), default=0))
    gap = " " if len(ticks) > 1 else ""
    return f"{ticks}{gap}{plain}{gap}{ticks}".replace("|", "\\|") if plain else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
