"""Owns drafting with DeepL: one text a request, its markup as XML tags, its neighbours as context.

deep-translator's client sends the key in the address, which DeepL no longer takes; here it goes in a header. One text
a request costs no more (DeepL bills characters), gives each its own context, and no answer can take another's place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import locales
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint, Question
from l10n.engines.queries import ask_texts, validated
from l10n.engines.services import address, plain_name
from l10n.errors import EngineMissingError
from l10n.model import Answer, Form
from l10n.web.faults import Fault
from l10n.web.http import Wire
from l10n.web.keys import home, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["DeeplEngine", "create", "target_code"]

_WORLD = Clock()
_PROMPT = "xml-1"
_CODES = "AR BG CS DA DE EL EN ES ET FI FR HE HU ID IT JA KO LT LV NB NL PL PT RO RU SK SL SV TH TR UK VI ZH"
_SOURCES = frozenset(_CODES.split())
_TARGETS: dict[str, str] = {
    "en": "EN-US",
    "en_gb": "EN-GB",
    "es_419": "ES-419",
    "es_ar": "ES-419",
    "es_mx": "ES-419",
    "nn": "NB",
    "no": "NB",
    "pt": "PT-PT",
    "pt_br": "PT-BR",
    "zh": "ZH-HANS",
    "zh_cn": "ZH-HANS",
    "zh_hans": "ZH-HANS",
    "zh_hant": "ZH-HANT",
    "zh_hk": "ZH-HANT",
    "zh_mo": "ZH-HANT",
    "zh_sg": "ZH-HANS",
    "zh_tw": "ZH-HANT",
}
"""Gettext name in lower case to DeepL's target code, where it is not just the language."""
_MARKUP = re.compile(r"<[^>]*>|&\w+;")
_LARGEST = 100_000
"""Bytes of one text; DeepL takes 128 KiB a request."""


def _language(locale: str) -> str:
    return locales.language(locale).upper()


def target_code(locale: str) -> str:
    """Return DeepL's code of a gettext locale as a target; empty when it has none."""
    low = plain_name(locale)
    if low in _TARGETS:
        return _TARGETS[low]
    if "@" in low:
        return ""
    language = _language(low)
    return _TARGETS.get(language.lower(), language if language in _SOURCES else "")


class DeeplEngine:
    """Answers with DeepL's API."""

    name = "deepl"
    form = Form.TAGS

    def __init__(self, settings: EngineSettings, clock: Clock = _WORLD) -> None:
        url = address(settings.url, f"https://{home(self.name, settings.key_variable)}/v2/translate")
        self._glossary = settings.options.get("glossary", "")
        self.takes_terms = bool(self._glossary)
        self._endpoint = Endpoint(self.name, url, prompt=f"{_PROMPT} {self._glossary}".strip())
        self.destination = self._endpoint.destination
        self._key = key(self.name, settings.key_variable, url)
        self._settings, self._clock = settings, clock
        self._wire = Wire(max(0.1, settings.timeout), clock.now, self._key)

    def __repr__(self) -> str:
        return "DeeplEngine()"

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request; a text that the service fails at is an answer with a refusal.

        Raises `EngineMissingError` without a key or for a language DeepL has not, `EngineError` when it cannot be used.
        """
        codes = _language(source), target_code(target)
        if codes[0] not in _SOURCES or not codes[1]:
            missing = target if codes[0] in _SOURCES else source
            raise EngineMissingError(f"deepl has no language {missing}", remedy=f"Name another engine for {missing}.")
        if not self._key and self.destination:
            raise EngineMissingError(
                "deepl needs a key", remedy="Set DEEPL_API_KEY in your environment, or name another engine."
            )
        questions = {
            request.text: Question(request.text.strip(), context=f"{request.before}\n{request.after}".strip())
            for request in requests
            if _worded(request.text) and len(request.text.encode()) < _LARGEST
        }
        dispatcher: Dispatcher[Question, str] = Dispatcher(self._endpoint, self._settings, self._clock)
        once = lambda question: self._once(question, *codes)  # noqa: E731  a closure over the codes
        replies = ask_texts(dispatcher, list(questions.values()), (source, target), once, store)
        return [self._answer(request.text, questions.get(request.text), replies) for request in requests]

    def _answer(self, text: str, question: Question | None, replies: dict[Question, str | Fault]) -> Answer:
        if question is None and not _worded(text):
            return Answer(text, self.name)
        if question is None:
            return Answer(None, self.name, refusal="the text is longer than deepl accepts")
        reply = replies[question]
        if isinstance(reply, Fault):
            return Answer(None, self.name, refusal=f"{self._endpoint.host}: {reply.message}")
        lead = text[: len(text) - len(text.lstrip())]
        return Answer(lead + reply.strip() + text[len(text.rstrip()) :], self.name)

    def _once(self, question: Question, source: str, target: str) -> str:
        """Ask one question once; raises nothing but `Fault`."""
        body: dict[str, object] = {
            "text": [question.text],
            "source_lang": source,
            "target_lang": target,
            "tag_handling": "xml",
            "preserve_formatting": True,
        }
        if question.context:
            body["context"] = question.context
        if self._glossary:
            body["glossary_id"] = self._glossary
        headers = {"Authorization": f"DeepL-Auth-Key {self._key.value}"} if self._key else {}
        data = self._wire.post(self._endpoint.url, headers=headers, json=body).json()
        translations = data.get("translations") if isinstance(data, dict) else None
        if not isinstance(translations, list) or len(translations) != 1 or not isinstance(translations[0], dict):
            raise Fault("its answer is not understood")
        return validated(question.text, translations[0].get("text"), self._key)


def _worded(text: str) -> bool:
    return any(letter.isalpha() for letter in _MARKUP.sub("", text))


def create(name: str, settings: EngineSettings) -> DeeplEngine:  # noqa: ARG001  every engine module has this signature
    """Make the engine; raises `ConfigError` for settings it cannot use."""
    return DeeplEngine(settings)
