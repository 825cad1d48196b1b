"""Owns the processes that translate with one model of Firefox's, each a text at a time: one for each core.

Each takes about 70 MB for a model of 44 MB, and 120 MB for a moment while it loads.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.errors import EngineError
from l10n.web.http import INTERRUPTIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.engines.models import ModelParts

__all__ = ["FirefoxPool"]

_PROGRAM = Path(__file__).with_name("worker.py")
_WORTH = 4
"""Texts for which another process is worth its start, which takes as long as two."""
_DEATHS = 3
"""Processes that may end in one call before the model is given up."""


class FirefoxWorker:
    """One process with the model; raises `OSError` where it has ended or says something else."""

    def __init__(self, parts: ModelParts, seconds: float) -> None:
        self._seconds = seconds
        # -P: a module beside the articles must not take the library's place.
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-P", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        files = (parts.model, parts.source_vocabulary, parts.target_vocabulary, parts.shortlist)
        sizes = [-1 if data is None else len(data) for data in files]
        try:
            said = self._reply(json.dumps(sizes).encode() + b"\n", *(data for data in files if data is not None))
        except BaseException:
            self.end()
            raise
        self.error = str(said.get("error", "")) if isinstance(said, dict) else "it does not speak our protocol"
        """Why the model cannot be used; empty where it can."""

    @property
    def pid(self) -> int:
        """Of its process."""
        return self._process.pid

    def translate(self, text: str) -> str | None:
        """Return the translation of a text; None where the model fails on it."""
        said = self._reply(json.dumps(text).encode() + b"\n")
        return said if isinstance(said, str) else None

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _reply(self, *data: bytes) -> Any:
        pipe, back = self._process.stdin, self._process.stdout
        if pipe is None or back is None:
            raise OSError("it has no pipes")
        watch = threading.Timer(self._seconds, self._process.kill)
        watch.start()
        try:
            for piece in data:
                pipe.write(piece)
            pipe.flush()
            line = back.readline()
        finally:
            watch.cancel()
        try:
            return json.loads(line)
        except ValueError:
            raise OSError("it ended") from None


class FirefoxPool:
    """Translates texts with one model; `seconds` is what one text may take."""

    def __init__(self, parts: ModelParts, many: int, seconds: float) -> None:
        self._parts = parts
        self._many = max(1, min(many, _cores()))
        self._seconds = seconds
        self._idle: list[FirefoxWorker] = []
        self._all: list[FirefoxWorker] = []
        weakref.finalize(self, _end, self._all)

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that have the model in memory."""
        return tuple(worker.pid for worker in self._all)

    def translate(self, texts: Iterable[str]) -> dict[str, str | None]:
        """Return text → translation, None where the model fails on it; raises `EngineError` where it cannot be used."""
        # Taking off a list is atomic, so that several threads may; the longest first, so that none ends much later.
        waiting = sorted(dict.fromkeys(texts), key=lambda text: (len(text), text))
        done: dict[str, str | None] = {}
        many = min(self._many, -(-len(waiting) // _WORTH))
        if not many:
            return done
        deaths: list[str] = []
        with ThreadPoolExecutor(many, "l10n-firefox") as threads:
            works = [threads.submit(self._work, waiting, done, deaths) for _ in range(many)]
            try:
                while wait(works, INTERRUPTIBLE).not_done:
                    pass
            except BaseException:
                waiting.clear()
                _end(self._all)
                raise
        for work in works:
            work.result()
        return done

    def _work(self, waiting: list[str], done: dict[str, str | None], deaths: list[str]) -> None:
        """Translate what is waiting with one process, a new one where it ends."""
        worker: FirefoxWorker | None = None
        while waiting:
            try:
                text = waiting.pop()
            except IndexError:
                break
            try:
                worker = worker or self._worker()
                done[text] = worker.translate(text)
            except OSError as err:
                done[text] = None
                if worker is not None:
                    worker.end()
                worker = None
                deaths.append(text)
                if len(deaths) >= _DEATHS:
                    waiting.clear()
                    raise EngineError(
                        f"firefox's model ends its process again and again ({err})",
                        remedy="Look whether the machine has memory left, or lower `parallel` for firefox.",
                    ) from err
        if worker is not None:
            self._idle.append(worker)

    def _worker(self) -> FirefoxWorker:
        with contextlib.suppress(IndexError):
            return self._idle.pop()
        worker = FirefoxWorker(self._parts, self._seconds)
        self._all.append(worker)
        if worker.error:
            worker.end()
            raise EngineError(f"firefox's model cannot be used: {worker.error}")
        return worker


def _end(workers: list[FirefoxWorker]) -> None:
    while workers:
        workers.pop().end()


def _cores() -> int:
    """Return how many cores this process may use."""
    with contextlib.suppress(AttributeError):  # no such thing outside of Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
