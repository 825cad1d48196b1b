"""Owns the processes of this machine that work on articles: starting them, keeping them warm, and ending them all."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from l10n import checks, formats
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from typing import Any, ParamSpec, Self, TypeVar

    _Given = ParamSpec("_Given")
    _Done = TypeVar("_Done")

__all__ = ["WorkerPool"]

_SAMPLE = "On Monday, 3 March, about 5 million people paid $20 for 3 km, said Ann Lee of Acme, not 10%: “no”."
"""A text that every rule has something to look at in."""
_PATIENCE = 2.0
"""Seconds for a worker that was told to end to clear away what it has begun."""


class WorkerPool(Executor):
    """A pool of processes that outlives the death of one of them, and does not outlive this process.

    Where it can, a worker is a copy of this process (`fork`), made before any thread runs here: it starts in
    milliseconds, with modules, languages and patterns in memory. With threads a copy could inherit a lock that nobody
    opens again, and other systems have no sound copies; there a worker begins anew (`spawn`) and loads them once.

    Ctrl-C ends all of it from here: workers do not hear it. Where this process is gone, however it ended, they end too.
    """

    def __init__(self, jobs: int, locales: Sequence[str] = ()) -> None:
        """Take how many processes there are to be, and the locales whose rules they will apply."""
        self.jobs = jobs
        """How many processes there are."""
        self._locales = tuple(locales)
        self._others = set(multiprocessing.active_children())
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[_Given, _Done], /, *args: _Given.args, **kwargs: _Given.kwargs) -> Future[_Done]:
        """Have a worker do something; after the death of one, with new workers.

        The future raises `BrokenExecutor` where a worker ended meanwhile that may have been at it.
        """
        with _unheard():
            if self._pool is not None:
                try:
                    return self._pool.submit(fn, *args, **kwargs)
                except BrokenExecutor:
                    self._pool.shutdown()
            self._pool = self._started()
            return self._pool.submit(fn, *args, **kwargs)

    def _started(self) -> ProcessPoolExecutor:
        context = _context()
        if context.get_start_method() == "fork":
            _warm(self._locales)
            gc.collect()
            gc.freeze()
        return ProcessPoolExecutor(self.jobs, context, _begin)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  inherited
        """End the workers when they have done what they were given."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def end(self) -> None:
        """End all workers now, whatever they are at."""
        if self._pool is None:
            return
        mine = [one for one in multiprocessing.active_children() if one not in self._others]
        for one in mine:
            one.terminate()
        _gone(mine, _PATIENCE)
        for one in mine:
            one.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.shutdown()
        else:
            self.end()
        gc.unfreeze()


def _context() -> BaseContext:
    """Choose how workers begin."""
    copies = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if copies else "spawn")


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Put off interruptions while processes are started, for they inherit it that they do not hear them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a worker of a new process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    above = multiprocessing.parent_process()
    if above is not None:
        threading.Thread(target=_follow, args=(above.sentinel,), daemon=True, name="l10n-parent").start()


def _leave(*_: object) -> None:
    """Unwind, so that what was begun on the disk is cleared away."""
    raise SystemExit(1)


def _follow(sentinel: Any) -> None:
    """End when the process that started this one has ended."""
    wait([sentinel])
    os._exit(1)


def _gone(processes: Sequence[BaseProcess], seconds: float) -> None:
    left = [one.sentinel for one in processes]
    while left:
        done = wait(left, seconds)
        if not done:
            return
        left = [one for one in left if one not in done]


def _warm(locales: Sequence[str]) -> None:
    """Load what every article needs: the formats, and what rules look up in the languages and compile of it."""
    for name in formats.NAMES:
        formats.load(name)
    for locale in locales:
        for _ in checks.inspect([Pair(_SAMPLE, _SAMPLE, locale)], scopes=tuple(Scope), broken=[]):
            pass
