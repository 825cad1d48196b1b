"""Owns the question whose text an entry holds: a person's or a machine's, and the state that follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import Entry, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from l10n.model import Key, Origin, Stale

__all__ = [
    "JOINED",
    "edited",
    "is_person",
    "machine_owned",
    "replaceable",
    "revived",
    "standing",
    "state_of",
    "strayed",
    "translates",
    "worth",
]

JOINED = "joined"
"""The translator's comment on an empty entry that the entry before covers."""


def machine_owned(entry: Entry) -> bool:
    """Return whether the text is a draft exactly as the machine wrote it, so that a machine may replace it.

    Only a `# draft:` line makes it one. A `# reviewed:` line that has the digest of the text says that a person read
    it, whatever was marked since.
    """
    if entry.state is not State.DRAFT or not _as_drafted(entry.target, entry.origin):
        return False
    return not _read(entry) and not _drafted_for_another(entry.key.text, entry.origin)


def is_person(entry: Entry) -> bool:
    """Return whether the entry holds a person's work: any text that is not machine-owned, or `# joined`."""
    return (entry.target != "" or entry.state is State.REVIEWED) and not machine_owned(entry)


def edited(entry: Entry) -> bool:
    """Return whether a text was a machine's draft once and is another now."""
    return entry.origin is not None and entry.origin.drafted and not _as_drafted(entry.target, entry.origin)


def worth(entry: Entry) -> int:
    """Return how much of a person's work a live entry holds: a review 3, a text 2, a machine's draft 1, else 0."""
    if entry.state is State.REVIEWED:
        return 3
    if not entry.target:
        return 0
    return 2 if is_person(entry) else 1


def replaceable(entry: Entry) -> bool:
    """Return whether a reviewed text of the same source may take the place of a live entry.

    Not of what somebody is at work on: a text marked as unfinished, a comment on an empty entry.
    """
    if entry.state is State.MISSING:
        return not entry.comments
    return entry.state is State.STALE or machine_owned(entry)


def translates(entry: Entry) -> bool:
    """Return whether a person's words translate just the source that the entry has."""
    return is_person(entry) and entry.state in {State.REVIEWED, State.DRAFT}


def strayed(entry: Entry) -> bool:
    """Return whether the text is a draft, as the machine wrote it, that another program put at another source.

    A text of a person's that became stale here has a `# stale:` line.
    """
    before, origin = entry.previous, entry.origin
    return (
        entry.state is State.STALE
        and before is not None
        and entry.stale is None
        and origin is not None
        and origin.source_digest == digest(before.text)
        and _as_drafted(entry.target, origin)
        and not _read(entry)
    )


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
    """Return the state that an obsolete entry has when its source is back; its flags still say `fuzzy`.

    Some programs drop that of an obsolete entry: a text that is as it was when it became stale is so still.
    """
    waits = entry.stale is not None and entry.stale.digest == digest(entry.target)
    return state_of(
        entry.key.text,
        entry.target,
        entry.comments,
        fuzzy=waits or "fuzzy" in entry.flags,
        obsolete=False,
        previous=entry.previous,
        origin=entry.origin,
        stale=entry.stale,
    )


def standing(entry: Entry) -> Entry:
    """Return an entry as it is, an obsolete one as it would be live."""
    return replace(entry, state=revived(entry)) if entry.state is State.OBSOLETE else entry


def _read(entry: Entry) -> bool:
    return entry.review is not None and entry.review.digest == digest(entry.target)


def _as_drafted(target: str, origin: Origin | None) -> bool:
    return origin is not None and origin.drafted and digest(target) == origin.digest


def _drafted_for_another(source: str, origin: Origin | None) -> bool:
    """Whether the draft says that it was made for another source: a tool moved it, perhaps after a person took it."""
    return origin is not None and origin.source_digest not in {"", digest(source)}
