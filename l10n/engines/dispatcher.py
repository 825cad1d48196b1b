"""Owns how a service is asked many questions: in parallel, within its rate, patiently, and not in vain."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlsplit

from l10n.errors import EngineError, L10nError
from l10n.web.faults import Fault
from l10n.web.http import INTERRUPTIBLE, probe, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from l10n.engines.endpoint import Endpoint
    from l10n.engines.settings import EngineSettings
    from l10n.protocols import Turns

__all__ = ["Clock", "Dispatcher"]

W = TypeVar("W")
T = TypeVar("T")

_ATTEMPTS = 3
_BACKOFF = 0.5
_LONGEST_WAIT = 8.0
_PATIENCE = 3
"""Questions in a row that may fail before the service is given up."""
_PROBE = 3.0
"""Seconds for name resolution and connection: a machine without network is found out before the first question."""
_GRACE = 0.5
"""Seconds a request may take beyond its timeout, for the thread that carries it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock, the rest and the dice, which tests replace."""

    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    dice: Callable[[], float] = random.random
    """Returns a number in 0…1."""


class CircuitBreaker:
    """Gives a service up after questions have failed in a row; shared by the threads of one call."""

    def __init__(self, patience: int) -> None:
        self._lock = threading.Lock()
        self._patience = patience
        self._failures = 0
        self._alike = 0
        self._last = ""
        self.answered = False
        self.reason = ""

    def good(self) -> None:
        with self._lock:
            self._failures, self._alike, self.answered = 0, 0, True

    def bad(self, fault: Fault) -> None:
        with self._lock:
            self._failures += 1
            self._alike = self._alike + 1 if fault.message == self._last else 1
            self._last = fault.message
            lost = fault.retry and not self.answered
            many = self._failures >= (_PATIENCE if fault.retry else self._patience)
            if not self.reason and (fault.fatal or lost or many or (fault.shared and self._alike >= _PATIENCE)):
                self.reason = self._told(fault)

    def _told(self, fault: Fault) -> str:
        """Return what the failures in a row say of the service; those that differ say no more than the last."""
        if fault.fatal or fault.retry or not fault.repeated:
            return fault.message
        if self._alike == self._failures or fault.shared:
            return fault.repeated
        return f"{self._failures} texts in a row brought nothing; the last: {fault.message}"


class RateLimiter:
    """Lets questions of this process out one by one: no more a minute than agreed, none while the server asked to wait.

    See `protocols.Turns`.
    """

    def __init__(self, rate: float, clock: Clock) -> None:
        self._lock = threading.Lock()
        self._gap = 60.0 / rate if rate > 0 else 0.0
        self._next = 0.0
        self._until = 0.0
        self._clock = clock

    def enter(self, *, waited: bool) -> None:
        """Wait for a turn; `waited` for a question that has sat out the server's pause already."""
        with self._lock:
            now = self._clock.now()
            turn = max(now, self._next if waited else max(self._next, self._until))
            self._next = turn + self._gap if self._gap else 0.0
        if turn > now:
            self._clock.sleep(turn - now)

    def pause(self, seconds: float) -> None:
        """Keep everyone waiting, as a server asked."""
        with self._lock:
            self._until = max(self._until, self._clock.now() + seconds)


def _understood(once: Callable[[], T]) -> T:
    """Return what `once` makes of an answer; where it stumbles over one, that is the answer's fault."""
    try:
        return once()
    except (Fault, L10nError):
        raise
    except Exception as err:  # noqa: BLE001  an answer is written by whoever serves the address
        raise Fault(f"its answer is not understood ({type(err).__name__})") from None


class Dispatcher(Generic[W, T]):
    """Asks one service; `do` may be called in several threads at once."""

    def __init__(self, endpoint: Endpoint, settings: EngineSettings, clock: Clock, patience: int = _PATIENCE) -> None:
        self.endpoint = endpoint
        self._timeout = max(0.1, settings.timeout)
        self._parallel = min(32, max(1, settings.parallel))
        self._clock = clock
        self._limiter: Turns = (
            settings.turns(endpoint.engine, urlsplit(endpoint.url).netloc, settings.rate)
            if settings.turns
            else RateLimiter(settings.rate, clock)
        )
        self._patience = patience
        self._breaker = CircuitBreaker(patience)

    def attempt(self, once: Callable[[], T], seconds: float = 0.0) -> T:
        """Ask one question up to three times, `seconds` (or the timeout) each; raises the last `Fault`."""
        fault = Fault("it was not asked")
        waited = False
        for attempt in range(_ATTEMPTS):
            if self._breaker.reason:
                raise Fault(f"given up: {self._breaker.reason}")
            self._limiter.enter(waited=waited)
            try:
                reply = within((seconds or self._timeout) + _GRACE, lambda: _understood(once))
            except Fault as err:
                fault = err
                final = not err.retry or attempt == _ATTEMPTS - 1 or (err.slow and not self._breaker.answered)
                if final or self._breaker.reason:
                    break
                waited = err.wait is not None
                self._clock.sleep(self._pause(attempt, err.wait))
            else:
                self._breaker.good()
                return reply
        self._breaker.bad(fault)
        raise fault

    def _pause(self, attempt: int, asked: float | None) -> float:
        """Return how long to wait: what the server asked, or longer each time, scattered, but never long."""
        if asked is None:
            return float(min(_LONGEST_WAIT, _BACKOFF * 2**attempt) * (1 - self._clock.dice() / 2))
        seconds = min(_LONGEST_WAIT, asked * (1 + self._clock.dice() / 10))
        self._limiter.pause(seconds)
        return seconds

    def each(self, works: Iterable[W], do: Callable[[W], T]) -> dict[W, T | Fault]:
        """Do each different piece of work once: the first alone until the service answers, then in parallel.

        `do` calls `attempt`. Returns a `Fault` for work that failed or was given up; raises `EngineError` when the
        service cannot be reached or stops answering before its first answer.
        """
        waiting = list(dict.fromkeys(works))[::-1]
        done: dict[W, T | Fault] = {}
        if not waiting:
            return done
        everything = waiting[::-1]
        breaker = self._breaker = CircuitBreaker(self._patience)
        try:
            probe(self.endpoint.url, min(_PROBE, self._timeout))
        except Fault as fault:
            raise self._unreachable(fault.message) from fault
        try:
            while waiting and not breaker.answered and not breaker.reason:
                self._next(waiting, done, do)
            self._together(lambda: self._all(waiting, done, do), min(self._parallel, len(waiting)))
        except BaseException:
            breaker.reason = breaker.reason or "interrupted"
            raise
        if breaker.reason and not breaker.answered:
            raise self._unreachable(breaker.reason)
        given_up = Fault(f"given up: {breaker.reason}")
        return {item: done.get(item, given_up) for item in everything}

    def _all(self, waiting: list[W], done: dict[W, T | Fault], do: Callable[[W], T]) -> None:
        while waiting and not self._breaker.reason:
            self._next(waiting, done, do)

    @staticmethod
    def _next(waiting: list[W], done: dict[W, T | Fault], do: Callable[[W], T]) -> None:
        """Do the next piece of work; taking it off a list is atomic, so that several threads may."""
        try:
            item = waiting.pop()
        except IndexError:
            return
        try:
            done[item] = do(item)
        except Fault as fault:
            done[item] = fault

    @staticmethod
    def _together(work: Callable[[], None], many: int) -> None:
        failures: list[BaseException] = []

        def guarded() -> None:
            try:
                work()
            except BaseException as err:  # noqa: BLE001  raised again in the caller's thread
                failures.append(err)

        threads = [threading.Thread(target=guarded, daemon=True, name="l10n-dispatcher") for _ in range(many)]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():
                thread.join(INTERRUPTIBLE)
        if failures:
            raise failures[0]

    def _unreachable(self, reason: str) -> EngineError:
        return EngineError(
            f"{self.endpoint.engine} cannot be used now: {self.endpoint.host}: {reason}",
            remedy="Check the network and the engine's settings, or name another engine.",
        )
