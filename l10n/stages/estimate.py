"""The verb `draft --estimate`: what online engines would be asked, and what that would cost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import engines
from l10n.errors import EngineError
from l10n.stages.chain import Chain, Job
from l10n.stages.draft import jobs_of, learn
from l10n.stages.ledger import Books
from l10n.stages.workset import catalogs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.errors import L10nError
    from l10n.stages.workset import Workset

__all__ = ["Estimate", "estimate"]


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


def estimate(work: Workset, *, notices: list[str], failures: list[L10nError]) -> list[Estimate]:
    """Say what drafting would ask of each online engine, and what that costs; asks none of them."""
    failures += work.failures
    memory, journal = work.project.memory(), work.project.journal()
    rows: list[Estimate] = []
    try:
        for locale in work.locales:
            learn(work, memory, locale)
            books = Books(journal, work.project.price, dry=True)
            chain = Chain(work.project, memory, locale, _silent, store=books, terms=work.project.glossary(locale))
            rows += _estimate_locale(work, chain, books, notices, failures)
    finally:
        memory.close()
        journal.close()
    notices += journal.notices
    return rows


def _silent(_: str) -> None:
    """Tell nobody."""


def _estimate_locale(
    work: Workset, chain: Chain, books: Books, notices: list[str], failures: list[L10nError]
) -> Iterator[Estimate]:
    jobs: list[Job] = []
    for document, _, po in catalogs(replace(work, locales=(chain.locale,)), failures):
        jobs += jobs_of(work, document, chain.locale, po)
    known = {
        outcome.job
        for outcome in chain.draft([replace(job, engines=("memory",)) for job in jobs if "memory" in job.engines])
        if outcome.text
    }
    for name in dict.fromkeys(name for job in jobs for name in job.engines if name in engines.ONLINE):
        left = [
            job
            for job in jobs
            if name in job.engines
            and not ("memory" in job.engines[: job.engines.index(name)] and replace(job, engines=("memory",)) in known)
        ]
        if not left:
            continue
        try:
            segments = chain.unknown(name, left)
        except EngineError as err:
            notices.append(f"{chain.locale}: {err}")
            continue
        characters = books.characters(name)
        yield Estimate(chain.locale, name, segments, characters, characters * work.project.price(name) / 1_000_000)
