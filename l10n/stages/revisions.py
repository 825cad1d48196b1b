"""Owns the way through the history of the catalogues: each is walked once, whoever asks what its commits made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import formats, history
from l10n.catalog import lossless
from l10n.errors import ArticleError, L10nError
from l10n.model import CatalogChange
from l10n.text.sentences import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from l10n.history import Commit, FileChange
    from l10n.model import Entry, Key
    from l10n.project import ProjectFolder

__all__ = ["Asked", "Listed", "listed", "read", "source_words", "walked"]

_ENDING = ".po"
_Place = tuple[str, str]
"""An article and a locale."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a history is asked for."""

    places: frozenset[tuple[str, str]]
    """Articles and locales whose catalogues are walked, as they are called now."""
    locales: frozenset[str] = frozenset()
    """Locales of which every catalogue is walked, also what is gone."""
    holding: bytes = b""
    """Versions without this are not read: nothing in them is asked for."""
    first: str = ""
    last: str = "HEAD"
    """Revisions: the commits that the last builds on and the first does not; without a first, all of them."""
    otherwise: str = ""
    """How to do without, for a remedy."""


def walked(project: ProjectFolder, asked: Asked) -> Iterator[list[CatalogChange]]:
    """Yield what each commit made of a catalogue, one catalogue after the other, a commit behind those it builds on.

    A catalogue that was renamed is one. Raises `UsageError` where there is no repository or no such revision, and
    `StorageError` where git is not installed or gives up.
    """
    return read(project, asked, listed(project, asked))


def listed(project: ProjectFolder, asked: Asked) -> Listed:
    """Return which commits touched which catalogue, by article and locale; raises as `walked` does."""
    root, until = project.root, asked.last
    inside: frozenset[str] | None = None
    if asked.first:
        until, inside = history.between(root, asked.first, asked.last, otherwise=asked.otherwise)
    commits = history.commits(root, project.config.catalogs, until=until, otherwise=asked.otherwise)
    steps = [(at, one, inside is None or one.id in inside) for at, one in enumerate(reversed(commits))]
    return _sorted(project, asked, reversed(steps))


def read(project: ProjectFolder, asked: Asked, found: Listed) -> Iterator[list[CatalogChange]]:
    """Yield what the commits made of each catalogue that is listed, many read from git at once; raises as `walked`."""
    batch: list[_Place] = []
    names: list[str] = []
    for place, changes in found.items():
        batch.append(place)
        names += [name for _, change in changes for name in (change.old, change.new) if name]
        if len(names) >= history.CHUNK:
            yield from _read(project, asked, {one: found[one] for one in batch}, names)
            batch, names = [], []
    yield from _read(project, asked, {one: found[one] for one in batch}, names)


def source_words(article: str, text: str) -> int:
    """Count the words of a source text of an article, which need not be there any more."""
    try:
        spans = formats.for_path(article).inline(text)
    except ArticleError:
        spans = ()
    return words.count(text, spans)


_Step = tuple[int, "Commit", bool]
"""A commit with its place in the history, and whether it is asked about."""
Listed = dict[_Place, list[tuple[_Step, "FileChange"]]]
"""Article and locale → the commits that touched the catalogue, oldest first, and what each did."""


def _sorted(project: ProjectFolder, asked: Asked, steps: Iterable[_Step]) -> Listed:
    """Return the changes of each catalogue, oldest first; `steps` come newest first."""
    known = {project.catalog_name(*place): place for place in sorted(asked.places)}
    named = _namer(project, asked.locales)
    found: Listed = {}
    for step in steps:
        for change in step[1].files:
            place = known.get(change.path) or named(change.path)
            if place is not None:
                known.setdefault(change.before, place)
                found.setdefault(place, []).append((step, change))
    return {place: found[place][::-1] for place in sorted(found)}


def _namer(project: ProjectFolder, locales: Iterable[str]) -> Callable[[str], _Place | None]:
    """Return what tells article and locale of a catalogue by its path, where all of the locale are asked for."""
    folders = {project.catalog_name("", locale).removesuffix(_ENDING): locale for locale in locales}

    def named(path: str) -> _Place | None:
        for folder, locale in folders.items():
            if path.startswith(folder) and path.endswith(_ENDING):
                return path.removeprefix(folder).removesuffix(_ENDING), locale
        return None

    return named


def _read(project: ProjectFolder, asked: Asked, found: Listed, names: Iterable[str]) -> Iterator[list[CatalogChange]]:
    """Read the versions of some catalogues and tell what changed."""
    said = history.contents(project.root, names, otherwise=asked.otherwise)
    versions = {name: _live(name, data, asked.holding) for name, data in said}
    for (article, locale), changes in found.items():
        told: list[CatalogChange] = []
        for (at, commit, inside), change in changes:
            before = None if commit.cut_off else versions.get(change.old) if change.old else {}
            after = versions.get(change.new) if change.new else {}
            if before is not None and after is not None:
                before, after = _differing(before, after)
            told.append(
                CatalogChange(
                    article=article,
                    locale=locale,
                    at=at,
                    asked=inside,
                    who=commit.author,
                    name=commit.name,
                    written=commit.written,
                    committed=commit.committed,
                    before=before,
                    after=after,
                )
            )
        yield told


def _live(name: str, data: bytes, holding: bytes) -> Mapping[Key, Entry] | None:
    """Return the live entries of one version; None where it cannot be read."""
    if holding not in data:
        return {}
    try:
        return lossless.decode(data, path=name, article="", locale="").catalog.live()
    except L10nError:
        return None


def _differing(
    before: Mapping[Key, Entry], after: Mapping[Key, Entry]
) -> tuple[Mapping[Key, Entry], Mapping[Key, Entry]]:
    new = {key: entry for key, entry in after.items() if before.get(key) != entry}
    old = {key: entry for key, entry in before.items() if key in new or key not in after}
    return old, new
