"""Owns what a command works on: the chosen articles, read once, and the chosen locales."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n import formats, locales
from l10n.errors import L10nError, LocaleError, UsageError
from l10n.text.sentences import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from l10n.catalog.lossless import PoFile
    from l10n.model import Document
    from l10n.project import Project

__all__ = ["Workset", "catalogs", "gather", "word_counter"]


@dataclass(frozen=True, slots=True)
class Workset:
    """Articles and locales of one command."""

    project: Project
    locales: tuple[str, ...]
    documents: tuple[Document, ...]
    failures: tuple[L10nError, ...]
    """Articles that cannot be read; the others are processed all the same."""
    whole: bool
    """True when no article was left out by the user's choice."""


def gather(project: Project, *, chosen: Sequence[str] = (), articles: Sequence[str] = ()) -> Workset:
    """Read the articles; `chosen` locales and `articles` narrow the work, all of them when empty.

    Raises `LocaleError` for a locale that is not the project's and `UsageError` for an article that does not exist.
    """
    names = tuple(dict.fromkeys(locales.parse(code) for code in chosen)) or project.config.locales
    for name in names:
        if name not in project.config.locales:
            raise LocaleError(
                f"`{name}` is not a locale of this project ({', '.join(project.config.locales)})",
                remedy="Add it to `locales` in pyproject.toml.",
            )
    found, faults = project.articles()
    if articles:
        found, faults = [_match(project, name, found) for name in dict.fromkeys(articles)], []
    documents: list[Document] = []
    for name in found:
        try:
            documents.append(project.document(name))
        except L10nError as err:
            faults.append(err)
    return Workset(project, names, tuple(documents), tuple(faults), whole=not articles)


def catalogs(work: Workset, failures: list[L10nError]) -> Iterator[tuple[Document, str, PoFile | None]]:
    """Read the catalogue of every article in every locale; one that is broken goes to `failures`."""
    for locale in work.locales:
        for document in work.documents:
            try:
                po = work.project.catalog(document.path, locale)
            except L10nError as err:
                failures.append(err)
            else:
                yield document, locale, po


def word_counter(document: Document) -> Callable[[str], int]:
    """Return a function that counts the words of a text of this document, markup left out."""
    fmt = formats.load(document.format)

    @cache
    def count(text: str) -> int:
        return words.count(text, fmt.inline(text))

    return count


def _match(project: Project, name: str, found: Sequence[str]) -> str:
    """Accept an article as it is named in tables, or as a path from the project's root."""
    plain = name.replace("\\", "/").removeprefix("./")
    for candidate in (plain, plain.removeprefix(f"{project.config.articles}/")):
        if candidate in found:
            return candidate
    raise UsageError(f"there is no article `{name}`", remedy=f"Name it by its path below {project.config.articles}/.")
