"""Owns a connection to a PostgreSQL database: opening it, opening it again where it is lost, and what is said then.

An address may hold a password: it is never told, nor what the library says of it.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from l10n.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

__all__ = ["PATIENCE", "Connection", "DeniedError", "Patience", "ServerLink", "check_address"]

T = TypeVar("T")

_AGAIN = frozenset({"40001", "40P01", "55P03"})
"""A transaction that was in another's way (PostgreSQL, appendix A): it is done once more."""
_SOON = frozenset({"53300", "57P03"})
"""A server that is starting, or has no place for one more just now."""
_LOST = frozenset({"57P01", "57P02", *_SOON})
_DENIED = frozenset({"42501", "25006"})
_NOTHING = frozenset({"3F000", "42P01", "42703"})
_DEFAULTS = {
    "application_name": "l10n",
    "client_encoding": "utf8",
    "connect_timeout": "5",
    "keepalives_idle": "30",
    "tcp_user_timeout": "30000",
}
"""What an address may say otherwise (PostgreSQL, "Parameter Key Words")."""
_REST = 5.0
"""Seconds in which a server that was given up is not tried again."""
_LONGEST = 2.0
"""Seconds between two tries, at most."""


class DeniedError(StorageError):
    """The role may not do it; it may be able to do other things."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a lost connection is tried again, and the clock for it."""

    seconds: float = 30.0
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic


PATIENCE = Patience()


def _library() -> Any:
    """Return psycopg; raises `StorageError` where it is not installed."""
    try:
        import psycopg  # noqa: PLC0415  nobody needs it without a shared memory
    except ImportError:
        raise StorageError(
            "the shared memory needs psycopg", remedy="Install it: pip install 'article-l10n[postgres]'."
        ) from None
    return psycopg


def check_address(url: str) -> str:
    """Return the host and the database that an address leads to, for people; raises `StorageError` where it is none."""
    library = _library()
    server, _, path = url.partition("://")[2].partition("?")[0].partition("/")
    try:
        if server.count("@") > 1 or "@" in path:  # a part of a password would be taken for a host
            raise library.ProgrammingError
        parts = library.conninfo.conninfo_to_dict(url)
    except library.Error:
        raise StorageError(
            "the address of the shared memory is not understood",
            remedy="Write postgresql://USER@HOST/DATABASE, and in a password % as %25, @ as %40, / as %2F, ? as %3F.",
        ) from None
    host = parts.get("host") or parts.get("hostaddr") or "localhost"
    return f"{host}/{parts.get('dbname') or parts.get('user') or ''}".rstrip("/")


class ServerLink:
    """A connection that several threads may use, one at a time; opened when it is first needed.

    Once it has been open, and is lost, it is tried again for as long as the patience lasts. What is done on it must
    bear being done twice: of a transaction that was lost while it was committed nobody knows whether it was.
    """

    def __init__(
        self,
        url: str,
        anew: Callable[[Connection], None],
        *,
        options: Sequence[str] = (),
        patience: Patience = PATIENCE,
    ) -> None:
        """Take an address, what is to be done on each new connection, and settings of the session, `name=value`."""
        self._url = url
        self._anew = anew
        self._options = " ".join(f"-c {option}" for option in options)
        self._patience = patience
        self._lock = threading.RLock()
        self._connection: Connection | None = None
        self._was_open = False
        self._rest = 0.0
        self._refusal: StorageError | None = None
        self.where = ""
        """Host and database, for people; empty before it was first needed."""

    def run(self, action: Callable[[Connection], T]) -> T:
        """Do an action in a transaction of its own; raises `StorageError` where the database cannot be used."""
        with self._lock:
            library = _library()
            self.where = self.where or check_address(self._url)
            if self._refusal and self._patience.now() < self._rest:
                raise self._refusal
            end = self._patience.now() + self._patience.seconds
            pause = 0.05
            while True:
                try:
                    connection = self._opened(library)
                    with connection.transaction():
                        done = action(connection)
                except library.Error as err:
                    if not self._worth_another(library, err) or self._patience.now() + pause > end:
                        raise self._refused(err) from None
                    self._patience.sleep(pause)
                    pause = min(_LONGEST, pause * 2)
                else:
                    self._was_open, self._refusal = True, None
                    return done

    def close(self) -> None:
        """Give the connection back; it is opened again when it is needed again."""
        with self._lock:
            self._drop()
            self._was_open = False

    def _opened(self, library: Any) -> Connection:
        if self._connection is None:
            parts = _DEFAULTS | library.conninfo.conninfo_to_dict(self._url)
            if self._options:
                parts["options"] = f"{parts.get('options', '')} {self._options}".strip()  # the last one counts
            connection = library.connect(**parts, autocommit=True)
            try:
                self._anew(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(Exception):
                self._connection.close()
        self._connection = None

    def _worth_another(self, library: Any, err: Any) -> bool:
        """Tell whether it may go well the next time; a connection that is of no use is dropped."""
        state = err.sqlstate or ""
        if state in _AGAIN:
            return True
        broken = self._connection is None or self._connection.broken or self._connection.closed
        if broken or state in _LOST or state.startswith("08"):
            self._drop()
            unanswered = isinstance(err, library.OperationalError) and not state
            return state in _SOON or (self._was_open and (unanswered or state in _LOST or state.startswith("08")))
        return False

    def _refused(self, err: Any) -> StorageError:
        """Return what people are told; what could not be reached is left alone for a while."""
        state = err.sqlstate or ""
        said = " ".join(str(err.diag.message_primary or err).split())
        if state in _DENIED:
            return DeniedError(
                f"the shared memory does not let its user do this: {said}",
                path=self.where,
                remedy="Grant the role what docs/shared-memory.md lists, or name another role.",
            )
        if state in _NOTHING:
            return StorageError(
                f"the shared memory has not its tables: {said}",
                path=self.where,
                remedy="Run `l10n tm migrate` as the owner of the database.",
            )
        if self._connection is not None:
            return StorageError(
                f"the shared memory refuses: {said}", path=self.where, remedy="See the log of the server."
            )
        self._was_open, self._rest = False, self._patience.now() + _REST
        self._refusal = StorageError(
            f"the shared memory cannot be reached: {said}",
            path=self.where,
            remedy="See that the server runs and that the address has its host, database and user, then run again.",
        )
        return self._refusal
