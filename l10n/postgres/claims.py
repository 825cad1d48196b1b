"""Owns which questions are under way: one is asked by one thread of one machine at a time, and never by a dead one.

A claim is an advisory lock of the session, so the server gives it back where its holder is gone. It is tried for and
never waited for on the connection, which others need meanwhile; who claims several takes them in one order, so nobody
waits in a circle.
"""

from __future__ import annotations

import hashlib
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.postgres.link import Connection, ServerLink

__all__ = ["Claims"]

_SOONEST, _LONGEST = 0.02, 0.25
"""Seconds between two tries for what another has claimed: at first, and at most."""


def _number(key: str) -> int:
    """Return the number of a question's lock: 64 bits, with a sign."""
    return int.from_bytes(hashlib.sha256(f"l10n {key}".encode()).digest()[:8], signed=True)


class Claims:
    """The claims of one process; `anew` is to be called on each new connection, which holds none of them yet."""

    def __init__(self, link: ServerLink, sleep: Callable[[float], None] = time.sleep) -> None:
        self._link = link
        self._sleep = sleep
        self._door = threading.Lock()
        self._mine: set[str] = set()
        self._tried: set[str] = set()
        """What a thread is just trying for."""

    def claim(self, key: str, look: Callable[[], str | None]) -> str | None:
        """Claim a question, or wait for who has it and return what `look` finds then; raises `StorageError`.

        None where it is claimed: then `look` found nothing after it was.
        """
        pause = _SOONEST
        while not self._taken(key):
            known = look()
            if known is not None:
                return known
            self._sleep(pause)
            pause = min(_LONGEST, pause * 2)
        try:
            known = look()
        except BaseException:
            self.release(key)
            raise
        if known is not None:
            self.release(key)
        return known

    def release(self, key: str) -> None:
        """Give a question back; nothing where it is not claimed here. Raises `StorageError`."""
        with self._door:
            if key not in self._mine:
                return
        try:
            self._link.run(lambda connection: connection.execute("SELECT pg_advisory_unlock(%s)", (_number(key),)))
        finally:
            with self._door:
                self._mine.discard(key)

    def anew(self, connection: Connection) -> None:
        """Claim once more what is under way here; what another has claimed meanwhile is asked twice."""
        with self._door:
            mine = sorted(self._mine)
        for key in mine:
            connection.execute("SELECT pg_try_advisory_lock(%s)", (_number(key),))

    def _taken(self, key: str) -> bool:
        with self._door:
            if key in self._mine or key in self._tried:
                return False
            self._tried.add(key)
        taken = False
        try:
            taken = self._link.run(lambda connection: _locked(connection, _number(key)))
        finally:
            with self._door:
                self._tried.discard(key)
                if taken:
                    self._mine.add(key)
        return taken


def _locked(connection: Connection, number: int) -> bool:
    return connection.execute("SELECT pg_try_advisory_lock(%s)", (number,)).fetchone() == (True,)
