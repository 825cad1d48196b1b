"""Owns drafting with online services through deep-translator: Google, MyMemory, LibreTranslate, Microsoft.

deep-translator shares state between calls of one instance (23 of 240 answers of 8 threads were of other texts), so
every question has an instance of its own; and it calls `requests` without limits, so its methods are given
`http.Wire` in the place of that module.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any

from l10n.drafting.guard import warning
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint, Question
from l10n.engines.queries import ask_texts, validated
from l10n.engines.services import SERVICES, address, code
from l10n.engines.single_lines import Cut, cut
from l10n.errors import EngineMissingError
from l10n.model import Answer, Form
from l10n.web.faults import Fault, no_quota, speaks_of_quota
from l10n.web.http import HttpReply, Wire
from l10n.web.keys import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["DeepEngine", "create"]

_WORLD = Clock()
_OK = "200"


@dataclass(frozen=True, slots=True)
class _Heard:
    """A wire on which MyMemory's status counts that stands in its answer, and its matches of other texts do not."""

    wire: Wire

    def get(self, url: str, params: Mapping[str, str], **_: object) -> HttpReply:
        """Ask; raises `Fault`."""
        reply = self.wire.get(url, params=params)
        data = reply.json()
        given = data.get("responseData") if isinstance(data, dict) else None
        if not isinstance(given, dict):
            raise Fault("its answer is not understood")
        status = str(data.get("responseStatus") or _OK)
        if status != _OK and speaks_of_quota(str(data.get("responseDetails"))):
            raise no_quota()
        if status != _OK and not warning(str(given.get("translatedText"))):
            raise Fault(f"it refuses this text ({status[:3]})", repeated=f"it refuses every text ({status[:3]})")
        return HttpReply(reply.status_code, json.dumps({"responseData": given, "matches": [{"translation": ""}]}))


def _bounded(kind: type, wire: Wire | _Heard) -> type:
    """Return the client class with `translate` seeing `wire` where it looks for the module `requests`."""
    method = kind.translate  # type: ignore[attr-defined]  # untyped library
    scope = {**method.__globals__, "requests": wire}
    translate = FunctionType(method.__code__, scope, "translate", method.__defaults__, method.__closure__)
    return type(kind.__name__, (kind,), {"translate": translate})


class DeepEngine:
    """Answers with one online service."""

    form = Form.MARKS
    takes_terms = False

    def __init__(self, name: str, settings: EngineSettings, clock: Clock = _WORLD) -> None:
        self.name = name
        self._service = SERVICES[name]
        self._endpoint = Endpoint(name, address(settings.url, self._service.url))
        self.destination = self._endpoint.destination
        self._settings = settings
        self._key = key(name, settings.key_variable, self._endpoint.url)
        self._clock = clock
        self._wire = Wire(max(0.1, settings.timeout), clock.now, self._key)

    def __repr__(self) -> str:
        return f"DeepEngine({self.name!r})"

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request; a text that the service fails at is an answer with a refusal.

        Raises `EngineMissingError` for a language the service has not, `EngineError` when it cannot be reached or stops
        answering before the first answer.
        """
        codes = code(self.name, source), code(self.name, target)
        if not all(codes):
            missing = target if codes[0] else source
            raise EngineMissingError(
                f"{self.name} has no language {missing}", remedy=f"Name another engine for {missing}."
            )
        if self.name == "microsoft" and not self._key and self.destination:
            raise EngineMissingError(
                "microsoft needs a key", remedy="Set MICROSOFT_API_KEY in your environment, or name another engine."
            )
        cuts = [cut(request.text, self._service.fits) for request in requests]
        questions = [Question(question) for one in cuts if one is not None for question in one.questions]
        dispatcher: Dispatcher[Question, str] = Dispatcher(self._endpoint, self._settings, self._clock)
        replies = ask_texts(
            dispatcher, questions, (source, target), lambda question: self._once(question.text, *codes), store
        )
        return [self._answer(one, replies) for one in cuts]

    def _answer(self, one: Cut | None, replies: dict[Question, str | Fault]) -> Answer:
        if one is None:
            return Answer(None, self.name, refusal=f"a sentence is longer than {self.name} accepts")
        texts = []
        for question in one.questions:
            reply = replies[Question(question)]
            if isinstance(reply, Fault):
                return Answer(None, self.name, refusal=f"{self._endpoint.host}: {reply.message}")
            texts.append(reply)
        return Answer(one.join(texts), self.name)

    def _once(self, question: str, source: str, target: str) -> str | None:
        """Ask one question once; the library raises KeyError, AttributeError, its own … on bad answers."""
        reply = self._client(source, target).translate(question)
        if reply is None or reply == "":
            return None
        return validated(question, reply, self._key)

    def _client(self, source: str, target: str) -> Any:
        """Make the library's client; its constructor is passed by: it knows few codes, and Microsoft's asks the net."""
        module = import_module(f"deep_translator.{self._service.module}")
        wire = _Heard(self._wire) if self.name == "mymemory" else self._wire
        kind = _bounded(getattr(module, self._service.kind), wire)
        if self.name == "microsoft":
            client: Any = object.__new__(kind)
            client._url_params = {"api-version": "3.0"}  # noqa: SLF001
            client.proxies = None
            client.headers = {"Ocp-Apim-Subscription-Key": self._key.value}
            if region := self._settings.options.get("region", ""):
                client.headers["Ocp-Apim-Subscription-Region"] = region
        else:
            client = kind(source="auto", target="auto", **({"api_key": "none"} if self.name == "libre" else {}))
        client._source, client._target = source, target  # noqa: SLF001  the constructor knows fewer codes than the service
        client._base_url = self._endpoint.url  # noqa: SLF001  Google and MyMemory have no public setting
        if self.name == "libre":
            client._base_url = self._endpoint.url.rstrip("/") + "/"  # noqa: SLF001
            client.api_key = self._key.value
        if self.name == "mymemory":
            client.email = self._settings.options.get("email", "") or None
        return client


def create(name: str, settings: EngineSettings) -> DeepEngine:
    """Make an engine; raises `ConfigError` for settings it cannot use."""
    return DeepEngine(name, settings)
