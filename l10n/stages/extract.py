"""The verb `extract`: bring templates and catalogues into step with the articles."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from l10n.catalog import worth
from l10n.catalog.atomic_write import swap_name
from l10n.catalog.orphans import Orphans, orphans, renamed
from l10n.errors import L10nError
from l10n.stages.extract_article import ExtractInput, extract_article, merged
from l10n.stages.extract_batch import (
    MARK,
    ExtractedArticle,
    ExtractedCatalog,
    ExtractOrder,
    extract_batch,
    mark,
    once_more,
    write_batch,
)
from l10n.stages.front_matter import left_alone, unmatched
from l10n.stages.keeping import Keeping, Written
from l10n.stages.mapping import Failure, attempt
from l10n.stages.outcomes import Desk, each_batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from l10n.model import Catalog, Document, Entry, Key
    from l10n.project import ProjectFolder
    from l10n.stages.extract_article import ExtractResult
    from l10n.stages.front_matter import FrontMatter
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
    recut: Mapping[str, int] = field(default_factory=dict)
    """Of the articles whose words are as they were: how many texts of each are cut otherwise, 0 where some are new."""
    unmatched: tuple[L10nError, ...] = ()
    """Paths of front matter in the configuration that name no text in any article."""


def extract(work: Workset, *, today: date, dry: bool = False, executor: Executor | None = None) -> Extracted:
    """Merge every article into its template and its catalogues; `dry` only tells what would change.

    Catalogues without an article are kept as they are; one that a new article mostly agrees with is where that
    begins (it was renamed), and what people translated in the others is taken over where the same text stands in
    an article now. A text that leaves one article and stands in another takes its translation along. A text that
    becomes stale is so since `today`. A catalogue in which a review has made a few marks needless is in step; `dry`
    does not name it. An `executor` may look at the articles and write them.
    """
    project = work.project
    whole = work.whole and not work.unknown
    notices: list[str] = []
    left: dict[str, Orphans] = {}
    cold: set[str] = set()
    for locale in work.locales:
        there = project.orphans(locale, ())
        cold |= set() if there else {locale}
        left[locale] = _left(work, locale, there, notices) if whole else Orphans()
    desk = replace(Desk.of(work), locales=("", *work.locales))
    order = ExtractOrder(desk, today, dry, whole, left, frozenset(cold))
    failures: list[Failure] = []
    found = _Found()
    rows = found.rows
    depends = replace(order, today=date.min, cold=frozenset())
    keeping: Keeping[ExtractedArticle | Failure] = Keeping(
        f"extracting {' '.join(work.locales)}",
        depends,
        partial(_files, desk),
        _in_step,
        written=partial(_brought, project),
    )
    for done in each_batch(work, order, extract_batch, executor, keeping):
        if isinstance(done, Failure):
            failures.append(done)
        else:
            found.take(done)
    for locale in work.locales:
        takers = _takers(order, rows.of(locale), locale)
        _take(order, rows, locale, takers)
    _write_late(work, order, rows, executor)
    whole = whole and not failures
    alone = left_alone(project, found.looks) if whole else ()
    return Extracted(
        tuple(project.catalog_name(article, locale) for locale in desk.locales for article in rows.changed(locale)),
        found.articles,
        found.segments,
        (*alone, *notices, *found.notices),
        (
            *work.unknown,
            *(one.error for one in failures),
            *(error for locale in desk.locales for error in rows.errors(locale)),
            *found.failures,
        ),
        found.recut,
        unmatched(project, found.looks) if whole else (),
    )


def _files(desk: Desk, article: str) -> tuple[str, ...]:
    """Return what the extraction of an article depends on; where a process was killed at it, there is one more."""
    names = desk.names_of(article)
    return (*names, *map(swap_name, names[1:]))


def _in_step(done: ExtractedArticle | Failure) -> ExtractedArticle | None:
    """Return what may be kept: nothing changes, so that it does not matter on which day."""
    if isinstance(done, Failure) or done.failures or any(row.changed or row.errors for row in done.catalogs):
        return None
    return done


def _brought(project: ProjectFolder, done: ExtractedArticle | Failure) -> Written[ExtractedArticle] | None:
    """Return what is in step since it was written: extracting it again changes nothing."""
    if isinstance(done, Failure) or done.failures or any(row.waits or row.errors for row in done.catalogs):
        return None
    names = {row.locale: project.catalog_name(done.article, row.locale) for row in done.catalogs if row.changed}
    if not names or not all(row.digest for row in done.catalogs if row.changed):
        return None
    rows = tuple(replace(row, changed=False, gone=(), recut=None) for row in done.catalogs)
    files = {names[row.locale]: (row.before, row.digest) for row in done.catalogs if row.changed}
    front = done.front_matter and replace(done.front_matter, old=True, unread=())
    return Written(replace(done, catalogs=rows, front_matter=front), files)


class _Rows:
    """What became of the catalogues that something is to be done with or told of, in the order of the articles."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, ExtractedCatalog]] = {}

    def take(self, article: str, row: ExtractedCatalog) -> None:
        if row.changed or row.waits or row.gone or row.wanting or row.errors:
            self._rows.setdefault(row.locale, {})[article] = row

    def of(self, locale: str) -> dict[str, ExtractedCatalog]:
        return self._rows.get(locale, {})

    def changed(self, locale: str) -> list[str]:
        return [article for article, row in self.of(locale).items() if row.changed]

    def errors(self, locale: str) -> list[L10nError]:
        return [error for row in self.of(locale).values() for error in row.errors]

    def waiting(self) -> dict[str, tuple[str, ...]]:
        """Return the articles that are to be written still, and in which locales."""
        found: dict[str, list[str]] = {}
        for locale, rows in self._rows.items():
            for article, row in rows.items():
                if row.waits:
                    found.setdefault(article, []).append(locale)
        return {article: tuple(locales) for article, locales in found.items()}

    def note(self, article: str, done: ExtractedCatalog) -> None:
        """Put down what came of writing one."""
        row = self.of(done.locale)[article]
        self.of(done.locale)[article] = replace(
            row, changed=done.changed, waits=False, errors=(*row.errors, *done.errors)
        )


@dataclass(slots=True)
class _Found:
    """What became of the articles: of one in which nothing is to be told or done next to nothing is kept."""

    articles: int = 0
    segments: int = 0
    rows: _Rows = field(default_factory=_Rows)
    looks: list[tuple[str, FrontMatter]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    failures: list[L10nError] = field(default_factory=list)
    recut: dict[str, int] = field(default_factory=dict)
    _alike: dict[FrontMatter, FrontMatter] = field(default_factory=dict)

    def take(self, one: ExtractedArticle) -> None:
        """Take what became of one."""
        self.articles += 1
        self.segments += one.segments
        self.notices += one.notices
        self.failures += one.failures
        if one.front_matter:
            self.looks.append((one.article, self._alike.setdefault(one.front_matter, one.front_matter)))
        for row in one.catalogs:
            self.rows.take(one.article, row)
            if row.recut is not None and not row.locale:
                self.recut[one.article] = row.recut


def _take(order: ExtractOrder, rows: _Rows, locale: str, takers: Mapping[str, ExtractInput]) -> None:
    """Write the catalogues that take a text over, before those that it leaves."""
    if order.dry:
        for article in takers:
            rows.note(article, ExtractedCatalog(locale, changed=True))
        return
    jobs = [(article, locale, partial(merged, one=one)) for article, one in takers.items()]
    for article, outcome in zip(takers, order.desk.project.update_catalogs(jobs), strict=True):
        rows.note(article, ExtractedCatalog.written(locale, outcome))


def _write_late(work: Workset, order: ExtractOrder, rows: _Rows, executor: Executor | None) -> None:
    """Write the other catalogues that waited."""
    late = {} if order.dry else rows.waiting()
    articles = tuple(article for article in work.articles if article in late)
    if not articles:
        return
    for done in each_batch(replace(work, articles=articles), replace(order, late=late), write_batch, executor):
        if isinstance(done, Failure):
            for locale in late[done.article]:
                rows.note(done.article, ExtractedCatalog(locale, changed=False, errors=(done.error,)))
        else:
            for row in done.catalogs:
                rows.note(done.article, row)


def _left(work: Workset, locale: str, there: Sequence[str], notices: list[str]) -> Orphans:
    """Read the catalogues of a locale whose article is gone; one that cannot be read is a notice.

    So is a renamed article, once: later its texts stand in a catalogue under the new name.
    """
    project = work.project
    catalogs: dict[str, Catalog] = {}
    known = set(work.articles)
    for article in there:
        if article in known:
            continue
        name = project.catalog_name(article, locale)
        try:
            po = project.catalog(article, locale)
        except L10nError as err:
            notices += [_gone(name), str(err)]
            continue
        if po:
            catalogs[name] = po.catalog
    if not catalogs:
        return Orphans()
    # `Path.exists` raises where a name is too long.
    new = [one for one in work.articles if not os.path.exists(project.root / project.catalog_name(one, locale))]  # noqa: PTH110
    fixed = set(new)
    left = orphans(list(catalogs.values()), _documents(project, new))
    fresh = {id(catalog): article for article, catalog in left.before.items()}
    others = [catalog for catalog in catalogs.values() if id(catalog) not in fresh]
    old = (one for one in work.articles if others and one not in fixed)
    settled = {id(one) for one in renamed(others, _documents(project, old)).values()}
    for name, catalog in catalogs.items():
        if id(catalog) in fresh:
            notices.append(f"{name}: its article was renamed to {fresh[id(catalog)]}; the old catalogue is kept")
        elif id(catalog) not in settled:
            notices.append(_gone(name))
    return left


def _documents(project: ProjectFolder, articles: Iterable[str]) -> Iterator[Document]:
    """Cut articles one after the other; what cannot be read is told when it is extracted."""
    for article in articles:
        try:
            yield project.document(article)
        except L10nError:
            continue


def _gone(name: str) -> str:
    return f"{name}: its article is gone; the catalogue is kept"


def _takers(order: ExtractOrder, rows: Mapping[str, ExtractedCatalog], locale: str) -> dict[str, ExtractInput]:
    """Return the articles in which a text stands that leaves another one, with what people wrote for it there."""
    lost = [(article, entry) for article, row in rows.items() for entry in row.gone]
    marks = {mark(entry.key) for _, entry in lost}
    found: dict[str, ExtractInput] = {}
    for article, row in rows.items() if lost else ():
        if any(row.wanting[at : at + MARK] in marks for at in range(0, len(row.wanting), MARK)):
            taking = _taking(order, article, locale, lost)
            if taking:
                found[article] = taking
    return found


def _taking(order: ExtractOrder, article: str, locale: str, lost: Sequence[tuple[str, Entry]]) -> ExtractInput | None:
    """Look at an article once more for what it takes of what was lost; None where it takes nothing."""
    given = order.desk.read(article)
    if isinstance(given, Failure):
        return None
    try:
        one = next(one for one in order.inputs(given, given.document()) if one.locale == locale)
    except L10nError:
        return None
    done = attempt(extract_article, "extracting", one)
    seen: ExtractResult = once_more(order.desk.project, one) if isinstance(done, Failure) or done.failure else done
    wanting: Mapping[Key, int] = seen.wanting
    moved = tuple(
        entry
        for other, entry in lost
        if other != article and entry.key in wanting and worth(entry) > wanting[entry.key]
    )
    return replace(one, moved=moved) if moved else None
