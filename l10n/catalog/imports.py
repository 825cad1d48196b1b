"""Owns putting translations that a person brings in into a catalogue, beside what persons wrote there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog import provenance
from l10n.catalog.ownership import machine_owned
from l10n.model import Reception, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from l10n.model import Brought, Catalog, Entry, Key

__all__ = ["imported", "reception"]


def imported(catalog: Catalog, brought: Mapping[Key, Brought], *, trust: bool, today: date) -> Catalog:
    """Return a catalogue with translations in the entries that hold nothing of a person's.

    With `trust` those that are sure are reviewed; all others are a person's text that she is at work on. A machine's
    draft gives way. What a person wrote stays, stale or not, and so does an empty entry that somebody commented on.
    """
    return replace(catalog, entries=tuple(_with(entry, brought, trust=trust, today=today) for entry in catalog))


def reception(entry: Entry | None, one: Brought, *, trust: bool) -> Reception:
    """Return what `imported` makes of a translation where the live entry of its text is `entry`, if there is any."""
    if entry is None:
        return Reception.NO_ENTRY
    if not _open(entry):
        return Reception.SAME if digest(entry.target) == digest(one.text) else Reception.KEPT
    return Reception.REVIEWED if trust and not one.doubt else Reception.IN_WORK


def _open(entry: Entry) -> bool:
    return (entry.state is State.MISSING and not entry.comments) or machine_owned(entry)


def _with(entry: Entry, brought: Mapping[Key, Brought], *, trust: bool, today: date) -> Entry:
    one = None if entry.state is State.OBSOLETE else brought.get(entry.key)
    if one is None:
        return entry
    became = reception(entry, one, trust=trust)
    if became not in {Reception.REVIEWED, Reception.IN_WORK}:
        return entry
    state = State.REVIEWED if became is Reception.REVIEWED else State.DRAFT
    origin = provenance.imported(one.origin, today, entry.key.text, one.text)
    return replace(entry, target=one.text, state=state, origin=origin, previous=None)
