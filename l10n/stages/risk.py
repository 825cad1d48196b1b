"""The verb behind `coverage --risk` and the order of a review: how likely each draft that nobody has read is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import engines
from l10n.drafting.budget import Budget
from l10n.drafting.chain import Chain
from l10n.drafting.drafters import MEMORY
from l10n.drafting.jobs import DraftJob
from l10n.model import DraftRisk
from l10n.stages.draft import brief
from l10n.stages.outcomes import Desk, outcomes
from l10n.stages.weigh_article import riskiest, weigh_article
from l10n.text.risk import risk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.stages.mapping import Failure
    from l10n.stages.unread import UnreadDraft
    from l10n.stages.weigh_article import WeighedDraft
    from l10n.stages.workset import Workset

__all__ = ["ranked", "riskiest_drafts", "weighed"]


def ranked(work: Workset, drafts: Sequence[UnreadDraft], *, notices: list[str]) -> tuple[DraftRisk, ...]:
    """Return the drafts that `check` came upon, the likeliest to be wrong first; of equals in their order.

    What the memory, or another of the article's engines in an earlier run, made of the same English is compared. No
    engine is asked, and nothing is stored. What could not be looked up is among the `notices`.
    """
    known = _others(work, drafts, notices)
    found = []
    for at, one in enumerate(drafts):
        told = risk(one.seen, known.get(at, ()))
        found.append(DraftRisk(one.article, one.locale, one.po, one.line, one.key, one.text, told.score, told.reasons))
    return tuple(sorted(found, key=lambda one: -one.score))


def riskiest_drafts(work: Workset, articles: Sequence[str]) -> dict[tuple[str, str], float]:
    """Return how likely the draft is wrong that is likeliest to be, by article and locale; without one there is none.

    What cannot be read is left out, for who counts the articles tells it.
    """
    unread: list[Failure] = []
    some = replace(work, articles=tuple(articles))
    done = outcomes(some, riskiest, unread, doing="weighing", terms=True)
    return {(one.article, draft.locale): draft.score for one in done for draft in one.drafts}


def weighed(work: Workset, article: str, locale: str) -> tuple[WeighedDraft, ...]:
    """Return how likely each draft of an article in a locale is wrong, in its order; raises what reading it raises."""
    done = weigh_article(Desk.of(work, terms=True).read_one(article, locale))
    for failure in done.failures:
        raise failure.error
    return done.drafts


def _others(work: Workset, drafts: Sequence[UnreadDraft], notices: list[str]) -> dict[int, list[str]]:
    """Return for drafts, by their index, what others than their engines made of them, as far as that is kept."""
    project = work.project
    asked = [
        (at, _job(work, one, name))
        for at, one in enumerate(drafts)
        if one.locale in work.terms
        for name in _names(work, one)
    ]
    found: dict[int, list[str]] = {}
    if not asked:
        return found
    memory, journal = project.memory(), project.journal()
    try:
        for locale, terms in work.terms.items():
            here = [(at, job) for at, job in asked if drafts[at].locale == locale]
            budget = Budget(journal, project.price, dry=True)
            chain = Chain(brief(project, locale, terms), memory, project.engine, _silent, store=budget)
            for (at, _), outcome in zip(here, chain.draft([job for _, job in here]), strict=True):
                if outcome.text:
                    found.setdefault(at, []).append(outcome.text)
    finally:
        memory.close()
        journal.close()
    notices += [*map(str, memory.troubles), *journal.notices]
    return found


def _names(work: Workset, one: UnreadDraft) -> list[str]:
    """Return the engines whose answers are kept, without the one that drafted."""
    by = one.seen.by.partition("/")[0].split("+")
    wanted = work.project.settings(one.article, one.locale).engines
    return [name for name in wanted if (name == MEMORY or name in engines.ONLINE) and name not in by]


def _job(work: Workset, one: UnreadDraft, name: str) -> DraftJob:
    """Return the question as drafting asks it, for only the very same was answered."""
    names, level = work.names[one.locale].within(one.key.text), work.project.settings(one.article, one.locale).level
    return DraftJob(one.article, one.format, one.key, (name,), "", "", names, one.kind, level)


def _silent(_: str) -> None:
    """Tell nobody."""
