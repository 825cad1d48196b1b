"""Owns the estimate: what online engines would be asked, and what that would cost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.drafting.drafters import MEMORY
from l10n.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from l10n.drafting.budget import Budget
    from l10n.drafting.chain import Chain
    from l10n.drafting.jobs import DraftJob

__all__ = ["Estimate", "estimates"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one engine would be asked in one locale, if it drafted everything that is left to it."""

    locale: str
    engine: str
    segments: int
    """Different texts, those left out that the memory or the journal knows."""
    characters: int
    cost: float
    """By the price of the configuration; 0.0 without one."""


def estimates(
    chain: Chain, budget: Budget, jobs: Sequence[DraftJob], online: Collection[str]
) -> Iterator[Estimate | EngineError]:
    """Yield what the chain would ask of each of its `online` engines, or why that one cannot be used.

    The `budget` is the chain's store and dry: none of them is asked.
    """
    known = _remembered(chain, jobs)
    for name in dict.fromkeys(name for job in jobs for name in job.engines if name in online):
        left = [
            job
            for job in jobs
            if name in job.engines
            and not (MEMORY in job.engines[: job.engines.index(name)] and _by_memory(job) in known)
        ]
        if not left:
            continue
        try:
            segments = chain.unknown(name, left)
        except EngineError as err:
            yield err
            continue
        characters = budget.characters(name)
        yield Estimate(chain.brief.locale, name, segments, characters, budget.cost_of(name, characters))


def _remembered(chain: Chain, jobs: Sequence[DraftJob]) -> set[DraftJob]:
    outcomes = chain.draft([_by_memory(job) for job in jobs if MEMORY in job.engines])
    return {outcome.job for outcome in outcomes if outcome.text}


def _by_memory(job: DraftJob) -> DraftJob:
    return replace(job, engines=(MEMORY,))
