"""Owns sums of coverage: of a locale, which every report ends with, and of groups of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Coverage, Tally, cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["grouped", "totals"]


def totals(rows: Iterable[Coverage]) -> dict[str, Coverage]:
    """Add coverage up by locale, in the order the locales first appear; `article` is empty in a total."""
    return {row.locale: row for row in grouped(rows, lambda _: "")}


def grouped(rows: Iterable[Coverage], name: Callable[[Coverage], str]) -> list[Coverage]:
    """Add coverage up by locale and by the name of a group, in the order they first appear; `article` is that name."""
    found: dict[str, dict[str, list[Coverage]]] = {}
    for row in rows:
        found.setdefault(row.locale, {}).setdefault(name(row), []).append(row)
    return [_sum(some, group, locale) for locale, groups in found.items() for group, some in groups.items()]


def _sum(rows: Sequence[Coverage], group: str, locale: str) -> Coverage:
    return Coverage(
        article=group,
        locale=locale,
        segments=sum((row.segments for row in rows), Tally()),
        words=sum((row.words for row in rows), Tally()),
        headline=all(row.headline for row in rows),
        lede=all(row.lede for row in rows),
        urgent=sum(row.urgent for row in rows),
        unedited=sum(row.unedited for row in rows),
        cells=cells.added(
            (cell.substate, cell.prominence, cell.engine, cell.segments, cell.words)
            for row in rows
            for cell in row.cells
        ),
    )
