"""Owns how people name articles: by path, folder, pattern or PO file, from the project or from where they are."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import globs
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.config import Config
    from l10n.errors import L10nError

__all__ = ["Addressed", "addressed"]


@dataclass(frozen=True, slots=True)
class Addressed:
    """The articles that were named."""

    articles: tuple[str, ...]
    """In the order in which they were named, each once."""
    faults: tuple[L10nError, ...]
    """What lies in the folders and patterns that were named and is no article."""
    locales: tuple[str, ...]
    """The locales of the PO files, where nothing but PO files was named; else none."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name: a path below the articles, and the locale of the catalogue that it was named by."""

    path: str
    locale: str = ""


def addressed(
    config: Config, root: Path, names: Iterable[str], found: Sequence[str], faults: Sequence[L10nError], *, here: Path
) -> Addressed:
    """Find the articles that `names` mean among those that were `found`.

    A name is read from the folder `here`, then from the folder of articles, then from the project's `root`, and means
    the first of these that exists. Raises what is wrong with a file that is named, and `UsageError` for a name that
    means nothing.
    """
    articles: list[str] = []
    others: list[L10nError] = []
    locales: list[str] = []
    broken = {fault.path.removeprefix(f"{config.articles}/"): fault for fault in faults}
    for name in dict.fromkeys(names):
        for reading in _readings(config, root, name, here) if name else ():
            if reading.path in broken:
                raise broken[reading.path]
            meant = _meant(reading.path, found)
            below = [fault for path, fault in broken.items() if _inside(path, reading.path)]
            if meant or below:
                articles += meant
                others += below
                locales.append(reading.locale)
                break
        else:
            near = difflib.get_close_matches(name, found, 1)
            help_ = f"Did you mean `{near[0]}`? " if near else ""
            raise UsageError(
                f"there is no article `{name}`",
                remedy=f"{help_}Name it by its path below {config.articles}/, a folder, a pattern or its PO file.",
            )
    only = tuple(dict.fromkeys(locales)) if all(locales) else ()
    return Addressed(tuple(dict.fromkeys(articles)), tuple(dict.fromkeys(others)), only)


def _readings(config: Config, root: Path, name: str, here: Path) -> Iterator[_Reading]:
    """Return what a name that is not empty may mean, the likeliest first."""
    plain = os.path.normpath(name.replace("\\", "/")).replace(os.sep, "/")
    standing = os.path.normpath(here / plain)
    below = _below(root, standing)
    if below is not None:
        yield from _from_root(config, below)
    if not Path(plain).is_absolute():
        yield _Reading(plain)
        yield from _from_root(config, plain)


def _below(root: Path, path: str) -> str | None:
    """Return a path relative to the project, also where one of the two goes through a link; None where it lies out."""
    for candidate in (Path(path), Path(os.path.realpath(path))):
        if candidate.is_relative_to(root):
            return candidate.relative_to(root).as_posix()
    return None


def _from_root(config: Config, path: str) -> Iterator[_Reading]:
    if path in {".", config.catalogs}:
        yield _Reading(".")
    for folder, locale in (
        (config.articles, ""),
        *((f"{config.catalogs}/{locale}", locale) for locale in config.locales),
        (f"{config.catalogs}/templates", ""),
    ):
        if path == folder or path.startswith(f"{folder}/") or folder == ".":
            inner = path.removeprefix(folder).lstrip("/") or "."
            ending = "" if folder == config.articles else ".po" if locale else ".pot"
            yield _Reading(inner.removesuffix(ending), locale)


def _meant(path: str, found: Sequence[str]) -> list[str]:
    """Return the article of this path; failing that those in the folder; failing that those the pattern fits."""
    if path in found:
        return [path]
    inside = [name for name in found if _inside(name, path)]
    return inside or [name for name in found if globs.matches(path, name)]


def _inside(name: str, folder: str) -> bool:
    return folder == "." or name.startswith(f"{folder}/")
