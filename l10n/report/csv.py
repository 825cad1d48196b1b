"""Owns coverage as CSV for spreadsheets, which may run what looks like a formula: nothing here does."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from l10n.model import By, Substate
from l10n.report.shares import columns
from l10n.report.totals import totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.model import Coverage, Overview
    from l10n.report.shares import Value

__all__ = ["coverage"]

_FORMULA = frozenset("=+-@|%＝＋－＠")
"""What a cell may begin with that is worked out, typed by hand or read from a file."""
_SUMS = {
    "reviewed": (Substate.ACCEPTED, Substate.EDITED, Substate.HUMAN),
    "accepted": (Substate.ACCEPTED,),
    "edited": (Substate.EDITED,),
    "human": (Substate.HUMAN,),
    "draft": (Substate.DRAFT, Substate.IN_WORK),
    "in_work": (Substate.IN_WORK,),
    "stale": (Substate.URGENT, Substate.STALE),
    "urgent": (Substate.URGENT,),
    "missing": (Substate.MISSING,),
}
"""Columns, each for segments and for words; the second and the like are parts of those before."""


def coverage(told: Overview) -> str:
    """Return a line with the names of the columns, and one for each row; sums are for the spreadsheet.

    Texts stand in quotation marks, one that could be taken for a formula behind an apostrophe besides. What could not
    be read is told on standard error.
    """
    if told.shares is not None:
        chosen = columns(told, whole=True)
        return _written([column.name for column in chosen], ([c.value(one) for c in chosen] for one in told.shares))
    if told.by is By.STATE:
        cells = [(locale, cell) for locale, total in totals(told.rows).items() for cell in total.cells]
        return _written(
            ["locale", "state", "engine", "prominence", "segments", "words"],
            ([at, one.substate, one.engine, one.prominence, one.segments, one.words] for at, one in cells),
        )
    named = told.by is not By.LOCALE
    head = [*([told.by.value] if named else []), "locale", "percent", "segments", "words"]
    head += ["headline_reviewed", "lede_reviewed"]
    head += [f"{name}_{what}" for what in ("words", "segments") for name in _SUMS]
    listed = told.rows if told.shown is None else told.shown
    rows = listed if named else totals(told.rows).values()
    return _written(head, ([*([row.article] if named else []), *_figures(row)] for row in rows))


def _figures(row: Coverage) -> list[Value]:
    counts = dict.fromkeys(Substate, 0), dict.fromkeys(Substate, 0)
    for cell in row.cells:
        counts[0][cell.substate] += cell.words
        counts[1][cell.substate] += cell.segments
    words, segments = ([sum(map(count.__getitem__, some)) for some in _SUMS.values()] for count in counts)
    seen = (int(row.headline), int(row.lede))
    return [row.locale, round(row.percent, 1), row.segments.total, row.words.total, *seen, *words, *segments]


def _written(head: Sequence[Value], lines: Iterable[Sequence[Value]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerows([_safe(value) for value in line] for line in (head, *lines))
    return out.getvalue()


def _safe(value: Value) -> Value:
    """Return a cell that is taken as it stands."""
    if isinstance(value, float):
        return round(value, 3)
    if not isinstance(value, str):
        return "" if value is None else value
    text = "".join(letter if letter.isprintable() else " " for letter in value)
    return f"'{text}" if text.lstrip()[:1] in _FORMULA else text
