"""Owns coverage and findings as tables of Markdown, for comments and summaries of CI; no cell is more than text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import By, Severity
from l10n.report import shares as sharing
from l10n.report.table import CELLS, legend, parts, states
from l10n.report.unread import warnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.errors import L10nError
    from l10n.model import Finding, Inspection, Overview
    from l10n.report.grid import Line, Parts

__all__ = ["coverage", "inspection"]

_MOST = 100
"""Findings that are shown: a comment on GitHub may have 65,536 characters."""
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
    noted += _unread("Not counted", told.errors)
    lines = [drawn, meaning.replace("\n", "  \n"), "\n".join(noted)]
    return "\n\n".join(part for part in lines if part) + "\n"


def inspection(done: Inspection) -> str:
    """Return the findings as a table, the gravest first and a hundred at most; empty where there are none."""
    gravest = sorted(done.findings, key=lambda one: list(Severity).index(one.severity))
    rows = [_finding(one) for one in gravest[:_MOST]]
    noted = [f"- {len(gravest) - _MOST:,} more are not shown"] if len(gravest) > _MOST else []
    noted += _unread("Not checked", done.errors)
    table = "\n".join(["| | rule | where | what |", "|:--|:--|:--|:--|", *rows]) if rows else ""
    return "\n\n".join(part for part in (table, "\n".join(noted)) if part) + ("\n" if rows or noted else "")


def _finding(one: Finding) -> str:
    place = f"{one.file}:{one.line}" if one.line else one.file
    return f"| {one.severity} | {_code(one.rule)} | {_code(place)} | {_code(one.message)} |"


def _unread(what: str, errors: Sequence[L10nError]) -> list[str]:
    """Name what could not be read, in a row of a list."""
    names = ", ".join(dict.fromkeys(_code(error.path) for error in errors if error.path))
    return [f"- {what}, for it cannot be read: {names}"] if names else []


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
