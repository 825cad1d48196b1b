"""Owns drafting with online services through deep-translator: Google, MyMemory, LibreTranslate.

deep-translator shares state between calls of one instance (23 of 240 answers of 8 threads were of other texts), so
every question has an instance of its own; and it calls `requests` without limits, so its methods are given
`http.Wire` in the place of that module.
"""

from __future__ import annotations

import html
import threading
import time
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from l10n.engines.guard import warning
from l10n.engines.http import Fault, Wire, is_local, probe, within
from l10n.engines.lines import Cut, cut
from l10n.engines.services import SERVICES, address, code, key
from l10n.errors import EngineError, EngineMissingError
from l10n.model import Answer, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request

__all__ = ["DeepEngine", "create"]

_THREADS = 4
_ATTEMPTS = 3
_BACKOFF = 0.5
_LONGEST_WAIT = 8.0
_PATIENCE = 3
"""Texts in a row that may fail before the service is given up."""
_PROBE = 3.0
"""Seconds for name resolution and connection: a machine without network is found out before the first text."""


def _bounded(kind: type, wire: Wire) -> type:
    """Return the client class with `translate` seeing `wire` where it looks for the module `requests`."""
    method = kind.translate  # type: ignore[attr-defined]  # untyped library
    scope = {**method.__globals__, "requests": wire}
    translate = FunctionType(method.__code__, scope, "translate", method.__defaults__, method.__closure__)
    return type(kind.__name__, (kind,), {"translate": translate})


class _Breaker:
    """Gives a service up after texts have failed in a row; shared by the threads of one call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self.answered = False
        self.reason = ""

    def good(self) -> None:
        with self._lock:
            self._failures, self.answered = 0, True

    def bad(self, fault: Fault) -> None:
        with self._lock:
            self._failures += 1
            lost = fault.retry and not self.answered
            if not self.reason and (fault.fatal or lost or self._failures >= _PATIENCE):
                self.reason = fault.message


class DeepEngine:
    """Answers with one online service."""

    form = Form.MARKS

    def __init__(
        self,
        name: str,
        settings: EngineSettings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._service = SERVICES[name]
        self._url = address(settings.url, self._service.url)
        self._host = urlsplit(self._url).hostname or ""
        self.destination = "" if is_local(self._host) else self._host
        self._timeout = max(0.1, settings.timeout)
        self._key = key(name, settings.key_variable, self._url)
        self._email = settings.options.get("email", "")
        self._sleep, self._clock = sleep, clock

    def __repr__(self) -> str:
        return f"DeepEngine({self.name!r})"

    def draft(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
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
        cuts = [cut(request.text, self._service.fits) for request in requests]
        questions = [question for one in cuts if one is not None for question in one.questions]
        replies = self._all(questions, *codes) if questions else {}
        return [self._answer(one, replies) for one in cuts]

    def _answer(self, one: Cut | None, replies: dict[str, str | Fault]) -> Answer:
        if one is None:
            return Answer(None, self.name, refusal=f"a sentence is longer than {self.name} accepts")
        texts = []
        for question in one.questions:
            reply = replies[question]
            if isinstance(reply, Fault):
                return Answer(None, self.name, refusal=f"{self._host}: {reply.message}")
            texts.append(reply)
        return Answer(one.join(texts), self.name)

    def _all(self, questions: Sequence[str], source: str, target: str) -> dict[str, str | Fault]:
        """Ask each different question once, the first alone, then four at a time."""
        waiting = list(dict.fromkeys(questions))
        replies: dict[str, str | Fault] = {}
        breaker = _Breaker()
        try:
            probe(self._url, min(_PROBE, self._timeout))
        except Fault as fault:
            raise self._unreachable(fault.message) from fault
        place = threading.Lock()

        def work(*, once: bool = False) -> None:
            while True:
                with place:
                    if not waiting or breaker.reason:
                        return
                    question = waiting.pop(0)
                replies[question] = self._ask(question, source, target, breaker)
                if once:
                    return

        while waiting and not breaker.answered and not breaker.reason:
            work(once=True)
        threads = [threading.Thread(target=work, daemon=True) for _ in range(min(_THREADS, len(waiting)))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if breaker.reason and not breaker.answered:
            raise self._unreachable(breaker.reason)
        given_up = Fault(f"given up: {breaker.reason}")
        return {question: replies.get(question, given_up) for question in questions}

    def _unreachable(self, reason: str) -> EngineError:
        return EngineError(
            f"{self.name} cannot be used now: {self._host}: {reason}",
            remedy="Check the network and the engine's settings, or name another engine.",
        )

    def _ask(self, question: str, source: str, target: str, breaker: _Breaker) -> str | Fault:
        """Ask one question up to three times."""
        fault = Fault("it was not asked")
        for attempt in range(_ATTEMPTS):
            try:
                reply = within(self._timeout + 0.5, lambda: self._once(question, source, target))
            except Fault as err:
                fault = err
                final = not err.retry or attempt == _ATTEMPTS - 1 or (err.slow and not breaker.answered)
                if final or breaker.reason:
                    break
                self._sleep(min(_LONGEST_WAIT, _BACKOFF * 2**attempt if err.wait is None else err.wait))
            else:
                if reply is None:
                    return Fault("it has no translation for this text")
                breaker.good()
                return reply
        breaker.bad(fault)
        return fault

    def _once(self, question: str, source: str, target: str) -> str | None:
        """Ask one question once; raises nothing but `Fault`."""
        try:
            reply = self._client(source, target).translate(question)
        except Fault:
            raise
        except Exception as err:  # noqa: BLE001  the library raises KeyError, AttributeError, its own … on bad answers
            raise Fault(f"its answer is not understood ({type(err).__name__})") from None
        if reply is None or reply == "":
            return None
        if not isinstance(reply, str):
            raise Fault("its answer is not a text")
        found = warning(reply)
        if found and not warning(question):
            quota = (
                "FREE TRANSLATIONS" in found.upper() or "QUOTA" in found.upper() or "MYMEMORY WARNING" in found.upper()
            )
            raise Fault("its free quota is used up" if quota else f"it answers with a message: {found!r}", fatal=quota)
        return html.unescape(reply) if self.name == "mymemory" and "&" not in question else reply

    def _client(self, source: str, target: str) -> Any:
        module = import_module(f"deep_translator.{self._service.module}")
        kind = _bounded(getattr(module, self._service.kind), Wire(self._timeout, self._clock))
        extra = {"api_key": "none"} if self.name == "libre" else {}
        client = kind(source="auto", target="auto", **extra)
        client._source, client._target = source, target  # noqa: SLF001  the constructor knows fewer codes than the service
        client._base_url = self._url  # noqa: SLF001  Google and MyMemory have no public setting
        if self.name == "libre":
            client._base_url = self._url.rstrip("/") + "/"  # noqa: SLF001
            client.api_key = self._key
        if self.name == "mymemory":
            client.email = self._email or None
        return client


def create(name: str, settings: EngineSettings) -> DeepEngine:
    """Make an engine; raises `ConfigError` for settings it cannot use."""
    return DeepEngine(name, settings)
