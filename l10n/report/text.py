"""Owns the reports for people: a coverage table and a list of findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from l10n.report import grid
from l10n.report import shares as sharing
from l10n.report.excerpt import marked, shortened
from l10n.report.lines import headline
from l10n.report.table import table
from l10n.report.unread import warnings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Finding, Inspection, Overview

__all__ = ["coverage", "findings", "inspection"]

_WIDTH = 96
"""Columns of the line that holds a fault."""
_SNIPPET = 72
"""Columns of a text that are shown to find it again."""


def coverage(told: Overview) -> str:
    """Return a table: a row an article and locale, then the locale's total; cells are `segments/words`.

    The cell of stale segments also says how many of them are urgent. Files that could not be read are named behind it.
    What is shown, and how wide, is as `report.table` says.
    """
    if told.shares is not None:
        lines = grid.drawn(sharing.parts(told), width=told.width, left=3 if told.dated else 2)
        drawn = f"{lines}\n\n{sharing.legend(told)}\n" if told.shares else ""
    else:
        drawn = table(told) if told.rows else ""
    hasty = warnings(told)
    unread = ", ".join(dict.fromkeys(error.path for error in told.errors if error.path))
    lost = f"Not counted, for it cannot be read: {unread}\n" if unread else ""
    return "\n".join(part for part in (drawn, hasty, lost) if part)


def findings(findings: Sequence[Finding]) -> str:
    """Return each finding: where and what it is, the text with the fault underlined, its source, and the fix."""
    lines: list[str] = []
    for finding in findings:
        lines.append(headline(finding))
        lines += [f"    {line}" for line in _excerpt(finding)]
    return "\n".join(lines) + "\n" if lines else ""


def inspection(done: Inspection) -> str:
    """Return the findings; what was mended and the count are for the command to tell."""
    return findings(done.findings)


def _excerpt(finding: Finding) -> Iterator[str]:
    source = shortened(finding.key.text, _SNIPPET) if finding.key else ""
    if finding.start < finding.end:
        yield from (line.rstrip() for line in marked(finding.text, finding.start, finding.end, most=_WIDTH))
    elif finding.po and finding.text:
        yield shortened(finding.text, _SNIPPET)
    if source and (finding.po or finding.start >= finding.end):
        yield source
    if finding.fix is not None:
        yield f"fix: {_quoted(finding.text[finding.start : finding.end])} → {_quoted(finding.fix)}"


def _quoted(text: str) -> str:
    """Return a piece of text so that its spaces are seen."""
    return json.dumps(text, ensure_ascii=False)
