"""Owns the turns of all machines that ask one service: a row says when the next question may go."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from l10n.errors import StorageError
from l10n.postgres.schema import writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.postgres.link import Connection, ServerLink

__all__ = ["SharedTurns"]


class SharedTurns:
    """The turns of an engine at a host, for one project (`protocols.Turns`); by the clock of the database alone."""

    def __init__(
        self,
        link: ServerLink,
        project: str,
        service: tuple[str, str, float],
        trouble: Callable[[StorageError], None],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take a `service`: engine, host, and questions a minute (0 for no limit).

        `trouble` is told why the database cannot say when a turn is; then each question waits for itself.
        """
        self._link = link
        self._project = project
        self._engine, self._host, rate = service
        self._gap = 60.0 / rate if rate > 0 else 0.0
        self._trouble = trouble
        self._sleep = sleep

    def enter(self, *, waited: bool) -> None:
        """Wait for a turn; `waited` for a question that has sat out the server's pause already."""
        if waited and not self._gap:
            return
        try:
            seconds = self._link.run(self._paused if not self._gap else lambda one: self._next(one, waited=waited))
        except StorageError as err:
            self._trouble(err)
            seconds = self._gap
        if seconds > 0:
            self._sleep(seconds)

    def pause(self, seconds: float) -> None:
        """Keep everyone waiting, on all machines."""

        def act(connection: Connection) -> None:
            connection.execute(
                "INSERT INTO l10n.turn AS known (space, engine, host, next, until) VALUES (%s, %s, %s, "
                "clock_timestamp(), clock_timestamp() + make_interval(secs => %s)) "
                "ON CONFLICT (space, engine, host) DO UPDATE SET until = greatest(known.until, excluded.until)",
                (writable(connection, self._project), self._engine, self._host, seconds),
            )

        try:
            self._link.run(act)
        except StorageError as err:
            self._trouble(err)

    def _next(self, connection: Connection, *, waited: bool) -> float:
        # A turn that a crash of the server forgets is one question more: nothing waits for the disk.
        connection.execute("SET LOCAL synchronous_commit = off")
        row = connection.execute(
            "INSERT INTO l10n.turn AS known (space, engine, host, next) "
            "VALUES (%(space)s, %(engine)s, %(host)s, clock_timestamp() + make_interval(secs => %(gap)s)) "
            "ON CONFLICT (space, engine, host) DO UPDATE SET next = make_interval(secs => %(gap)s) + "
            "greatest(known.next, clock_timestamp(), CASE WHEN %(waited)s THEN '-infinity' ELSE known.until END) "
            "RETURNING extract(epoch FROM next - make_interval(secs => %(gap)s) - clock_timestamp())",
            {
                "space": writable(connection, self._project),
                "engine": self._engine,
                "host": self._host,
                "gap": self._gap,
                "waited": waited,
            },
        ).fetchone()
        return float(row[0]) if row else 0.0

    def _paused(self, connection: Connection) -> float:
        row = connection.execute(
            "SELECT extract(epoch FROM until - clock_timestamp()) FROM l10n.turn "
            "WHERE space = (SELECT id FROM l10n.space WHERE name = %s) AND engine = %s AND host = %s "
            "AND until > clock_timestamp()",
            (self._project, self._engine, self._host),
        ).fetchone()
        return float(row[0]) if row else 0.0
