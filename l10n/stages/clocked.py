"""What `coverage` asks the history of the catalogues for: how fast drafts were read (`l10n.pace`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from l10n import pace
from l10n.coverage import standing
from l10n.errors import L10nError
from l10n.pace import Revision
from l10n.stages.revisions import Asked, walked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.model import Catalog, CatalogChange, Document, Key, Pace
    from l10n.pace import Readings
    from l10n.project import ProjectFolder

__all__ = ["Clocked"]

_DRAFT = b"# draft:"


@dataclass(frozen=True, slots=True)
class _Timed:
    """An article in one locale whose pace is asked for."""

    document: Document
    catalog: Catalog
    count: Callable[[str], int]
    least: float


@dataclass(slots=True)
class Clocked:
    """The articles of which it is asked how fast their drafts were read; git is asked once for all of them."""

    project: ProjectFolder
    notices: list[str] = field(default_factory=list)
    walked: bool = False
    """Others walk the history, and have it taken."""
    _revisions: list[tuple[int, str, Revision]] = field(default_factory=list)
    """The place in the history, and the locale."""
    _timed: dict[int, _Timed] = field(default_factory=dict)

    def add(self, at: int, document: Document, catalog: Catalog, count: Callable[[str], int], least: float) -> None:
        """Ask for one; `at` names it in the answer."""
        self._timed[at] = _Timed(document, catalog, count, least)

    def paces(self) -> dict[int, Pace]:
        """Return how fast each was read; where there is no history, that is not known, and a notice says so."""
        if not self._timed:
            return {}
        places = frozenset((one.document.path, one.catalog.locale) for one in self._timed.values())
        if not self.walked:
            asked = Asked(places, holding=_DRAFT, otherwise="leave `min-seconds-per-word` out")
            try:
                for changes in walked(self.project, asked):
                    self.take(changes)
            except L10nError as err:
                self.notices.append(f"how fast drafts were read is not known: {err}")
        revisions: dict[str, list[Revision]] = {}
        for _, locale, one in sorted(self._revisions, key=itemgetter(0)):
            if (one.article, locale) in places:
                revisions.setdefault(locale, []).append(one)
        counts = {one.document.path: one.count for one in self._timed.values()}
        words: Callable[[str, Key], int] = lambda article, key: counts[article](key.text)  # noqa: E731
        readings = {locale: pace.paces(some, words) for locale, some in revisions.items()}
        return {at: _pace(one, readings.get(one.catalog.locale, {})) for at, one in self._timed.items()}

    @property
    def wanted(self) -> bool:
        """Whether it is asked of any article in any locale."""
        config = self.project.config
        some = (*(one.min_seconds_per_word for one in config.locale.values()), config.min_seconds_per_word)
        return any((*some, *(one.min_seconds_per_word for one in config.section)))

    def take(self, changes: Sequence[CatalogChange]) -> None:
        """Keep what a history says of one catalogue, if it is asked how fast its drafts were read."""
        if self.project.settings(changes[0].article, changes[0].locale).min_seconds_per_word:
            self._revisions += ((one.at, one.locale, _revision(one)) for one in changes)


def _revision(change: CatalogChange) -> Revision:
    began, done = sorted((change.written, change.committed))
    before, after = (None if one is None else pace.seen(one) for one in (change.before, change.after))
    return Revision(change.article, change.who, began, done, before, after)


def _pace(one: _Timed, readings: Readings) -> Pace:
    entries = standing(one.document, one.catalog)
    words = (one.count(segment.key.text) for segment in one.document.segments)
    return pace.measured(one.document.path, list(zip(entries, words, strict=True)), readings, one.least)
