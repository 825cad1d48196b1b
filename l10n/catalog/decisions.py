"""Owns what a person decides about one entry, approving its text or leaving it in work, as a function of values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.catalog.ownership import JOINED, state_of
from l10n.model import Catalog, Review, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from datetime import date

    from l10n.model import Entry, Key, Origin, Stale

__all__ = ["ReviewEdit", "ReviewOutcome", "ReviewUndo", "apply", "mark"]


@dataclass(frozen=True, slots=True)
class ReviewEdit:
    """What a person has made of an entry that she had before her."""

    key: Key
    base: str
    """The mark of the entry as she saw it."""
    text: str
    approved: bool
    by: str = ""
    """Her name, for the comment `# reviewed:`; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class ReviewUndo:
    """An entry is to be again what it was before a decision."""

    key: Key
    base: str
    """The mark of the entry as the decision left it."""
    target: str
    state: State
    previous: Key | None = None
    origin: Origin | None = None
    review: Review | None = None
    stale: Stale | None = None


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """What came of a decision."""

    catalog: Catalog
    before: Entry | None
    """The entry as it stood; None where the catalogue has none such."""
    after: Entry | None
    """The entry as it stands now; None where nothing was done, for it was not what the person had before her."""


def mark(entry: Entry) -> str:
    """Return what an entry is known by: another text, state or source that it was read for makes it another."""
    previous = entry.previous.text if entry.previous else ""
    parts = (entry.target, entry.state, previous, *((entry.stale.date, entry.stale.digest) if entry.stale else ()))
    return digest("\x1f".join(parts))


def apply(catalog: Catalog, decision: ReviewEdit | ReviewUndo, today: date) -> ReviewOutcome:
    """Return the catalogue with what was decided of one entry; the same one where the entry is not the one seen.

    A text begins and ends with line breaks where its source does: gettext's tools refuse a whole file for one more, and
    a key is soon pressed. An approved text is reviewed, by whom is written down, and what made it stale is gone. One
    that is saved and not approved is in work, or stale as before; where it is a draft again as it came, a draft. An
    empty text that is approved is refused with `ValueError`.
    """
    before = catalog.live().get(decision.key)
    if before is None or mark(before) != decision.base:
        return ReviewOutcome(catalog, before, None)
    after = _undone(before, decision) if isinstance(decision, ReviewUndo) else _decided(before, decision, today)
    if after == before:
        return ReviewOutcome(catalog, before, before)
    entries = tuple(after if entry is before else entry for entry in catalog.entries)
    return ReviewOutcome(replace(catalog, entries=entries), before, after)


def _decided(entry: Entry, decision: ReviewEdit, today: date) -> Entry:
    text = _edged(decision.text, entry.key.text)
    if decision.approved:
        if not text.strip():
            raise ValueError("an empty text cannot be approved")
        review = Review(decision.by, today.isoformat(), digest(text)) if decision.by else None
        return replace(entry, target=text, state=State.REVIEWED, previous=None, stale=None, review=review)
    if not text.strip():
        joined = [line for line in entry.comments if line.strip() == JOINED]
        state = State.REVIEWED if joined else State.MISSING
        return replace(entry, target="", state=state, previous=None, stale=None, review=None, origin=None)
    state = state_of(
        entry.key.text,
        text,
        entry.comments,
        fuzzy=True,
        obsolete=False,
        previous=entry.previous,
        origin=entry.origin,
        stale=entry.stale,
    )
    return replace(entry, target=text, state=state, review=None)


def _edged(text: str, source: str) -> str:
    """Return a text with line breaks at its ends where a source has them; one without words as it is."""
    if not text.strip():
        return text
    before, after = ("\n" if at else "" for at in (source.startswith("\n"), source.endswith("\n")))
    return f"{before}{text.strip(chr(10))}{after}"


def _undone(entry: Entry, undoing: ReviewUndo) -> Entry:
    return replace(
        entry,
        target=undoing.target,
        state=undoing.state,
        previous=undoing.previous,
        origin=undoing.origin,
        review=undoing.review,
        stale=undoing.stale,
    )
