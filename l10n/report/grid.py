"""Owns drawing a table for people: parts with a rule between them, as wide as the terminal."""

from __future__ import annotations

import io

__all__ = ["GAP", "LEAST", "Line", "Parts", "columns", "drawn", "room"]

LEAST = 8
"""Columns that a name has in any terminal."""
GAP = 3
"""Columns between two others, where there is room."""

Line = tuple[str, ...]
Parts = list[list[Line]]
"""The head, and the lines of each part; the first cell of a line is a name."""


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    from rich.cells import cell_len  # noqa: PLC0415  see `drawn`

    return cell_len(text)


def room(parts: Parts, width: int, gap: int) -> int:
    """Return the columns that are left for the names."""
    others = zip(*(line[1:] for part in parts for line in part), strict=True)
    return max(LEAST, width - sum(gap + max(map(columns, column)) for column in others))


def drawn(parts: Parts, *, gap: int = GAP, width: int = 0, left: int = 2) -> str:
    """Draw a table; the first columns stand at the `left`, and names are cut to the `width` unless it is 0."""
    from rich.box import SIMPLE  # noqa: PLC0415  rich costs 60 ms, and only these reports need it
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    most = room(parts, width, gap) if width else 0
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False, padding=(0, gap // 2))
    for at, name in enumerate(parts[0][0]):
        table.add_column(name, justify="left" if at < left else "right", no_wrap=True)
    for part in parts[1:]:
        for line in part:
            table.add_row(_fitted(line[0], most) if most else line[0], *line[1:], end_section=line is part[-1])
    out = io.StringIO()
    Console(file=out, width=1000, no_color=True, highlight=False, emoji=False, markup=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip()


def _fitted(name: str, most: int) -> str:
    """Shorten a name at its front: its end tells articles apart."""
    if columns(name) <= most:
        return name
    while name and columns(name) > most - 1:
        name = name[1:]
    return f"…{name}"
