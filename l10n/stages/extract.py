"""The verb `extract`: bring templates and catalogues into step with the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog import is_person, merge, template
from l10n.errors import L10nError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Catalog, Document, Entry
    from l10n.project import Project
    from l10n.stages.workset import Workset

__all__ = ["Extracted", "extract"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `extract` did."""

    changed: tuple[str, ...]
    """Files written, or that would be, relative to the project."""
    articles: int
    segments: int
    """Occurrences in all articles, counted once whatever the number of locales."""
    notices: tuple[str, ...]
    failures: tuple[L10nError, ...]


def extract(work: Workset, *, dry: bool = False) -> Extracted:
    """Merge every article into its template and its catalogues; `dry` only tells what would change.

    Catalogues without an article are kept as they are; what people translated there is taken over where the same
    text stands in another article now.
    """
    changed: list[str] = []
    failures = list(work.failures)
    notices: list[str] = []
    for locale in ("", *work.locales):
        others: list[Entry] = []
        if locale and work.whole and not work.failures:
            others = _abandoned(work, locale, notices)
        for document in work.documents:
            try:
                if _merge_one(work.project, document, locale, others, dry=dry):
                    changed.append(work.project.catalog_name(document.path, locale))
            except L10nError as err:
                failures.append(err)
    segments = sum(len(document.segments) for document in work.documents)
    return Extracted(tuple(changed), len(work.documents), segments, tuple(notices), tuple(failures))


def _merge_one(project: Project, document: Document, locale: str, others: Sequence[Entry], *, dry: bool) -> bool:
    def compute(catalog: Catalog | None) -> Catalog:
        if locale:
            return merge(document, catalog, locale=locale, others=others)
        return template(document)

    return project.update_catalog(document.path, locale, compute, dry=dry)


def _abandoned(work: Workset, locale: str, notices: list[str]) -> list[Entry]:
    """Collect what people wrote in catalogues whose article is gone, perhaps renamed."""
    entries: list[Entry] = []
    for article in work.project.orphans(locale, [document.path for document in work.documents]):
        name = work.project.catalog_name(article, locale)
        notices.append(f"{name}: its article is gone; the catalogue is kept")
        try:
            po = work.project.catalog(article, locale)
        except L10nError as err:
            notices.append(str(err))
            continue
        entries += [entry for entry in po.catalog if is_person(entry)] if po else []
    return entries
