"""Owns bringing the memory into step with the catalogues, which verbs that ask it do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.errors import L10nError, blaming
from l10n.memory.learning import NOTHING, lesson

if TYPE_CHECKING:
    from l10n.project import ProjectFolder
    from l10n.protocols import Memory

__all__ = ["learn"]


def learn(project: ProjectFolder, memory: Memory, locale: str) -> list[L10nError]:
    """Bring the memory into step with the reviewed entries of all catalogues of a locale; return what is not read."""
    known = memory.digests(locale)
    articles = project.orphans(locale, ())
    failures: list[L10nError] = []
    for article in articles:
        try:
            with blaming(project.catalog_name(article, locale), "learning from it"):
                po = project.catalog(article, locale)
                taught = lesson(po.catalog, project.config.source) if po else NOTHING
        except L10nError as err:
            failures.append(err)
            continue
        if known.get(article, NOTHING.digest) != (mark := taught.digest):
            memory.update(locale, article, mark, taught.translations)
    for article in known.keys() - set(articles):
        memory.update(locale, article, "", ())
    return failures
