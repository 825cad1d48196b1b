"""Owns the way of a verb through its articles: batches by size, read and worked on here or by an executor's workers."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from l10n.errors import CatalogError, L10nError, WorkerError
from l10n.stages.articles import ArticleInput, Outcome
from l10n.stages.keeping import Keeping, remembered
from l10n.stages.mapping import Failure, attempt, spread
from l10n.stages.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.model import Term
    from l10n.project import ProjectFolder
    from l10n.stages.workset import Workset
    from l10n.text.facts.known_names import KnownNames

__all__ = ["Desk", "Files", "batch_of", "batches", "each_batch", "inputs", "outcomes", "worked_on"]

_BYTES = 1 << 18
"""Bytes of articles and catalogues in one batch, save that one article may be larger."""
_ARTICLES = 64
"""Articles in one batch."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What has to be known to read the articles of a command; it pickles."""

    project: ProjectFolder
    locales: tuple[str, ...]
    """Whose catalogues are read."""
    terms: Mapping[str, tuple[Term, ...]]
    names: Mapping[str, KnownNames]

    @classmethod
    def of(cls, work: Workset, *, terms: bool = False) -> Desk:
        """Return it for a command; with `terms` the glossaries are read, and a locale without one is left out."""
        if terms:
            return cls(work.project, tuple(work.terms), work.terms, work.names)
        return cls(work.project, work.locales, {}, {})

    def read(self, article: str, *, anew: Sequence[str] = ()) -> ArticleInput | Failure:
        """Read one article; the catalogues in `anew` until they can be understood or stand still."""
        project = self.project
        try:
            source = project.source(article)
        except L10nError as err:
            return Failure(article, "", err)
        found: dict[str, bytes | None] = {}
        unread: list[Failure] = []
        for locale in self.locales:
            try:
                if locale in anew:
                    po = project.catalog(article, locale)
                    found[locale] = po.data if po else None
                else:
                    found[locale] = project.catalog_bytes(article, locale)
            except L10nError as err:
                unread.append(Failure(article, locale, err))
        names = {locale: known.within(source) for locale, known in self.names.items() if known.memory}
        return ArticleInput(
            article, source, project.options(article), project.config, found, self.terms, names, tuple(unread)
        )

    def read_one(self, article: str, locale: str) -> ArticleInput:
        """Read one article with its catalogue in one locale; raises what is wrong with either."""
        found = replace(self, locales=(locale,)).read(article, anew=(locale,))
        if isinstance(found, Failure):
            raise found.error
        for failure in found.unread:
            raise failure.error
        return found

    def names_of(self, article: str) -> tuple[str, ...]:
        """Return the files that are read of an article."""
        config = self.project.config
        return (f"{config.articles}/{article}", *(self.project.catalog_name(article, one) for one in self.locales))


_Done = TypeVar("_Done", bound=Outcome)
_Shared = TypeVar("_Shared")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Files(Generic[_Done]):
    """What is written of the results of a verb, so that as long as it stands they need not be made again."""

    slim: Callable[[_Done], _Done | None] = lambda done: done
    """A result → the same without what the files have; None where it may not be kept."""
    made: Callable[[_Done], Mapping[str, str]] = lambda _: {}
    """Such a result → its files by the digests that they have then, empty for one that is not to be there."""


def outcomes(
    work: Workset,
    function: Callable[[ArticleInput], _Done],
    failures: list[Failure],
    executor: Executor | None = None,
    *,
    doing: str,
    terms: bool = False,
    desk: Desk | None = None,
    files: Files[_Done] | None = None,
    after: Callable[[ProjectFolder, _Done], _Done] | None = None,
) -> Iterator[_Done]:
    """Yield what `function` makes of each article of a command, in their order; what fails goes to `failures`.

    `doing` says in a message what is done. A catalogue that cannot be understood is looked at again while it changes:
    a program may just be saving it. With `terms` a locale whose glossary cannot be read is left out. Another `desk`
    than that of the command says what is read; `files` says what the caller makes of the results. `after` is done with
    a result where it was made.
    """
    failures += [Failure("", locale, err) for locale, err in work.termless.items()] if terms else []
    desk = desk or Desk.of(work, terms=terms)
    for done in worked_on(work, function, executor, doing=doing, desk=desk, files=files, after=after):
        if isinstance(done, Failure):
            failures.append(done)
            continue
        failures += done.failures
        yield done


def worked_on(
    work: Workset,
    function: Callable[[ArticleInput], _Done],
    executor: Executor | None = None,
    *,
    doing: str,
    desk: Desk,
    files: Files[_Done] | None = None,
    after: Callable[[ProjectFolder, _Done], _Done] | None = None,
) -> Iterator[_Done | Failure]:
    """Yield what `function` makes of each article of a command, or why it makes nothing of it; as `outcomes` does."""
    files = files or Files()
    verb = f"{doing} {' '.join(desk.locales)}"
    keeping = Keeping(verb, (desk, function), desk.names_of, partial(_kept, files.slim), partial(_made, files.made))
    return each_batch(work, (desk, function, doing, after), batch_of, executor, keeping)


def _kept(slim: Callable[[_Done], _Done | None], done: _Done | Failure) -> _Done | None:
    return None if isinstance(done, Failure) or done.failures else slim(done)


def _made(made: Callable[[_Done], Mapping[str, str]], done: _Done | Failure) -> Mapping[str, str]:
    return {} if isinstance(done, Failure) else made(done)


def inputs(work: Workset, failures: list[Failure]) -> Iterator[ArticleInput]:
    """Read the articles of a command, and their catalogues, one article at a time.

    What cannot be read goes to `failures`, save the glossaries: those are `Workset.termless`.
    """
    desk = Desk.of(work, terms=True)
    for article in work.articles:
        one = desk.read(article)
        if isinstance(one, Failure):
            failures.append(one)
        else:
            yield one


def each_batch(
    work: Workset,
    shared: _Shared,
    function: Callable[[_Shared, Sequence[str]], Sequence[_Made | Failure]],
    executor: Executor | None = None,
    keeping: Keeping[_Made | Failure] | None = None,
) -> Iterator[_Made | Failure]:
    """Yield what `function` makes of batches of articles by their names, in their order.

    What it is given besides is sent along with each batch, and unpacked once by each process. What is kept of earlier
    commands by the rules of `keeping` is not made again. A project that is not read from the disk alone is worked on
    here.
    """
    fresh = partial(_fresh, work, shared, function, executor)
    if work.state is None or keeping is None or not work.project.on_disk:
        return fresh(work.articles)
    return remembered(work.articles, work.state, keeping, fresh)


def _fresh(
    whole: Workset,
    shared: _Shared,
    function: Callable[[_Shared, Sequence[str]], Sequence[_Made | Failure]],
    executor: Executor | None,
    articles: Sequence[str],
) -> Iterator[_Made | Failure]:
    work = replace(whole, articles=tuple(articles))
    lost = partial(_lost, work.project.config.articles)
    if executor is None or not work.project.on_disk or _little(work, getattr(executor, "least", 0)):
        yield from spread(partial(function, shared), batches(work), None, lost)
        return
    root = getattr(executor, "root", "") or os.fspath(work.project.root)
    if expects := getattr(executor, "expects", None):
        expects(len(work.articles))
    yield from spread(Packed.of(function, shared, root), batches(work), executor, lost)


def _little(work: Workset, least: int) -> bool:
    """Tell whether the articles, times their locales, have fewer bytes than would be worth an executor."""
    most = least // (len(work.locales) + 1)
    folder = f"{work.project.root}/{work.project.config.articles}"
    return bool(least) and all((most := most - _size(f"{folder}/{article}")) >= 0 for article in work.articles)


def _lost(folder: str, article: str) -> Failure:
    return Failure(article, "", WorkerError.twice(f"{folder}/{article}"))


def batches(work: Workset) -> Iterator[tuple[str, ...]]:
    """Cut the articles of a command into batches of about the same size, which the disk tells."""
    root = os.fspath(work.project.root)
    batch: list[str] = []
    size = 0
    desk = Desk(work.project, work.locales, {}, {})
    for article in work.articles:
        own = sum(_size(f"{root}/{name}") for name in desk.names_of(article))
        if batch and (size + own > _BYTES or len(batch) >= _ARTICLES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(article)
        size += own
    if batch:
        yield tuple(batch)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  100,000 articles in 10 locales are a million of them
    except OSError:
        return 0


def batch_of(
    shared: tuple[Desk, Callable[[ArticleInput], _Done], str, Callable[[ProjectFolder, _Done], _Done] | None],
    articles: Iterable[str],
) -> list[_Done | Failure]:
    """Return what a function makes of articles by their names, in this process; see `worked_on`."""
    desk, function, doing, after = shared
    made: list[_Done | Failure] = []
    for article in articles:
        one = _one(desk, function, doing, article)
        made.append(one if after is None or isinstance(one, Failure) else after(desk.project, one))
    return made


def _one(desk: Desk, function: Callable[[ArticleInput], _Done], doing: str, article: str) -> _Done | Failure:
    given = desk.read(article)
    if isinstance(given, Failure):
        return given
    done = attempt(function, doing, given)
    if isinstance(done, Failure):
        return done
    broken = [one.locale for one in done.failures if one.locale and isinstance(one.error, CatalogError)]
    if not broken:
        return done
    again = desk.read(article, anew=broken)
    return again if isinstance(again, Failure) else attempt(function, doing, again)
