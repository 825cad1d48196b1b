"""Owns what is to be had from catalogues whose article is gone: renamed, moved or deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog.ownership import is_person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.model import Catalog, Document, Entry, Key

__all__ = ["Orphans", "orphans"]

_SAME = 0.5
"""Share of the texts of the smaller of the two that a renamed article and its old catalogue have in common."""


@dataclass(frozen=True, slots=True)
class Orphans:
    """What catalogues without an article have to give."""

    entries: Mapping[Key, tuple[Entry, ...]] = field(default_factory=dict)
    """What people wrote in all of them, by source."""
    before: Mapping[str, Catalog] = field(default_factory=dict)
    """Article without a catalogue → the one it had under another name."""

    def of(self, document: Document) -> tuple[Entry, ...]:
        """Return what people wrote for the texts of a document."""
        keys = dict.fromkeys(segment.key for segment in document.segments) if self.entries else {}
        return tuple(entry for key in keys for entry in self.entries.get(key, ()))


def orphans(catalogs: Sequence[Catalog], new: Sequence[Document]) -> Orphans:
    """Look for what catalogues without an article hold for articles; `new` are those without a catalogue.

    A new article was renamed when at least half of its texts, and of none more, stand in one of the catalogues; each
    goes to one article.
    """
    entries: dict[Key, list[Entry]] = {}
    for catalog in catalogs:
        for entry in catalog:
            if is_person(entry):
                entries.setdefault(entry.key, []).append(entry)
    return Orphans({key: tuple(row) for key, row in entries.items()}, _renamed(catalogs, new))


def _renamed(catalogs: Sequence[Catalog], documents: Sequence[Document]) -> dict[str, Catalog]:
    scored = []
    texts = [frozenset(catalog.live()) for catalog in catalogs]
    for document in documents:
        keys = {segment.key for segment in document.segments}
        for at, known in enumerate(texts):
            share = len(keys & known) / max(1, min(len(keys), len(known)))
            if share >= _SAME:
                scored.append((-share, -len(keys & known), document.path, at))
    found: dict[str, Catalog] = {}
    taken: set[int] = set()
    for _, _, article, at in sorted(scored):
        if article not in found and at not in taken:
            found[article] = catalogs[at]
            taken.add(at)
    return found
