"""Owns what is to be known to work on one article: a value that needs no project, here or in another process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from l10n import catalog, config
from l10n.errors import CatalogError, L10nError
from l10n.project import cut
from l10n.stages.mapping import Failure, attempt, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.catalog import PoFile
    from l10n.config import Config
    from l10n.model import Document, Term
    from l10n.protocols import ParseOptions
    from l10n.stages.workset import Workset

__all__ = ["ArticleInput", "Failure", "Outcome", "inputs", "outcomes"]


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
    terms: Mapping[str, tuple[Term, ...]]
    """Locale → its glossary, whole; for every locale that is worked on."""
    names: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Locale → the names that the article has and only the locale's name memory knows."""

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
        return catalog.decode(data, path=self.catalog_name(locale), article=self.article, locale=locale)

    def opened(self, failures: list[Failure]) -> Iterator[tuple[str, PoFile]]:
        """Yield each locale with its catalogue, where there is one; what is broken goes to `failures`."""
        for locale in self.catalogs:
            try:
                po = self.catalog(locale)
            except L10nError as err:
                failures.append(Failure(self.article, locale, err))
                continue
            if po is not None:
                yield locale, po


class Outcome(Protocol):
    """What comes of one article."""

    @property
    def article(self) -> str:
        """Its path below the folder of articles."""

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What of it could not be read."""


_Done = TypeVar("_Done", bound=Outcome)


def outcomes(
    work: Workset,
    function: Callable[[ArticleInput], _Done],
    failures: list[Failure],
    executor: Executor | None = None,
    *,
    doing: str,
) -> Iterator[_Done]:
    """Yield what `function` makes of each article of a command; what fails goes to `failures`.

    `doing` says in a message what is done. A catalogue that cannot be understood is looked at again while it changes:
    a program may just be saving it. A locale whose glossary cannot be read is left out.
    """
    failures += [Failure("", locale, err) for locale, err in work.termless.items()]
    for done in mapped(function, inputs(work, failures), failures, executor, doing=doing):
        broken = [one.locale for one in done.failures if isinstance(one.error, CatalogError)]
        again = _read(work, done.article, failures, anew=broken) if broken else None
        seen = attempt(function, doing, again) if again else done
        if isinstance(seen, Failure):
            failures.append(seen)
            continue
        failures += seen.failures
        yield seen


def inputs(work: Workset, failures: list[Failure]) -> Iterator[ArticleInput]:
    """Read the articles of a command, and their catalogues, one article at a time.

    What cannot be read goes to `failures`, save the glossaries: those are `Workset.termless`.
    """
    for article in work.articles:
        one = _read(work, article, failures)
        if one:
            yield one


def _read(work: Workset, article: str, failures: list[Failure], *, anew: Sequence[str] = ()) -> ArticleInput | None:
    """Read one article; the catalogues in `anew` until they can be understood or stand still."""
    project = work.project
    try:
        source = project.source(article)
    except L10nError as err:
        failures.append(Failure(article, "", err))
        return None
    found: dict[str, bytes | None] = {}
    for locale in work.terms:
        try:
            if locale in anew:
                po = project.catalog(article, locale)
                found[locale] = po.data if po else None
            else:
                found[locale] = project.catalog_bytes(article, locale)
        except L10nError as err:
            failures.append(Failure(article, locale, err))
    names = {locale: known.within(source) for locale, known in work.names.items() if known.memory}
    return ArticleInput(article, source, project.options(article), project.config, found, work.terms, names)
