"""Owns single questions to a service: what names them in the journal, and which need not or may not be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from l10n.drafting.guard import warning
from l10n.engines.http import Fault, is_local
from l10n.engines.journal import question_key
from l10n.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.engines.dispatcher import Dispatcher
    from l10n.engines.keys import Secret
    from l10n.protocols import AnswerStore

__all__ = ["Endpoint", "Question", "ask_texts", "from_store", "give_back", "validated"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Whom a question goes to: all of a question's name in the journal save its text."""

    engine: str
    url: str
    model: str = ""
    prompt: str = ""
    """Version of what is asked around the text."""

    @property
    def host(self) -> str:
        """The host's name, for people."""
        return urlsplit(self.url).hostname or ""

    @property
    def destination(self) -> str:
        """The host's name; empty when it is this machine."""
        return "" if is_local(self.host) else self.host

    def key(self, question: Question, source: str, target: str) -> str:
        """Name a question for the journal."""
        return question_key(
            engine=self.engine,
            model=self.model,
            host=urlsplit(self.url).netloc,
            source=source,
            target=target,
            text=question.text,
            glossary=question.glossary,
            prompt=self.prompt,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A text to translate."""

    text: str
    """As it is sent."""
    glossary: str = ""
    """Digest of the glossary rows that are sent with it."""
    context: str = field(default="", compare=False)
    """Neighbouring text, which does not make it another question."""


def validated(question: str, reply: object, secret: Secret) -> str:
    """Return a reply that is a text and no message of the service; raises `Fault`."""
    if not isinstance(reply, str):
        raise Fault("its answer is not a text")
    if secret.stands_in(reply):
        raise Fault("its answer gives the key away", fatal=True)
    found = warning(reply)
    if found and not warning(question):
        quota = any(word in found.upper() for word in ("FREE TRANSLATIONS", "QUOTA", "MYMEMORY WARNING"))
        raise Fault("its free quota is used up" if quota else f"it answers with a message: {found!r}", fatal=quota)
    return reply


def ask_texts(
    dispatcher: Dispatcher[Question, str],
    questions: Sequence[Question],
    pair: tuple[str, str],
    once: Callable[[Question], str | None],
    store: AnswerStore | None,
) -> dict[Question, str | Fault]:
    """Ask one text at a time, save what the store knows or does not allow; keep every answer in it.

    `once` asks a single time; None is a text the service has no translation for. Raises `EngineError` when the service
    cannot be used and nothing was known.
    """
    endpoint = dispatcher.endpoint
    found, open_ = from_store(endpoint, questions, pair, store)

    def do(question: Question) -> str:
        reply = dispatcher.attempt(lambda: once(question) or "")
        if not reply.strip():
            raise Fault("it has no translation for this text")
        if store is not None:
            store.keep(endpoint.key(question, *pair), endpoint.engine, reply)
        return reply

    try:
        found |= dispatcher.each(open_, do)
    except EngineError as err:
        if not any(isinstance(reply, str) for reply in found.values()):
            raise
        found |= dict.fromkeys(open_, Fault(err.message))
    give_back(endpoint, store, [question for question in open_ if isinstance(found[question], Fault)])
    return found


def give_back(endpoint: Endpoint, store: AnswerStore | None, questions: Iterable[Question]) -> None:
    """Tell the store that questions it allowed brought no answer."""
    unanswered = sum(len(question.text) for question in questions)
    if store is not None and unanswered:
        store.afford(endpoint.engine, -unanswered)


def from_store(
    endpoint: Endpoint, questions: Iterable[Question], pair: tuple[str, str], store: AnswerStore | None
) -> tuple[dict[Question, str | Fault], list[Question]]:
    """Return what the store answers or forbids, and the questions that are left to ask."""
    found: dict[Question, str | Fault] = {}
    open_: list[Question] = []
    for question in dict.fromkeys(questions):
        known = store.recall(endpoint.key(question, *pair)) if store else None
        if known is not None:
            found[question] = known
        elif store is None or store.afford(endpoint.engine, len(question.text)):
            open_.append(question)
        else:
            found[question] = Fault("not asked, to stay within the limit of cost")
    return found, open_
