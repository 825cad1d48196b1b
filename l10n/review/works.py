"""Owns the project as it is on the disk now: configuration, glossaries and articles, read again where they changed."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import project, snapshots
from l10n.config import FILE
from l10n.errors import UsageError
from l10n.stages.coverage import coverage
from l10n.stages.risk import riskiest_drafts
from l10n.stages.workset import gather
from l10n.state import ProjectState
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from pathlib import Path

    from l10n.stages.coverage import Covered
    from l10n.stages.workset import Workset

__all__ = ["UnknownArticleError", "Works"]


class UnknownArticleError(UsageError):
    """There is no such article, or no such locale."""


class Works:
    """What requests work on, one after the other: what is kept by those below is not made for threads."""

    def __init__(self, root: Path, chosen: Sequence[str] = ()) -> None:
        self.root = root
        self._chosen = chosen
        self._work: Workset | None = None
        self._seen = ("", "")

    def now(self, *, articles: bool = False) -> Workset:
        """Return what there is; files that are no articles are looked for again only where it is asked for."""
        seen = self._look()
        if self._work is None or articles or seen != self._seen:
            self._work = gather(project.find(self.root), chosen=self._chosen)
            # The configuration was read, and the glossaries are going to be.
            self._seen = seen[0], self._look()[1]
        return self._work

    def having(self, article: str, locale: str) -> Workset:
        """Return what there is, if it has the article and the locale; raises `UnknownArticleError`."""
        work = self.now()
        if article not in work.articles or not self._is_there(work, article):
            work = self.now(articles=True)
        if article not in work.articles or locale not in work.locales:
            raise UnknownArticleError(
                f"there is no article `{article}` in `{locale}`", remedy="Go back to the list of articles."
            )
        return work

    def covered(self) -> Covered:
        """Count all articles, as they are now; raises what `stages.coverage` does."""
        work = self.now(articles=True)
        with closing(ProjectState(self.root)) as state:
            return coverage(replace(work, state=state))

    def riskiest(self, articles: Container[str]) -> dict[tuple[str, str], float]:
        """Weigh the drafts of some articles, as `stages.risk.riskiest_drafts` does."""
        work = self.now()
        with closing(ProjectState(self.root)) as state:
            known = [name for name in work.articles if name in articles]
            return riskiest_drafts(replace(work, state=state), known)

    def seen(self, article: str, locale: str) -> str:
        """Return what an article, its catalogue and what helps with it look like; another look, and all may differ."""
        folder = self.now().project
        names = [f"{folder.config.articles}/{article}", folder.catalog_name(article, locale)]
        return digest("".join((*self._look(), self._shown(names))))

    def _is_there(self, work: Workset, article: str) -> bool:
        """Tell whether a file has the name of an article; one may have been taken away since all were looked for."""
        return os.path.lexists(self.root / work.project.config.articles / article)

    def _look(self) -> tuple[str, str]:
        """Return what the configuration looks like, and what the glossaries and the memories of names do."""
        work = self._work
        named = (work.project.glossary_name, work.project.names_name) if work else ()
        locales = work.locales if work else ()
        return self._shown([FILE]), self._shown([name(locale) for name in named for locale in locales])

    def _shown(self, names: Sequence[str]) -> str:
        return snapshots.seen_at(str(self.root / name) for name in names).digest
