"""What the verb `build` would publish in the place of each text, and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.stages.articles import Ranks
from l10n.stages.build_article import build_everywhere
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model import Explained
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = ["explain"]


def explain(work: Workset, *, verbatim: bool = False) -> tuple[tuple[Explained, ...], tuple[L10nError, ...]]:
    """Return what stands in the place of each text of each article in each locale, and what could not be read.

    Nothing is written.
    """
    unread: list[Failure] = []
    function = partial(build_everywhere, verbatim=verbatim, explain=True)
    told = [
        replace(row.explained, held=row.held, path=work.project.build_name(row.article, row.locale))
        for one in outcomes(replace(work, state=None), function, unread, doing="building")
        for row in one.rows
        if row.explained
    ]
    return tuple(told), (*work.unknown, *Ranks.of(work.articles, work.locales).errors(unread))
