"""Owns single questions to a service: what names them in the journal, and which need not or may not be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from l10n.engines.guard import warning
from l10n.engines.http import Fault, is_local
from l10n.engines.journal import question_key
from l10n.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.engines.desk import Desk
    from l10n.engines.keys import Secret
    from l10n.protocols import Ledger

__all__ = ["Place", "Question", "ask_texts", "consult", "give_back", "sound"]


@dataclass(frozen=True, slots=True)
class Place:
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


def sound(question: str, reply: object, secret: Secret) -> str:
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
    desk: Desk[Question, str],
    questions: Sequence[Question],
    pair: tuple[str, str],
    once: Callable[[Question], str | None],
    ledger: Ledger | None,
) -> dict[Question, str | Fault]:
    """Ask one text at a time, save what the ledger knows or does not allow; keep every answer in it.

    `once` asks a single time; None is a text the service has no translation for. Raises `EngineError` when the service
    cannot be used and nothing was known.
    """
    place = desk.place
    found, open_ = consult(place, questions, pair, ledger)

    def do(question: Question) -> str:
        reply = desk.attempt(lambda: once(question) or "")
        if not reply.strip():
            raise Fault("it has no translation for this text")
        if ledger is not None:
            ledger.keep(place.key(question, *pair), place.engine, reply)
        return reply

    try:
        found |= desk.each(open_, do)
    except EngineError as err:
        if not any(isinstance(reply, str) for reply in found.values()):
            raise
        found |= dict.fromkeys(open_, Fault(err.message))
    give_back(place, ledger, [question for question in open_ if isinstance(found[question], Fault)])
    return found


def give_back(place: Place, ledger: Ledger | None, questions: Iterable[Question]) -> None:
    """Tell the ledger that questions it allowed brought no answer."""
    unanswered = sum(len(question.text) for question in questions)
    if ledger is not None and unanswered:
        ledger.afford(place.engine, -unanswered)


def consult(
    place: Place, questions: Iterable[Question], pair: tuple[str, str], ledger: Ledger | None
) -> tuple[dict[Question, str | Fault], list[Question]]:
    """Return what the ledger answers or forbids, and the questions that are left to ask."""
    found: dict[Question, str | Fault] = {}
    open_: list[Question] = []
    for question in dict.fromkeys(questions):
        known = ledger.recall(place.key(question, *pair)) if ledger else None
        if known is not None:
            found[question] = known
        elif ledger is None or ledger.afford(place.engine, len(question.text)):
            open_.append(question)
        else:
            found[question] = Fault("not asked, to stay within the limit of cost")
    return found, open_
