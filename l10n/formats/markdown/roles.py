"""Owns what a text of Markdown is called in the note to its translator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.formats.markdown.blocks import Leaf

__all__ = ["brief", "role", "under"]

_SHOWN = 60
"""Characters of a heading in a note."""


def brief(text: str) -> str:
    """Return a heading as a note shows it."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def role(leaf: Leaf, kind: Kind, columns: Mapping[int, str]) -> str:
    """Return what a text is, below the headings of these columns where it stands in a table."""
    if kind is Kind.HEADING and leaf.level:
        return f"heading, level {leaf.level}"
    if kind is Kind.ALT:
        return "alternative text of an image"
    if kind is not Kind.CELL:
        return kind.value
    if "TableHead" in leaf.containers:
        return "table heading"
    above = columns.get(leaf.column)
    return f'table cell, column "{above}"' if above else "table cell"


def under(said: str, headings: Sequence[str]) -> str:
    """Add the headings above to what a text is."""
    return f"{said} · under " + " › ".join(f'"{one}"' for one in headings) if headings else said
