"""Owns what a command works on: the chosen articles, read once, and the chosen locales."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from l10n import locales
from l10n.errors import L10nError, LocaleError, blaming
from l10n.stages.idle import idle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.catalog.pofile import PoFile
    from l10n.model import Document, Term
    from l10n.project import ProjectFolder
    from l10n.stages.idle import Idle
    from l10n.state import ProjectState
    from l10n.text.facts.known_names import KnownNames

__all__ = ["Workset", "anew", "changed_since", "gather", "opened"]


@dataclass(frozen=True)
class Workset:
    """Articles and locales of one command."""

    project: ProjectFolder
    locales: tuple[str, ...]
    articles: tuple[str, ...]
    """What is to be read, by its path below the folder of articles."""
    unknown: tuple[L10nError, ...]
    """Files among the articles that are none."""
    whole: bool
    """True when no article was left out by the user's choice."""
    idle: tuple[Idle, ...] = ()
    """Sections of the configuration that no article of the project is in."""
    state: ProjectState | None = field(default=None, compare=False, repr=False)
    """What earlier commands found out, and what is kept for the next; None where nothing is."""

    @cached_property
    def _read(self) -> tuple[tuple[Document, ...], tuple[L10nError, ...]]:
        documents: list[Document] = []
        faults = list(self.unknown)
        for name in self.articles:
            try:
                documents.append(self.project.document(name))
            except L10nError as err:
                faults.append(err)
        return tuple(documents), tuple(faults)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The articles, read once, when first asked for."""
        return self._read[0]

    @property
    def failures(self) -> tuple[L10nError, ...]:
        """What is no article or cannot be read; the others are processed all the same."""
        return self._read[1]

    @cached_property
    def _glossaries(self) -> tuple[dict[str, tuple[Term, ...]], dict[str, KnownNames], dict[str, L10nError]]:
        from l10n.text.facts.known_names import known  # noqa: PLC0415  not all verbs ask for terms

        good: dict[str, tuple[Term, ...]] = {}
        names: dict[str, KnownNames] = {}
        bad: dict[str, L10nError] = {}
        for locale in self.locales:
            try:
                with blaming(self.project.glossary_name(locale), "reading it"):
                    terms = self.project.glossary(locale)
                with blaming(self.project.names_name(locale), "reading it"):
                    names[locale] = known(terms, self.project.names(locale).rows, locale)
                good[locale] = terms
            except L10nError as err:
                bad[locale] = err
        return good, names, bad

    @property
    def terms(self) -> dict[str, tuple[Term, ...]]:
        """Locale → its glossary, read once, when first asked for.

        A locale whose glossary or name memory cannot be read is not here. What asks for terms is not done in such a
        locale: it would draft and find what the glossary forbids.
        """
        return self._glossaries[0]

    @property
    def names(self) -> dict[str, KnownNames]:
        """Locale → what is known of names in it, by glossary and name memory; the same locales as `terms`."""
        return self._glossaries[1]

    @property
    def termless(self) -> dict[str, L10nError]:
        """Locale → why its glossary or name memory cannot be read; the others are worked on all the same."""
        return self._glossaries[2]


def gather(
    project: ProjectFolder, *, chosen: Sequence[str] = (), articles: Sequence[str] = (), here: Path | None = None
) -> Workset:
    """Find the articles; `chosen` locales and `articles` narrow the work, all of them when empty.

    Articles are named as `stages.addressed` says, from the folder `here` (the project's where it is not given); where
    nothing but PO files of some locales is named and no locale is chosen, the work is in those.

    Raises `LocaleError` for a locale that is not the project's and `UsageError` for an article that does not exist.
    """
    names = tuple(dict.fromkeys(locales.parse(code) for code in chosen)) or project.config.locales
    for name in names:
        if name not in project.config.locales:
            raise LocaleError(
                f"`{name}` is not a locale of this project ({', '.join(project.config.locales)})",
                remedy=f"Run `l10n add-locale {name}`.",
            )
    found, faults = project.articles()
    unused = idle(project, found)
    if articles:
        from l10n.stages.addressed import addressed  # noqa: PLC0415  most commands are about all articles

        named = addressed(project.config, project.root, articles, found, faults, here=here or project.root)
        found, faults = list(named.articles), list(named.faults)
        names = names if chosen else named.locales or names
    return Workset(project, names, tuple(found), tuple(faults), whole=not articles, idle=unused)


def anew(work: Workset) -> Workset:
    """Return the same work with everything to be read again, because a file of the project was written."""
    return replace(work)


def changed_since(work: Workset, revision: str) -> Workset:
    """Narrow the work to articles whose English, or a translation of which, changed since a revision of git."""
    from l10n import history  # noqa: PLC0415  most commands ask git nothing

    names = history.changed_since(work.project.root, revision)
    folder = work.project.config.articles
    articles = tuple(
        article
        for article in work.articles
        if f"{folder}/{article}".removeprefix("./") in names
        or any(work.project.catalog_name(article, locale) in names for locale in work.locales)
    )
    unknown = tuple(fault for fault in work.unknown if fault.path in names)
    return replace(work, articles=articles, unknown=unknown, whole=False)


def opened(
    project: ProjectFolder, documents: Iterable[Document], locale: str, failures: list[L10nError]
) -> Iterator[tuple[Document, PoFile | None]]:
    """Read the catalogues of articles in one locale; one that is broken goes to `failures`."""
    for document in documents:
        try:
            po = project.catalog(document.path, locale)
        except L10nError as err:
            failures.append(err)
        else:
            yield document, po
