"""The verb `corrections`: which localized articles readers have that say what the English has taken back."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from l10n.stages.articles import Ranks
from l10n.stages.correct_article import correct_article
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import date

    from l10n.errors import L10nError
    from l10n.model import Correction
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["Corrected", "LiveArticle", "corrections"]


@dataclass(frozen=True, slots=True)
class LiveArticle:
    """A localized article that was built, and what has changed in fact since it was translated."""

    path: str
    """Relative to the project."""
    changes: tuple[Correction, ...]
    """At least one, in the order of the article."""

    @property
    def since(self) -> str:
        """The day of the first of them, ISO 8601."""
        return min(one.since for one in self.changes)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What `corrections` found."""

    articles: tuple[LiveArticle, ...]
    """By article, then by locale."""
    failures: tuple[L10nError, ...]
    unbuilt: int
    """Localized articles that would be among them, and have no file."""


def corrections(work: Workset, *, today: date, executor: Executor | None = None) -> Corrected:
    """Find what changed in fact of every article that has a file under the build folder; nothing is written."""
    unread: list[Failure] = []
    found: dict[str, list[Correction]] = {}
    for one in outcomes(work, partial(correct_article, today=today), unread, executor, doing="comparing"):
        for row in one.rows:
            found.setdefault(work.project.build_name(row.article, row.locale), []).append(row)
    root = os.fspath(work.project.root)
    live = tuple(LiveArticle(path, tuple(rows)) for path, rows in found.items() if os.path.isfile(f"{root}/{path}"))  # noqa: PTH113  a name may be too long
    failures = (*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread))
    return Corrected(live, failures, len(found) - len(live))
