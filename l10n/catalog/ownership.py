"""Owns the question whose text an entry holds: a person's or a machine's, and the state that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Entry, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from l10n.model import Key, Origin, Stale

__all__ = ["JOINED", "is_person", "machine_owned", "revived", "state_of"]

JOINED = "joined"
"""The translator's comment on an empty entry that the entry before covers."""


def machine_owned(entry: Entry) -> bool:
    """Return whether the text is a draft exactly as the machine wrote it, so that a machine may replace it.

    Only a `# draft:` line makes it one. A `# reviewed:` line that has the digest of the text says that a person read
    it, whatever was marked since.
    """
    if entry.state is not State.DRAFT or not _as_drafted(entry.target, entry.origin):
        return False
    read = entry.review is not None and entry.review.digest == digest(entry.target)
    return not read and not _drafted_for_another(entry.key.text, entry.origin)


def is_person(entry: Entry) -> bool:
    """Return whether the entry holds a person's work: any text that is not machine-owned, or `# joined`."""
    return (entry.target != "" or entry.state is State.REVIEWED) and not machine_owned(entry)


def state_of(
    source: str,
    target: str,
    comments: tuple[str, ...],
    *,
    fuzzy: bool,
    obsolete: bool,
    previous: Key | None,
    origin: Origin | None,
    stale: Stale | None,
) -> State:
    """Return the state by the table of the catalogue dialect, first line that fits."""
    if obsolete:
        return State.OBSOLETE
    if not target:
        return State.REVIEWED if any(line.strip() == JOINED for line in comments) else State.MISSING
    if not fuzzy:
        return State.REVIEWED
    if previous is not None or stale is not None:
        return State.STALE
    if _as_drafted(target, origin) and _drafted_for_another(source, origin):
        return State.STALE
    return State.DRAFT


def revived(entry: Entry) -> State:
    """Return the state that an obsolete entry has when its source is back; its flags still say `fuzzy`."""
    return state_of(
        entry.key.text,
        entry.target,
        entry.comments,
        fuzzy="fuzzy" in entry.flags,
        obsolete=False,
        previous=entry.previous,
        origin=entry.origin,
        stale=entry.stale,
    )


def _as_drafted(target: str, origin: Origin | None) -> bool:
    return origin is not None and origin.drafted and digest(target) == origin.digest


def _drafted_for_another(source: str, origin: Origin | None) -> bool:
    """Whether the draft says that it was made for another source: a tool moved it, perhaps after a person took it."""
    return origin is not None and origin.source_digest not in {"", digest(source)}
