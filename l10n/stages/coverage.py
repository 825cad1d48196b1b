"""The verb `coverage`: count what is translated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from l10n import config, formats
from l10n import coverage as counting
from l10n.errors import UsageError, collecting
from l10n.model import By
from l10n.stages.articles import Ranks
from l10n.stages.clocked import Clocked
from l10n.stages.count_article import count_article
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Executor

    from l10n.errors import L10nError
    from l10n.model import BulkReview, Coverage, ReviewShare, Standing
    from l10n.stages.count_article import CountedArticle, CountedLocale
    from l10n.stages.mapping import Failure
    from l10n.stages.reviewed import Reviewed
    from l10n.stages.workset import Workset

__all__ = ["Covered", "by_section", "coverage", "summed", "write_badge"]


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
    shares: tuple[ReviewShare, ...] | None = None
    """What each reviewer reviewed, or each machine drafted; None where it was not asked for."""
    bulks: tuple[BulkReview, ...] | None = None
    """Who accepted many drafts at once; None where it was not asked for."""

    @property
    def from_history(self) -> bool:
        """Whether git was asked: what it has changes with no file of the project."""
        return self.shares is not None or self.bulks is not None or any(row.pace for row in self.rows)


def coverage(
    work: Workset,
    *,
    segments: bool = False,
    by: By = By.ARTICLE,
    period: str | None = None,
    executor: Executor | None = None,
) -> Covered:
    """Measure every article in every locale; one without a catalogue is missing throughout.

    With `segments` each segment is told, too. Git is asked where it is told `by` reviewer or by engine, of what stands
    now or of a `period`, and where the project asks what was accepted at once. Raises `UsageError` for what is no
    period, or one that git does not know.
    """
    if not by.from_history and period is not None:
        raise UsageError(
            "`--period` asks what was reviewed when", remedy="Add `--by reviewer`, or `--by engine` for drafts."
        )
    least = work.project.config.max_accepted_at_once
    if not by.from_history and not least:
        return _counted(work, executor, segments=segments)
    from l10n.stages import reviewed  # noqa: PLC0415  few commands ask for reviews
    from l10n.stages.sittings import MANY  # noqa: PLC0415

    when = None if period is None else reviewed.period(period)
    clock = Clocked(work.project)
    history = reviewed.Reviewed(
        work.project, work.state, work.locales, work.articles, work.whole, by is By.ENGINE, when
    )
    newest = when is None or when.newest
    timed = newest and clock.wanted
    clock.walked = history.look(clock.take if timed else None) and timed
    done = _counted(work, executor, segments=segments, history=history, clock=clock)
    shares = history.shares() if by.from_history else None
    bulks = history.bulks(least or MANY) if period is None and (least or by is By.REVIEWER) else None
    return replace(done, shares=shares, bulks=bulks, notices=(*history.notices, *done.notices))


def _counted(
    work: Workset,
    executor: Executor | None,
    *,
    segments: bool,
    history: Reviewed | None = None,
    clock: Clocked | None = None,
) -> Covered:
    unread: list[Failure] = []
    counted: list[CountedArticle] = []
    function = partial(count_article, segments=segments or history is not None)
    for one in outcomes(work, function, unread, executor, doing="counting"):
        if history:
            for row in one.rows:
                history.take(row.segments)
        bare = one if segments else replace(one, rows=tuple(replace(row, segments=()) for row in one.rows))
        counted.append(bare if history else one)
    return summed(work, counted, unread, clock)


def by_section(work: Workset, rows: Iterable[Coverage]) -> tuple[Coverage, ...]:
    """Sum rows up by section: the last one of the configuration that an article is in, else its first folder."""
    from l10n.report.totals import grouped  # noqa: PLC0415  no other command sums up

    return tuple(grouped(rows, lambda row: _section(work, row.article)))


def _section(work: Workset, article: str) -> str:
    named = config.sections(work.project.config, article)
    return named[-1].path if named else f"{article.split('/', 1)[0]}/" if "/" in article else "./"


def write_badge(work: Workset, name: str, rows: Sequence[Coverage]) -> None:
    """Write a badge into the project, if it is another than before.

    Raises `UsageError` where the file is there and is no badge, and `StorageError`.
    """
    from l10n.report import badge  # noqa: PLC0415  no other command writes badges

    before, text = work.project.read_file(work.project.place(name)), badge.badge(rows, PurePosixPath(name).suffix)
    if before is not None and not badge.is_badge(before):
        raise UsageError("it is there, and is no badge", path=name, remedy="Delete it, or name another file.")
    if text != before:
        work.project.write_file(name, text)


def summed(
    work: Workset, counted: Iterable[CountedArticle], unread: list[Failure], clock: Clocked | None = None
) -> Covered:
    """Put together what was counted of each article."""
    failures = [*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread)]
    found: dict[str, list[CountedLocale]] = {locale: [] for locale in work.locales}
    for article in counted:
        for one in article.rows:
            found[one.row.locale].append(one)
    ordered = [one for locale in work.locales for one in found[locale]]
    rows = [one.row for one in ordered]
    told = [segment for one in ordered for segment in one.segments]
    clock = clock or Clocked(work.project)
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
