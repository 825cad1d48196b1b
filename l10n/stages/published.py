"""Owns what may be published of articles, read in fields: by the policy of `build`, and nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import L10nError, blaming
from l10n.formats.stories import story
from l10n.stages.build_article import build_everywhere
from l10n.stages.mapping import Failure
from l10n.stages.outcomes import outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Story
    from l10n.stages.built import BuildResult
    from l10n.stages.workset import Workset

__all__ = ["Published", "published"]


@dataclass(frozen=True, slots=True)
class Published:
    """What may be published of one article in one locale."""

    article: str
    locale: str
    story: Story | None
    """None where it is held."""
    held: str = ""
    """Why."""


def published(work: Workset, failures: list[Failure]) -> Iterator[Published]:
    """Yield all that the policy releases or holds, in the order of the articles; what fails goes to `failures`."""
    for one in outcomes(replace(work, state=None), build_everywhere, failures, doing="building"):
        for row in one.rows:
            if row.text is None:
                yield Published(row.article, row.locale, None, row.held)
                continue
            found = _story(work, row, row.text)
            if isinstance(found, Failure):
                failures.append(found)
            else:
                yield Published(row.article, row.locale, found)


def _story(work: Workset, row: BuildResult, text: str) -> Story | Failure:
    try:
        with blaming(f"{work.project.config.articles}/{row.article}", "reading it"):
            return story(row.article, row.locale, text, row.provenance)
    except L10nError as err:
        return Failure(row.article, row.locale, err)
