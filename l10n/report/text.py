"""Owns the reports for people: a coverage table and a list of findings."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from l10n.report.excerpt import marked, shortened
from l10n.report.lines import headline
from l10n.report.totals import totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.errors import L10nError
    from l10n.model import Coverage, Finding, Inspection

__all__ = ["coverage", "findings", "inspection"]

_WIDTH = 96
"""Columns of the line that holds a fault."""
_SNIPPET = 72
"""Columns of a text that are shown to find it again."""
_LEGEND = "Each cell is segments/source words; percent is reviewed words of all words."
_URGENT = (
    "\nUrgent: a number, a negation, a name or a quotation of the English changed; look for `urgent:` in the PO file."
)


def coverage(rows: Sequence[Coverage], errors: Iterable[L10nError] = ()) -> str:
    """Return a table: a row an article and locale, then the locale's total; cells are `segments/words`.

    The cell of stale segments also says how many of them are urgent. Files that could not be read are named behind it.
    """
    table = _table(rows) if rows else ""
    unread = ", ".join(dict.fromkeys(error.path for error in errors if error.path))
    lost = f"Not counted, for it cannot be read: {unread}\n" if unread else ""
    return "\n".join(part for part in (table, lost) if part)


def _table(rows: Sequence[Coverage]) -> str:
    from rich.box import SIMPLE  # noqa: PLC0415  rich costs 60 ms, and only this report needs it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("article", no_wrap=True)
    table.add_column("locale", no_wrap=True)
    for name in ("reviewed", "draft", "stale", "missing", "percent"):
        table.add_column(name, justify="right", no_wrap=True)
    for locale, total in totals(rows).items():
        for row in (row for row in rows if row.locale == locale):
            table.add_row(row.article, locale, *_cells(row))
        table.add_row("all articles", locale, *_cells(total), style="bold", end_section=True)
    out = io.StringIO()
    Console(file=out, width=1000, no_color=True, highlight=False, emoji=False, markup=False).print(table)
    lines = [line.rstrip() for line in out.getvalue().split("\n")]
    legend = _LEGEND + (_URGENT if any(row.urgent for row in rows) else "")
    return "\n".join(lines).rstrip() + f"\n\n{legend}\n"


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


def _cells(row: Coverage) -> list[str]:
    pairs = [
        (row.segments.reviewed, row.words.reviewed),
        (row.segments.draft, row.words.draft),
        (row.segments.stale, row.words.stale),
        (row.segments.missing, row.words.missing),
    ]
    cells = [f"{segments}/{words}" if segments else "–" for segments, words in pairs]
    if row.urgent:
        cells[2] = f"{row.urgent} urgent, {cells[2]}"
    return [*cells, f"{row.percent:.0f} %"]
