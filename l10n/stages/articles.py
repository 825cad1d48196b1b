"""Owns what is to be known to work on one article: a value that needs no project, here or in another process."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

from l10n import catalog, config
from l10n.errors import L10nError
from l10n.project import cut
from l10n.recent import Recent
from l10n.stages.mapping import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from l10n.catalog import PoFile
    from l10n.config import Config
    from l10n.model import Document, Finding, Term
    from l10n.protocols import ParseOptions

__all__ = ["ArticleInput", "Failure", "Outcome", "Ranks", "decoded"]

_read: Recent[PoFile] = Recent(1 << 22)
"""The catalogues that were read last, by their bytes."""


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """One article and its catalogues as they were read; it pickles."""

    article: str
    """Its path below the folder of articles."""
    source: str
    options: ParseOptions
    config: Config
    catalogs: Mapping[str, bytes | None]
    """Locale → the bytes of its PO file, None where there is no such file; a locale whose file, glossary or name
    memory cannot be read is not here."""
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Locale → its glossary, whole; for every locale that is worked on, where the work asks for terms."""
    names: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Locale → the names that the article has and only the locale's name memory knows."""
    unread: tuple[Failure, ...] = ()
    """The catalogues that cannot be read from the disk."""

    @property
    def locale(self) -> str:
        """Return no locale: all are worked on."""
        return ""

    @property
    def name(self) -> str:
        """Return the path of the article relative to the project."""
        return f"{self.config.articles}/{self.article}"

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
        return decoded(data, path=self.catalog_name(locale), article=self.article, locale=locale)

    def opened(self, failures: list[Failure]) -> Iterator[tuple[str, PoFile]]:
        """Yield each locale with its catalogue, where there is one; what is broken goes to `failures`."""
        for locale, po in self.looked_up(failures):
            if po is not None:
                yield locale, po

    def looked_up(self, failures: list[Failure]) -> Iterator[tuple[str, PoFile | None]]:
        """Yield each locale with its catalogue, None where there is none; what is broken goes to `failures`."""
        failures += self.unread
        for locale in self.catalogs:
            try:
                po = self.catalog(locale)
            except L10nError as err:
                failures.append(Failure(self.article, locale, err))
                continue
            yield locale, po


def decoded(data: bytes, *, path: str, article: str, locale: str) -> PoFile:
    """Read the bytes of a catalogue, which the verbs of one command do once; raises `CatalogError`."""
    read = partial(catalog.decode, data, path=path, article=article, locale=locale)
    return _read.get((data, path, article, locale), len(data), read)


class Outcome(Protocol):
    """What comes of one article."""

    @property
    def article(self) -> str:
        """Its path below the folder of articles."""

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What of it could not be read."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """The places of articles and locales in the order of the work; an empty one comes first."""

    articles: dict[str, int]
    locales: dict[str, int]

    @classmethod
    def of(cls, articles: Iterable[str], locales: Iterable[str]) -> Ranks:
        """Take the order in which they are given."""
        return cls(
            {one: at for at, one in enumerate(("", *articles))}, {one: at for at, one in enumerate(("", *locales))}
        )

    def errors(self, failures: Iterable[Failure]) -> list[L10nError]:
        """Return what went wrong: the articles first, then the catalogues of one locale after the other."""
        return [one.error for one in sorted(failures, key=self._of_failure)]

    def _of_failure(self, one: Failure) -> tuple[int, int]:
        return self.locales[one.locale], self.articles[one.article]

    def of_finding(self, one: Finding) -> tuple[int, int, int, int, str, int, str]:
        """Article by article, in each the English, then the locales; then by line, place and rule."""
        where = self.articles[one.article], self.locales[one.locale]
        return (*where, one.line, one.start, one.rule, one.end, one.message)
