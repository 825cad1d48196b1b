"""Owns drafting with Firefox's translation models: neural, on this machine, without a key or a network.

A model has a window of 128 tokens and breaks off in silence behind it, so a text is cut here: into sentences by our own
rules, and where one is too long into clauses. It has no marks for markup and spells unknown characters in bytes.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from l10n import languages
from l10n.engines import models
from l10n.engines.firefox.pool import FirefoxPool
from l10n.engines.single_lines import Cut
from l10n.errors import EngineMissingError
from l10n.model import Answer, Form
from l10n.text.sentences.align import joiner
from l10n.text.sentences.clauses import clauses
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["FirefoxEngine", "create", "fits", "pieces", "spelled"]

_WINDOW = 120
"""Tokens of a text, by our estimate; the end of the sentence and an error of some need the rest of 128."""
_TOKEN = re.compile(r"(?P<capitals>[A-Z]{2,}(?![a-z]))|(?P<word>[A-Za-z]+)|(?P<one>[\x21-\x7e\xa1-\u024f‐-⁞])|\S")
_CAPITALS, _LETTERS, _BYTES = 2, 4, 3
"""Letters a token, at least, of an acronym and of a word; tokens of a character that is spelled in bytes."""
_LEAST_SECONDS = 60.0
"""A sentence takes a tenth of a second, on a busy machine seconds."""
_SPELLED = re.compile(r"(?:<0x[0-9A-F]{2}>)+")
_STOP = re.compile(r"[.。।]+\Z")
_OPEN = re.compile(r"[,;:—–-][\"'”’)\]]*\Z")
"""How a clause ends behind which its sentence goes on."""


def _tokens(text: str) -> int:
    """Return about how many tokens a text is for a vocabulary of 32,000 pieces, rather too many than too few."""
    count = 0
    for match in _TOKEN.finditer(text):
        letters = match.end() - match.start()
        if match["capitals"]:
            count += -(-letters // _CAPITALS)
        elif match["word"]:
            count += -(-letters // _LETTERS)
        else:
            count += 1 if match["one"] else _BYTES
    return count


def fits(text: str) -> bool:
    """Tell whether a text lies within the window of a model."""
    return _tokens(text) <= _WINDOW


def pieces(text: str, source: str, target: str) -> Cut | None:
    """Cut a text into what a model is asked, with what stands between in the target language.

    None where a sentence is too long and has no place to cut it. Parts without letters are their own translation.
    """
    parts: list[str] = []
    asked: list[int] = []
    for number, line in enumerate(text.split("\n")):
        parts += ["\n"] * (number > 0)
        if not line.strip():
            parts.append(line)
            continue
        for gap, piece in _line(line, source, target):
            if not piece:
                return None
            if any(map(str.isalpha, piece)):
                asked.append(len(parts) + 1)
            parts += [gap, piece]
        parts.append(line[len(line.rstrip()) :])
    return Cut(tuple(parts), tuple(asked))


def _line(line: str, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each piece of a line, and the piece; an empty piece where one cannot be cut."""
    scripts = languages.of(target).scripts
    space = " " if scripts is None or scripts.spaced else ""
    core = line.strip()
    before = line[: line.index(core)]
    for start, end in sentences(core, source):
        sentence = core[start:end]
        found = clauses(sentence, fits, source)
        if not found:
            yield before, ""
        last = 0
        for low, high in found:
            yield (space if low > last else "") if low else before, sentence[low:high]
            last = high
        before = joiner(target)


class FirefoxEngine:
    """Answers with the models that lie in the user's cache folder."""

    name = "firefox"
    form = Form.BARE
    takes_terms = False
    destination = ""

    def __init__(self, parallel: int = 4, timeout: float = 0.0, pins: Mapping[str, str] | None = None) -> None:
        self._parallel = parallel
        self._seconds = max(timeout, _LEAST_SECONDS)
        self._pins = pins or {}
        self._pools: dict[tuple[str, str], tuple[str, FirefoxPool]] = {}

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that it has begun."""
        return tuple(pid for _, pool in self._pools.values() for pid in pool.pids)

    def draft(
        self,
        requests: Sequence[Request],
        source: str,
        target: str,
        store: AnswerStore | None = None,  # noqa: ARG002  nothing is paid for here
    ) -> list[Answer]:
        """Answer each request.

        Raises `EngineMissingError` where the library or the model is not installed, `EngineError` where it fails.
        """
        name, pool = self._pool(source, target)
        cuts = [pieces(request.text, source, target) for request in requests]
        questions = dict.fromkeys(question for cut in cuts if cut for question in cut.questions)
        replies = pool.translate(questions)
        return [_answer(cut, replies, name) for cut in cuts]

    def _pool(self, source: str, target: str) -> tuple[str, FirefoxPool]:
        if (source, target) not in self._pools:
            model = models.find(source, target)
            command = models.command(target)
            if find_spec("fxtranslate") is None:
                raise EngineMissingError(
                    "firefox needs the library fxtranslate, which is not installed",
                    remedy=f'Run `pip install "article-l10n[firefox]"`, then `{command}`.',
                )
            if model is None:
                raise EngineMissingError(
                    f"firefox has no model for {target} yet, which drafts here and sends nothing out",
                    remedy=f"Add it: `{command}`.",
                )
            name = f"{self.name}/{model.release}" if model.release else self.name
            self._pools[source, target] = name, FirefoxPool(model.read(self._pins), self._parallel, self._seconds)
        return self._pools[source, target]


def _answer(cut: Cut | None, replies: Mapping[str, str | None], name: str) -> Answer:
    if cut is None:
        return Answer(None, name, refusal="a sentence is too long for the model and has no place to cut it")
    answers: list[str] = []
    for question in cut.questions:
        reply = spelled(replies.get(question) or "").strip()
        if not reply:
            return Answer(None, name, refusal="the model has no answer for a sentence of it")
        answers.append(_STOP.sub("", reply) if _OPEN.search(question) else reply)
    return Answer(cut.join(answers), name)


def spelled(text: str) -> str:
    """Put together the characters that a model spells in bytes; bytes that are none become U+FFFD, which is refused."""

    def one(match: re.Match[str]) -> str:
        return bytes.fromhex(match.group().replace("<0x", "").replace(">", "")).decode("utf-8", "replace")

    return _SPELLED.sub(one, text)


def create(name: str, settings: EngineSettings) -> FirefoxEngine:  # noqa: ARG001  every engine module has this signature
    """Make the engine; `parallel` is how many processes translate at most, `timeout` the least time for a sentence."""
    return FirefoxEngine(settings.parallel, settings.timeout, settings.digests)
