"""Owns what an article alone says of its catalogues: its sources, each once, with their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.catalog.notes import clean
from l10n.model import Catalog, Entry

if TYPE_CHECKING:
    from l10n.model import Document, Key

__all__ = ["sources", "template"]


def template(document: Document) -> Catalog:
    """Return the article's catalogue without a locale: every source text once, nothing translated."""
    entries = (Entry(key, refs=(document.path,), note=note) for key, note in sources(document).items())
    return Catalog(document.path, "", tuple(entries))


def sources(document: Document) -> dict[Key, str]:
    """Map each source of a document, once and in its order, to its note."""
    found: dict[Key, str] = {}
    for segment in document.segments:
        if segment.key not in found:
            found[segment.key] = clean(segment.note)
    return found
