"""The verb `coverage`: count what is translated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import coverage as counting
from l10n import formats
from l10n.errors import collecting
from l10n.stages.articles import Ranks
from l10n.stages.clocked import Clocked
from l10n.stages.count_article import count_article
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import Coverage, Standing
    from l10n.stages.count_article import CountedArticle, CountedLocale
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["Covered", "coverage", "summed"]


@dataclass(frozen=True, slots=True)
class Covered:
    """What `coverage` counted."""

    rows: tuple[Coverage, ...]
    """One an article and locale, the articles in order within each locale."""
    failures: tuple[L10nError, ...]
    segments: tuple[Standing, ...] = ()
    """Every segment of every row, in their order; empty where it was not asked for."""
    notices: tuple[str, ...] = ()
    """Why something could not be measured."""

    @property
    def from_history(self) -> bool:
        """Whether git was asked: what it has changes with no file of the project."""
        return any(row.pace for row in self.rows)


def coverage(work: Workset, *, segments: bool = False, executor: Executor | None = None) -> Covered:
    """Measure every article in every locale; one without a catalogue is missing throughout.

    With `segments` each segment is told, too.
    """
    unread: list[Failure] = []
    counted = list(outcomes(work, partial(count_article, segments=segments), unread, executor, doing="counting"))
    return summed(work, counted, unread)


def summed(work: Workset, counted: Iterable[CountedArticle], unread: list[Failure]) -> Covered:
    """Put together what was counted of each article."""
    failures = [*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread)]
    found: dict[str, list[CountedLocale]] = {locale: [] for locale in work.locales}
    for article in counted:
        for one in article.rows:
            found[one.row.locale].append(one)
    ordered = [one for locale in work.locales for one in found[locale]]
    rows = [one.row for one in ordered]
    told = [segment for one in ordered for segment in one.segments]
    clock = Clocked(work.project)
    for at, one in enumerate(ordered):
        if one.timed:
            _timed(work, clock, at, one.row, failures)
    for at, pace in clock.paces().items():
        rows[at] = replace(rows[at], pace=pace)
    return Covered(tuple(rows), tuple(failures), tuple(told), tuple(clock.notices))


def _timed(work: Workset, clock: Clocked, at: int, row: Coverage, failures: list[L10nError]) -> None:
    """Have it measured how fast the drafts of an article were read."""
    project = work.project
    with collecting(failures, project.catalog_name(row.article, row.locale), "counting it"):
        document, po = project.document(row.article), project.catalog(row.article, row.locale)
        least = project.settings(row.article, row.locale).min_seconds_per_word
        if po:
            clock.add(at, document, po.catalog, counting.word_counter(formats.load(document.format)), least)
