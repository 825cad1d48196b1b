"""Owns how likely the drafts of one article are wrong, by the texts alone: a function of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import L10nError, collecting
from l10n.stages.examine_article import checked_pairs
from l10n.stages.mapping import Failure
from l10n.stages.unread import unread
from l10n.text.risk import risk

if TYPE_CHECKING:
    from l10n.model import Key
    from l10n.stages.articles import ArticleInput

__all__ = ["WeighedArticle", "WeighedDraft", "riskiest", "weigh_article"]


@dataclass(frozen=True, slots=True)
class WeighedDraft:
    """A machine's draft that nobody has read."""

    locale: str
    key: Key
    score: float
    """0…1, as in `text.risk.Risk`."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeighedArticle:
    """What was weighed of an article; it pickles."""

    article: str
    drafts: tuple[WeighedDraft, ...] = ()
    failures: tuple[Failure, ...] = ()


def weigh_article(given: ArticleInput) -> WeighedArticle:
    """Weigh the drafts of an article in every locale, in its order; no rule is applied, and nobody else is asked.

    So it takes a thirtieth of the time that `coverage --risk` does, where warnings of the checks and other answers
    weigh besides (measured on 135 drafts).
    """
    try:
        document = given.document()
    except L10nError as err:
        return WeighedArticle(given.article, failures=(Failure(given.article, "", err),))
    found: list[WeighedDraft] = []
    failures: list[Failure] = []
    for locale, po in given.opened(failures):
        errors: list[L10nError] = []
        with collecting(errors, po.path, "weighing its drafts"):
            for one in unread(checked_pairs(given, document, po), (), document.format):
                told = risk(one.seen)
                found.append(WeighedDraft(locale, one.key, told.score, told.reasons))
        failures += [Failure(given.article, locale, err) for err in errors]
    return WeighedArticle(given.article, tuple(found), tuple(failures))


def riskiest(given: ArticleInput) -> WeighedArticle:
    """Weigh the drafts of an article, and tell in each locale only the one that is likeliest to be wrong."""
    done = weigh_article(given)
    most: dict[str, WeighedDraft] = {}
    for one in done.drafts:
        if one.locale not in most or one.score > most[one.locale].score:
            most[one.locale] = one
    return WeighedArticle(done.article, tuple(most.values()), done.failures)
