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
    from collections.abc import Callable

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
    _timed: dict[int, _Timed] = field(default_factory=dict)

    def add(self, at: int, document: Document, catalog: Catalog, count: Callable[[str], int], least: float) -> None:
        """Ask for one; `at` names it in the answer."""
        self._timed[at] = _Timed(document, catalog, count, least)

    def paces(self) -> dict[int, Pace]:
        """Return how fast each was read; where there is no history, that is not known, and a notice says so."""
        if not self._timed:
            return {}
        revisions: dict[str, list[tuple[int, Revision]]] = {}
        try:
            for change in (one for changes in walked(self.project, self._asked()) for one in changes):
                revisions.setdefault(change.locale, []).append((change.at, _revision(change)))
        except L10nError as err:
            self.notices.append(f"how fast drafts were read is not known: {err}")
        counts = {one.document.path: one.count for one in self._timed.values()}
        words: Callable[[str, Key], int] = lambda article, key: counts[article](key.text)  # noqa: E731
        readings = {
            locale: pace.paces([one for _, one in sorted(some, key=itemgetter(0))], words)
            for locale, some in revisions.items()
        }
        return {at: _pace(one, readings.get(one.catalog.locale, {})) for at, one in self._timed.items()}

    def _asked(self) -> Asked:
        places = frozenset((one.document.path, one.catalog.locale) for one in self._timed.values())
        return Asked(places, holding=_DRAFT, otherwise="leave `min-seconds-per-word` out")


def _revision(change: CatalogChange) -> Revision:
    began, done = sorted((change.written, change.committed))
    before, after = (None if one is None else pace.seen(one) for one in (change.before, change.after))
    return Revision(change.article, change.who, began, done, before, after)


def _pace(one: _Timed, readings: Readings) -> Pace:
    entries = standing(one.document, one.catalog)
    words = (one.count(segment.key.text) for segment in one.document.segments)
    return pace.measured(one.document.path, list(zip(entries, words, strict=True)), readings, one.least)
