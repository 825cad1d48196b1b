"""Owns the coverage table for people: a row an article and locale, or a row a locale, as wide as the terminal."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

from l10n.report.totals import totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Coverage, Tally

__all__ = ["MANY", "legend", "table"]

MANY = 20
"""Rows beyond which the locales are summed up, where nobody asked for a list."""
_STATES = ("reviewed", "draft", "stale", "missing")
_NARROW = 20
"""Columns of an article's name; where fewer would be left, words are not shown."""
_LEAST = 8
"""Columns that a name has in any terminal."""
_GAP = 3
"""Columns between two others, where there is room."""
_LEGEND = "Each cell is segments/source words; percent is reviewed words of all words."
_SEGMENTS = "Each cell is segments; percent is reviewed words of all words."
_UNEDITED = "\nUnedited: words accepted as drafted, of the reviewed words."
_URGENT = (
    "\nUrgent: a number, a negation, a name or a quotation of the English changed; look for `urgent:` in the PO file."
)

_Line = tuple[str, ...]


def table(rows: Sequence[Coverage], shown: Sequence[Coverage] | None, width: int) -> str:
    """Return the table and its legend; totals are of all `rows`, the lines above them are those that are `shown`.

    Where `shown` is None and there are more than `MANY` rows, each locale has one line. `width` counts columns; 0 is
    as wide as it comes.
    """
    brief = shown is None and len(rows) > MANY
    listed = () if brief else rows if shown is None else shown
    lines, words, gap = _lines(rows, listed, brief=brief, words=True), True, _GAP
    room = _room(lines, width, gap)
    if width and room < min(_NARROW, _longest(lines)):
        lines, words = _lines(rows, listed, brief=brief, words=False), False
        gap = _GAP if _room(lines, width, _GAP) > _LEAST else 1
        room = _room(lines, width, gap)
    text = _drawn([[(_fitted(line[0], room) if width else line[0], *line[1:]) for line in part] for part in lines], gap)
    return f"{text}\n\n{legend(rows, words=words)}\n" + (_hint(rows) if brief else "")


def legend(rows: Sequence[Coverage], *, words: bool = True) -> str:
    """Return what the cells mean."""
    unedited = _UNEDITED if _has_unedited(rows) else ""
    return (_LEGEND if words else _SEGMENTS) + unedited + (_URGENT if any(row.urgent for row in rows) else "")


def _has_unedited(rows: Sequence[Coverage]) -> bool:
    """Tell whether the table has the column: something was accepted as drafted."""
    return any(row.unedited for row in rows)


def _hint(rows: Sequence[Coverage]) -> str:
    listing = "`l10n coverage --all` lists them, `--only stale` (missing, urgent, under=80) those to work on."
    return f"{len(rows)} rows summed up: {listing}\n"


def _lines(rows: Sequence[Coverage], listed: Sequence[Coverage], *, brief: bool, words: bool) -> list[list[_Line]]:
    """Return the parts of the table, a rule between them: the head, then the lines of each locale."""
    unedited = _has_unedited(rows)
    parts: list[list[_Line]] = [[("article", "locale", *_STATES, "percent", *(["unedited"] if unedited else ()))]]
    cells = partial(_cells, words=words, unedited=unedited)
    sums: list[_Line] = []
    for locale, total in totals(rows).items():
        above = [(row.article, locale, *cells(row)) for row in listed if row.locale == locale]
        number = sum(row.locale == locale for row in rows)
        name = f"{number} articles" if brief else "all articles"
        last = (name, locale, *cells(total))
        if brief:
            sums.append(last)
        else:
            parts.append([*above, last])
    return [*parts, sums] if brief else parts


def _cells(row: Coverage, *, words: bool, unedited: bool) -> list[str]:
    pairs = zip(_counts(row.segments), _counts(row.words), strict=True)
    cells = [(f"{segments}/{source}" if words else f"{segments}") if segments else "–" for segments, source in pairs]
    if row.urgent:
        cells[2] = f"{row.urgent} urgent, {cells[2]}"
    share = "–" if row.unedited_percent is None else f"{row.unedited_percent:.0f} %"
    return [*cells, f"{row.percent:.0f} %", *([share] if unedited else ())]


def _counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.reviewed, tally.draft, tally.stale, tally.missing


def _longest(lines: list[list[_Line]]) -> int:
    return max(_columns(line[0]) for part in lines for line in part)


def _room(lines: list[list[_Line]], width: int, gap: int) -> int:
    """Return the columns that are left for the names of articles."""
    others = zip(*(line[1:] for part in lines for line in part), strict=True)
    return max(_LEAST, width - sum(gap + max(map(_columns, column)) for column in others))


def _fitted(name: str, room: int) -> str:
    """Shorten a name at its front: its end tells articles apart."""
    from rich.cells import cell_len  # noqa: PLC0415  see `_drawn`

    if cell_len(name) <= room:
        return name
    while name and cell_len(name) > room - 1:
        name = name[1:]
    return f"…{name}"


def _columns(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415  see `_drawn`

    return cell_len(text)


def _drawn(parts: list[list[_Line]], gap: int) -> str:
    from rich.box import SIMPLE  # noqa: PLC0415  rich costs 60 ms, and only this report needs it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    drawn = Table(box=SIMPLE, show_edge=False, pad_edge=False, padding=(0, gap // 2))
    for at, name in enumerate(parts[0][0]):
        drawn.add_column(name, justify="left" if at < 2 else "right", no_wrap=True)  # noqa: PLR2004  name and locale
    for part in parts[1:]:
        for line in part:
            drawn.add_row(*line, end_section=line is part[-1])
    out = io.StringIO()
    Console(file=out, width=1000, no_color=True, highlight=False, emoji=False, markup=False).print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip()
