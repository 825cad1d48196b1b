"""Owns when the note of an entry (`#.`) is written anew: not because a heading above it changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import State

if TYPE_CHECKING:
    from l10n.model import Catalog, Entry

__all__ = ["clean", "corrected", "noted", "served", "unhurried", "urgency"]

_PLACE = re.compile(r"(?:, column| · under) \".*", re.MULTILINE)
"""The headings that a note quotes; formats write them last on a line."""
_URGENT = "urgent: "
_WHAT = re.compile(r"\ba (\w+)")
_UNKNOWN = "unknown"
_LOST = "the English changed, and what it was is not known"


def clean(note: str) -> str:
    """Return a note as a PO file can hold it: no empty lines, single spaces."""
    return "\n".join(line for line in (" ".join(line.split()) for line in note.split("\n")) if line)


def urgency(entry: Entry) -> tuple[str, ...]:
    """Name what the change behind a stale entry makes dangerous (see `triage`); empty for every other entry.

    Where a tool dropped the old source, the note still says it; where that is gone too, the change may be any.
    """
    if entry.state is not State.STALE:
        return ()
    if entry.previous is not None:
        from l10n.catalog.stale_risk import triage  # noqa: PLC0415  few articles have a text that became stale

        return triage(entry.previous.text, entry.key.text)
    told = [line for line in entry.note.split("\n") if line.startswith(_URGENT)]
    return tuple(what for line in told for what in _WHAT.findall(line)) or (_UNKNOWN,)


def corrected(entry: Entry) -> bool:
    """Tell whether people had read a text for the English as it was, and a fact of that has changed."""
    return entry.state is State.STALE and entry.stale is not None and bool(urgency(entry))


def unhurried(note: str) -> str:
    """Return a note without what made a stale entry urgent."""
    return "\n".join(line for line in note.split("\n") if not line.startswith(_URGENT))


def noted(entry: Entry, note: str, *, changed: bool) -> str:
    """Return the note that an entry is to have, `note` being the clean one of its segment.

    A stale entry is told what makes it urgent. Where the entry is otherwise as it was and only headings quoted in the
    note differ, the old note stays: else one edited heading would change every entry below it.
    """
    urgent = urgency(entry)
    if urgent:
        told = _LOST if urgent == (_UNKNOWN,) else f"{' and '.join(f'a {what}' for what in urgent)} changed"
        line = f"{_URGENT}{told}"
        note = f"{note}\n{line}" if note else line
    if entry.note == note:
        return note
    same = not changed and _PLACE.sub("", entry.note) == _PLACE.sub("", note)
    return entry.note if same else note


def served(old: Catalog, new: Catalog) -> bool:
    """Tell whether catalogues differ in nothing but what a stale text had with it until a person reviewed it."""
    return len(old.entries) == len(new.entries) and all(
        one is other
        or one == other
        or (
            one.state is State.REVIEWED
            and replace(one, stale=None, note=unhurried(one.note)) == replace(other, note=unhurried(other.note))
        )
        for one, other in zip(old, new, strict=True)
    )
