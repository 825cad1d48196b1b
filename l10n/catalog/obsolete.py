"""Owns which obsolete entries of a catalogue go when it is purged, and the catalogue without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from l10n.model import Catalog, Entry

__all__ = ["doomed", "without"]


def doomed(catalog: Catalog, before: float | None, times: Callable[[], Mapping[int, float]]) -> frozenset[Entry]:
    """Return the obsolete entries that go; two that are equal go together.

    `times` returns when each line of the file was committed (Unix time). With `before`, entries go that became obsolete
    earlier; one that is not committed stays. Without it all go.
    """
    obsolete = [entry for entry in catalog if entry.state is State.OBSOLETE]
    if before is None or not obsolete:
        return frozenset(obsolete)
    known = times()
    return frozenset(entry for entry in obsolete if known.get(entry.line, before) < before)


def without(catalog: Catalog, gone: Collection[Entry]) -> Catalog:
    """Return a catalogue without some of its entries."""
    return replace(catalog, entries=tuple(entry for entry in catalog if entry not in gone))
