"""Owns single questions to a service: which need not or may not be asked, and which replies are texts."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from l10n.drafting.guard import warning
from l10n.errors import EngineError
from l10n.web.faults import Fault, no_quota, speaks_of_quota

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from l10n.engines.dispatcher import Dispatcher
    from l10n.engines.endpoint import Endpoint, Question
    from l10n.protocols import AnswerStore
    from l10n.web.keys import Secret

__all__ = ["ask_texts", "check_kept", "claimed", "from_store", "give_back", "validated"]


def validated(question: str, reply: object, secret: Secret) -> str:
    """Return a reply that is a text and no message of the service; raises `Fault`."""
    if not isinstance(reply, str):
        raise Fault("its answer is not a text")
    if secret.stands_in(reply):
        raise Fault("its answer gives the key away", fatal=True)
    found = warning(reply)
    if found and not warning(question):
        raise no_quota() if speaks_of_quota(found) else Fault(f"it answers with a message: {found!r}")
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

    def asked(question: Question) -> str | None:
        check_kept(endpoint, store)
        return once(question)

    def do(question: Question) -> str:
        key = endpoint.key(question, *pair)
        with claimed(endpoint, store, {key: question}) as known:
            if key in known:
                return known[key]
            reply = dispatcher.attempt(lambda: asked(question) or "")
            if not reply.strip():
                raise Fault("it has no translation for this text")
            if store is not None:
                store.keep(key, endpoint.engine, reply)
            return reply

    try:
        found |= dispatcher.each(open_, do)
    except EngineError as err:
        if not any(isinstance(reply, str) for reply in found.values()):
            raise
        found |= dict.fromkeys(open_, Fault(err.message))
    give_back(endpoint, store, [question for question in open_ if isinstance(found[question], Fault)])
    return found


@contextlib.contextmanager
def claimed(
    endpoint: Endpoint, store: AnswerStore | None, questions: Mapping[str, Question]
) -> Iterator[dict[str, str]]:
    """Claim questions, by their keys, while they are asked; yield the answers that others were given meanwhile.

    What those would have cost is given back.
    """
    known: dict[str, str] = {}
    if store is None:
        yield known
        return
    try:
        for key in sorted(questions):
            answer = store.claim(key)
            if answer is not None:
                known[key] = answer
        give_back(endpoint, store, [questions[key] for key in known])
        yield known
    finally:
        for key in questions:
            store.release(key)


def check_kept(endpoint: Endpoint, store: AnswerStore | None) -> None:
    """Refuse to ask on where the store has become unable to keep an answer; raises `Fault`."""
    if store is not None and not store.afford(endpoint.engine, 0):
        raise Fault("its answers can no longer be kept", fatal=True)


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
            found[question] = Fault("not asked: the limit of cost is reached, or its answer could not be kept")
    return found, open_
