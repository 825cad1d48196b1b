"""Owns whose work each localized article is that a build makes: by its texts, and by the history of git."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import files, history
from l10n.errors import L10nError
from l10n.many import Pile, Room
from l10n.model import BuildRecord, FileMark, LastChange, ManifestRow, ReviewShare, WorkHistory
from l10n.stages.reviewed import Reviewed
from l10n.values import packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from l10n.files import Builds
    from l10n.model import BulkReview, Standing
    from l10n.stages.built import BuildResult, BuiltArticle
    from l10n.stages.workset import Workset

__all__ = ["Authorship"]

_OTHERWISE = "build without what asks for it"
_CUT_OFF = "who reviewed what before the history begins is not known; `fetch-depth: 0` fetches all"


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is kept of one article in one locale until all are built."""

    article: str
    locale: str
    source: FileMark | None
    catalog: FileMark | None
    held: str
    keeps: bool
    record: BuildRecord
    reviewers: tuple[ReviewShare, ...]


class Authorship:
    """Takes what was built of one article after the other; the history is walked once, before."""

    def __init__(self, work: Workset) -> None:
        self._work = work
        self._history = Reviewed(
            work.project,
            work.state,
            work.locales,
            work.articles,
            whole=True,
            engines=False,
            period=None,
            sources=True,
            otherwise=_OTHERWISE,
        )
        self._known = self._history.look(None)
        self._uncommitted: frozenset[str] = frozenset()
        if self._known:
            self._look_at_the_tree()
        self._taken: Pile[_Taken] = Pile(Room())
        self._places: dict[tuple[str, str], int] = {}

    def _look_at_the_tree(self) -> None:
        try:
            self._uncommitted = history.changed_since(self._work.project.root, "HEAD", otherwise=_OTHERWISE)
        except L10nError as err:
            self._history.notices.append(f"what is in no commit yet is not known: {err}")

    @property
    def notices(self) -> tuple[str, ...]:
        """What is not known, and why."""
        cut_off = () if self.reach != "shallow" else (_CUT_OFF,)
        return (*self._history.notices, *cut_off)

    @property
    def reach(self) -> str:
        """How much of the history git has: `whole`, `shallow` or `none`."""
        if not self._known:
            return "none"
        return "shallow" if self._history.shallow else "whole"

    def take(self, one: BuiltArticle) -> BuiltArticle:
        """Take an article in all its locales; return the same without what is only put down."""
        for row in one.rows:
            if row.record is not None:
                self._history.take(row.record.reviewed)
                self._places[row.article, row.locale] = len(self._taken)
                self._taken.append(len(self._taken), packed(self._of(row, row.record)))
        return replace(one, rows=tuple(replace(row, record=None) for row in one.rows))

    def _of(self, row: BuildResult, record: BuildRecord) -> _Taken:
        project = self._work.project
        return _Taken(
            article=row.article,
            locale=row.locale,
            source=self._mark(f"{project.config.articles}/{row.article}"),
            catalog=self._mark(project.catalog_name(row.article, row.locale)),
            held=row.held,
            keeps=row.keeps,
            record=replace(record, reviewed=()),
            reviewers=tuple(self._shares(record.reviewed, row.locale)),
        )

    def _mark(self, name: str) -> FileMark | None:
        data = self._work.project.read(name)
        return None if data is None else FileMark(name, files.digest(data.encode() if isinstance(data, str) else data))

    def _shares(self, texts: Iterable[Standing], locale: str) -> Iterator[ReviewShare]:
        """Sum up who reviewed what of an article: by name, and what is not known of comes last."""
        sums: dict[str, Counter[str]] = {}
        for one in texts:
            total = sums.setdefault(self._history.reviewer(one), Counter())
            drafted = one.origin is not None and one.origin.machine
            total["human" if not drafted else "edited" if one.edited else "accepted"] += one.words
            total["segments"] += 1
        for name in sorted(sums, key=lambda name: (not name, name)):
            total = sums[name]
            yield ReviewShare(
                name,
                locale,
                segments=total["segments"],
                accepted=total["accepted"],
                edited=total["edited"],
                human=total["human"],
            )

    def bulks(self, least: int) -> tuple[BulkReview, ...]:
        """Return who accepted so many words of drafts at once."""
        return self._history.bulks(least)

    def told(self, article: str, locale: str) -> WorkHistory | None:
        """Return what an article may say of its history; None where it is told nothing, or nothing is translated."""
        config = self._work.project.config
        at = self._places.get((article, locale)) if config.tells_history else None
        one = None if at is None else self._taken[at][1]
        if one is None or not one.record.translated:
            return None
        change = None if self._is_new(one) else self._changed(one)
        people = one.reviewers if config.credits else ()
        return WorkHistory(
            translators=_most(people, lambda share: share.human),
            reviewers=_most(people, lambda share: share.accepted + share.edited),
            modified=change.date if change else "",
        )

    def rows(self, built: Builds) -> Iterator[ManifestRow]:
        """Yield what was taken, with the files of the build as they are now; raises `OSError`."""
        for _, one in self._taken:
            name = self._work.project.build_name(one.article, one.locale)
            yield ManifestRow(
                article=one.article,
                locale=one.locale,
                source=one.source,
                catalog=one.catalog,
                built=_built(built, name, held=bool(one.held), keeps=one.keeps),
                held=one.held,
                record=one.record,
                reviewers=one.reviewers,
                changed=self._changed(one),
                uncommitted=self._is_new(one),
            )

    def _is_new(self, one: _Taken) -> bool:
        """Tell whether something of an article is in no commit: git does not tell of what it is to ignore."""
        names = _names(one)
        unknown = self.reach == "whole" and any(name not in self._history.changes for name in names)
        return unknown or bool(self._uncommitted.intersection(names))

    def _changed(self, one: _Taken) -> LastChange | None:
        """Return which commit changed an article or its catalogue last."""
        changes = self._history.changes
        return min((changes[name] for name in _names(one) if name in changes), default=(0, None))[1]


def _most(people: Iterable[ReviewShare], words: Callable[[ReviewShare], int]) -> tuple[str, ...]:
    """Return the names of those who have some words, the most first."""
    known = (share for share in people if share.name and words(share))
    return tuple(share.name for share in sorted(known, key=lambda share: (-words(share), share.name)))


def _names(one: _Taken) -> list[str]:
    return [file.path for file in (one.source, one.catalog) if file]


def _built(built: Builds, name: str, *, held: bool, keeps: bool) -> FileMark | None:
    """Return what readers have of an article; what is held may stay as an earlier build left it."""
    if not held:
        return FileMark(name, built.known(name)) if built.known(name) else None
    if not keeps:
        return None
    data = built.read(name)
    return None if data is None else FileMark(name, files.digest(data))
