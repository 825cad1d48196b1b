"""The verb of reviewing: write down what a person decided about texts, save those that are others by now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog.decisions import ReviewOutcome, apply
from l10n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from l10n.catalog.decisions import ReviewEdit, ReviewUndo
    from l10n.model import Catalog, Entry
    from l10n.project import ProjectFolder

__all__ = ["Decided", "decide", "decide_all"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision."""

    before: Entry | None
    """The entry as it stood in the file; None where it has none such any more."""
    after: Entry | None
    """As it stands there now; None where nothing was written, for it was not what the person had before her."""


def decide(
    project: ProjectFolder, article: str, locale: str, decision: ReviewEdit | ReviewUndo, today: date
) -> Decided:
    """Change one entry of a catalogue as a person decided, as `decide_all` does."""
    (done,) = decide_all(project, article, locale, [decision], today)
    return done


def decide_all(
    project: ProjectFolder,
    article: str,
    locale: str,
    decisions: Sequence[ReviewEdit | ReviewUndo],
    today: date,
) -> tuple[Decided, ...]:
    """Change entries of a catalogue as a person decided; whatever else is in the file stays, byte for byte.

    Where the file is saved by another meanwhile, it is looked at again, so that nobody's text is lost. Raises
    `ValueError` for an empty text that is approved, and what `ProjectFolder.update_catalog` does.
    """
    outcomes: list[ReviewOutcome] = []
    keys = frozenset(one.key for one in decisions)

    def compute(catalog: Catalog | None) -> Catalog:
        if catalog is None:
            name = project.catalog_name(article, locale)
            raise CatalogError("is not there", path=name, remedy="Run `l10n extract`, and reload.")
        outcomes.clear()
        for one in decisions:
            outcomes.append(apply(catalog, one, today))
            catalog = outcomes[-1].catalog
        return catalog

    project.update_catalog(article, locale, compute, released=lambda entry: entry.key in keys)
    return tuple(Decided(one.before, one.after) for one in outcomes)
