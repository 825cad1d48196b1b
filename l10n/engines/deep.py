"""Owns drafting with online services through deep-translator: Google, MyMemory, LibreTranslate.

deep-translator shares state between calls of one instance (23 of 240 answers of 8 threads were of other texts), so every
question has an instance of its own; and it calls `requests` without limits, so its methods are given `http.Wire` in the
place of that module.
"""

from __future__ import annotations

import html
import os
import re
import threading
import time
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from l10n.engines.guard import warning
from l10n.engines.http import Fault, Wire, check_url, is_local, probe, within
from l10n.engines.lines import Cut, cut
from l10n.errors import ConfigError, EngineError, EngineMissingError
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


@dataclass(frozen=True, slots=True)
class _Service:
    """What differs between the services."""

    module: str
    kind: str
    url: str
    fits: Callable[[str], bool]
    codes: str
    """Name of the table of language codes in `deep_translator.constants`."""
    special: dict[str, str] = field(default_factory=dict)
    """Gettext name to the service's code, where it is neither the name nor its language."""
    more: frozenset[str] = frozenset()
    """Languages the service has and the table lacks."""


_CHINESE = {"zh": "zh-CN", "zh_hans": "zh-CN", "zh_sg": "zh-CN", "zh_hant": "zh-TW", "zh_hk": "zh-TW", "zh_mo": "zh-TW"}
_SERVICES: dict[str, _Service] = {
    "google": _Service(
        "google",
        "GoogleTranslator",
        "https://translate.google.com/m",
        lambda text: len(text) < 5000,  # noqa: PLR2004  deep-translator's own limit
        "GOOGLE_LANGUAGES_TO_CODES",
        {**_CHINESE, "he": "iw", "jv": "jw", "nb": "no", "nn": "no", "fil": "tl"},
    ),
    "mymemory": _Service(
        "mymemory",
        "MyMemoryTranslator",
        "https://api.mymemory.translated.net/get",
        lambda text: len(text.encode()) < 500,  # noqa: PLR2004  the service counts bytes
        "MY_MEMORY_LANGUAGES_TO_CODES",
        {
            **_CHINESE,
            "ar": "ar-SA",
            "de": "de-DE",
            "en": "en-GB",
            "es": "es-ES",
            "fr": "fr-FR",
            "it": "it-IT",
            "nb": "nb-NO",
            "nl": "nl-NL",
            "pt": "pt-PT",
            "ru": "ru-RU",
            "sr@latin": "sr-Latn-RS",
            "sr": "sr-Cyrl-RS",
        },
    ),
    "libre": _Service(
        "libre",
        "LibreTranslator",
        "https://libretranslate.com/",
        lambda text: len(text) < 5000,  # noqa: PLR2004  what public servers allow
        "LIBRE_LANGUAGES_TO_CODES",
        {"zh_cn": "zh", "zh_hans": "zh", "zh_tw": "zt", "zh_hant": "zt", "zh_hk": "zt"},
        frozenset("ca cs da el eo et fa fi he hu lt lv ms nb nl pt-BR ro sk sl sq sv th tl uk ur zt bg bn".split()),
    ),
}
_KEY_NAME = re.compile(r"(?:L10N_[A-Z0-9_]+|[A-Z0-9_]+_API_KEY)\Z")


@cache
def _codes(name: str) -> frozenset[str]:
    """Return the codes a service knows; loads deep-translator."""
    service = _SERVICES[name]
    try:
        table = getattr(import_module("deep_translator.constants"), service.codes)
    except ImportError as err:
        raise EngineMissingError(
            f'engine "{name}" needs deep-translator', remedy="Install it: pip install deep-translator."
        ) from err
    return frozenset(table.values()) | service.more


def _code(name: str, locale: str) -> str:
    """Return a service's code of a gettext locale; empty when it has none."""
    service, known = _SERVICES[name], _codes(name)
    low = locale.replace("-", "_").lower()
    language, _, region = low.partition("@")[0].partition("_")
    if low in service.special:
        return service.special[low]
    if "@" in low:
        return ""
    exact = f"{language}-{region.upper()}"
    if exact in known:
        return exact
    if language in service.special:
        return service.special[language]
    if language in known:
        return language
    return min((code for code in known if code.startswith(f"{language}-")), default="")


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
        self._service = _SERVICES[name]
        self._url = check_url(settings.url or self._service.url)
        self._host = urlsplit(self._url).hostname or ""
        self.destination = "" if is_local(self._host) else self._host
        self._timeout = max(0.1, settings.timeout)
        self._key = _key(name, settings.key_variable, self._url)
        self._email = settings.options.get("email", "")
        self._sleep, self._clock = sleep, clock

    def __repr__(self) -> str:
        return f"DeepEngine({self.name!r})"

    def draft(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request; a text that the service fails at is an answer with a refusal.

        Raises `EngineMissingError` for a language the service has not, `EngineError` when it cannot be reached or stops
        answering before the first answer.
        """
        codes = _code(self.name, source), _code(self.name, target)
        if not all(codes):
            missing = target if codes[0] else source
            raise EngineMissingError(f"{self.name} has no language {missing}", remedy=f"Name another engine for {missing}.")
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
            quota = "FREE TRANSLATIONS" in found.upper() or "QUOTA" in found.upper() or "MYMEMORY WARNING" in found.upper()
            raise Fault("its free quota is used up" if quota else f"it answers with a message: {found!r}", fatal=quota)
        return html.unescape(reply) if self.name == "mymemory" and "&" not in question else reply

    def _client(self, source: str, target: str) -> Any:
        module = import_module(f"deep_translator.{self._service.module}")
        kind = _bounded(getattr(module, self._service.kind), Wire(self._timeout, self._clock))
        extra = {"api_key": "none"} if self.name == "libre" else {}
        client = kind(**extra)
        client._source, client._target = source, target  # noqa: SLF001  the constructor knows fewer codes than the service
        client._base_url = self._url  # noqa: SLF001  Google and MyMemory have no public setting
        if self.name == "libre":
            client._base_url = self._url.rstrip("/") + "/"  # noqa: SLF001
            client.api_key = self._key
        if self.name == "mymemory":
            client.email = self._email or None
        return client


def _key(name: str, variable: str, url: str) -> str:
    """Return the service's key; raises `ConfigError` where sending it there is not the user's own decision.

    A project's configuration can name a variable and an address, so neither may decide alone: the variable is named like
    a key of this program, and a host other than the service's own stands in `<variable>_HOST`, which only the user sets.
    """
    if not variable:
        return ""
    if not _KEY_NAME.match(variable):
        raise ConfigError(
            f'engine "{name}": {variable} is not the name of a key', remedy="Name the variable L10N_… or …_API_KEY."
        )
    key = os.environ.get(variable, "")
    parts = urlsplit(url)
    own = parts.hostname == urlsplit(_SERVICES[name].url).hostname
    local = is_local(parts.hostname)
    if key and not (own or local or os.environ.get(f"{variable}_HOST") == parts.hostname):
        raise ConfigError(
            f'engine "{name}": its key would be sent to {parts.hostname}',
            remedy=f"Set {variable}_HOST={parts.hostname} in your environment if that is what you want.",
        )
    if key and parts.scheme != "https" and not local:
        raise ConfigError(f'engine "{name}": its key would be sent unencrypted', remedy="Write https:// in its url.")
    return key


def create(name: str, settings: EngineSettings) -> DeepEngine:
    """Make an engine; raises `ConfigError` for settings it cannot use."""
    return DeepEngine(name, settings)
