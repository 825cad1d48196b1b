"""Owns what pages are told of how likely drafts are wrong: of many articles the riskiest, of one each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from l10n.review import asked
from l10n.review.tongues import said
from l10n.stages.risk import weighed
from l10n.stages.sheet import name_of

if TYPE_CHECKING:
    from l10n.review.works import Works

__all__ = ["of_article", "of_articles"]

_MOST = 64
"""Articles that are looked at in one answer, so that whoever saves a text meanwhile waits for no more."""


def of_articles(works: Works, given: dict[str, Any]) -> list[list[Any]]:
    """Return article, locale and risk of the first of the articles that a page names; those that are none have none.

    A page asks again for those that are left.
    """
    found = works.riskiest(asked.texts(given, "articles")[:_MOST])
    return [[article, locale, score] for (article, locale), score in found.items()]


def of_article(works: Works, locale: str, article: str, tongue: str) -> dict[str, list[Any]]:
    """Return the risk of each draft of an article by the name of its text, and why it is high in a language."""
    found = weighed(works.having(article, locale), article, locale)
    return {name_of(one.key): [one.score, [said(tongue, reason) for reason in one.reasons]] for one in found}
