"""Owns the engine chain: each engine drafts what the ones before left, and every answer passes the guard."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from l10n.drafting import asking, judging
from l10n.drafting.asking import FAILED
from l10n.drafting.drafters import MEMORY, drafter
from l10n.drafting.finish import Finished, finished
from l10n.drafting.jobs import DraftOutcome, noting
from l10n.drafting.subsegments import plan
from l10n.errors import EngineError, L10nError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from l10n.drafting.asking import Reply
    from l10n.drafting.jobs import Brief, BrokenJob, DraftJob
    from l10n.drafting.subsegments import Subsegments
    from l10n.protocols import AnswerStore, Engine, Memory

__all__ = ["Chain"]

_Made = TypeVar("_Made")


@dataclass(slots=True)
class Chain:
    """The engines of one run in one locale; an engine that cannot be used is asked once and then left alone."""

    brief: Brief
    memory: Memory
    make: Callable[[str], Engine]
    """Makes an engine by its name; may raise `EngineError`."""
    tell: Callable[[str], None]
    unusable: dict[str, EngineError] = field(default_factory=dict)
    """Engines that are given up, and why."""
    store: AnswerStore | None = None
    """What online engines ask before a question and tell every answer."""
    broken: list[BrokenJob] = field(default_factory=list)
    """Jobs that the program failed on."""
    _engines: dict[str, Engine] = field(default_factory=dict)
    _plans: dict[DraftJob, Subsegments | None] = field(default_factory=dict)

    def draft(self, jobs: Sequence[DraftJob]) -> list[DraftOutcome]:
        """Ask the engines of each job in their order; jobs with equal texts and engines are asked once."""
        self._plans.clear()
        outcomes = [DraftOutcome(job) for job in jobs]
        for engines in dict.fromkeys(job.engines for job in jobs):
            group = [at for at, job in enumerate(jobs) if job.engines == engines]
            for name in engines:
                open_ = [at for at in group if not outcomes[at].text]
                if not open_ or name in self.unusable:
                    continue
                found = self._ask(name, _different(jobs[at] for at in open_))
                for at in open_:
                    outcomes[at] = _with(outcomes[at], found.get(jobs[at].twin))
        return [self._finished(outcome) for outcome in outcomes]

    def unknown(self, name: str, jobs: Sequence[DraftJob]) -> int:
        """Return how many different texts an engine would have to be asked for; with a dry store nothing is asked.

        Raises `EngineError` where the engine cannot be used at all.
        """
        return sum(reply.answer.text is None for reply in self._replies(name, _different(jobs)))

    def _ask(self, name: str, jobs: Sequence[DraftJob]) -> dict[tuple[str, str], DraftOutcome]:
        """Ask one engine for different texts; first for the rest of those that the memory knows in part."""
        self.tell(f"{self.brief.locale}: {name} ({len(jobs)} open)")
        found: dict[tuple[str, str], DraftOutcome] = {}
        try:
            found = {outcome.job.twin: outcome for outcome in self._put_together(name, jobs)}
            left = [job for job in jobs if job.twin not in found]
            for job, reply in zip(left, self._judged(name, left), strict=True):
                found[job.twin] = _outcome(name, job, reply)
        except EngineError as err:
            self.unusable[name] = err
        return found

    def _put_together(self, name: str, jobs: Sequence[DraftJob]) -> Iterator[DraftOutcome]:
        """Draft the texts of which the memory knows some sentences; those that do not pass stay open."""
        by = drafter(name)
        if not by.machine:
            return
        plans = [(job, planned) for job in jobs if (planned := self._plan(name, job))]
        asked = [part for _, planned in plans for part in planned.asked]
        replies = dict(zip(asked, self._judged(name, asked), strict=True))
        for job, planned in plans:
            parts = [replies[part] for part in planned.asked]
            texts = [part.text for part in parts if part.text and not part.refusal]
            whole, by_hand = planned.join(texts) if len(texts) == len(parts) else (None, ())
            fault = self._done(job, partial(judging.fault, job, whole, by, self.brief), FAILED.refusal)
            if whole and not fault:
                yield DraftOutcome(job, whole, f"{MEMORY}+{parts[0].answer.engine}", by_hand=by_hand)

    def _finished(self, outcome: DraftOutcome) -> DraftOutcome:
        """Finish what a machine drafted; where the guard would not have it so, it stays as it came."""
        job, by = outcome.job, drafter(outcome.engine.partition("/")[0])
        if not outcome.text or not by.machine:
            return outcome
        as_it_came = Finished(outcome.text)
        made = self._done(job, partial(finished, job, outcome.text, self.brief, outcome.by_hand), as_it_came)
        if made.text != outcome.text and self._done(
            job, partial(judging.fault, job, made.text, by, self.brief), FAILED.refusal
        ):
            return outcome
        return replace(outcome, text=made.text, changes=made.changes, unturned=made.unturned)

    def _plan(self, name: str, job: DraftJob) -> Subsegments | None:
        if MEMORY not in job.engines[: job.engines.index(name)]:
            return None
        if job not in self._plans:
            self._plans[job] = self._done(job, partial(plan, job, self.memory, self.brief), None)
        return self._plans[job]

    def _judged(self, name: str, jobs: Sequence[DraftJob]) -> list[Reply]:
        """Ask one engine, and say of each answer why it may not become a draft."""
        if not jobs:
            return []
        by = drafter(name)
        received = zip(jobs, self._replies(name, jobs), strict=True)
        replies = [
            self._done(job, partial(judging.judged, job, reply, by, self.brief), FAILED) for job, reply in received
        ]
        if not by.machine:
            return replies

        def again(job: DraftJob) -> Reply:
            reply = asking.ask_again(self._engine(name), job, self.brief, self.store, self.broken)
            return judging.judged(job, reply, by, self.brief)

        look = partial(judging.settled, jobs, replies, self.brief, again)
        return self._done(jobs[0], look, [FAILED] * len(jobs))

    def _replies(self, name: str, jobs: Sequence[DraftJob]) -> list[Reply]:
        if name == MEMORY:
            return [self._done(job, partial(asking.ask_memory, self.memory, job, self.brief), FAILED) for job in jobs]
        try:
            replies, failed = asking.ask(self._engine(name), jobs, self.brief, self.store, self.broken)
        except L10nError:
            raise
        except Exception as err:
            raise EngineError.of(err, f"in the engine {name}") from err
        if failed:
            self.unusable[name] = failed
        return replies

    def _done(self, job: DraftJob, action: Callable[[], _Made], otherwise: _Made) -> _Made:
        """Return what an action makes for a job, or something else where the program fails on it."""
        with noting(self.broken, job):
            return action()
        return otherwise

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = self.make(name)
        return self._engines[name]


def _different(jobs: Iterable[DraftJob]) -> list[DraftJob]:
    """Return the first of the jobs that one question answers, in their order."""
    firsts: dict[tuple[str, str], DraftJob] = {}
    for job in jobs:
        firsts.setdefault(job.twin, job)
    return list(firsts.values())


def _outcome(name: str, job: DraftJob, reply: Reply) -> DraftOutcome:
    if reply.refusal:
        return DraftOutcome(job, reasons=(f"{name}: {reply.refusal}",))
    return DraftOutcome(job, reply.text, reply.answer.engine) if reply.text else DraftOutcome(job)


def _with(before: DraftOutcome, found: DraftOutcome | None) -> DraftOutcome:
    """Return what became of a job when one engine more was asked; what it made is for the job or for its twin."""
    if found is None:
        return before
    return DraftOutcome(before.job, found.text, found.engine, (*before.reasons, *found.reasons), found.by_hand)
