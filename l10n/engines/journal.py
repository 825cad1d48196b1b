"""Owns the journal: every answer of a service, on the disk before anything else is done with it.

Unlike the memory it is no cache: its answers may have been paid for. A key names the whole question, so an answer is
used again only where the very same would be asked; answers that the guard refuses are kept too.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
import time
from dataclasses import astuple
from typing import TYPE_CHECKING

from l10n import databases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from l10n.model import Term
    from l10n.protocols import CostLedger, Turns

__all__ = ["Journal", "glossary_digest", "question_key"]

_VERSION = 1
_WAIT = 5.0
"""Seconds to wait for another process that writes."""
_TRIES = 50
"""How often a file is tried that another is just making."""
_SCHEMA = "CREATE TABLE answer (key TEXT PRIMARY KEY, engine TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID"
_SHAPE = [("table", "answer", _SCHEMA)]


def question_key(
    *, engine: str, model: str, host: str, source: str, target: str, text: str, glossary: str = "", prompt: str = ""
) -> str:
    """Name a question: SHA-256 over all that its answer depends on; `text` as it is sent."""
    parts = (engine, model, host, source, target, text, glossary, prompt)
    return hashlib.sha256(
        "\0".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
    ).hexdigest()


def glossary_digest(terms: Sequence[Term]) -> str:
    """Name the glossary rows that go with a question; empty without any."""
    if not terms:
        return ""
    rows = sorted(repr(astuple(term)) for term in terms)
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _version(connection: sqlite3.Connection) -> int:
    """Return the version of a file, 0 for a new one; raises `DatabaseError` where it is no journal.

    Raises `OSError` for one of a later program, which is no damage.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > _VERSION:
        raise OSError(f"it is of version {version}, and this program knows {_VERSION}")
    if databases.shape(connection) not in ([], _SHAPE):
        raise sqlite3.DatabaseError("it has other tables")
    return version


class Journal:
    """The journal of one project; makes no file before there is an answer to keep, and never stops a run.

    A damaged one is set aside and a new one begun; nothing is deleted or written over.

    Safe to use from several threads and several processes.
    """

    def __init__(self, path: Path, *, name: str = "") -> None:
        self._path = path
        self._name = name or path.name
        self._seen: tuple[int, int] | None = None
        self._writable = False
        self._connection: sqlite3.Connection | None = None
        self._waiting: list[tuple[str, str, str]] = []
        self._fresh: dict[str, str] = {}
        self._door = threading.Lock()
        self._pen = threading.Lock()
        self._closed = False
        self.ledger: CostLedger | None = None
        self.turns: Callable[[str, str, float], Turns] | None = None
        self.notices: list[str] = []
        """What the user should know: a file that was set aside, or that cannot be written."""

    def recall(self, key: str, *, fresh: bool = False) -> str | None:
        """Return the answer kept under a key, a `fresh` one by this journal only; None when there is none."""
        with self._door:
            if fresh or key in self._fresh:
                return self._fresh.get(key)
        with self._pen:
            if self._closed or not self._ready(write=False) or self._connection is None:
                return None
            try:
                row = self._connection.execute("SELECT text FROM answer WHERE key = ?", (key,)).fetchone()
                if row and not isinstance(row[0], str):
                    raise sqlite3.DataError("an answer is no text")
            except sqlite3.Error as err:
                self._trouble(err)
                return None
        return str(row[0]) if row else None

    def claim(self, key: str, *, fresh: bool = False) -> str | None:
        """Return the answer kept under a key; one process asks no question twice at once (`Dispatcher.each`)."""
        return self.recall(key, fresh=fresh)

    def release(self, key: str) -> None:
        """Give nothing back: nothing is claimed here."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer, in place of an older one; it is on the disk when this returns.

        Threads that come while one is writing have their answers written together: one flush of the disk for all.
        Half a surrogate pair, which JSON can name and no file can hold, is kept as U+FFFD.
        """
        answer = answer.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        with self._door:
            self._waiting.append((key, engine, answer))
            self._fresh[key] = answer
        with self._pen:
            self._write()

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield all answers that are kept, with key and engine, by key; a damaged journal is set aside and told."""
        last = ""
        while True:
            found: list[tuple[str, str, str]] = []
            with self._pen:
                if self._closed or not self._ready(write=False) or self._connection is None:
                    return
                query = "SELECT key, engine, text FROM answer WHERE key > ? ORDER BY key LIMIT 1000"
                try:
                    found = [
                        (str(key), str(engine), str(text))
                        for key, engine, text in self._connection.execute(query, (last,))
                    ]
                except sqlite3.Error as err:
                    self._trouble(err)
                    return
            if not found:
                return
            yield from found
            last = found[-1][0]

    def ready(self) -> bool:
        """Tell whether an answer could be kept now; the reason why not is among the notices."""
        if self._writable and not self._waiting:
            return True
        with self._pen:
            self._write()
            for _ in range(2):
                if self._writable or not self._ready(write=True) or self._connection is None:
                    break
                try:
                    self._connection.execute("BEGIN IMMEDIATE")
                    self._connection.execute("ROLLBACK")
                except sqlite3.Error as err:
                    if not self._trouble(err):
                        break
                else:
                    self._writable = True
            return self._writable

    def close(self) -> None:
        """Write what still waits and give the file back; what comes later is not kept."""
        with self._pen:
            self._write()
            self._closed = True
            if self._waiting:
                self._tell(f"{len(self._waiting)} answers are not in the journal")
            if self._connection is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None

    def _write(self) -> None:
        with self._door:
            rows, self._waiting = self._waiting, []
        if not rows or self._closed:
            return
        for _ in range(2):
            if not self._ready(write=True) or self._connection is None:
                continue
            try:
                with self._connection as connection:
                    connection.execute("BEGIN IMMEDIATE")
                    connection.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", rows)
            except sqlite3.Error as err:
                if self._trouble(err):
                    continue
            else:
                self._writable = True
                return
            break
        with self._door:
            self._waiting = rows + self._waiting

    def _ready(self, *, write: bool) -> bool:
        """Open the file, making it where there is something to write; False where that fails."""
        if self._connection is not None:
            return True
        try:
            for aside in databases.clear(self._path):
                self._tell(f"what stood in its place was no file and is set aside as {aside}")
            if not os.path.lexists(self._path):
                if not write:
                    return False
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.touch(mode=0o600)
            self._seen = databases.identity(self._path)
            if self._path.stat().st_mode & 0o077:
                self._path.chmod(0o600)
            self._connection = self._patiently_opened()
        except OSError as err:
            self._unusable(err.strerror or str(err))
        except sqlite3.Error as err:
            self._trouble(err)
        return self._connection is not None

    def _patiently_opened(self) -> sqlite3.Connection:
        """Open the file; where another is just making it, SQLite refuses at once instead of waiting."""
        for _ in range(_TRIES):
            try:
                return self._opened()
            except sqlite3.OperationalError as err:
                if not databases.busy(err):
                    raise
                time.sleep(_WAIT / _TRIES)
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        try:
            version = _version(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if version == 0:
                connection.executescript(
                    f"BEGIN IMMEDIATE; {_SCHEMA.replace('TABLE', 'TABLE IF NOT EXISTS')}; "
                    f"PRAGMA user_version = {_VERSION}; COMMIT;"
                )
        except BaseException:
            connection.close()
            raise
        return connection

    def _trouble(self, err: sqlite3.Error) -> bool:
        """Set a broken file aside and tell; True when a new one may be tried at once."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection, self._writable = None, False
        if databases.busy(err):
            self._tell("another program holds it; answers are kept for later")
            return False
        if not databases.damaged(err):
            self._unusable(str(err))
            return False
        try:
            aside = databases.set_aside(self._path, self._seen)
        except OSError as refusal:
            self._unusable(f"it is damaged and cannot be set aside: {refusal.strerror}")
            return False
        if aside:
            self._tell(f"it was damaged and is set aside as {aside}; a new one is begun")
        return True

    def _unusable(self, reason: str) -> None:
        self._writable = False
        self._tell(f"it cannot be used ({reason}); what an engine answers cannot be kept")

    def _tell(self, what: str) -> None:
        text = f"the journal of received answers ({self._name}): {what}"
        if text not in self.notices:
            self.notices.append(text)
