"""Owns what an article alone says of its catalogues: its sources, each once, with notes; and which are in step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from l10n.catalog.notes import clean
from l10n.model import Catalog, Entry, State
from l10n.recent import Recent

if TYPE_CHECKING:
    from l10n.model import Document, Key

__all__ = ["in_step", "sources", "template"]

_known: Recent[tuple[Document, Catalog]] = Recent(4)
_PLAIN = frozenset({State.MISSING, State.DRAFT, State.REVIEWED})
"""States of entries that nothing is taken from and nothing is offered to, while their source stands."""


def template(document: Document) -> Catalog:
    """Return the article's catalogue without a locale: every source text once, nothing translated.

    Of the very same document, while it is one of the last, it is the same: new catalogues in all locales share entries.
    """
    return _known.get(id(document), 1, partial(_made, document))[1]


def _made(document: Document) -> tuple[Document, Catalog]:
    """Return a template, with its document so that no other has the identity by which it is known."""
    refs = (document.path,)
    entries = [Entry(key, refs=refs, note=note) for key, note in sources(document).items()]
    return document, Catalog(document.path, "", tuple(entries))


def in_step(document: Document, entries: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    """Return the entries of a catalogue that there is nothing to work out for, as they are; None where there is.

    A new one has those of the template. One that has each source of the article in its place, with the note and the
    reference that it is to have, and nothing that is stale or obsolete, stays what it is.
    """
    if not entries:
        return template(document).entries
    notes = sources(document)
    refs = (document.path,)
    same = len(entries) == len(notes) and all(
        one.key == key and one.note == note and one.refs == refs and one.state in _PLAIN and one.stale is None
        for one, (key, note) in zip(entries, notes.items(), strict=True)
    )
    return entries if same else None


def sources(document: Document) -> dict[Key, str]:
    """Map each source of a document, once and in its order, to its note."""
    found: dict[Key, str] = {}
    for segment in document.segments:
        if segment.key not in found:
            found[segment.key] = clean(segment.note)
    return found
