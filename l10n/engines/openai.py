"""Owns drafting with a language model behind any OpenAI-compatible endpoint: hosted, Ollama, llama.cpp, vLLM.

Texts go in batches and come back by id; what is missing, doubled or malformed is asked again in halves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.drafting.misaligned import aligned, shifted
from l10n.engines import prompt, translategemma
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint, Question
from l10n.engines.journal import glossary_digest
from l10n.engines.queries import check_kept, claimed, from_store, give_back, validated
from l10n.engines.services import address
from l10n.errors import ConfigError, EngineError, EngineMissingError
from l10n.model import Answer, Form
from l10n.web.faults import Fault
from l10n.web.http import Wire
from l10n.web.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore, Engine

__all__ = ["OpenaiEngine", "create"]

_WORLD = Clock()
_URL = "https://api.openai.com/v1"
_PATIENCE = 8
"""Answers in a row that may be no good: a batch of 40 with one bad text is halved six times before it is found."""
_LONGEST = 120.0
"""Seconds that a batch may take where `timeout` does not allow more."""
_MARK = re.compile(r"⟦\d+⟧")
_REFUSED = frozenset({400, 422})
_WAYS = 5

_Batch = tuple[prompt.PromptItem, ...]
_Found = dict[str, str | Fault]


class _Doubt(Fault):
    """Good answers that may be each other's."""


@dataclass(frozen=True, slots=True)
class _Talk:
    """What the batches of one call share."""

    dispatcher: Dispatcher[_Batch, _Found]
    pair: tuple[str, str]
    keep: Callable[[dict[str, str]], None]
    """Keeps answers by id, the moment they come."""
    affords: Callable[[_Batch], bool]
    check: Callable[[], None]
    """Refuses to go on where answers can no longer be kept."""
    """Tells whether a batch may be asked for once more."""


class OpenaiEngine:
    """Answers with one model of one server."""

    form = Form.MARKS
    takes_terms = True
    name = "openai"

    def __init__(self, settings: EngineSettings, clock: Clock = _WORLD) -> None:
        base = address(settings.url, _URL).rstrip("/").removesuffix("/chat/completions")
        self._url = f"{base}/chat/completions"
        self._model = settings.model
        self._signature = re.sub(r"\s+", "-", f"{self.name}/{settings.model}")
        self._endpoint = Endpoint(self.name, self._url, settings.model, prompt.VERSION)
        self.destination = self._endpoint.destination
        self._key = key(self.name, settings.key_variable, self._url)
        self._settings, self._clock = settings, clock
        self._wire = Wire(max(0.1, settings.timeout), clock.now, self._key)
        self._way = prompt.Way()
        self._worked = False

    def __repr__(self) -> str:
        return f"OpenaiEngine({self._model!r})"

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request; a text that the model fails at is an answer with a refusal.

        Raises `EngineMissingError` without a model or a key, `EngineError` when the server cannot be used.
        """
        self._check()
        items: dict[Question, prompt.PromptItem] = {}
        for number, request in enumerate(requests, start=1):
            if _worded(request.text):
                item = prompt.PromptItem(f"s{number}", request.text, request.before, request.after, request.terms)
                items.setdefault(_question(request), item)
        found, open_ = from_store(self._endpoint, items, (source, target), store)
        try:
            found |= self._ask({question: items[question] for question in open_}, (source, target), store)
        except EngineError as err:
            if not any(isinstance(reply, str) for reply in found.values()):
                raise
            found |= dict.fromkeys(open_, Fault(err.message))
        give_back(self._endpoint, store, [question for question in open_ if isinstance(found[question], Fault)])
        return [self._answer(request, found) for request in requests]

    def _ask(
        self, items: dict[Question, prompt.PromptItem], pair: tuple[str, str], store: AnswerStore | None
    ) -> dict[Question, str | Fault]:
        """Ask in batches; every answer is kept when its batch comes."""
        questions = {item.id: question for question, item in items.items()}
        dispatcher: Dispatcher[_Batch, _Found] = Dispatcher(self._endpoint, self._settings, self._clock, _PATIENCE)

        def keep(got: dict[str, str]) -> None:
            for one, text in got.items():
                if store is not None:
                    store.keep(self._endpoint.key(questions[one], *pair), self.name, text)

        def affords(batch: _Batch) -> bool:
            characters = sum(len(questions[item.id].text) for item in batch)
            return store is None or store.afford(self.name, characters)

        talk = _Talk(dispatcher, pair, keep, affords, partial(check_kept, self._endpoint, store))

        def do(batch: _Batch) -> _Found:
            keys = {self._endpoint.key(questions[item.id], *pair): item for item in batch}
            with claimed(self._endpoint, store, {key: questions[item.id] for key, item in keys.items()}) as known:
                found: _Found = {keys[key].id: text for key, text in known.items()}
                left = tuple(item for item in batch if item.id not in found)
                return found | self._batch(left, talk) if left else found

        done = dispatcher.each(prompt.batches(list(items.values())), do)
        return {
            questions[item.id]: outcome if isinstance(outcome, Fault) else outcome[item.id]
            for batch, outcome in done.items()
            for item in batch
        }

    def _check(self) -> None:
        if not self._model:
            raise EngineMissingError(
                "openai needs a model", remedy="Set `model` in [tool.l10n.engine.openai] of pyproject.toml."
            )
        if not self._key and self.destination == "api.openai.com":
            raise EngineMissingError(
                "openai needs a key", remedy="Set OPENAI_API_KEY in your environment, or a `url` of your own server."
            )

    def _answer(self, request: Request, found: dict[Question, str | Fault]) -> Answer:
        if not _worded(request.text):
            return Answer(request.text, self._signature)
        reply = found[_question(request)]
        if isinstance(reply, Fault):
            return Answer(None, self._signature, refusal=f"{self._endpoint.host}: {reply.message}")
        text = request.text
        lead = text[: len(text) - len(text.lstrip())]
        return Answer(lead + reply.strip() + text[len(text.rstrip()) :], self._signature)

    def _batch(self, batch: _Batch, talk: _Talk, *, doubted: bool = False) -> _Found:
        """Ask for a batch; what has no sound answer is asked again in halves, down to single texts.

        In halves of a batch that was `doubted`, every answer must show that it stands in its place.
        """
        seconds = max(self._settings.timeout, min(_LONGEST, self._settings.timeout * len(batch)))
        fault = Fault("its answer has not this text")
        got: dict[str, str] = {}

        def once() -> dict[str, str | Fault]:
            talk.check()
            return dict(self._once(batch, talk.pair, seconds, doubted=doubted))

        try:
            reply = talk.dispatcher.attempt(once, seconds)
            got = {one: text for one, text in reply.items() if isinstance(text, str)}
        except Fault as err:
            fault = err
            doubted = doubted or isinstance(err, _Doubt)
            if err.fatal or len(batch) == 1 or (err.retry and not err.slow):
                return {item.id: err for item in batch}
        talk.keep(got)
        left = tuple(item for item in batch if item.id not in got)
        found: _Found = dict(got)
        if left and len(batch) == 1:
            return {batch[0].id: fault}
        halves = (left,) if len(left) < len(batch) else (left[: len(left) // 2], left[len(left) // 2 :])
        for half in halves:
            if half and talk.affords(half):
                found |= self._batch(half, talk, doubted=doubted)
            else:
                found |= {
                    item.id: Fault("not asked again: the limit of cost is reached, or its answer could not be kept")
                    for item in half
                }
        return found

    def _once(self, batch: _Batch, pair: tuple[str, str], seconds: float, *, doubted: bool) -> dict[str, str]:
        """Ask once, finding the way the server takes; raises nothing but `Fault`."""
        headers = {"Authorization": f"Bearer {self._key.value}"} if self._key else {}
        wire = replace(self._wire, timeout=seconds)
        for _ in range(_WAYS):
            way = self._way
            try:
                reply = wire.post(self._url, headers=headers, json=prompt.body(self._model, batch, *pair, way))
                break
            except Fault as fault:
                if fault.status == 404:  # noqa: PLR2004  HTTP's own number
                    raise Fault("it has no such model or address (404)", fatal=True) from None
                other = way.after(fault.detail) if fault.status in _REFUSED and not self._worked else None
                if other is None:
                    raise
                self._way = other
        else:
            raise Fault("it refuses every way of asking", fatal=True)
        found = self._sound(batch, prompt.content(reply.json()))
        self._worked = True
        answered = [item for item in batch if item.id in found]
        sources, targets = [_bare(item.text) for item in answered], [_bare(found[item.id].text) for item in answered]
        vouched = not doubted and all(given.vouched for given in found.values())
        if shifted(sources, targets, *pair) or not (vouched or aligned(sources, targets, *pair)):
            raise _Doubt("its answers may stand beside each other's texts")
        return {one: given.text for one, given in found.items()}

    def _sound(self, batch: _Batch, said: str) -> dict[str, prompt.Given]:
        """Return what is a text of what was said for each item; raises `Fault` where nothing is."""
        if self._key.stands_in(said):
            raise Fault("its answer gives the key away", fatal=True)
        try:
            found = prompt.texts(said, batch)
        except Fault:
            validated(" ".join(item.text for item in batch), said, self._key)
            raise
        fault: Fault | None = None
        for item in batch:
            try:
                validated(item.text, found[item.id].text if item.id in found else "", self._key)
            except Fault as err:
                fault = err
                del found[item.id]
        if fault and not found:
            raise fault
        return found


def _question(request: Request) -> Question:
    return Question(request.text, glossary_digest(request.terms))


def _bare(text: str) -> str:
    return _MARK.sub(" ", text)


def _worded(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def create(name: str, settings: EngineSettings) -> Engine:  # noqa: ARG001  every engine module has this signature
    """Make the engine that the `template` asks for; raises `ConfigError` for settings it cannot use."""
    template = settings.options.get("template", "")
    if template == translategemma.TEMPLATE:
        return translategemma.TranslateGemmaEngine(settings)
    if template:
        raise ConfigError(
            f'engine "openai": no template is called "{template}"', remedy=f"Use {translategemma.TEMPLATE}."
        )
    return OpenaiEngine(settings)
