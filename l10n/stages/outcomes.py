"""Owns the way of a verb through its articles: batches by size, read and worked on here or by an executor's workers."""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from l10n.errors import CatalogError, L10nError, WorkerError
from l10n.recent import Recent
from l10n.stages.articles import ArticleInput, Outcome
from l10n.stages.mapping import Failure, attempt, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.model import Term
    from l10n.project import ProjectFolder
    from l10n.stages.workset import Workset
    from l10n.text.facts.known_names import KnownNames

__all__ = ["Desk", "batches", "each_batch", "inputs", "outcomes", "worked_on"]

_BYTES = 1 << 18
"""Bytes of articles and catalogues in one batch, save that one article may be larger."""
_ARTICLES = 64
"""Articles in one batch."""
_desks: Recent[Any] = Recent(4)
"""What was sent to this process last for all batches of a verb, by its digest."""


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


_Done = TypeVar("_Done", bound=Outcome)
_Shared = TypeVar("_Shared")
_Made = TypeVar("_Made")


def outcomes(
    work: Workset,
    function: Callable[[ArticleInput], _Done],
    failures: list[Failure],
    executor: Executor | None = None,
    *,
    doing: str,
    terms: bool = False,
    desk: Desk | None = None,
) -> Iterator[_Done]:
    """Yield what `function` makes of each article of a command, in their order; what fails goes to `failures`.

    `doing` says in a message what is done. A catalogue that cannot be understood is looked at again while it changes:
    a program may just be saving it. With `terms` a locale whose glossary cannot be read is left out. Another `desk`
    than that of the command says what is read.
    """
    failures += [Failure("", locale, err) for locale, err in work.termless.items()] if terms else []
    for done in worked_on(work, function, executor, doing=doing, desk=desk or Desk.of(work, terms=terms)):
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
) -> Iterator[_Done | Failure]:
    """Yield what `function` makes of each article of a command, or why it makes nothing of it; as `outcomes` does."""
    return each_batch(work, (desk, function, doing), _batch, executor)


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
) -> Iterator[_Made | Failure]:
    """Yield what `function` makes of batches of articles by their names, in their order.

    What it is given besides is sent along with each batch, and unpacked once by each process.
    """
    lost = partial(_lost, work.project.config.articles)
    if executor is None:
        yield from spread(partial(function, shared), batches(work), None, lost)
        return
    packed = pickle.dumps((function, shared), pickle.HIGHEST_PROTOCOL)
    mark = hashlib.sha256(packed).digest()
    yield from spread(partial(_unpacked, packed, mark), batches(work), executor, lost)


def _unpacked(packed: bytes, mark: bytes, articles: Sequence[str]) -> Sequence[Any]:
    function, shared = _desks.get(mark, 1, lambda: pickle.loads(packed))  # noqa: S301  packed by `each_batch`
    made: Sequence[Any] = function(shared, articles)
    return made


def _lost(folder: str, article: str) -> Failure:
    return Failure(article, "", WorkerError.twice(f"{folder}/{article}"))


def batches(work: Workset) -> Iterator[tuple[str, ...]]:
    """Cut the articles of a command into batches of about the same size, which the disk tells."""
    config, root = work.project.config, os.fspath(work.project.root)
    batch: list[str] = []
    size = 0
    for article in work.articles:
        names = (f"{config.articles}/{article}", *(work.project.catalog_name(article, one) for one in work.locales))
        own = sum(_size(f"{root}/{name}") for name in names)
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


def _batch(shared: tuple[Desk, Callable[[ArticleInput], _Done], str], articles: Iterable[str]) -> list[_Done | Failure]:
    return [_one(*shared, article) for article in articles]


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
