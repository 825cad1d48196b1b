"""The verb `draft --estimate`: what online engines would be asked, and what that would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import engines
from l10n.drafting.budget import Budget
from l10n.drafting.chain import Chain
from l10n.drafting.estimate import Estimate, estimates
from l10n.stages.draft import brief, orders
from l10n.stages.learning import learn

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.stages.workset import Workset

__all__ = ["estimate"]


def estimate(work: Workset, *, notices: list[str], failures: list[L10nError]) -> list[Estimate]:
    """Say what drafting would ask of each online engine, and what that costs; asks none of them."""
    project = work.project
    failures += [*work.unknown, *work.termless.values()]
    memory, journal = project.memory(), project.journal()
    rows: list[Estimate] = []
    try:
        wanted = orders(work)
        for locale, terms in work.terms.items():
            learn(project, memory, locale, work.state)
            budget = Budget(journal, project.price, dry=True)
            chain = Chain(brief(project, locale, terms), memory, project.engine, _silent, store=budget)
            jobs = [job for order in wanted[locale].taken(failures) for job in order.jobs]
            for row in estimates(chain, budget, jobs, engines.ONLINE):
                if isinstance(row, Estimate):
                    rows.append(row)
                else:
                    notices.append(f"{locale}: {row}")
    finally:
        memory.close()
        journal.close()
    notices += [*map(str, memory.troubles), *journal.notices]
    return rows


def _silent(_: str) -> None:
    """Tell nobody."""
