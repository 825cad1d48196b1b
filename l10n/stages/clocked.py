"""What `coverage` asks the history of the catalogues for: how fast drafts were read (`l10n.pace`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import history, pace
from l10n.catalog import lossless
from l10n.coverage import standing
from l10n.errors import L10nError
from l10n.pace import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from l10n.history import Commit, FileChange
    from l10n.model import Catalog, Document, Key, Pace
    from l10n.pace import Readings, Seen
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
        revisions: dict[str, list[Revision]] = {}
        try:
            for locale, revision in self._revisions():
                revisions.setdefault(locale, []).append(revision)
        except L10nError as err:
            self.notices.append(f"how fast drafts were read is not known: {err}")
        counts = {one.document.path: one.count for one in self._timed.values()}
        words: Callable[[str, Key], int] = lambda article, key: counts[article](key.text)  # noqa: E731
        readings = {locale: pace.paces(some, words) for locale, some in revisions.items()}
        return {at: _pace(one, readings.get(one.catalog.locale, {})) for at, one in self._timed.items()}

    def _revisions(self) -> Iterator[tuple[str, Revision]]:
        """Yield what each commit made of each catalogue, with its locale; a commit behind those it builds on."""
        root, folder = self.project.root, self.project.config.catalogs
        known = {
            self.project.catalog_name(one.document.path, one.catalog.locale): one.catalog
            for one in self._timed.values()
        }
        found: list[tuple[Commit, FileChange, Catalog]] = []
        for commit in history.commits(root, folder):
            for change in commit.files:
                catalog = known.get(change.path)
                if catalog is not None:
                    known.setdefault(change.before, catalog)
                    found.append((commit, change, catalog))
        names = [name for _, change, _ in found for name in (change.old, change.new) if name]
        versions = {name: _seen(name, data) for name, data in history.contents(root, names)}
        for commit, change, catalog in reversed(found):
            before = None if commit.cut_off else versions.get(change.old) if change.old else {}
            after = versions.get(change.new)
            began, done = min(commit.written, commit.committed), max(commit.written, commit.committed)
            yield catalog.locale, Revision(catalog.article, commit.author, began, done, before, after)


def _seen(name: str, data: bytes) -> Mapping[Key, Seen] | None:
    """Return what one version says of drafts; None where it cannot be read."""
    if _DRAFT not in data:
        return {}
    try:
        return pace.seen(lossless.decode(data, path=name, article="", locale="").catalog)
    except L10nError:
        return None


def _pace(one: _Timed, readings: Readings) -> Pace:
    entries = standing(one.document, one.catalog)
    words = (one.count(segment.key.text) for segment in one.document.segments)
    return pace.measured(one.document.path, list(zip(entries, words, strict=True)), readings, one.least)
