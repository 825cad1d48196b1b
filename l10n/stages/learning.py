"""Owns bringing the memory into step with the catalogues, which verbs that ask it do first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n.errors import CatalogError, L10nError, blaming
from l10n.memory.learning import NOTHING, Lesson, lesson
from l10n.stages.articles import decoded
from l10n.stages.keeping import Keeping, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.catalog import PoFile
    from l10n.project import ProjectFolder
    from l10n.protocols import Memory
    from l10n.state import ProjectState

__all__ = ["learn"]


@dataclass(frozen=True, slots=True)
class _Taught:
    """What one catalogue teaches."""

    digest: str
    lesson: Lesson | None = None
    """None where it is not at hand, as nothing but its digest was kept."""


def learn(project: ProjectFolder, memory: Memory, locale: str, state: ProjectState | None = None) -> list[L10nError]:
    """Bring the memory into step with the reviewed entries of all catalogues of a locale; return what is not read.

    Where a `state` knows what a catalogue teaches, it is opened only if the memory has not learnt that.
    """
    known = memory.digests(locale)
    articles = project.orphans(locale, ())
    failures: list[L10nError] = []
    for article, told in zip(articles, _all_taught(project, locale, articles, state), strict=True):
        one = told
        if isinstance(one, _Taught) and one.digest != known.get(article, NOTHING.digest):
            one = one if one.lesson else _taught(project, locale, article)
            if isinstance(one, _Taught) and one.lesson:
                memory.update(locale, article, one.digest, one.lesson.translations)
        if isinstance(one, L10nError):
            failures.append(one)
    if not project.shared:  # else another desk may have what is not here
        for article in known.keys() - set(articles):
            memory.update(locale, article, "", ())
    return failures


def _all_taught(
    project: ProjectFolder, locale: str, articles: Sequence[str], state: ProjectState | None
) -> Iterator[_Taught | L10nError]:
    def work(some: Sequence[str]) -> Iterator[_Taught | L10nError]:
        return (_taught(project, locale, article) for article in some)

    if state is None or not project.on_disk:
        return work(articles)
    reads = partial(_reads, project, locale)
    keeping: Keeping[_Taught | L10nError] = Keeping(f"learning {locale}", project.config.source, reads, _kept)
    return remembered(articles, state, keeping, work)


def _reads(project: ProjectFolder, locale: str, article: str) -> tuple[str, ...]:
    return (project.catalog_name(article, locale),)


def _kept(told: _Taught | L10nError) -> _Taught | None:
    return _Taught(told.digest) if isinstance(told, _Taught) else None


def _read(project: ProjectFolder, locale: str, article: str) -> PoFile | None:
    """Read a catalogue for all verbs of a command; one that seems broken may have been half saved just now."""
    data = project.catalog_bytes(article, locale)
    if data is None:
        return None
    try:
        return decoded(data, path=project.catalog_name(article, locale), article=article, locale=locale)
    except CatalogError:
        return project.catalog(article, locale)


def _taught(project: ProjectFolder, locale: str, article: str) -> _Taught | L10nError:
    try:
        with blaming(project.catalog_name(article, locale), "learning from it"):
            po = _read(project, locale, article)
            found = lesson(po.catalog, project.config.source) if po else NOTHING
            return _Taught(found.digest, found)
    except L10nError as err:
        return err
