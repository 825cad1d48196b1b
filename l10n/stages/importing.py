"""Owns what every import has in common: writing what a person brings in, and telling what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog.imports import imported, reception
from l10n.errors import blaming
from l10n.model import BroughtRow, Unplaced
from l10n.stages.extract_article import ExtractInput, merged
from l10n.stages.import_doubts import doubted, single

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Brought, Catalog
    from l10n.stages.outcomes import Desk

__all__ = ["ImportOrder", "Imported"]


_LEFT = "it is left in the language of the articles"


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What the person asked of an import."""

    locale: str
    today: date
    trust: bool = False
    """What is surely a translation counts as reviewed."""
    dry: bool = False
    """Only tell."""
    article: str = ""
    """Of which article a file is the translation, whatever it is called; empty where its name tells."""


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

    def put(self, desk: Desk, article: str, brought: Iterable[Brought], order: ImportOrder) -> None:
        """Write what was brought in for one article into its catalogue, in step with the article.

        What the checks have an error of is not sure, and what nobody has translated stays out. Worked out anew from
        what the file holds when it is written; raises what reading and `ProjectFolder.update_catalog` do.
        """
        given = desk.read_one(article, order.locale)
        name = given.catalog_name(order.locale)
        wanted, left = doubted(given, order.locale, single(brought), today=order.today)
        self.unplaced += [Unplaced(one.origin, 0, one.text, _LEFT) for one in left]
        extracted = ExtractInput(given.document(), order.locale, name, order.today)
        rows: list[BroughtRow] = []

        def put(catalog: Catalog | None) -> Catalog:
            now = merged(catalog, one=extracted)
            live = now.live()
            rows[:] = [
                BroughtRow(article, order.locale, name, one, reception(live.get(one.key), one, trust=order.trust))
                for one in wanted.values()
            ]
            return imported(now, wanted, trust=order.trust, today=order.today)

        with blaming(name, "importing into it"):
            if desk.project.update_catalog(article, order.locale, put, dry=order.dry) and name not in self.changed:
                self.changed.append(name)
        self.rows += rows
