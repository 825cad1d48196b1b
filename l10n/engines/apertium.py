"""Owns drafting with Apertium: rule-based, on this machine, from English into a few languages.

All texts of a call go through one process, blank lines between them (2,000 news segments in about 3 s; a process for
each takes 0.2 s). Apertium reorders words across a blank line where the text before it has no stop (`40 min`, a cell):
each text is ended by a stop of its own, a word apart, which the answer gives back. Marks travel as private-use
characters: `⟦1⟧` was taken apart by Apertium's reordering in 5 % of news sentences full of marks, these in 0.2 %, and
those few are asked again with the marks as unknown words.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

from l10n import locales
from l10n.engines.apertium_codes import CODES, clean, from_private, from_word, marks, private, word
from l10n.engines.single_lines import Cut, cut
from l10n.errors import EngineError, EngineMissingError
from l10n.model import Answer, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["ApertiumEngine", "create"]

_PROGRAM = "apertium"
_BATCH = 500
_END = " ."
_SECONDS_A_TEXT = 0.05
_LEAST_SECONDS = 20.0
"""Apertium loads its dictionaries for every process; on a busy machine that alone takes seconds."""


class ApertiumEngine:
    """Answers with the `apertium` program of this machine."""

    name = "apertium"
    form = Form.MARKS
    takes_terms = False
    destination = ""

    def __init__(self, timeout: float = 5.0, program: str = _PROGRAM) -> None:
        self._timeout = timeout
        self._program = program

    def draft(
        self,
        requests: Sequence[Request],
        source: str,
        target: str,
        store: AnswerStore | None = None,  # noqa: ARG002  nothing is paid for here
    ) -> list[Answer]:
        """Answer each request.

        Raises `EngineMissingError` where the program or the pair is not installed, `EngineError` where it fails.
        """
        mode = self._mode(source, target)
        cuts = [cut(request.text) or Cut((), ()) for request in requests]
        questions = [question for one in cuts for question in one.questions]
        answers = iter(self._answers(questions, mode))
        return [Answer(one.join([next(answers) for _ in one.asked]), self.name) for one in cuts]

    def _mode(self, source: str, target: str) -> str:
        language = locales.language(target)
        codes, package = CODES.get(language, ((), ""))
        if locales.language(source) != "en" or not codes:
            raise EngineMissingError(
                f"apertium has no pair from {source} to {target}",
                remedy=f"Name another engine for {target}; apertium translates English to {', '.join(sorted(CODES))}.",
            )
        install = f"Install it (Debian, Ubuntu: apt-get install apertium {package})."
        if shutil.which(self._program) is None:
            raise EngineMissingError("the program apertium is not installed", remedy=install)
        modes = self._call(["-l"], "", self._timeout + _LEAST_SECONDS).split()
        wanted = [f"{one}-{other}" for one in ("eng", "en") for other in codes]
        found = [mode for mode in wanted if mode in modes]
        if not found:
            raise EngineMissingError(f"apertium has no pair for {target} installed", remedy=install)
        return found[0]

    def _answers(self, questions: Sequence[str], mode: str) -> list[str]:
        answers = self._batches(questions, mode, private, from_private)
        broken = [index for index, text in enumerate(questions) if marks(text) != marks(answers[index])]
        again = self._batches([questions[index] for index in broken], mode, word, from_word)
        for index, answer in zip(broken, again, strict=True):
            answers[index] = answer
        return answers

    def _batches(
        self, questions: Sequence[str], mode: str, write: Callable[[str], str], read: Callable[[str], str]
    ) -> list[str]:
        answers: list[str] = []
        for start in range(0, len(questions), _BATCH):
            batch = questions[start : start + _BATCH]
            replies = self._batch([" ".join(write(question).split()) for question in batch], mode)
            answers += [clean(question, read(reply)) for question, reply in zip(batch, replies, strict=True)]
        return answers

    def _batch(self, questions: Sequence[str], mode: str) -> list[str]:
        """Translate single lines; halves them until every answer has its question, should Apertium swallow a line."""
        text = "".join(f"{question}{_END}\n\n" for question in questions)
        seconds = max(self._timeout, _LEAST_SECONDS) + _SECONDS_A_TEXT * len(questions)
        replies = self._call(["-u", mode], text, seconds).split("\n\n")
        while replies and not replies[-1].strip():
            replies.pop()
        if len(replies) == len(questions):
            return [reply.strip().removesuffix(_END.strip()).strip() for reply in replies]
        if len(questions) == 1:
            return [" ".join(" ".join(replies).split()).removesuffix(_END.strip()).strip()]
        middle = len(questions) // 2
        return [*self._batch(questions[:middle], mode), *self._batch(questions[middle:], mode)]

    def _call(self, arguments: Sequence[str], text: str, seconds: float) -> str:
        """Run the program and return what it prints; its whole group is ended when it takes too long."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        try:
            process = subprocess.Popen(  # noqa: S603  the program's name is a constant
                [self._program, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                start_new_session=True,
            )
        except OSError as err:
            raise EngineMissingError(
                f"apertium does not start ({err.strerror})", remedy="Install it: apt-get install apertium."
            ) from err
        with process:
            try:
                out, complaint = process.communicate(text.encode("utf-8", "replace"), seconds)
            except subprocess.TimeoutExpired as err:
                raise EngineError(
                    f"apertium has not answered within {seconds:.0f} seconds", remedy="Raise its timeout."
                ) from err
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
        words = " ".join(complaint.decode("utf-8", "replace").split())[-300:]
        if process.returncode or (text.strip() and not out.strip()):
            raise EngineError(
                f"apertium failed with exit code {process.returncode}: {words or 'no output'}",
                remedy="Check it with: echo Hello | apertium -u eng-spa.",
            )
        return out.decode("utf-8", "replace")


def create(name: str, settings: EngineSettings) -> ApertiumEngine:  # noqa: ARG001  every engine module has this signature
    """Make the engine; of its settings only `timeout` counts, as the least time for a batch."""
    return ApertiumEngine(settings.timeout)
