"""Owns what becomes of a text that was bettered for one source while another version of it waits at the next source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.ownership import revived
from l10n.catalog.provenance import mark
from l10n.model import Entry, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from l10n.model import Key

__all__ = ["bettered", "other_text"]


def bettered(stale: Iterable[Entry], texts: Iterable[Entry], *, today: date) -> dict[Key, Entry]:
    """Return the stale entries for whose old source a person reviewed another text, each with that text.

    Two people worked at once: an editor changed the source, so that its text became stale, and a translator bettered
    the text at the old source. Where the stale text is untouched since, and `texts` has the other one live, that is the
    newer one and takes its place, stale as well. Where somebody worked on the stale text, or the other one is obsolete,
    nobody can tell: both stay, the other one in a translator's comment too (`other_text`).
    """
    known: dict[tuple[str, str | None], Entry] = {}
    for entry in texts:
        if entry.target and _state(entry) is State.REVIEWED:
            known.setdefault((digest(entry.key.text), entry.key.context), entry)
    found = (_bettered(entry, known, today) for entry in (stale if known else ()))
    return {entry.key: entry for entry in found if entry is not None}


def _bettered(entry: Entry, known: Mapping[tuple[str, str | None], Entry], today: date) -> Entry | None:
    if entry.state is not State.STALE:
        return None
    first = entry.previous or entry.key
    source = digest(entry.previous.text) if entry.previous else entry.stale.source_digest if entry.stale else ""
    other = known.get((source, first.context))
    if other is None or other.key == entry.key or digest(other.target) == digest(entry.target):
        return None
    if entry.stale is not None and digest(other.target) == entry.stale.digest:
        return None  # that one became this one
    untouched = entry.stale is not None and entry.stale.digest == digest(entry.target)
    if untouched and other.state is not State.OBSOLETE:
        return replace(
            other,
            key=entry.key,
            state=State.STALE,
            note=entry.note,
            refs=entry.refs,
            previous=other.key,
            stale=mark(today, other.target, other.key.text),
            line=entry.line,
            comments=(*entry.comments, *(line for line in other.comments if line not in entry.comments)),
        )
    comment = other_text(other.target, reviewed=True)
    return None if comment in entry.comments else replace(entry, comments=(*entry.comments, comment))


def _state(entry: Entry) -> State:
    return revived(entry) if entry.state is State.OBSOLETE else entry.state


def other_text(text: str, *, reviewed: bool) -> str:
    """Return the translator's comment that keeps the text which is not live."""
    state = "reviewed" if reviewed else "not reviewed"
    return f"other translation ({state}): {text}".replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
