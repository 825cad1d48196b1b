"""Owns where the cells of an article stand in their tables, read off what stands between them: for showing, no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Kind

if TYPE_CHECKING:
    from l10n.model import Document, Segment

__all__ = ["CellPlace", "grid"]

_TAG = re.compile(r"<(/?)(table|tr|td|th)\b", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_BACK = 2000
"""Characters before the first cell of a row in which the row begins, if it is written with tags."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a text stands in a table; all are counted from 0."""

    table: int
    row: int
    """A cell of several texts takes as many rows."""
    column: int
    head: bool = False
    """It is the head of its column or row."""


def grid(document: Document) -> tuple[CellPlace | None, ...]:
    """Return the place of each segment of a document; None for one that is no cell.

    A cell that has no text of its own, as a number, leaves its place empty. Cells that span others are not told apart.
    """
    source, segments = document.source, document.segments
    found: list[CellPlace | None] = []
    before: Segment | None = None
    here = CellPlace(-1, 0, 0)
    lowest = top = 0
    for segment in segments:
        if segment.kind is not Kind.CELL:
            before = None
            found.append(None)
            continue
        gap = "" if before is None else source[before.start + len(before.raw) : segment.start]
        tags = [(closing, name.lower()) for closing, name in _TAG.findall(gap)]
        piped = before is not None and not tags
        broken = piped and any(not _PIPE.search(line) for line in gap.split("\n")[1:-1])
        if before is None or broken or any(name == "table" for _, name in tags):
            lowest = top = 0
            tagged = _begun(source, segment.start)
            here = CellPlace(here.table + 1, 0, *(tagged or (_piped(source, segment.start), True)))
        elif any(name.endswith("r") for _, name in tags) or ("\n" in gap and piped):
            top = lowest + 1
            tagged = _begun(source, segment.start) if tags else None
            here = CellPlace(here.table, top, *(tagged or (_piped(source, segment.start), False)))
        elif steps := sum(not closing for closing, _ in tags) if tags else len(_PIPE.findall(gap)):
            head = tags[-1][1].endswith("h") if tags else here.head
            here = CellPlace(here.table, top, here.column + steps, head)
        else:
            here = CellPlace(here.table, here.row + 1, here.column, here.head)
        lowest = max(lowest, here.row)
        before = segment
        found.append(here)
    return tuple(found)


def _begun(source: str, start: int) -> tuple[int, bool] | None:
    """Return the column of a cell and whether it is a head, by the tags of its row; None where there are none."""
    cells: list[str] = []
    for closing, name in reversed(_TAG.findall(source, max(0, start - _BACK), start)):
        if name.lower() in {"table", "tr"}:
            break
        if not closing:
            cells.append(name.lower())
    return (len(cells) - 1, cells[0].endswith("h")) if cells else None


def _piped(source: str, start: int) -> int:
    """Return the column of a cell by the bars before it in its line."""
    line = source[source.rfind("\n", 0, start) + 1 : start]
    bars = len(_PIPE.findall(line))
    return max(bars - 1, 0) if line.lstrip(" \t>").startswith("|") else bars
