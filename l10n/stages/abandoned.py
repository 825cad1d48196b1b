"""Owns what is to be had from catalogues whose article is gone: renamed, moved or deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog import is_person
from l10n.errors import L10nError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Catalog, Document, Entry
    from l10n.project import Project

__all__ = ["Abandoned", "abandoned"]

_SAME = 0.5
"""Share of the texts of the smaller of the two that a renamed article and its old catalogue have in common."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """Catalogues without an article."""

    entries: tuple[Entry, ...] = ()
    """What people wrote in all of them."""
    before: dict[str, Catalog] = field(default_factory=dict)
    """Article without a catalogue → the one it had under another name."""
    notices: tuple[str, ...] = ()


def abandoned(project: Project, locale: str, documents: Sequence[Document]) -> Abandoned:
    """Read the catalogues of a locale whose article is not among `documents`, and find which were renamed.

    An article without a catalogue was renamed when at least half of its texts, and of none more, stand in one of
    them; each goes to one article. A catalogue that cannot be read is a notice.
    """
    entries: list[Entry] = []
    notices: list[str] = []
    catalogs: list[Catalog] = []
    for article in project.orphans(locale, [document.path for document in documents]):
        notices.append(f"{project.catalog_name(article, locale)}: its article is gone; the catalogue is kept")
        try:
            po = project.catalog(article, locale)
        except L10nError as err:
            notices.append(str(err))
            continue
        if po:
            catalogs.append(po.catalog)
            entries += [entry for entry in po.catalog if is_person(entry)]
    new = [document for document in documents if catalogs and _is_new(project, document, locale)]
    return Abandoned(tuple(entries), _renamed(catalogs, new), tuple(notices))


def _is_new(project: Project, document: Document, locale: str) -> bool:
    return not (project.root / project.catalog_name(document.path, locale)).exists()


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
