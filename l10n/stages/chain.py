"""Owns the engine chain: each engine drafts what the ones before left, and every answer passes the guard."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from l10n import formats
from l10n.engines import guard
from l10n.engines.shift import shifted
from l10n.errors import EngineError
from l10n.model import Request
from l10n.stages.assembly import plan
from l10n.stages.shield import raise_shield
from l10n.text.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.model import Answer, Key, Term
    from l10n.project import Project
    from l10n.protocols import Engine, Format, Ledger, Memory
    from l10n.stages.assembly import Assembly

__all__ = ["MEMORY", "PSEUDO", "Chain", "Job", "Outcome"]

MEMORY = "memory"
PSEUDO = "pseudo"
"""The engine whose drafts are the source language in disguise, and are judged as that."""

_LOST = "markup changed: placeholders are lost, doubled or invented"
_SHIFTED = "its answers stand beside each other's texts: they are shifted or exchanged"
_NEIGHBOURS = 40
"""Answers in a row that are looked at together for a shift: as many as a batch of a language model has."""


@dataclass(frozen=True, slots=True)
class Job:
    """A segment that wants a draft."""

    article: str
    format: str
    key: Key
    engines: tuple[str, ...]
    before: str
    after: str


@dataclass(slots=True)
class Outcome:
    """What became of a job."""

    job: Job
    text: str = ""
    """The draft, as it goes into the catalogue; empty when no engine gave one."""
    engine: str = ""
    reasons: list[str] = field(default_factory=list)
    """Why engines that were asked gave none, in their order."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What an engine made of one job."""

    text: str | None
    """With its markup and terms put back; None where there is none, or they do not fit."""
    answer: Answer

    @property
    def refusal(self) -> str:
        """Why there is no text, as far as the engine or the marks tell."""
        return self.answer.refusal or (_LOST if self.answer.text is not None and self.text is None else "")


@dataclass(slots=True)
class Chain:
    """The engines of one run in one locale; an engine that cannot be used is asked once and then left alone."""

    project: Project
    memory: Memory
    locale: str
    tell: Callable[[str], None]
    unusable: dict[str, EngineError] = field(default_factory=dict)
    """Engines that are given up, and why."""
    ledger: Ledger | None = None
    """What online engines ask before a question and tell every answer."""
    terms: tuple[Term, ...] = ()
    """The glossary of the locale."""
    _engines: dict[str, Engine] = field(default_factory=dict)
    _plans: dict[Job, Assembly | None] = field(default_factory=dict)

    def draft(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Ask the engines of each job in their order; jobs with equal texts and engines are asked once."""
        self._plans.clear()
        outcomes = [Outcome(job) for job in jobs]
        for engines in dict.fromkeys(job.engines for job in jobs):
            group = [outcome for outcome in outcomes if outcome.job.engines == engines]
            for name in engines:
                open_ = [outcome for outcome in group if not outcome.text]
                if open_ and name not in self.unusable:
                    self._ask(name, open_)
        return outcomes

    def _ask(self, name: str, outcomes: Sequence[Outcome]) -> None:
        """Ask one engine for what is open, each text once; first for the rest of what the memory knows in part."""
        twins: dict[tuple[str, str], list[Outcome]] = {}
        for outcome in outcomes:
            twins.setdefault((outcome.job.format, outcome.job.key.text), []).append(outcome)
        self.tell(f"{self.locale}: {name} ({len(twins)} open)")
        try:
            self._assemble(name, twins)
            open_ = [group for group in twins.values() if not group[0].text]
            firsts = [group[0].job for group in open_]
            replies = self._replies(name, firsts) if firsts else []
        except EngineError as err:
            self.unusable[name] = err
            return
        suspects = set() if name in {MEMORY, PSEUDO} else self._out_of_step(firsts, replies)
        for at, (group, reply) in enumerate(zip(open_, replies, strict=True)):
            reason = reply.refusal or (_SHIFTED if at in suspects else self._guard(name, group[0].job, reply.text))
            for outcome in group:
                if not reason and reply.text:
                    outcome.text, outcome.engine = reply.text, reply.answer.engine
                elif reason:
                    outcome.reasons.append(f"{name}: {reason}")

    def _assemble(self, name: str, twins: dict[tuple[str, str], list[Outcome]]) -> None:
        """Draft the texts of which the memory knows some sentences; those that do not pass stay open."""
        if name in {MEMORY, PSEUDO}:
            return
        plans = [(group, plan) for group in twins.values() if (plan := self._plan(name, group[0].job))]
        asked = [job for _, plan in plans for job in plan.asked]
        replies = dict(zip(asked, self._replies(name, asked), strict=True)) if asked else {}
        for group, plan in plans:
            texts = [replies[job].text for job in plan.asked]
            whole = plan.join([text for text in texts if text]) if all(texts) else None
            if whole and not self._guard(name, group[0].job, whole):
                for outcome in group:
                    outcome.text = whole
                    outcome.engine = f"{MEMORY}+{replies[plan.asked[0]].answer.engine}"

    def _plan(self, name: str, job: Job) -> Assembly | None:
        if MEMORY not in job.engines[: job.engines.index(name)]:
            return None
        if job not in self._plans:
            self._plans[job] = plan(job, _format(job), self.memory, (self.project.config.source, self.locale))
        return self._plans[job]

    def _replies(self, name: str, jobs: Sequence[Job]) -> list[_Reply]:
        """Ask one engine; a text that comes back without its terms' marks is asked for once more in plain words."""
        source = self.project.config.source
        if name == MEMORY:
            requests = [Request(job.key, job.key.text, job.before, job.after) for job in jobs]
            return [_Reply(answer.text, answer) for answer in self.memory.suggest(requests, source, self.locale)]
        engine = self._engine(name)
        replies = self._shielded(engine, jobs, () if engine.takes_terms else self.terms)
        lost = [at for at, reply in enumerate(replies) if reply.text is None and reply.answer.text is not None]
        if lost and self.terms and not engine.takes_terms:
            for at, reply in zip(lost, self._shielded(engine, [jobs[at] for at in lost], ()), strict=True):
                replies[at] = reply
        return replies

    def _shielded(self, engine: Engine, jobs: Sequence[Job], terms: tuple[Term, ...]) -> list[_Reply]:
        """Ask with the markup and these terms as marks."""
        shields = [raise_shield(job.key.text, _format(job), engine.form, self.locale, terms) for job in jobs]
        requests = [
            Request(job.key, shield.text, job.before, job.after, terms_in(job.key.text, self.terms))
            for job, shield in zip(jobs, shields, strict=True)
        ]
        answers = engine.draft(requests, self.project.config.source, self.locale, self.ledger)
        return [_Reply(shield.read(answer.text), answer) for shield, answer in zip(shields, answers, strict=True)]

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = self.project.engine(name)
        return self._engines[name]

    def unknown(self, name: str, jobs: Sequence[Job]) -> int:
        """Return how many different texts an engine would have to be asked for; with a dry ledger nothing is asked.

        Raises `EngineError` where the engine cannot be used at all.
        """
        firsts = {(job.format, job.key.text): job for job in jobs}
        return sum(reply.answer.text is None for reply in self._replies(name, list(firsts.values())))

    def _out_of_step(self, jobs: Sequence[Job], replies: Sequence[_Reply]) -> set[int]:
        """Return the places of answers that are good texts but each other's, article by article."""
        found: set[int] = set()
        answered = [at for at, reply in enumerate(replies) if reply.text]
        for _, group in groupby(answered, key=lambda at: jobs[at].article):
            places = list(group)
            for start in range(0, len(places), _NEIGHBOURS):
                row = places[start : start + _NEIGHBOURS]
                sources = [jobs[at].key.text for at in row]
                targets = [replies[at].text or "" for at in row]
                if shifted(sources, targets, self.project.config.source, self.locale):
                    found |= set(row)
        return found

    def _guard(self, name: str, job: Job, text: str | None) -> str:
        if name == MEMORY and text is None:
            return ""
        fmt = _format(job)
        source = self.project.config.source
        return guard.inspect(
            job.key.text,
            text,
            source_locale=source,
            target_locale=source if name == PSEUDO else self.locale,
            source_spans=fmt.inline(job.key.text),
            target_spans=fmt.inline(text or ""),
            strict=name != PSEUDO,
        )


def _format(job: Job) -> Format:
    return formats.load(job.format)
