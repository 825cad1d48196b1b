"""Owns the sections of the configuration that no article is in: most are a slip, and what they ask for is not done."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import globs
from l10n.config import FILE, Fallback, Policy
from l10n.errors import ConfigError, L10nError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.config import Section
    from l10n.project import ProjectFolder

__all__ = ["Idle", "idle", "section_lines"]

_HEADER = re.compile(r"^\s*\[\[\s*tool\s*\.\s*l10n\s*\.\s*section\s*\]\]", re.MULTILINE)
_WILD = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Idle:
    """A section that no article is in."""

    error: ConfigError
    restricts: bool
    """It keeps something from being published, so that without it more would be."""


def idle(project: ProjectFolder, articles: Sequence[str]) -> tuple[Idle, ...]:
    """Return the sections that hold for none of all the articles, save those that say `empty = true`."""
    sections = project.config.section
    empty = [
        (at, section)
        for at, section in enumerate(sections)
        if not section.empty and not any(globs.matches(section.path, article) for article in articles)
    ]
    lines = _lines(project) if empty else []
    return tuple(
        Idle(_error(project, section, articles, lines[at] if len(lines) == len(sections) else 0), _restricts(section))
        for at, section in empty
    )


def _restricts(section: Section) -> bool:
    limits = bool(section.min_coverage) or section.max_unedited not in {None, 100} or bool(section.hold_until)
    return limits or section.fallback is Fallback.HOLD or section.policy not in {None, Policy.DRAFTS_LABELLED}


def _lines(project: ProjectFolder) -> list[int]:
    """Return the lines on which sections begin; empty where the file cannot be read again."""
    try:
        text = project.read_file(FILE) or ""
    except L10nError:
        return []
    return section_lines(text)


def section_lines(text: str) -> list[int]:
    """Return the 1-based lines of a configuration on which sections begin."""
    return [text.count("\n", 0, found.end()) + 1 for found in _HEADER.finditer(text)]


def _error(project: ProjectFolder, section: Section, articles: Sequence[str], line: int) -> ConfigError:
    near = next((path for path in _near(project, section.path, articles) if _fits(path, articles)), "")
    meant = f"Did you mean `{near}`? " if near else ""
    return ConfigError(
        f"no article in {project.config.articles}/ fits the section `{section.path}`",
        path=FILE,
        line=line,
        remedy=f"{meant}Mend its `path`, or say `empty = true` in it while there are none.",
    )


def _fits(pattern: str, articles: Sequence[str]) -> bool:
    return any(globs.matches(pattern, article) for article in articles)


def _near(project: ProjectFolder, pattern: str, articles: Sequence[str]) -> Iterator[str]:
    """Yield what the pattern may have been meant to be."""
    inner = pattern.removeprefix("./").removeprefix(f"{project.config.articles}/")
    folder, _, last = inner.rpartition("/")
    yield inner
    if last.startswith("*"):
        deeper = "**" if last == "*" else f"**/{last}"
        yield f"{folder}/{deeper}" if folder else deeper
    yield f"{inner.rstrip('/')}/**"
    parts = inner.split("/")
    known = {part for article in articles for part in article.split("/")}
    for at, part in enumerate(parts):
        near = difflib.get_close_matches(part, known, 1) if not _WILD.search(part) and part not in known else []
        if near:
            parts[at] = near[0]
    yield "/".join(parts)
