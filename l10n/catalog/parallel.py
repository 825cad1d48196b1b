"""Owns what becomes of a text that was bettered for one source while another version of it waits at the next source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.ownership import standing
from l10n.catalog.provenance import UNREAD, mark
from l10n.catalog.twins import other_text
from l10n.model import Entry, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from l10n.model import Key

__all__ = ["bettered"]


def bettered(
    stale: Iterable[Entry], texts: Iterable[Entry], *, today: date, form: Callable[[Key], str]
) -> dict[Key, Entry]:
    """Return the stale entries for whose old source a person reviewed another text, each with that text.

    Two people worked at once: an editor changed the source, so that its text became stale, and a translator bettered
    the text at the old source, or at one of the same `form`. Where the stale text is untouched since, and `texts` has
    the other one live, that is the newer one and takes its place, stale as well; where somebody worked on the stale
    text, or the other one is obsolete, nobody can tell which is. The one that is not there is in a translator's
    comment (`other_text`).
    """
    known: dict[tuple[str, str | None], Entry] = {}
    for entry in texts:
        if entry.target and standing(entry).state is State.REVIEWED:
            for name in (form(entry.key), digest(entry.key.text)):
                known.setdefault((name, entry.key.context), entry)
    found = (_bettered(entry, known, today, form) for entry in (stale if known else ()))
    return {entry.key: entry for entry in found if entry is not None}


def _bettered(
    entry: Entry, known: Mapping[tuple[str, str | None], Entry], today: date, form: Callable[[Key], str]
) -> Entry | None:
    if entry.state is not State.STALE:
        return None
    first = entry.previous or entry.key
    source = form(entry.previous) if entry.previous else entry.stale.source_digest if entry.stale else ""
    other = known.get((source, first.context))
    if other is None or other.key == entry.key or digest(other.target) == digest(entry.target):
        return None
    if entry.stale is not None and digest(other.target) == entry.stale.digest:
        return None  # that one became this one
    untouched = entry.stale is not None and entry.stale.digest == digest(entry.target)
    if untouched and other.state is not State.OBSOLETE:
        was_read = entry.stale is not None and entry.stale.source_digest != UNREAD
        comments = (*other.comments, *entry.comments, other_text(entry.target, reviewed=was_read))
        return replace(
            other,
            key=entry.key,
            state=State.STALE,
            note=entry.note,
            refs=entry.refs,
            previous=other.key,
            stale=mark(today, other.target, other.key.text),
            line=entry.line,
            comments=tuple(dict.fromkeys(comments)),
        )
    comment = other_text(other.target, reviewed=True)
    return None if comment in entry.comments else replace(entry, comments=(*entry.comments, comment))
