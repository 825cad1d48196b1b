"""Owns what is to be had from catalogues whose article is gone: renamed, moved or deleted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog.ownership import is_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from l10n.model import Catalog, Document, Entry, Key

__all__ = ["Orphans", "orphans", "renamed"]

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


def orphans(catalogs: Sequence[Catalog], new: Iterable[Document]) -> Orphans:
    """Look for what catalogues without an article hold for articles; `new` are those without a catalogue.

    A new article was renamed when at least half of its texts, and of none more, stand in one of the catalogues; each
    goes to one article.
    """
    entries: dict[Key, list[Entry]] = {}
    for catalog in catalogs:
        for entry in catalog:
            if is_person(entry):
                entries.setdefault(entry.key, []).append(entry)
    return Orphans({key: tuple(row) for key, row in entries.items()}, renamed(catalogs, new))


def renamed(catalogs: Sequence[Catalog], documents: Iterable[Document]) -> dict[str, Catalog]:
    """Return which articles have half of their texts, or more, in one of the catalogues; each has one."""
    scored = []
    sizes = [len(catalog.live()) for catalog in catalogs]
    places: dict[Key, list[int]] = {}
    for at, catalog in enumerate(catalogs):
        for key in catalog.live():
            places.setdefault(key, []).append(at)
    for document in documents:
        keys = {segment.key for segment in document.segments}
        shared = Counter(at for key in keys for at in places.get(key, ()))
        for at, number in shared.items():
            share = number / min(len(keys), sizes[at])
            if share >= _SAME:
                scored.append((-share, -number, document.path, at))
    found: dict[str, Catalog] = {}
    taken: set[int] = set()
    for _, _, article, at in sorted(scored):
        if article not in found and at not in taken:
            found[article] = catalogs[at]
            taken.add(at)
    return found
