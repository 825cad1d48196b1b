"""Owns the questions to one engine and the way back of its answers: with marks for markup and terms, or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.drafting.jobs import noting, settled_terms
from l10n.drafting.protection import protect
from l10n.errors import EngineError
from l10n.model import Answer, Request
from l10n.text.facts.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.drafting.jobs import Brief, BrokenJob, DraftJob
    from l10n.drafting.protection import Protection
    from l10n.protocols import AnswerStore, Engine, Memory

__all__ = ["FAILED", "Reply", "ask", "ask_again", "ask_memory"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engine made of one job."""

    text: str | None
    """With its markup and terms put back; None where there is none, or they do not fit."""
    answer: Answer
    lost_terms: bool = False
    """It does not fit, and terms went along as marks: the engine may do better with words."""
    refusal: str = ""
    """Why it may not become a draft."""


FAILED = Reply(None, Answer(None, "", refusal="a bug in l10n keeps this text from being drafted"))
"""What becomes of a job that the program fails on."""


@dataclass(frozen=True, slots=True)
class _Anew:
    """A store that has forgotten what was answered, and keeps what is answered now."""

    store: AnswerStore

    def recall(self, key: str) -> None:
        """Know nothing."""

    def claim(self, key: str) -> None:
        """Know nothing: the question is to be asked once more, whoever has asked it."""

    def release(self, key: str) -> None:
        """Give back what was not claimed."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer in place of the one before."""
        self.store.keep(key, engine, answer)

    def afford(self, engine: str, characters: int) -> bool:
        """Ask the store."""
        return self.store.afford(engine, characters)


def ask_memory(memory: Memory, job: DraftJob, brief: Brief) -> Reply:
    """Ask for what people wrote; its answers are written for this markup."""
    request = Request(job.key, job.key.text, job.before, job.after)
    (answer,) = memory.suggest([request], brief.source, brief.locale)
    return Reply(answer.text, answer)


def ask(
    engine: Engine, jobs: Sequence[DraftJob], brief: Brief, store: AnswerStore | None, broken: list[BrokenJob]
) -> tuple[list[Reply], EngineError | None]:
    """Ask an engine; a text that comes back without its terms' marks is asked for once more in plain words.

    A job that the program fails on goes to `broken` and has a reply without text. Raises `EngineError` where the engine
    cannot be used. Returns the error besides where that shows at the second question: the
    answers to the first stand.
    """
    replies = _asked(engine, jobs, brief, marked=not engine.takes_terms, store=store, broken=broken)
    lost = [at for at, reply in enumerate(replies) if reply.lost_terms]
    try:
        plain = (
            _asked(engine, [jobs[at] for at in lost], brief, marked=False, store=store, broken=broken) if lost else []
        )
    except EngineError as err:
        return replies, err
    for at, reply in zip(lost, plain, strict=True):
        replies[at] = reply
    return replies, None


def ask_again(engine: Engine, job: DraftJob, brief: Brief, store: AnswerStore | None, broken: list[BrokenJob]) -> Reply:
    """Ask for one text by itself, whatever was answered before."""
    (reply,) = _asked(
        engine, [job], brief, marked=not engine.takes_terms, store=_Anew(store) if store else None, broken=broken
    )
    return reply


def _asked(
    engine: Engine,
    jobs: Sequence[DraftJob],
    brief: Brief,
    *,
    marked: bool,
    store: AnswerStore | None,
    broken: list[BrokenJob],
) -> list[Reply]:
    """Ask for each job; where `marked` its terms travel as marks: an engine that is told of them sees the words."""
    replies = [FAILED] * len(jobs)
    questions: dict[int, tuple[Protection, list[Request]]] = {}
    for at, job in enumerate(jobs):
        with noting(broken, job):
            fmt, settled = brief.format_of(job.format), settled_terms(job, brief.terms)
            fixed = settled if marked else ()
            protection = protect(job.key.text, fmt, engine.form, brief.locale, fixed, source=brief.source)
            terms = terms_in(job.key.text, settled)
            requests = [Request(job.key, one, job.before, job.after, terms) for one in protection.questions]
            questions[at] = protection, requests
    asked = [request for _, requests in questions.values() for request in requests]
    received = iter(engine.draft(asked, brief.source, brief.locale, store) if asked else ())
    for at, (protection, requests) in questions.items():
        answers = [next(received) for _ in requests]
        with noting(broken, jobs[at]):
            replies[at] = _read(protection, answers, engine.name)
    return replies


def _read(protection: Protection, answers: Sequence[Answer], engine: str) -> Reply:
    """Return what became of one text; what an engine without marks says of it is put together from its answers."""
    if not answers:
        return Reply(None, Answer(None, engine, refusal=_UNPLACED))
    silent = next((answer for answer in answers if answer.text is None), None)
    if silent is not None:
        return Reply(None, silent)
    text = protection.read_all([answer.text for answer in answers])
    return Reply(text, answers[0], lost_terms=text is None and protection.has_terms)


_UNPLACED = "its markup cannot be placed in the answer of an engine that keeps none"
