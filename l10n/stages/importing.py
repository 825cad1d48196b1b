"""Owns what every import has in common: writing what a person brings in, and telling what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog.imports import imported, reception
from l10n.errors import blaming
from l10n.model import BroughtRow, Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Brought, Unplaced
    from l10n.project import ProjectFolder

__all__ = ["ImportOrder", "Imported"]


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What the person asked of an import."""

    locale: str
    today: date
    trust: bool = False
    """What is surely a translation counts as reviewed."""
    dry: bool = False
    """Only tell."""


@dataclass(slots=True)
class Imported:
    """What an import did, or would."""

    rows: list[BroughtRow] = field(default_factory=list)
    """What was brought in and belongs to a text, article by article, in the order of the article."""
    unplaced: list[Unplaced] = field(default_factory=list)
    """What belongs to none."""
    refused: list[Unplaced] = field(default_factory=list)
    """What a person said in a file, and was not done: she has to look at it."""
    changed: list[str] = field(default_factory=list)
    """Files written, or that would be."""
    failures: list[L10nError] = field(default_factory=list)

    def put(self, project: ProjectFolder, article: str, brought: Iterable[Brought], order: ImportOrder) -> None:
        """Write what was brought in for one article into its catalogue, which extraction has made or found.

        Worked out anew from what the file holds when it is written; raises what `ProjectFolder.update_catalog` does.
        """
        wanted = {one.key: one for one in brought}
        name = project.catalog_name(article, order.locale)
        rows: list[BroughtRow] = []

        def put(catalog: Catalog | None) -> Catalog:
            now = catalog or Catalog(article, order.locale)
            live = now.live()
            rows[:] = [
                BroughtRow(article, order.locale, name, one, reception(live.get(one.key), one, trust=order.trust))
                for one in wanted.values()
            ]
            return imported(now, wanted, trust=order.trust, today=order.today)

        with blaming(name, "importing into it"):
            if project.update_catalog(article, order.locale, put, dry=order.dry) and name not in self.changed:
                self.changed.append(name)
        self.rows += rows
