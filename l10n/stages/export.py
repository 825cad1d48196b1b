"""The verb `export`: what may be published, or what is to be translated, in a form that other programs read."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from l10n import config_values, filenames
from l10n.errors import ConfigError, UsageError, collecting
from l10n.stages.articles import Ranks
from l10n.stages.build import ready
from l10n.stages.published import published
from l10n.stages.work_files import work_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from l10n.config import Config
    from l10n.errors import L10nError
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["FORMATS", "Exported", "ExportedAll", "export"]


@dataclass(frozen=True, slots=True)
class Exported:
    """One article in one locale, as another program reads it."""

    article: str
    locale: str
    text: str
    """Empty where it is held."""
    held: str = ""
    """Why."""


@dataclass(frozen=True, slots=True)
class ExportedAll:
    """What `export` did."""

    items: tuple[Exported, ...]
    """What was exported, in the order of the articles; without what is held."""
    held: tuple[Exported, ...]
    changed: tuple[str, ...]
    """Files written, relative to the project."""
    failures: tuple[L10nError, ...]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A form that articles are exported in."""

    module: str
    """Has `ending`, that of its files, and what `items` calls."""
    items: Callable[[Any, Workset, list[Failure]], Iterator[Exported]]
    """What is exported: gives the module the values that it writes."""
    publishes: bool = True
    """It has what may be published; else what translators work on."""


def export(work: Workset, form: str, folder: str = "") -> ExportedAll:
    """Export every article in every locale; into files of a folder, where one is named.

    What is published goes out where its policy releases it, what is to be translated always.

    Raises `UsageError` for a form that is not known and a folder that cannot be written to, and `ConfigError` for
    settings that the form lacks and as `stages.build.ready` does.
    """
    if form not in FORMATS:
        raise UsageError(f"nothing is exported as `{form}`", remedy=f"Use one of: {', '.join(sorted(FORMATS))}.")
    chosen = FORMATS[form]
    if chosen.publishes:
        ready(work)
    inside = _folder(work.project.config, folder) if folder else ""
    module = import_module(chosen.module)
    unread: list[Failure] = []
    errors: list[L10nError] = []
    items: list[Exported] = []
    held: list[Exported] = []
    changed: list[str] = []
    for one in chosen.items(module, work, unread):
        (held if one.held else items).append(one)
        name = f"{inside}/{one.locale}/{one.article}{module.ending}"
        with collecting(errors, name, "writing it"):
            if inside and one.text and work.project.read_file(name) != one.text:
                work.project.write_file(name, one.text)
                changed.append(name)
    failures = (*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread), *errors)
    return ExportedAll(tuple(items), tuple(held), tuple(changed), failures)


def _stories(module: Any, work: Workset, failures: list[Failure]) -> Iterator[Exported]:
    config = work.project.config
    if not config.site:
        raise ConfigError(
            "items are named for all the world, and `site` is not set",
            remedy='Write the address of your site into pyproject.toml: site = "https://example.org/".',
        )
    for one in published(work, failures):
        text = module.written(one.story, site=config.site, source=config.source) if one.story else ""
        yield Exported(one.article, one.locale, text, one.held)


def _folder(config: Config, named: str) -> str:
    """Return a folder of the project that is none of its own; raises `UsageError`."""
    try:
        folder = config_values.inside(named)
    except ValueError as err:
        raise UsageError(f"`{named}` {err}", remedy="Name a folder of the project.") from err
    here = filenames.folded(f"{folder}/")
    for own in (config.articles, config.catalogs, config.build):
        there = filenames.folded(f"{own}/")
        if here.startswith(there) or there.startswith(here) or folder == ".":
            raise UsageError(f"`{named}` and `{own}` lie in one another", remedy="Name a folder of its own.")
    return folder


def _work_files(module: Any, work: Workset, failures: list[Failure]) -> Iterator[Exported]:
    for article, locale, text in work_files(work, module.written, failures):
        yield Exported(article, locale, text)


FORMATS: dict[str, ExportFormat] = {
    "ninjs": ExportFormat("l10n.exchange.ninjs", _stories),
    "xliff": ExportFormat("l10n.exchange.xliff.v21", _work_files, publishes=False),
    "xliff-1.2": ExportFormat("l10n.exchange.xliff.v12", _work_files, publishes=False),
}
"""Name to the form; another one is a module of `l10n.exchange`, and a line here."""
