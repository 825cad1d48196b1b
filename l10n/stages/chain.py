"""Owns the engine chain: each engine drafts what the ones before left, and every answer passes the guard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import formats
from l10n.engines import guard
from l10n.errors import EngineError
from l10n.model import Form, Request
from l10n.text import placeholders
from l10n.text.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.model import Answer, Key, Term
    from l10n.project import Project
    from l10n.protocols import Engine, Format, Ledger, Memory
    from l10n.text.placeholders import Protected

__all__ = ["PSEUDO", "Chain", "Job", "Outcome"]

PSEUDO = "pseudo"
"""The engine whose drafts are the source language in disguise, and are judged as that."""


_LOST = "markup changed: placeholders are lost, doubled or invented"


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

    def draft(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Ask the engines of each job in their order; jobs with equal texts and engines are asked once."""
        outcomes = [Outcome(job) for job in jobs]
        for engines in dict.fromkeys(job.engines for job in jobs):
            group = [outcome for outcome in outcomes if outcome.job.engines == engines]
            for name in engines:
                open_ = [outcome for outcome in group if not outcome.text]
                if open_ and name not in self.unusable:
                    self._ask(name, open_)
        return outcomes

    def _ask(self, name: str, outcomes: Sequence[Outcome]) -> None:
        """Ask one engine for what is open, each text once."""
        twins: dict[tuple[str, str], list[Outcome]] = {}
        for outcome in outcomes:
            twins.setdefault((outcome.job.format, outcome.job.key.text), []).append(outcome)
        firsts = [group[0].job for group in twins.values()]
        self.tell(f"{self.locale}: {name} ({len(firsts)} open)")
        try:
            answers = self._answers(name, firsts)
        except EngineError as err:
            self.unusable[name] = err
            return
        for group, (text, answer) in zip(twins.values(), answers, strict=True):
            lost = answer.text is not None and text is None
            reason = answer.refusal or (_LOST if lost else self._guard(name, group[0].job, text))
            for outcome in group:
                if not reason and text:
                    outcome.text, outcome.engine = text, answer.engine
                elif reason:
                    outcome.reasons.append(f"{name}: {reason}")

    def _answers(self, name: str, jobs: Sequence[Job]) -> list[tuple[str | None, Answer]]:
        """Return for each job the text with its markup put back, and the engine's own answer."""
        source = self.project.config.source
        if name == "memory":
            requests = [Request(job.key, job.key.text, job.before, job.after) for job in jobs]
            return [(answer.text, answer) for answer in self.memory.suggest(requests, source, self.locale)]
        engine = self._engine(name)
        shielded = [placeholders.protect(job.key.text, _format(job).inline(job.key.text)) for job in jobs]
        requests = [
            Request(
                job.key, _write(engine.form, job, shield), job.before, job.after, terms_in(job.key.text, self.terms)
            )
            for job, shield in zip(jobs, shielded, strict=True)
        ]
        answers = engine.draft(requests, source, self.locale, self.ledger)
        texts = [_read(engine.form, answer.text, shield) for shield, answer in zip(shielded, answers, strict=True)]
        return list(zip(texts, answers, strict=True))

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name] = self.project.engine(name)
        return self._engines[name]

    def unknown(self, name: str, jobs: Sequence[Job]) -> int:
        """Return how many different texts an engine would have to be asked for; with a dry ledger nothing is asked.

        Raises `EngineError` where the engine cannot be used at all.
        """
        firsts = {(job.format, job.key.text): job for job in jobs}
        return sum(answer.text is None for _, answer in self._answers(name, list(firsts.values())))

    def _guard(self, name: str, job: Job, text: str | None) -> str:
        if name == "memory" and text is None:
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


def _write(form: Form, job: Job, shield: Protected) -> str:
    """Write a text as an engine takes it."""
    if form is Form.RAW:
        return job.key.text
    return placeholders.to_tags(shield.text) if form is Form.TAGS else shield.text


def _read(form: Form, answer: str | None, shield: Protected) -> str | None:
    """Put the markup back into an answer; None where it does not fit."""
    if answer is None or form is Form.RAW:
        return answer
    return placeholders.restore(shield, placeholders.from_tags(answer) if form is Form.TAGS else answer)


def _format(job: Job) -> Format:
    return formats.load(job.format)
