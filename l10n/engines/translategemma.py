"""Owns drafting with TranslateGemma behind an OpenAI-compatible endpoint: one text a question, in its own words.

The model was trained on one form of question (its chat template, published with the weights and by Ollama): a single
turn of the user, no system prompt, names and codes of both languages, two blank lines, the text. It answers with the
translation and nothing else, and reads some 2,000 tokens, so that long texts go sentence by sentence.

Servers put a chat into that form in two ways. Ollama hands the user's words on, so they are the whole question.
llama.cpp, vLLM and SGLang apply the model's template, which wants languages in fields that chats cannot carry; there
the finished question is sent to be completed.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from l10n import locales
from l10n.engines import prompt
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint, Question
from l10n.engines.queries import ask_texts, validated
from l10n.engines.services import address
from l10n.engines.single_lines import Cut, cut
from l10n.errors import EngineMissingError
from l10n.model import Answer, Form
from l10n.web.faults import Fault
from l10n.web.http import Wire
from l10n.web.keys import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["TEMPLATE", "TranslateGemmaEngine", "question"]

TEMPLATE = "translategemma"
_WORLD = Clock()
_URL = "https://api.openai.com/v1"
_VERSION = "translategemma-1"
"""Part of the key of an answer in the journal: change it with the words below."""
_WORDS = """You are a professional {source} ({source_tag}) to {target} ({target_tag}) translator. Your goal is to \
accurately convey the meaning and nuances of the original {source} text while adhering to {target} grammar, \
vocabulary, and cultural sensitivities.
Produce only the {target} translation, without any additional explanations or commentary. Please translate the \
following {source} text into {target}:


{text}"""
_TURN = "<start_of_turn>user\n{question}<end_of_turn>\n<start_of_turn>model\n"
_CONTROL = re.compile(r"<(?:start_of_turn|end_of_turn|bos|eos)>")
_LARGEST = 1500
"""Bytes of one text: 500 tokens at most, and its translation has as many again, or twice as many, in 2,000."""
_TOKENS = 1200
"""Tokens of an answer at most; a short text has fewer, lest a model that repeats itself goes on for minutes."""
_SPARE = 100
_TEMPLATED = frozenset({"llamacpp", "sglang", "vllm"})
"""`owned_by` of the models of servers that apply a model's own template."""
_REFUSED = frozenset({400, 422})


class _Door(Enum):
    """Where a server takes the question."""

    CHAT = "/chat/completions"
    TEXT = "/completions"


class TranslateGemmaEngine:
    """Answers with one model of one server."""

    form = Form.MARKS
    takes_terms = False
    name = "openai"

    def __init__(self, settings: EngineSettings, clock: Clock = _WORLD) -> None:
        self._base = address(settings.url, _URL).rstrip("/").removesuffix("/chat/completions")
        self._signature = re.sub(r"\s+", "-", f"{self.name}/{settings.model}")
        self._endpoint = Endpoint(self.name, self._base + _Door.CHAT.value, settings.model, _VERSION)
        self.destination = self._endpoint.destination
        self._key = key(self.name, settings.key_variable, self._endpoint.url)
        self._settings, self._clock = settings, clock
        self._wire = Wire(max(0.1, settings.timeout), clock.now, self._key)
        self._door: _Door | None = None
        self._worked = False

    def __repr__(self) -> str:
        return f"TranslateGemmaEngine({self._settings.model!r})"

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request; a text that the model fails at is an answer with a refusal.

        Raises `EngineMissingError` without a model or an address, `EngineError` when the server cannot be used.
        """
        for name, value in (("model", self._settings.model), ("url", self._settings.url)):
            if not value:
                raise EngineMissingError(
                    f"openai needs a {name} for its template",
                    remedy=f"Set `{name}` in [tool.l10n.engine.openai] of pyproject.toml.",
                )
        cuts = [cut(request.text, _fits) for request in requests]
        questions = [Question(text) for one in cuts if one is not None for text in one.questions]
        dispatcher: Dispatcher[Question, str] = Dispatcher(self._endpoint, self._settings, self._clock)
        once = lambda one: self._once(one.text, source, target)  # noqa: E731  a closure over the pair
        replies = ask_texts(dispatcher, questions, (source, target), once, store)
        return [self._answer(one, replies) for one in cuts]

    def _answer(self, one: Cut | None, replies: dict[Question, str | Fault]) -> Answer:
        if one is None:
            return Answer(None, self._signature, refusal="a sentence is longer than the model reads at once")
        texts = []
        for text in one.questions:
            reply = replies[Question(text)]
            if isinstance(reply, Fault):
                return Answer(None, self._signature, refusal=f"{self._endpoint.host}: {reply.message}")
            texts.append(reply)
        return Answer(one.join(texts), self._signature)

    def _once(self, text: str, source: str, target: str) -> str:
        """Ask one question once, at the door that the server has; raises nothing but `Fault`."""
        if _CONTROL.search(text):
            raise Fault("the text has signs by which the model tells turns apart")
        asked, most = question(text, source, target), min(_TOKENS, _SPARE + 2 * len(text))
        door = self._door = self._door or self._found()
        try:
            data = self._ask(asked, most, door)
        except Fault as fault:
            if fault.status not in _REFUSED or self._worked:
                raise
            door = _Door.TEXT if door is _Door.CHAT else _Door.CHAT
            try:
                data = self._ask(asked, most, door)
            except Fault:
                raise fault from None
        self._door = door
        said = validated(text, prompt.whole(data), self._key)
        self._worked = True
        return said.strip()

    def _found(self) -> _Door:
        """Return the door that fits the server, by who it says owns its models; a chat where it says nothing."""
        try:
            data = self._wire.get(f"{self._base}/models", headers=self._headers()).json()
        except Fault:
            return _Door.CHAT
        rows = data.get("data") if isinstance(data, dict) else None
        owners = {row.get("owned_by") for row in rows if isinstance(row, dict)} if isinstance(rows, list) else set()
        return _Door.TEXT if owners & _TEMPLATED else _Door.CHAT

    def _ask(self, asked: str, most: int, door: _Door) -> object:
        body: dict[str, Any] = {"model": self._settings.model, "max_tokens": most, "temperature": 0}
        if door is _Door.CHAT:
            body["messages"] = [{"role": "user", "content": asked}]
        else:
            body |= {"prompt": _TURN.format(question=asked), "stop": ["<end_of_turn>"]}
        return self._wire.post(self._base + door.value, headers=self._headers(), json=body).json()

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key.value}"} if self._key else {}


def question(text: str, source: str, target: str) -> str:
    """Return what the model is asked; `source` and `target` are gettext names.

    Names are those of the languages, and the tags have script or region besides, as the model's template has them.
    """
    return _WORDS.format(
        source=locales.display_name(locales.language(source)),
        source_tag=locales.tag(source),
        target=locales.display_name(locales.language(target)),
        target_tag=locales.tag(target),
        text=text,
    )


def _fits(text: str) -> bool:
    return len(text.encode()) <= _LARGEST
