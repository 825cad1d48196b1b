"""Owns the question whose text an entry holds: a person's or a machine's, and the state that follows from it."""

from __future__ import annotations

import re

from l10n.model import Entry, Key, Origin, State
from l10n.text.digest import digest

__all__ = ["JOINED", "draft_comment", "is_person", "machine_owned", "parse_draft", "revived", "state_of"]

JOINED = "joined"
"""The translator's comment on an empty entry that the entry before covers."""

_DRAFT = re.compile(r"draft: (\S+) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9a-f]{12})[ \t]*")


def parse_draft(comment: str) -> Origin | None:
    """Read the comment `draft: <engine> <date> <digest>`; None where it is any other comment."""
    match = _DRAFT.fullmatch(comment)
    return Origin(*match.groups()) if match else None


def draft_comment(origin: Origin) -> str:
    """Write what `parse_draft` reads."""
    return f"draft: {origin.engine} {origin.date} {origin.digest}"


def machine_owned(entry: Entry) -> bool:
    """Return whether the text is a draft exactly as the machine wrote it, so that a machine may replace it."""
    return entry.state is State.DRAFT and _as_drafted(entry)


def is_person(entry: Entry) -> bool:
    """Return whether the entry holds a person's work: any text that is not machine-owned, or `# joined`."""
    return (entry.target != "" or entry.state is State.REVIEWED) and not machine_owned(entry)


def state_of(*, target: str, comments: tuple[str, ...], fuzzy: bool, obsolete: bool, previous: Key | None) -> State:
    """Return the state by the table of the catalogue dialect, first line that fits."""
    if obsolete:
        return State.OBSOLETE
    if not target:
        return State.REVIEWED if any(line.strip() == JOINED for line in comments) else State.MISSING
    if not fuzzy:
        return State.REVIEWED
    return State.STALE if previous is not None else State.DRAFT


def revived(entry: Entry) -> State:
    """Return the state that an obsolete entry has when its source is back; its flags still say `fuzzy`."""
    return state_of(
        target=entry.target,
        comments=entry.comments,
        fuzzy="fuzzy" in entry.flags,
        obsolete=False,
        previous=entry.previous,
    )


def _as_drafted(entry: Entry) -> bool:
    return entry.origin is not None and digest(entry.target) == entry.origin.digest
