"""Owns what is to be known to work on one article: a value that needs no project, here or in another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import catalog, config
from l10n.errors import L10nError
from l10n.project import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.catalog import PoFile
    from l10n.config import Config
    from l10n.model import Document, Term
    from l10n.protocols import ParseOptions
    from l10n.stages.workset import Workset

__all__ = ["ArticleInput", "inputs"]


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """One article and its catalogues as they were read; it pickles."""

    article: str
    """Its path below the folder of articles."""
    source: str
    options: ParseOptions
    config: Config
    catalogs: Mapping[str, bytes | None]
    """Locale → the bytes of its PO file, None where there is no such file; a locale whose file cannot be read is not
    here."""
    terms: Mapping[str, tuple[Term, ...]]
    """Locale → its glossary, whole; for every locale that is worked on."""

    def document(self) -> Document:
        """Cut the article; raises `ArticleError` with path and line."""
        return cut(self.article, self.source, self.options, folder=self.config.articles)

    def catalog_name(self, locale: str) -> str:
        """Return the path of a catalogue relative to the project."""
        return config.catalog_name(self.config, self.article, locale)

    def catalog(self, locale: str) -> PoFile | None:
        """Return a catalogue; None where there is none. Raises `CatalogError` where it is broken."""
        data = self.catalogs[locale]
        if data is None:
            return None
        return catalog.decode(data, path=self.catalog_name(locale), article=self.article, locale=locale)


def inputs(
    work: Workset, failures: list[tuple[str, L10nError]], *, glossaries: Mapping[str, tuple[Term, ...]] | None = None
) -> Iterator[ArticleInput]:
    """Read the articles of a command, and their catalogues, one article at a time.

    What cannot be read goes to `failures` with its locale, which is empty for an article. Raises `UsageError` for a
    glossary that is not one.
    """
    project = work.project
    terms = {locale: project.glossary(locale) for locale in work.locales} if glossaries is None else glossaries
    for article in work.articles:
        try:
            source = project.source(article)
        except L10nError as err:
            failures.append(("", err))
            continue
        found: dict[str, bytes | None] = {}
        for locale in work.locales:
            try:
                found[locale] = project.catalog_bytes(article, locale)
            except L10nError as err:
                failures.append((locale, err))
        yield ArticleInput(article, source, project.options(article), project.config, found, terms)
