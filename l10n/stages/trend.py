"""What a dashboard asks the history of the catalogues for: how many words stood where, day by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING

from l10n.errors import StorageError, UsageError
from l10n.model import State, Tally, TrendPoint
from l10n.stages.revisions import Asked, source_words, walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from l10n.model import CatalogChange, Entry, Key
    from l10n.project import ProjectFolder

__all__ = ["trends"]

_MOST = 60
"""Days of a locale that are told."""


def trends(
    project: ProjectFolder, articles: Sequence[str], locales: Sequence[str], *, whole: bool, notices: list[str]
) -> dict[str, tuple[TrendPoint, ...]]:
    """Return for each locale how its catalogues stood at the end of the days on which commits changed them.

    Days are those of the committer, in UTC. Where they are `whole`, all articles, catalogues that are gone count for
    their time, too. Where there is no history nothing is told; where git refuses, the `notices` say so. An entry counts
    once, however often its text stands in an article.
    """
    asked = Asked(frozenset(product(articles, locales)), frozenset(locales if whole else ()))
    moved: dict[str, dict[str, Counter[State]]] = {}
    try:
        for changes in walked(project, asked):
            days = moved.setdefault(changes[0].locale, defaultdict(Counter))
            for day, change in _moves(changes):
                days[day].update(change)
    except UsageError:
        return {}
    except StorageError as err:
        notices.append(f"how coverage changed is not known: {err}")
        return {}
    return {locale: tuple(_thinned(list(_points(moved[locale])))) for locale in locales if locale in moved}


def _moves(changes: Sequence[CatalogChange]) -> Iterable[tuple[str, Counter[State]]]:
    """Yield what each commit added to the words of each state of one catalogue, or took away, and its day.

    Where it is not known what a commit found, all is counted anew that it left.
    """
    known: dict[str, int] = {}
    total: Counter[State] = Counter()
    for change in changes:
        if change.after is None:
            continue
        here = _words(change, change.after, known)
        here.subtract(total if change.before is None else _words(change, change.before, known))
        total.update(here)
        yield datetime.fromtimestamp(change.committed, UTC).date().isoformat(), here


def _words(change: CatalogChange, entries: Mapping[Key, Entry], known: dict[str, int]) -> Counter[State]:
    sums: Counter[State] = Counter()
    for one in entries.values():
        text = one.key.text
        if text not in known:
            known[text] = source_words(change.article, text)
        sums[one.state] += known[text]
    return sums


def _points(days: Mapping[str, Counter[State]]) -> Iterable[TrendPoint]:
    total: Counter[State] = Counter()
    for day in sorted(days):
        total.update(days[day])
        yield TrendPoint(
            day, Tally(total[State.REVIEWED], total[State.DRAFT], total[State.STALE], total[State.MISSING])
        )


def _thinned(points: Sequence[TrendPoint]) -> Sequence[TrendPoint]:
    """Return no more points than are drawn: the first, the last, and others at even distances."""
    if len(points) <= _MOST:
        return points
    return [points[at * (len(points) - 1) // (_MOST - 1)] for at in range(_MOST)]
