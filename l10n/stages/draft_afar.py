"""The verb `draft` where workers elsewhere do it: each drafts batches of articles whole, and asks engines itself."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.drafting.chain import Chain
from l10n.drafting.drafters import MEMORY
from l10n.errors import EngineError, EngineMissingError, UsageError
from l10n.recent import Recent
from l10n.stages import draft as alone
from l10n.stages.draft import (
    SHORT,
    Drafted,
    DraftTally,
    brief,
    draft_locale,
    engine_maker,
    failed,
    made_budget,
    tell_left,
    valued,
)
from l10n.stages.draft_article import order_article
from l10n.stages.learning import learn
from l10n.stages.mapping import Failure
from l10n.stages.outcomes import Desk, batch_of, each_batch
from l10n.stages.sharing import is_afar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from l10n.drafting.budget import Budget
    from l10n.model import Term
    from l10n.project import ProjectFolder
    from l10n.protocols import CostLedger, Engine, Memory, Received, Turns
    from l10n.stages.draft_article import DraftOrder
    from l10n.stages.workset import Workset
    from l10n.text.facts.known_names import KnownNames

__all__ = ["draft", "draft_batch", "ready"]


@dataclass(frozen=True, slots=True)
class DraftErrand:
    """What all batches of one drafting have in common; it pickles."""

    desk: Desk
    terms: Mapping[str, tuple[Term, ...]]
    """Locale → its glossary, for every locale that is drafted."""
    names: Mapping[str, KnownNames]
    today: date
    refresh: bool
    most: float | None
    run: str
    """What this drafting is known by among others: an engine that is given up is so until it ends."""


@dataclass(frozen=True, slots=True)
class DraftedBatch:
    """What became of a batch in one locale; it pickles, and is small."""

    locale: str
    drafted: Drafted
    tally: DraftTally


def ready(work: Workset, executor: Executor | None) -> None:
    """Raise `UsageError` where workers elsewhere would ask what they have no common place to keep the answers of."""
    if not is_afar(executor) or work.project.shared:
        return
    for name in _engines(work):
        if name == MEMORY or valued(work.project, name):
            what = "the memory" if name == MEMORY else f"{name}, whose answers are kept,"
            raise UsageError(
                f"{what} cannot be asked by the workers of a cluster",
                remedy="Share a memory (L10N_MEMORY), set `engines` to free ones, or draft without `--cluster`.",
            )


def _engines(work: Workset) -> dict[str, None]:
    """Return the engines that may be asked, whichever articles there are."""
    config = work.project.config
    chains = [(config.locale[one].engines if one in config.locale else None) or config.engines for one in work.locales]
    chains += [section.engines or () for section in config.section]
    return dict.fromkeys(name for chain in chains for name in chain)


def draft(
    work: Workset,
    *,
    today: date,
    tell: Callable[[str], None],
    refresh: bool = False,
    most: float | None = None,
    executor: Executor | None = None,
) -> Drafted:
    """Do what `stages.draft.draft` does, by the workers of the executor where they are elsewhere.

    A worker opens the project, the memory and the engines once, drafts a batch in all its locales and writes the
    catalogues. Raises `UsageError` as `ready` does.
    """
    if not is_afar(executor):
        return alone.draft(work, today=today, tell=tell, refresh=refresh, most=most, executor=executor)
    ready(work, executor)
    project = work.project
    if MEMORY in _engines(work):
        memory = project.memory()
        try:
            for locale in work.terms:
                learn(project, memory, locale, work.state)
        finally:
            memory.close()
    result = Drafted(failures=[*work.unknown, *work.termless.values()])
    desk = replace(Desk.of(work), locales=tuple(work.terms))
    errand = DraftErrand(desk, work.terms, work.names, today, refresh, most, secrets.token_hex(8))
    parts: dict[str, list[DraftedBatch]] = {locale: [] for locale in work.terms}
    unread: list[Failure] = []
    for one in each_batch(work, errand, draft_batch, executor):
        if isinstance(one, Failure):
            unread.append(one)
        else:
            parts[one.locale].append(one)
    for locale, batches in parts.items():
        tally = DraftTally()
        for one in batches:
            _add(result, one.drafted)
            tally.add(one.tally)
        tell_left(project, locale, tally, result)
        result.asked = result.asked or bool(tally.named)
    result.failures += {str(failure.error): failure.error for failure in unread}.values()
    result.notices = list(dict.fromkeys(result.notices))
    return result


def _add(result: Drafted, part: Drafted) -> None:
    """Add what became of a batch."""
    result.changed += part.changed
    for locale, engines in part.engines.items():
        result.engines.setdefault(locale, type(engines)()).update(engines)
    result.left += part.left
    result.finished += part.finished
    result.notices += part.notices
    result.failures += part.failures
    result.cost += part.cost


def draft_batch(errand: DraftErrand, articles: Sequence[str]) -> list[DraftedBatch | Failure]:
    """Draft articles in all their locales, and write their catalogues; a part a locale."""
    bench = _benches.get(errand.run, 1, partial(_Bench.of, errand))
    unread: list[Failure] = []
    orders: dict[str, list[DraftOrder]] = {locale: [] for locale in errand.terms}
    order = partial(order_article, names=errand.names)
    for one in batch_of((errand.desk, order, "looking what to draft of", None), articles):
        if isinstance(one, Failure):
            unread.append(one)
            continue
        unread += one.failures
        for locale, row in one.orders.items():
            orders[locale].append(row)
    return [*unread, *(_drafted(errand, bench, locale, some) for locale, some in orders.items())]


def _drafted(errand: DraftErrand, bench: _Bench, locale: str, orders: Sequence[DraftOrder]) -> DraftedBatch:
    project = errand.desk.project
    result = Drafted()
    before = bench.budget.cost
    chain = bench.chain(locale)
    tally = draft_locale(project, chain, orders, result, today=errand.today)
    result.failures += failed(project, chain)
    chain.broken.clear()
    bench.note(chain)
    result.notices += bench.notices()
    result.cost = bench.budget.cost - before
    return DraftedBatch(locale, result, tally)


class _Nothing:
    """A journal that has nothing and keeps nothing: nothing is asked whose answer would have to be kept."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.ledger: CostLedger | None = None
        self.turns: Callable[[str, str, float], Turns] | None = None

    def recall(self, key: str, *, fresh: bool = False) -> None:
        """Know nothing."""

    def claim(self, key: str, *, fresh: bool = False) -> None:
        """Let anybody ask."""

    def release(self, key: str) -> None:
        """Give back what was not claimed."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep nothing."""

    def ready(self) -> bool:
        """Tell that nothing can be kept."""
        return False

    def close(self) -> None:
        """Have nothing to close."""


@dataclass(slots=True)
class _Bench:
    """What a worker has at hand for one drafting: the memory, the engines, and what it may still ask."""

    errand: DraftErrand
    project: ProjectFolder
    budget: Budget
    make: Callable[[str], Engine]
    memory: Memory
    journal: Received
    _chains: dict[str, Chain] = field(default_factory=dict)
    _unreachable: dict[str, EngineError] = field(default_factory=dict)

    @classmethod
    def of(cls, errand: DraftErrand) -> _Bench:
        """Make it, without opening anything."""
        project = errand.desk.project
        journal: Received = project.journal(errand.run) if project.shared else _Nothing()
        budget = made_budget(project, journal, refresh=errand.refresh, most=errand.most)
        return cls(errand, project, budget, engine_maker(project, journal), project.memory(), journal)

    def notices(self) -> list[str]:
        """Return what went amiss with what is shared."""
        short = [SHORT] if self.budget.short else []
        return [*map(str, self.memory.troubles), *map(str, self.budget.troubles), *self.journal.notices, *short]

    def chain(self, locale: str) -> Chain:
        """Return the engines of a locale, which stay as they are from batch to batch."""
        if locale not in self._chains:
            shared = brief(self.project, locale, self.errand.terms[locale])
            self._chains[locale] = Chain(shared, self.memory, self.make, lambda _: None, store=self.budget)
        chain = self._chains[locale]
        chain.unusable |= self._unreachable
        return chain

    def note(self, chain: Chain) -> None:
        """Put down which engines are given up in all locales."""
        self._unreachable |= {
            name: error for name, error in chain.unusable.items() if not isinstance(error, EngineMissingError)
        }


_benches: Recent[_Bench] = Recent(1)
