"""Owns the coverage table for people: a row an article and locale, a row a section, or a row a locale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from l10n.model import By, Prominence, Substate
from l10n.report import grid
from l10n.report.totals import totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.model import Cell, Coverage, Overview, Tally
    from l10n.report.grid import Line, Parts

__all__ = ["CELLS", "MANY", "STATES", "legend", "parts", "states", "table"]

MANY = 20
"""Rows beyond which the locales are summed up, where nobody asked for a list."""
_STATES = ("reviewed", "draft", "stale", "missing")
_NARROW = 20
"""Columns of an article's name; where fewer would be left, words are not shown."""
_LEGEND = "Each cell is segments/source words; percent is reviewed words of all words."
_SEGMENTS = "Each cell is segments; percent is reviewed words of all words."
CELLS = "Each cell is segments/source words."
_UNEDITED = "\nUnedited: words accepted as drafted, of the reviewed words."
_URGENT = (
    "\nUrgent: a number, a negation, a name or a quotation of the English changed; look for `urgent:` in the PO file."
)
STATES = {
    Substate.ACCEPTED: "reviewed, as drafted",
    Substate.EDITED: "reviewed, edited",
    Substate.HUMAN: "reviewed, a person's own",
    Substate.DRAFT: "draft",
    Substate.IN_WORK: "draft, in work",
    Substate.URGENT: "stale, urgent",
    Substate.STALE: "stale",
    Substate.MISSING: "missing",
}
"""What people call what a text is."""


def table(told: Overview) -> str:
    """Return the table and its legend; totals are of all rows, the lines above them are those that are shown.

    Where nothing is chosen and there are more than `MANY` rows, each locale has one line.
    """
    width = told.width
    if told.by is By.STATE:
        return f"{grid.drawn(states(told.rows), width=width)}\n\n{CELLS}\n"
    lines, words, gap = parts(told), True, grid.GAP
    if width and grid.room(lines, width, gap) < min(_NARROW, _longest(lines)):
        lines, words = parts(told, words=False), False
        gap = grid.GAP if grid.room(lines, width, grid.GAP) > grid.LEAST else 1
    text = grid.drawn(lines, gap=gap, width=width)
    hint = _hint(told.rows) if told.by is By.ARTICLE and _brief(told) else ""
    return f"{text}\n\n{legend(told.rows, words=words)}\n{hint}"


def legend(rows: Sequence[Coverage], *, words: bool = True) -> str:
    """Return what the cells mean."""
    unedited = _UNEDITED if _has_unedited(rows) else ""
    return (_LEGEND if words else _SEGMENTS) + unedited + (_URGENT if any(row.urgent for row in rows) else "")


def parts(told: Overview, *, words: bool = True) -> Parts:
    """Return the parts of the table: the head, then the lines of each locale."""
    rows, brief = told.rows, _brief(told)
    listed = () if brief else rows if told.shown is None else told.shown
    unedited = _has_unedited(rows)
    head = By.ARTICLE if told.by is By.LOCALE else told.by
    found: Parts = [[(head, "locale", *_STATES, "percent", *(["unedited"] if unedited else ()))]]
    cells = partial(_cells, words=words, unedited=unedited)
    sums: list[Line] = []
    for locale, total in totals(rows).items():
        above = [(row.article, locale, *cells(row)) for row in listed if row.locale == locale]
        number = sum(row.locale == locale for row in rows)
        name = f"{number} articles" if brief else "all articles"
        last = (name, locale, *cells(total))
        if brief:
            sums.append(last)
        else:
            found.append([*above, last])
    return [*found, sums] if brief else found


def states(rows: Sequence[Coverage]) -> Parts:
    """Return the parts of a table by what the texts are, for each locale: a column for each prominence."""
    found: Parts = [[("state", "locale", *Prominence, "all")]]
    for locale, total in totals(rows).items():
        sorts = dict.fromkeys((cell.substate, cell.engine) for cell in total.cells)
        lines = [
            (_named(*sort), locale, *_spread([one for one in total.cells if (one.substate, one.engine) == sort]))
            for sort in sorts
        ]
        found.append([*lines, ("all articles", locale, *_spread(total.cells))])
    return found


def _named(substate: Substate, engine: str) -> str:
    return STATES[substate] + (f" ({engine})" if engine else "")


def _spread(cells: Iterable[Cell]) -> list[str]:
    some = list(cells)
    columns = [[cell for cell in some if cell.prominence is place] for place in Prominence]
    return [
        _pair(sum(cell.segments for cell in column), sum(cell.words for cell in column)) for column in (*columns, some)
    ]


def _brief(told: Overview) -> bool:
    return told.by is By.LOCALE or (told.shown is None and len(told.rows) > MANY)


def _has_unedited(rows: Sequence[Coverage]) -> bool:
    """Tell whether the table has the column: something was accepted as drafted."""
    return any(row.unedited for row in rows)


def _hint(rows: Sequence[Coverage]) -> str:
    listing = "`l10n coverage --all` lists them, `--only stale` (missing, urgent, under=80) those to work on."
    return f"{len(rows)} rows summed up: {listing}\n"


def _cells(row: Coverage, *, words: bool, unedited: bool) -> list[str]:
    pairs = zip(_counts(row.segments), _counts(row.words), strict=True)
    cells = [_pair(segments, source if words else None) for segments, source in pairs]
    if row.urgent:
        cells[2] = f"{row.urgent} urgent, {cells[2]}"
    share = "–" if row.unedited_percent is None else f"{row.unedited_percent:.0f} %"
    return [*cells, f"{row.percent:.0f} %", *([share] if unedited else ())]


def _pair(segments: int, words: int | None) -> str:
    return "–" if not segments else f"{segments}" if words is None else f"{segments}/{words}"


def _counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.reviewed, tally.draft, tally.stale, tally.missing


def _longest(lines: Parts) -> int:
    return max(grid.columns(line[0]) for part in lines for line in part)
