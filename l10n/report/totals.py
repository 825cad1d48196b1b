"""Owns the sums that every coverage report ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Coverage, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["totals"]


def totals(rows: Iterable[Coverage]) -> dict[str, Coverage]:
    """Add coverage up by locale, in the order the locales first appear; `article` is empty in a total."""
    sums: dict[str, Coverage] = {}
    for row in rows:
        before = sums.get(row.locale, Coverage("", row.locale, Tally(), Tally(), headline=True, lede=True))
        sums[row.locale] = Coverage(
            article="",
            locale=row.locale,
            segments=before.segments + row.segments,
            words=before.words + row.words,
            headline=before.headline and row.headline,
            lede=before.lede and row.lede,
            urgent=before.urgent + row.urgent,
            unedited=before.unedited + row.unedited,
        )
    return sums
