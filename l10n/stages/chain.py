"""Owns the engine chain: each engine drafts what the ones before left, and every answer passes the guard."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from l10n import formats
from l10n.drafting import guard
from l10n.drafting.contaminated import alike, joined, sharing
from l10n.drafting.misaligned import shifted
from l10n.errors import EngineError
from l10n.model import Request
from l10n.stages.assembly import plan
from l10n.stages.shield import raise_shield
from l10n.text.facts.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Answer, Key, Term
    from l10n.project import Project
    from l10n.protocols import AnswerStore, Engine, Format, Memory
    from l10n.stages.assembly import Assembly

__all__ = ["MEMORY", "PSEUDO", "Chain", "Job", "Outcome"]

MEMORY = "memory"
PSEUDO = "pseudo"
"""The engine whose drafts are the source language in disguise, and are judged as that."""

_LOST = "markup changed: placeholders are lost, doubled or invented"
_SHIFTED = "its answers stand beside each other's texts: they are shifted or exchanged"
_ALIKE = "the answer is the same for texts that say different things"
_JOINED = "the answer has the translation of another text in it"
_BROKEN = "the answer has a line break that the text does not have"
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
    lost_terms: bool = False
    """It does not fit, and terms went along as marks: the engine may do better with words."""
    refusal: str = ""
    """Why it may not become a draft."""


@dataclass(frozen=True, slots=True)
class _Anew:
    """A store that has forgotten what was answered, and keeps what is answered now."""

    store: AnswerStore

    def recall(self, key: str) -> None:
        """Know nothing."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer in place of the one before."""
        self.store.keep(key, engine, answer)

    def afford(self, engine: str, characters: int) -> bool:
        """Ask the store."""
        return self.store.afford(engine, characters)


@dataclass(slots=True)
class Chain:
    """The engines of one run in one locale; an engine that cannot be used is asked once and then left alone."""

    project: Project
    memory: Memory
    locale: str
    tell: Callable[[str], None]
    unusable: dict[str, EngineError] = field(default_factory=dict)
    """Engines that are given up, and why."""
    store: AnswerStore | None = None
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
            replies = self._judged(name, [group[0].job for group in open_])
        except EngineError as err:
            self.unusable[name] = err
            return
        for group, reply in zip(open_, replies, strict=True):
            for outcome in group:
                if reply.refusal:
                    outcome.reasons.append(f"{name}: {reply.refusal}")
                elif reply.text:
                    outcome.text, outcome.engine = reply.text, reply.answer.engine

    def _assemble(self, name: str, twins: dict[tuple[str, str], list[Outcome]]) -> None:
        """Draft the texts of which the memory knows some sentences; those that do not pass stay open."""
        if name in {MEMORY, PSEUDO}:
            return
        plans = [(group, plan) for group in twins.values() if (plan := self._plan(name, group[0].job))]
        asked = [job for _, plan in plans for job in plan.asked]
        replies = dict(zip(asked, self._judged(name, asked), strict=True))
        for group, plan in plans:
            parts = [replies[job] for job in plan.asked]
            texts = [part.text for part in parts if part.text and not part.refusal]
            whole = plan.join(texts) if len(texts) == len(parts) else None
            if whole and not self._guard(name, group[0].job, whole):
                for outcome in group:
                    outcome.text, outcome.engine = whole, f"{MEMORY}+{parts[0].answer.engine}"

    def _plan(self, name: str, job: Job) -> Assembly | None:
        if MEMORY not in job.engines[: job.engines.index(name)]:
            return None
        if job not in self._plans:
            self._plans[job] = plan(job, _format(job), self.memory, (self.project.config.source, self.locale))
        return self._plans[job]

    def _judged(self, name: str, jobs: Sequence[Job]) -> list[_Reply]:
        """Ask one engine, and say of each answer why it may not become a draft.

        Answers that seem to be each other's are asked for once more, each alone: that settles it.
        """
        if not jobs:
            return []
        received = zip(jobs, self._replies(name, jobs), strict=True)
        replies = [self._inspected(name, job, reply) for job, reply in received]
        if name in {MEMORY, PSEUDO}:
            return replies
        for at in self._looked_at(jobs, replies, alike):
            replies[at] = replace(replies[at], refusal=_ALIKE)
        again = {
            *self._looked_at(jobs, replies, self._shifted, sharing),
            *self._looked_at(jobs, replies, joined, all_=True),
        }
        for at in sorted(again):
            replies[at] = self._alone(name, jobs[at], replies[at])
        for at in self._looked_at(jobs, replies, joined):
            replies[at] = replace(replies[at], refusal=_JOINED)
        return replies

    def _shifted(self, sources: Sequence[str], targets: Sequence[str]) -> Iterable[int]:
        return shifted(sources, targets, self.project.config.source, self.locale)

    def _inspected(self, name: str, job: Job, reply: _Reply) -> _Reply:
        lost = reply.answer.text is not None and reply.text is None
        refusal = reply.answer.refusal or (_LOST if lost else self._guard(name, job, reply.text))
        return replace(reply, refusal=refusal)

    def _alone(self, name: str, job: Job, doubted: _Reply) -> _Reply:
        """Ask for one text by itself, whatever was answered before; without an answer the doubt stays."""
        engine = self._engine(name)
        store = _Anew(self.store) if self.store else None
        try:
            (reply,) = self._shielded(engine, [job], () if engine.takes_terms else self.terms, store)
        except EngineError:
            return replace(doubted, refusal=_SHIFTED)
        reply = self._inspected(name, job, reply)
        return replace(reply, refusal=f"{_SHIFTED}; {reply.refusal}") if reply.refusal else reply

    def _replies(self, name: str, jobs: Sequence[Job]) -> list[_Reply]:
        """Ask one engine; a text that comes back without its terms' marks is asked for once more in plain words."""
        if name == MEMORY:
            requests = [Request(job.key, job.key.text, job.before, job.after) for job in jobs]
            answers = self.memory.suggest(requests, self.project.config.source, self.locale)
            return [_Reply(answer.text, answer) for answer in answers]
        engine = self._engine(name)
        if engine.takes_terms:
            return self._shielded(engine, jobs, (), self.store)
        replies = self._shielded(engine, jobs, self.terms, self.store)
        lost = [at for at, reply in enumerate(replies) if reply.lost_terms]
        try:
            plain = self._shielded(engine, [jobs[at] for at in lost], (), self.store) if lost else []
        except EngineError as err:
            self.unusable[name] = err
            return replies
        for at, reply in zip(lost, plain, strict=True):
            replies[at] = reply
        return replies

    def _shielded(
        self, engine: Engine, jobs: Sequence[Job], terms: tuple[Term, ...], store: AnswerStore | None
    ) -> list[_Reply]:
        """Ask with the markup and these terms as marks."""
        shields = [raise_shield(job.key.text, _format(job), engine.form, self.locale, terms) for job in jobs]
        requests = [
            Request(job.key, shield.text, job.before, job.after, terms_in(job.key.text, self.terms))
            for job, shield in zip(jobs, shields, strict=True)
        ]
        replies: list[_Reply] = []
        for shield, answer in zip(
            shields, engine.draft(requests, self.project.config.source, self.locale, store), strict=True
        ):
            text = shield.read(answer.text)
            lost = text is None and answer.text is not None
            replies.append(_Reply(text, answer, lost_terms=lost and shield.has_terms))
        return replies

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = self.project.engine(name)
        return self._engines[name]

    def unknown(self, name: str, jobs: Sequence[Job]) -> int:
        """Return how many different texts an engine would have to be asked for; with a dry store nothing is asked.

        Raises `EngineError` where the engine cannot be used at all.
        """
        firsts = {(job.format, job.key.text): job for job in jobs}
        return sum(reply.answer.text is None for reply in self._replies(name, list(firsts.values())))

    @staticmethod
    def _looked_at(
        jobs: Sequence[Job],
        replies: Sequence[_Reply],
        *looks: Callable[[Sequence[str], Sequence[str]], Iterable[int]],
        all_: bool = False,
    ) -> list[int]:
        """Return the places of answers that are good texts but not beside their neighbours, article by article.

        With `all_` those are looked at, too, that are refused: what is joined to an answer may be why.
        """
        found: set[int] = set()
        answered = [at for at, reply in enumerate(replies) if reply.text and (all_ or not reply.refusal)]
        for _, group in groupby(answered, key=lambda at: jobs[at].article):
            places = list(group)
            for start in range(0, len(places), _NEIGHBOURS):
                row = places[start : start + _NEIGHBOURS]
                sources, targets = [jobs[at].key.text for at in row], [replies[at].text or "" for at in row]
                found.update(row[at] for look in looks for at in look(sources, targets))
        return sorted(found)

    def _guard(self, name: str, job: Job, text: str | None) -> str:
        if name == MEMORY and text is None:
            return ""
        if name not in {MEMORY, PSEUDO} and text and len(_lines(text)) > len(_lines(job.key.text)):
            return _BROKEN
        fmt = _format(job)
        source = self.project.config.source
        return guard.inspect(
            job.key.text,
            text,
            source_locale=source,
            target_locale=source if name == PSEUDO else self.locale,
            source_spans=fmt.inline(job.key.text),
            target_spans=fmt.inline(text or ""),
            settled=[term.target for term in terms_in(job.key.text, self.terms) if term.target == term.source],
            strict=name != PSEUDO,
            by_hand=name == MEMORY,
        )


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _format(job: Job) -> Format:
    return formats.load(job.format)
