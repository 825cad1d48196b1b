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
    questions: dict[int, tuple[Protection, Request]] = {}
    for at, job in enumerate(jobs):
        with noting(broken, job):
            settled = settled_terms(job, brief.terms)
            form, fixed = engine.form, settled if marked else ()
            protection = protect(job.key.text, brief.format_of(job.format), form, brief.locale, fixed)
            terms = terms_in(job.key.text, settled)
            questions[at] = protection, Request(job.key, protection.text, job.before, job.after, terms)
    requests = [request for _, request in questions.values()]
    answers = engine.draft(requests, brief.source, brief.locale, store) if requests else ()
    for (at, (protection, _)), answer in zip(questions.items(), answers, strict=True):
        with noting(broken, jobs[at]):
            text = protection.read(answer.text)
            lost = text is None and answer.text is not None
            replies[at] = Reply(text, answer, lost_terms=lost and protection.has_terms)
    return replies
