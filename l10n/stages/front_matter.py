"""Owns what a project is told of its front matter: which fields are left alone, and which settings name none."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import fieldpaths, formats
from l10n.config import FILE, sections
from l10n.errors import ConfigError, L10nError
from l10n.stages.idle import section_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.config import Config, Section
    from l10n.model import Document, FrontField
    from l10n.project import ProjectFolder

__all__ = ["FrontMatter", "left_alone", "look", "unmatched"]

_MOST = 12
"""Fields that are named in one notice."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What has to be known of the front matter of an article to tell of that of all; it pickles."""

    old: bool
    """There is a template: what is left alone in it was told already."""
    unread: tuple[tuple[str, int], ...] = ()
    """Path and line of what is for readers and nobody has decided on, each path once; of new articles only."""
    deciding: int = -1
    """Which section of the configuration has the `front-matter` that holds for it; -1 for the project."""
    fields: tuple[tuple[str, bool], ...] = ()
    """Path of each field, and whether it is for readers; where something is named there."""


def look(project: ProjectFolder, document: Document) -> FrontMatter:
    """Look at the front matter of an article, before its template is written."""
    # `Path.exists` raises where a name is too long.
    old = os.path.exists(project.root / project.catalog_name(document.path, ""))  # noqa: PTH110
    unread = () if old else tuple({one.path: one.line for one in reversed(_unread(project, document))}.items())
    settings = _settings(project.config)
    at = _deciding(sections(project.config, document.path), _places_of(project.config))
    fields = _fields(project, document) if settings[at].names else ()
    return FrontMatter(old, unread, at, tuple((one.path, one.readable) for one in fields))


def left_alone(project: ProjectFolder, looks: Sequence[tuple[str, FrontMatter]]) -> tuple[str, ...]:
    """Tell which fields that read like text are not translated, once: while no article with them has a template."""
    fresh: dict[str, list[str]] = defaultdict(list)
    for article, one in looks:
        for path, line in one.unread:
            fresh[path].append(f"{project.config.articles}/{article}:{line}")
    known: set[str] = set()
    for article, one in looks if fresh else ():
        if one.old:
            with contextlib.suppress(L10nError):
                known |= {field.path for field in _unread(project, project.document(article))}
    told = sorted((path for path in fresh if path not in known), key=lambda path: (-len(fresh[path]), path))
    if not told:
        return ()
    shown = ", ".join(f"`{path}` ({_places(fresh[path])})" for path in told[:_MOST])
    more = f" and {len(told) - _MOST} more" if len(told) > _MOST else ""
    names = ", ".join(f"'{path}'" if '"' in path else f'"{path}"' for path in told[:_MOST])
    return (
        (
            f"{FILE}: front matter that reads like text is left alone: {shown}{more}. "
            f"To translate some of it, name it in [tool.l10n]: front-matter = [{names}]. This is said once."
        ),
    )


def _unread(project: ProjectFolder, document: Document) -> list[FrontField]:
    """Return what an article has in front matter for readers, and nobody has decided on."""
    paths = map(fieldpaths.parse, project.options(document.path).fields)
    away = [path for path in paths if path.taken_away]
    fields = (one for one in _fields(project, document) if one.readable and not one.taken)
    return [one for one in fields if not any(path.matches(fieldpaths.parse(one.path).steps) for path in away)]


def _fields(project: ProjectFolder, document: Document) -> tuple[FrontField, ...]:
    return formats.load(document.format).fields(document.source, project.options(document.path))


def _places(places: Sequence[str]) -> str:
    return places[0] if len(places) == 1 else f"{len(places)} articles, {places[0]}"


@dataclass(slots=True)
class _Setting:
    """A key `front-matter`, and the fields of the articles that it holds for."""

    names: tuple[str, ...]
    section: int
    """Which section sets it; -1 for the project."""
    fields: dict[str, bool] = field(default_factory=dict)
    """Path → whether some text there is for readers."""


def unmatched(project: ProjectFolder, looks: Sequence[tuple[str, FrontMatter]]) -> tuple[ConfigError, ...]:
    """Return an error for each path in the configuration that names no text in any of all the articles.

    A section that no article is in is told as such (`stages.idle`), and its paths are not.
    """
    settings = _settings(project.config)
    if not any(one.names for one in settings.values()):
        return ()
    reached: set[int] = set() if looks else {-1}
    for _, one in looks:
        reached.add(one.deciding)
        fields = settings[one.deciding].fields
        for path, readable in one.fields:
            fields[path] = fields.get(path, False) or readable
    return tuple(_errors(project, [one for at, one in settings.items() if at in reached]))


def _settings(config: Config) -> dict[int, _Setting]:
    settings = {-1: _Setting(config.front_matter, -1)}
    for at, section in enumerate(config.section):
        if section.front_matter is not None:
            settings[at] = _Setting(section.front_matter, at)
    return settings


def _places_of(config: Config) -> dict[int, int]:
    return {id(section): at for at, section in enumerate(config.section)}


def _deciding(matching: Sequence[Section], places: dict[int, int]) -> int:
    return next((places[id(one)] for one in reversed(matching) if one.front_matter is not None), -1)


def _errors(project: ProjectFolder, settings: Iterable[_Setting]) -> Iterator[ConfigError]:
    from l10n.config_faults import line_of  # noqa: PLC0415  only a fault needs it

    try:
        text = project.read_file(FILE) or ""
    except L10nError:
        text = ""
    headers = section_lines(text)
    headers = headers if len(headers) == len(project.config.section) else []
    for setting in settings:
        known = {name: fieldpaths.parse(name).steps for name in setting.fields}
        likely = {name: place for name, place in known.items() if setting.fields[name]}
        begin = line_of(text, ("front-matter",)) if setting.section < 0 else (headers[setting.section :] or [0])[0]
        for name in setting.names:
            path = fieldpaths.parse(name)
            if path.taken_away and fieldpaths.by_default(path):
                continue
            if any(path.matches(place) for place in known.values()):
                continue
            yield ConfigError(
                f"no article has a text in its front matter that `{name}` names",
                path=FILE,
                line=_line(text, name, begin),
                remedy=_remedy(name, path.steps, likely),
            )


def _remedy(name: str, steps: fieldpaths.FieldPlace, likely: dict[str, fieldpaths.FieldPlace]) -> str:
    from l10n.config_faults import near  # noqa: PLC0415  only a fault needs it

    away = "!" if name.lstrip().startswith("!") else ""
    flat = _plain(steps)
    below = sorted(other for other, place in likely.items() if _plain(place)[: len(flat)] == flat)
    meant = near(fieldpaths.spelled(steps), likely).replace("`", f"`{away}", 1)
    if below:
        meant = f"It holds other fields: write `{away}{below[0]}`."
    return " ".join(filter(None, (meant, "Mend its path, or take it out.")))


def _plain(place: fieldpaths.FieldPlace) -> fieldpaths.FieldPlace:
    """Return a place without its lists, as they are often forgotten."""
    return tuple(step for step in place if step is not fieldpaths.Step.ITEM)


def _line(text: str, name: str, begin: int) -> int:
    """Return the line at or below `begin` on which a path is written."""
    for number, line in enumerate(text.split("\n"), start=1):
        if begin and number >= begin and (f'"{name}"' in line or f"'{name}'" in line):
            return number
    return begin
