"""Owns finding the localized articles that a team has already: by a folder, a pattern, or the name of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import files
from l10n.errors import UsageError
from l10n.publish import layouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["FoundEditions"]

_TEMPLATES = ("{path}", *dict.fromkeys(one.template for one in (layouts.PLAIN, *layouts.PRESETS.values())))
"""Where localized articles lie in a folder: as the articles do, or as some site generator wants them."""
_REMEDY = "Name the article with `--article`, or give a pattern such as `i18n/{locale}/{path}`."


@dataclass(frozen=True, slots=True)
class FoundEditions:
    """Where localized articles are looked for."""

    articles: Sequence[str]
    """Their paths below the folder of articles."""
    home: Path
    """The folder of articles: no article is its own translation."""
    locale: str

    def of(self, path: Path) -> dict[str, Path]:
        """Return article → its edition, at least one, for what a person named; raises `UsageError`."""
        if "{" in path.name or "{" in path.as_posix():
            found = self._by_pattern(path.as_posix())
        elif path.is_dir():
            found = self._in_folder(path)
        else:
            found = {self._by_name(path): path}
        found = {article: one for article, one in found.items() if not _same(one, self.home / article)}
        if not found:
            raise UsageError("no localized article is there", path=path.as_posix(), remedy=_REMEDY)
        owners: dict[Path, str] = {}
        for article, one in found.items():
            if owners.setdefault(one, article) != article:
                told = f"would be the translation of {owners[one]} and of {article}"
                raise UsageError(told, path=one.as_posix(), remedy=_REMEDY)
        return found

    def _by_pattern(self, pattern: str) -> dict[str, Path]:
        if unknown := layouts.unknown_fields(pattern):
            known = ", ".join(f"{{{one}}}" for one in layouts.FIELDS)
            raise UsageError(f"there is no {{{unknown[0]}}}", path=pattern, remedy=f"Use {known}.")
        named = {article: Path(self._filled(pattern, article)) for article in self.articles}
        return {article: path for article, path in named.items() if path.is_file()}

    def _in_folder(self, folder: Path) -> dict[str, Path]:
        there = set(files.walk(folder))
        ways: list[dict[str, Path]] = []
        for template in _TEMPLATES:
            named = ((article, self._filled(template, article)) for article in self.articles)
            found = {article: folder / name for article, name in named if name in there}
            ways.append({article: path for article, path in found.items() if not _same(path, self.home / article)})
        best: dict[str, Path] = {}
        for way in sorted(ways, key=len, reverse=True):  # an article that lies in two ways is where most lie
            best = way | best
        return {article: best[article] for article in self.articles if article in best}

    def _by_name(self, path: Path) -> str:
        """Return the article that a file is called after: the longest part of its path decides."""
        shown = f"/{path.as_posix()}"
        ways = ((article, self._filled(one, article)) for article in self.articles for one in _TEMPLATES)
        fitting = [(len(name), article) for article, name in ways if shown.endswith(f"/{name}")]
        most = max((length for length, _ in fitting), default=0)
        found = sorted({article for length, article in fitting if length == most})
        if len(found) == 1:
            return found[0]
        told = f"may be {' or '.join(found[:3])}" if found else "is named like no article"
        raise UsageError(told, path=path.as_posix(), remedy=_REMEDY)

    def _filled(self, template: str, article: str) -> str:
        return layouts.filled(template, article, self.locale)


def named(path: Path, article: str, articles: Iterable[str]) -> dict[str, Path]:
    """Return a file as the edition of an article that a person named; raises `UsageError` for another's name."""
    if article not in articles:
        raise UsageError("there is no such article", path=article, remedy="Give its path below the folder of articles.")
    return {article: path}


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
