"""Owns drafting with an Apertium server over HTTP (apertium-apy), on this machine or another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import locales
from l10n.engines.apertium_codes import CODES, clean, from_private, from_word, marks, private, word
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint, Question
from l10n.engines.queries import ask_texts, validated
from l10n.engines.services import address
from l10n.engines.single_lines import Cut, cut
from l10n.errors import EngineMissingError
from l10n.model import Answer, Form
from l10n.web.faults import Fault
from l10n.web.http import Wire
from l10n.web.keys import Secret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["ApyEngine", "create"]

_WORLD = Clock()
_URL = "http://127.0.0.1:2737/translate"
_NO_KEY = Secret()


class ApyEngine:
    """Answers with an Apertium server."""

    name = "apy"
    form = Form.MARKS
    takes_terms = False

    def __init__(self, settings: EngineSettings, clock: Clock = _WORLD) -> None:
        self._endpoint = Endpoint(self.name, address(settings.url, _URL))
        self.destination = self._endpoint.destination
        self._settings, self._clock = settings, clock
        self._wire = Wire(max(0.1, settings.timeout), clock.now)

    def draft(
        self, requests: Sequence[Request], source: str, target: str, store: AnswerStore | None = None
    ) -> list[Answer]:
        """Answer each request; a text that the server fails at is an answer with a refusal.

        Raises `EngineMissingError` for a pair the server has not, `EngineError` when it cannot be used.
        """
        codes = self._codes(source, target)
        cuts = [cut(request.text) or Cut((), ()) for request in requests]
        questions = [Question(question) for one in cuts for question in one.questions]
        found: list[str] = []

        def once(question: Question) -> str:
            if not found:
                found.append(self._pair(codes, target))
            return self._once(question.text, found[0])

        dispatcher: Dispatcher[Question, str] = Dispatcher(self._endpoint, self._settings, self._clock)
        replies = ask_texts(dispatcher, questions, (source, target), once, store)
        return [self._answer(one, replies) for one in cuts]

    def _answer(self, one: Cut, replies: dict[Question, str | Fault]) -> Answer:
        texts = []
        for question in one.questions:
            reply = replies[Question(question)]
            if isinstance(reply, Fault):
                return Answer(None, self.name, refusal=f"{self._endpoint.host}: {reply.message}")
            texts.append(reply)
        return Answer(one.join(texts), self.name)

    def _codes(self, source: str, target: str) -> tuple[str, ...]:
        language = locales.language(target)
        codes = CODES.get(language, ((), ""))[0]
        if locales.language(source) != "en" or not codes:
            raise EngineMissingError(
                f"apy has no pair from {source} to {target}",
                remedy=f"Name another engine for {target}; Apertium translates English to {', '.join(sorted(CODES))}.",
            )
        return codes

    def _pair(self, codes: Sequence[str], target: str) -> str:
        """Return the server's name of the pair (`eng|spa`); raises `Fault` or `EngineMissingError`."""
        data = self._wire.get(self._endpoint.url.rpartition("/")[0] + "/listPairs").json()
        rows = data.get("responseData") if isinstance(data, dict) else None
        if not isinstance(rows, list):
            raise Fault("its list of pairs is not understood", fatal=True)
        known = {f"{row.get('sourceLanguage')}|{row.get('targetLanguage')}" for row in rows if isinstance(row, dict)}
        for pair in (f"{one}|{other}" for one in ("eng", "en") for other in codes):
            if pair in known:
                return pair
        raise EngineMissingError(
            f"the Apertium server at {self._endpoint.host} has no pair for {target}",
            remedy="Install the pair there, or name another engine.",
        )

    def _once(self, text: str, pair: str) -> str:
        """Ask one question, and again with its marks as unknown words where they do not come back."""
        reply = clean(text, from_private(self._post(private(text), pair)))
        if marks(reply) != marks(text):
            reply = clean(text, from_word(self._post(word(text), pair)))
        return validated(text, reply, _NO_KEY)

    def _post(self, text: str, pair: str) -> str:
        form = {"langpair": pair, "q": text, "markUnknown": "no", "format": "txt"}
        data = self._wire.post(self._endpoint.url, form).json()
        reply = data.get("responseData") if isinstance(data, dict) else None
        if not isinstance(reply, dict) or data.get("responseStatus") != 200:  # noqa: PLR2004  HTTP's own number
            raise Fault("its answer is not understood")
        return validated(text, reply.get("translatedText"), _NO_KEY)


def create(name: str, settings: EngineSettings) -> ApyEngine:  # noqa: ARG001  every engine module has this signature
    """Make the engine; raises `ConfigError` for settings it cannot use."""
    return ApyEngine(settings)
