"""Owns the journal that many machines share: a paid answer is in the database, or else in a file, before it is used.

A question is claimed before it is asked, so that two machines never pay for the same one. An answer that the database
does not take lies in a file of its own in the project, and goes to the database as soon as that can be used again.
"""

from __future__ import annotations

import contextlib
import json
import threading
import uuid
from functools import partial
from typing import TYPE_CHECKING

from l10n import disk
from l10n.errors import StorageError
from l10n.postgres.claims import Claims
from l10n.postgres.ledger import SharedLedger
from l10n.postgres.link import PATIENCE, ServerLink
from l10n.postgres.schema import check, writable
from l10n.postgres.turns import SharedTurns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.postgres.link import Connection, Patience
    from l10n.protocols import CostLedger, Turns

__all__ = ["SharedJournal"]

_Row = tuple[str, str, str]
"""Key, engine and text of an answer."""
_OPTIONS = ("synchronous_commit=on", "lock_timeout=10s")
"""An answer that was kept survives the end of the server's machine, whatever its owner chose for others."""
_MOST = 1 << 20
"""Bytes of an answer that lies in a file."""
_AT_ONCE = 1000
"""Answers that are taken in with one transaction."""
_KEY = 64
"""Characters of a key."""
_KEEP = (
    "INSERT INTO l10n.answer (space, key, engine, text, run) VALUES (%s, %s, %s, %s, %s) "
    "ON CONFLICT (space, key) DO UPDATE SET engine = excluded.engine, text = excluded.text, run = excluded.run"
)
_ADOPT = "INSERT INTO l10n.answer (space, key, engine, text, run) VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"


class SharedJournal:
    """The journal of one project (`protocols.Received`), which reads what the `names` after the first were answered.

    Safe to use from several threads and several machines.
    """

    def __init__(
        self, url: str, names: Sequence[str], *, run: str = "", aside: Path, patience: Patience = PATIENCE
    ) -> None:
        """Take the address, the names, the name of the run whose cost is counted, and the folder for what waits."""
        self._link = ServerLink(url, self._anew, options=_OPTIONS, patience=patience)
        self._claims = Claims(self._link)
        self._name = names[0]
        self._run = run or uuid.uuid4().hex
        self._names = tuple(names)
        self._aside = aside
        self._waiting: list[_Row] = []
        self._fresh: dict[str, str] = {}
        self._door = threading.Lock()
        self._pen = threading.Lock()
        self._writable = False
        self._adopted = False
        self.notices: list[str] = []
        self.ledger: CostLedger | None = SharedLedger(self._link, self._name, self._run)
        self.turns: Callable[[str, str, float], Turns] | None = self._turns

    def recall(self, key: str, *, fresh: bool = False) -> str | None:
        """Return the answer kept under a key, a `fresh` one of this run only; None when there is none."""
        with self._door:
            if key in self._fresh:
                return self._fresh[key]
        try:
            self._adopt()
            return self._look(key, fresh)
        except StorageError as err:
            self._unusable(err)
            return None

    def claim(self, key: str, *, fresh: bool = False) -> str | None:
        """Take a question on, or wait for the answer that another is about to be given, of this run if `fresh`."""
        try:
            return self._claims.claim(key, partial(self._look, key, fresh))
        except StorageError as err:
            self._unusable(err)
            return None

    def release(self, key: str) -> None:
        """Give a question back."""
        try:
            self._claims.release(key)
        except StorageError as err:
            self._unusable(err)

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer, in place of an older one; it is on a disk when this returns, and its claim is given back.

        Threads that come while one is writing have their answers written together. What no text of PostgreSQL can
        hold, half a surrogate pair or NUL, is kept as U+FFFD.
        """
        answer = _holdable(answer)
        with self._door:
            self._waiting.append((key, engine, answer))
            self._fresh[key] = answer
        with self._pen:
            self._write()
        self.release(key)

    def take_in(self, rows: Iterable[tuple[str, str, str]]) -> int:
        """Put in answers of another journal, as far as there are none; return how many. Raises `StorageError`."""
        many = 0
        waiting: list[_Row] = []
        for key, engine, text in rows:
            waiting.append((key, engine, _holdable(text)))
            if len(waiting) == _AT_ONCE:
                many += self._link.run(partial(self._put, _ADOPT, waiting))
                waiting = []
        return many + (self._link.run(partial(self._put, _ADOPT, waiting)) if waiting else 0)

    def ready(self) -> bool:
        """Tell whether an answer could be kept now; the reason why not is among the notices."""
        if self._writable:
            return True
        with self._pen:
            if not self._writable:
                try:
                    self._adopt()
                    self._link.run(self._tried)
                except StorageError as err:
                    self._unusable(err)
                else:
                    self._writable = True
            return self._writable

    def close(self) -> None:
        """Send what lies in files, as far as that goes now, and give the connection back."""
        with self._pen:
            if self._files():
                self._adopted = False
                with contextlib.suppress(StorageError):
                    self._adopt()
            self._link.close()

    def _anew(self, connection: Connection) -> None:
        check(connection)
        self._claims.anew(connection)

    def _turns(self, engine: str, host: str, rate: float) -> SharedTurns:
        return SharedTurns(self._link, self._name, (engine, host, rate), self._unusable)

    def _look(self, key: str, fresh: bool) -> str | None:  # noqa: FBT001  for `partial`
        query = (
            "SELECT text FROM l10n.answer JOIN l10n.space ON space.id = answer.space "
            "WHERE key = %s AND name = ANY(%s) AND (NOT %s OR run = %s) ORDER BY name <> %s, name LIMIT 1"
        )
        asked = (key, list(self._names), fresh, self._run, self._name)
        row = self._link.run(lambda one: one.execute(query, asked).fetchone())
        return str(row[0]) if row else None

    def _write(self) -> None:
        with self._door:
            rows, self._waiting = self._waiting, []
        if not rows:
            return
        try:
            self._link.run(partial(self._put, _KEEP, rows))
        except StorageError as err:
            self._unusable(err)
            self._put_aside(rows)
        else:
            self._writable = True

    def _put(self, query: str, rows: Iterable[_Row], connection: Connection) -> int:
        space = writable(connection, self._name)
        with connection.cursor() as cursor:
            # Two machines that write the same answers take them in one order.
            run = self._run if query == _KEEP else ""
            cursor.executemany(query.encode(), sorted((space, *row, run) for row in rows))
            return cursor.rowcount

    def _tried(self, connection: Connection) -> None:
        """Write, and take it back: a reader may not, and a standby cannot."""
        with connection.transaction(force_rollback=True):
            connection.execute(_KEEP.encode(), (writable(connection, self._name), "", "", "", ""))

    def _put_aside(self, rows: Iterable[_Row]) -> None:
        lost, self._adopted = 0, False
        for key, engine, text in rows:
            try:
                self._aside.mkdir(mode=0o700, parents=True, exist_ok=True)
                disk.check_folder(self._aside)
                data = json.dumps({"key": key, "engine": engine, "text": text}, ensure_ascii=False)
                disk.replace(self._aside / f"{key}.json", data.encode())
            except OSError:
                lost += 1
        if lost:
            self._tell(f"{lost} answers could not be kept anywhere")
        else:
            self._tell(f"answers are kept in {self._aside.parent.name}/{self._aside.name} until it can be used again")

    def _files(self) -> list[Path]:
        try:
            disk.check_folder(self._aside)
            return sorted(file for file in self._aside.iterdir() if len(file.stem) == _KEY and file.suffix == ".json")
        except OSError:
            return []

    def _adopt(self) -> None:
        """Send what lies in files to the database, then delete those; raises `StorageError`."""
        if self._adopted:
            return
        found = list(_read(self._files()))
        if found:
            self._link.run(partial(self._put, _ADOPT, [row for _, row in found]))
            for file, _ in found:
                with contextlib.suppress(OSError):
                    file.unlink()
        self._adopted = True

    def _unusable(self, err: StorageError) -> None:
        self._writable = False
        self._tell(str(err))

    def _tell(self, what: str) -> None:
        text = f"the journal of received answers: {what}"
        if text not in self.notices:
            self.notices.append(text)


def _holdable(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def _read(files: Iterable[Path]) -> Iterator[tuple[Path, _Row]]:
    """Return the answers that lie in files; what is none is left where it is."""
    for file in files:
        try:
            value = json.loads(disk.read(file, most=_MOST))
            row = value["key"], value["engine"], value["text"]
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            continue
        if row[0] == file.stem and all(isinstance(one, str) and "\0" not in one for one in row):
            yield file, row
