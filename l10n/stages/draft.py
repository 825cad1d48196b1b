"""The verb `draft`: fill missing entries with machine text that is marked as such."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import formats
from l10n.checks.drafted import finishers, judges
from l10n.coverage import word_counter
from l10n.drafting.budget import Budget
from l10n.drafting.chain import Chain
from l10n.drafting.drafters import MEMORY, drafter
from l10n.drafting.jobs import Brief
from l10n.errors import BugError, EngineError, EngineMissingError, L10nError
from l10n.stages.draft_advice import Unusable, advice, said
from l10n.stages.draft_article import accepted, order_article
from l10n.stages.learning import learn
from l10n.stages.mixed_registers import mixed
from l10n.stages.outcomes import Desk, outcomes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor, Future
    from datetime import date

    from l10n.drafting.jobs import DraftOutcome
    from l10n.model import DraftFix, Key, Term
    from l10n.project import ProjectFolder
    from l10n.protocols import Engine, Received
    from l10n.stages.draft_advice import Advice
    from l10n.stages.draft_article import DraftOrder
    from l10n.stages.mapping import Failure
    from l10n.stages.workset import Workset

__all__ = [
    "SHORT",
    "DraftTally",
    "Drafted",
    "FinishedDraft",
    "Undrafted",
    "brief",
    "draft",
    "draft_locale",
    "engine_maker",
    "failed",
    "made_budget",
    "orders",
    "tell_left",
    "valued",
]

BATCH = 1000
"""Texts that are drafted before their catalogues are saved; the journal has what came meanwhile."""
SHORT = "stopped before `--max-cost` was exceeded; what is left was not asked for"
_SAVES = 8
"""How often the catalogue of a large article is saved: a save reads and writes the whole of it."""
_SHOWN = 40
"""Characters of a text that name it in a message."""


@dataclass(frozen=True, slots=True)
class Undrafted:
    """A segment that stays without a draft."""

    article: str
    locale: str
    key: Key
    words: int
    reasons: tuple[str, ...]
    """Why each engine that was asked gave none."""


@dataclass(frozen=True, slots=True)
class FinishedDraft:
    """A draft that is not stored as it came, or has ends of sentences that only a reader can turn."""

    article: str
    locale: str
    key: Key
    changes: tuple[DraftFix, ...]
    unturned: tuple[str, ...]


@dataclass(slots=True)
class Drafted:
    """What `draft` did."""

    changed: list[str] = field(default_factory=list)
    """Catalogues written, relative to the project."""
    engines: dict[str, Counter[str]] = field(default_factory=dict)
    """Locale → engine → segments drafted."""
    left: list[Undrafted] = field(default_factory=list)
    finished: list[FinishedDraft] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    """What of this is told to people, and what else went amiss."""
    unusable: list[Unusable] = field(default_factory=list)
    advice: list[Advice] = field(default_factory=list)
    """For each locale in which segments are left, if there is any."""
    failures: list[L10nError] = field(default_factory=list)
    cost: float = 0.0
    """What was asked cost, by the prices of the configuration."""
    asked: bool = False
    """Something else was asked than a memory of the same files would say again."""


@dataclass(slots=True)
class DraftTally:
    """What has to be known to tell, at the end, of what is left in a locale; it pickles, and adds up."""

    jobs: int = 0
    """Texts that wanted a draft."""
    named: dict[str, None] = field(default_factory=dict)
    """Engines that were to be asked for some of them."""
    chains: set[frozenset[str]] = field(default_factory=set)
    """Those that were asked for the texts that are left."""
    unusable: dict[str, EngineError] = field(default_factory=dict)

    def add(self, other: DraftTally) -> None:
        """Add what has to be known of others."""
        self.jobs += other.jobs
        self.named |= other.named
        self.chains |= other.chains
        self.unusable |= {name: err for name, err in other.unusable.items() if name not in self.unusable}


def draft(
    work: Workset,
    *,
    today: date,
    tell: Callable[[str], None],
    refresh: bool = False,
    most: float | None = None,
    executor: Executor | None = None,
    run: str = "",
) -> Drafted:
    """Draft what is missing in the catalogues, with the engines the configuration names, in their order.

    Only entries that are still missing when their catalogue is written receive a draft. `refresh` asks again what
    engines answered in earlier runs; `most` is what the run may cost, on all machines that say the same name of the
    `run` where they share a journal. What is done for an article by itself
    (`draft_article`) may be done by an `executor`; engines are asked here. A locale whose glossary cannot be
    read is left out.
    """
    project = work.project
    result = Drafted(failures=[*work.unknown, *work.termless.values()])
    memory, journal = project.memory(), project.journal(run)
    budget = made_budget(project, journal, refresh=refresh, most=most)
    make = engine_maker(project, journal)
    unreachable: dict[str, EngineError] = {}
    try:
        wanted = orders(work, executor)
        for locale, terms in work.terms.items():
            todo = wanted[locale].taken(result.failures)
            asked = {name for order in todo for job in order.jobs for name in job.engines}
            if MEMORY in asked:
                learn(project, memory, locale, work.state)
            result.asked = result.asked or bool(asked - {MEMORY})
            machine = any(drafter(name).machine for name in asked)
            shared = brief(project, locale, terms, machine=machine)
            chain = Chain(shared, memory, make, tell, dict(unreachable), budget)
            tally = draft_locale(project, chain, todo, result, today=today)
            tell_left(project, locale, tally, result)
            result.failures += failed(project, chain)
            unreachable |= {
                name: error for name, error in chain.unusable.items() if not isinstance(error, EngineMissingError)
            }
    finally:
        memory.close()
        journal.close()
    result.cost = budget.cost
    result.notices += [*map(str, memory.troubles), *journal.notices, *dict.fromkeys(map(str, budget.troubles))]
    result.notices += filter(None, [project.keepers.unshared])
    result.asked = result.asked or bool(memory.troubles) or project.shared
    if budget.short:
        result.notices.append(SHORT)
    return result


def failed(project: ProjectFolder, chain: Chain) -> Iterator[L10nError]:
    """Say which texts the program failed on."""
    locale = chain.brief.locale
    for one in chain.broken:
        what = f"while drafting {one.job.key.text[:_SHOWN]!r} in {locale}"
        yield BugError.of(one.error, what, path=project.catalog_name(one.job.article, locale))


def valued(project: ProjectFolder, name: str) -> bool:
    """Tell whether an engine's answers are to be kept: they cost something, or the text leaves the machine for them."""
    return bool(project.price(name) or project.destination(name))


def engine_maker(project: ProjectFolder, journal: Received) -> Callable[[str], Engine]:
    """Return what makes an engine; raises `EngineError` where it cannot be used, or its answers could not be kept."""

    def made(name: str) -> Engine:
        if valued(project, name) and not journal.ready():
            raise EngineError(
                f"{name} is not asked, for its answers could not be kept",
                remedy="Make the journal of received answers writable, then run again.",
            )
        return project.engine(name, journal.turns)

    return made


def made_budget(project: ProjectFolder, journal: Received, *, refresh: bool, most: float | None) -> Budget:
    """Return what a run may ask: it may cost so much, on all machines where the journal has a ledger of that."""
    kept = partial(valued, project)
    return Budget(journal, project.price, refresh=refresh, most=most, valued=kept, ledger=journal.ledger)


def brief(project: ProjectFolder, locale: str, terms: tuple[Term, ...], *, machine: bool = True) -> Brief:
    """Return what all drafts of a locale have in common; rules only where a `machine` is asked."""
    rules = (finishers(project.config, locale), judges(locale)) if machine else ()
    return Brief(project.config.source, locale, terms, formats.load, *rules)


@dataclass(slots=True)
class OrderedLocale:
    """What is to be drafted in a locale."""

    orders: list[DraftOrder] = field(default_factory=list)
    unread: list[L10nError] = field(default_factory=list)

    def taken(self, failures: list[L10nError]) -> list[DraftOrder]:
        """Return it, and keep it no longer; what could not be read goes to `failures`."""
        found, self.orders = self.orders, []
        failures += self.unread
        return found


def orders(work: Workset, executor: Executor | None = None) -> dict[str, OrderedLocale]:
    """Find what is to be drafted in each locale; an article that cannot be read is told with the first of them."""
    found = {locale: OrderedLocale() for locale in work.terms}
    unread: list[Failure] = []
    desk = replace(Desk.of(work), locales=tuple(found))
    order = partial(order_article, names=work.names)
    for one in outcomes(work, order, unread, executor, doing="looking what to draft of", desk=desk) if found else ():
        for locale, row in one.orders.items():
            found[locale].orders.append(row)
    for failure in unread:
        found[failure.locale or desk.locales[0]].unread.append(failure.error)
    return found


def draft_locale(
    project: ProjectFolder,
    chain: Chain,
    todo: Sequence[DraftOrder],
    result: Drafted,
    *,
    today: date,
) -> DraftTally:
    """Draft one locale, batch by batch; one batch is written while the next is asked for."""
    locale = chain.brief.locale
    result.notices += [
        f"{project.catalog_name(order.article, locale)}: not in step with its article; run `l10n extract`"
        for order in todo
        if not order.in_step
    ]
    jobs = [job for order in todo for job in order.jobs]
    words = {name: word_counter(formats.load(name)) for name in {job.format for job in jobs}}
    unsaved = _Unsaved(todo)
    made: list[DraftOutcome] = []
    with ThreadPoolExecutor(1) as writer:
        written: Future[None] | None = None
        for start in range(0, len(jobs), BATCH):
            drafts = chain.draft(jobs[start : start + BATCH])
            if written is not None:
                written.result()
            written = writer.submit(_store, project, locale, unsaved.due(drafts), result, today=today)
            _count(drafts, words, locale, result)
            made += drafts
        if written is not None:
            written.result()
    result.notices += mixed(locale, made)
    open_ = {(one.article, one.key) for one in result.left if one.locale == locale}
    return DraftTally(
        len(jobs),
        dict.fromkeys(name for job in jobs for name in job.engines),
        {frozenset(job.engines) for job in jobs if (job.article, job.key) in open_},
        dict(chain.unusable),
    )


def _count(
    drafts: Sequence[DraftOutcome], words: Mapping[str, Callable[[str], int]], locale: str, result: Drafted
) -> None:
    """Note which engine drafted what, and what is left; `words` counts those of each format."""
    for outcome in drafts:
        job = outcome.job
        if outcome.text:
            name = outcome.engine.partition("/")[0]
            result.engines.setdefault(locale, Counter())[name] += 1
            if outcome.changes or outcome.unturned:
                one = FinishedDraft(job.article, locale, job.key, outcome.changes, outcome.unturned)
                result.finished.append(one)
        else:
            many = words[job.format](job.key.text)
            result.left.append(Undrafted(job.article, locale, job.key, many, outcome.reasons))


class _Unsaved:
    """The drafts of a locale that no catalogue has yet."""

    def __init__(self, todo: Iterable[DraftOrder]) -> None:
        self._open = {order.article: len(order.jobs) for order in todo}
        self._enough = {article: max(BATCH, many // _SAVES) for article, many in self._open.items()}
        self._drafts: dict[str, dict[Key, DraftOutcome]] = {}

    def due(self, outcomes: Iterable[DraftOutcome]) -> dict[str, dict[Key, DraftOutcome]]:
        """Add a batch; return the drafts of articles that are done, or of which enough have come to save them."""
        for outcome in outcomes:
            article = outcome.job.article
            self._open[article] -= 1
            drafts = self._drafts.setdefault(article, {})
            if outcome.text:
                drafts[outcome.job.key] = outcome
        due = [name for name, ready in self._drafts.items() if not self._open[name] or len(ready) >= self._enough[name]]
        return {article: self._drafts.pop(article) for article in due}


def _store(
    project: ProjectFolder,
    locale: str,
    articles: Mapping[str, Mapping[Key, DraftOutcome]],
    result: Drafted,
    *,
    today: date,
) -> None:
    """Write drafts, and wait for the disk once for many articles."""
    jobs = [
        (article, locale, partial(accepted, drafts=drafts, today=today))
        for article, drafts in articles.items()
        if drafts
    ]
    for (article, *_), outcome in zip(jobs, project.update_catalogs(jobs), strict=True):
        name = project.catalog_name(article, locale)
        if isinstance(outcome, L10nError):
            result.failures.append(outcome)
        elif outcome and name not in result.changed:
            result.changed.append(name)


def tell_left(project: ProjectFolder, locale: str, tally: DraftTally, result: Drafted) -> None:
    """Note which engines could not be used and, where segments are left, which may still be asked."""
    unusable = [Unusable(locale, name, tally.unusable[name]) for name in tally.named if name in tally.unusable]
    left = [one for one in result.left if one.locale == locale]
    advised = advice(project.config.source, locale, tally.chains, tally.unusable, project.destination)
    amount = len(left), sum(one.words for one in left)
    result.notices += said(locale, unusable, amount, tally.jobs, advised)
    result.unusable += unusable
    result.advice += advised
