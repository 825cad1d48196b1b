"""Owns re-extraction: what becomes of a catalogue when its article changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.cosmetic import cosmetic
from l10n.catalog.nearness import pairs
from l10n.catalog.ownership import is_person, revived
from l10n.catalog.triage import triage
from l10n.model import Catalog, Entry, Key, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Document

__all__ = ["merge", "template"]


def template(document: Document) -> Catalog:
    """Return the article's catalogue without a locale: every source text once, nothing translated."""
    return merge(document, None, locale="")


def merge(document: Document, catalog: Catalog | None, *, locale: str, others: Iterable[Entry] = ()) -> Catalog:
    """Bring a catalogue into step with its article; no person's text is lost or changed.

    Each source text of the document takes over, from what the catalogue holds, the first of:
    the live entry of its key; the obsolete one; a live, then an obsolete entry whose source differs only
    cosmetically (`cosmetic`); an entry of `others` (articles that vanished) of its key that holds a person's text; a
    stale entry whose text was made for it; the best near match among persons' texts (`nearness`), which becomes stale.
    The first three keep their state. A machine-owned text follows no other change of its source: the entry is drafted
    anew. What is left over stays as an obsolete entry where a person wrote a text or a comment, and goes otherwise.

    References are the article's path, notes come from the segments; a stale entry's note also says which change makes
    it urgent (`triage`). Order: the article's, then obsolete entries as they stood, new ones behind.
    """
    work = _Merge(document, catalog.entries if catalog else (), list(others))
    return Catalog(document.path, locale, (*work.live(), *work.obsolete()))


class _Merge:
    """The new source texts, the old entries, and which goes with which."""

    def __init__(self, document: Document, old: tuple[Entry, ...], others: list[Entry]) -> None:
        self.path = document.path
        self.notes: dict[Key, str] = {}
        for segment in document.segments:
            self.notes.setdefault(segment.key, _clean(segment.note))
        self.old = old
        self.used: set[int] = set()
        self.found: dict[Key, Entry] = {}
        self._exact()
        self._alike()
        self._adopt(others)
        self._returned()
        self._near()

    def live(self) -> list[Entry]:
        return [self._dressed(self.found.get(key) or Entry(key), note) for key, note in self.notes.items()]

    def obsolete(self) -> list[Entry]:
        kept: dict[tuple[object, ...], Entry] = {}
        before = [entry for at, entry in enumerate(self.old) if at not in self.used and entry.state is State.OBSOLETE]
        after = [
            entry for at, entry in enumerate(self.old) if at not in self.used and entry.state is not State.OBSOLETE
        ]
        for entry in [*before, *(_retired(entry) for entry in after if is_person(entry) or entry.comments)]:
            kept.setdefault((entry.key, entry.target, entry.comments, entry.flags, entry.previous), entry)
        return list(kept.values())

    def _take(self, at: int, entry: Entry) -> None:
        self.used.add(at)
        self.found[entry.key] = entry

    def _open(self) -> list[Key]:
        return [key for key in self.notes if key not in self.found]

    def _left(self, *, obsolete: bool) -> list[int]:
        return [
            at
            for at, entry in enumerate(self.old)
            if at not in self.used and (entry.state is State.OBSOLETE) is obsolete
        ]

    def _exact(self) -> None:
        for at in self._left(obsolete=False):
            entry = self.old[at]
            if entry.key in self.notes:
                self._take(at, entry)
        for at in self._left(obsolete=True):
            entry = self.old[at]
            if entry.key in self.notes and self._better(entry):
                self._take(at, self._back(entry, entry.key))

    def _better(self, entry: Entry) -> bool:
        """Whether an obsolete entry is wanted: nothing live is there, or nothing but a place to write."""
        now = self.found.get(entry.key)
        if now is None:
            return True
        return is_person(replace(entry, state=revived(entry))) and now.state is State.MISSING and not now.comments

    def _alike(self) -> None:
        wanted: dict[tuple[str, str | None], Key] = {}
        for key in self._open():
            wanted.setdefault((cosmetic(key.text), key.context), key)
        if not wanted:
            return
        for obsolete in (False, True):
            for at in self._left(obsolete=obsolete):
                entry = self.old[at]
                new = wanted.get((cosmetic(entry.key.text), entry.key.context))
                if new is not None and new not in self.found:
                    self._take(at, self._back(entry, new))

    def _adopt(self, others: list[Entry]) -> None:
        wanted = set(self._open())
        for entry in others:
            if entry.key in wanted and entry.key not in self.found:
                here = self._back(replace(entry, line=0), entry.key)
                if is_person(here):
                    self.found[entry.key] = here

    def _returned(self) -> None:
        """Give a stale text back to the source that it was made for; a person says whether it still fits."""
        wanted = set(self._open())
        for at in self._left(obsolete=False):
            entry = self.old[at]
            first = entry.previous
            if entry.state is State.STALE and first is not None and first in wanted and first not in self.found:
                self._take(at, replace(entry, key=first))

    def _near(self) -> None:
        new = self._open()
        lost = [at for at in self._left(obsolete=False) if is_person(self.old[at]) and self.old[at].target]
        for one, two in pairs([self.old[at].key for at in lost], new):
            entry = self.old[lost[one]]
            first = entry.previous if entry.state is State.STALE else entry.key
            self._take(lost[one], replace(entry, key=new[two], state=State.STALE, previous=first))

    def _back(self, entry: Entry, key: Key) -> Entry:
        """Give an entry a key, and an obsolete one the state that it had."""
        if entry.state is not State.OBSOLETE:
            return replace(entry, key=key)
        flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
        return replace(entry, key=key, state=revived(entry), flags=flags)

    def _dressed(self, entry: Entry, note: str) -> Entry:
        if entry.state is State.STALE and entry.previous is not None:
            urgent = triage(entry.previous.text, entry.key.text)
            if urgent:
                changed = " and ".join(f"a {what}" for what in urgent)
                note = f"{note}\nurgent: {changed} changed" if note else f"urgent: {changed} changed"
        if entry.note == note and entry.refs == (self.path,):
            return entry
        return replace(entry, note=note, refs=(self.path,))


def _retired(entry: Entry) -> Entry:
    fuzzy = entry.target != "" and entry.state in {State.DRAFT, State.STALE}
    flags = ("fuzzy", *entry.flags) if fuzzy else entry.flags
    return replace(entry, state=State.OBSOLETE, flags=flags, refs=(), note="")


def _clean(note: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in note.split("\n")) if line)
