"""Owns the tables in PostgreSQL: the numbered files that make them, applying those, and refusing others."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from l10n.errors import StorageError
from l10n.postgres.link import ServerLink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from l10n.postgres.link import Connection

__all__ = ["Space", "check", "link", "migrate", "readable", "writable"]

_LOCK = 0x6C31306E
"""The advisory lock of who makes tables."""
Space = int
"""The number by which the database knows a project."""


def link(url: str, options: Sequence[str] = ()) -> ServerLink:
    """Return a connection to a database whose tables are those of this program."""
    return ServerLink(url, check, options=options)


def _files() -> list[tuple[int, str, Traversable]]:
    """Return the files that make the tables, in their order: number, name, file."""
    found = [file for file in resources.files(__package__).joinpath("migrations").iterdir() if _number(file.name)]
    return sorted(((_number(file.name), file.name, file) for file in found), key=lambda row: row[0])


def _number(name: str) -> int:
    number, _, rest = name.partition("_")
    return int(number) if number.isdecimal() and rest.endswith(".sql") else 0


def _applied(connection: Connection) -> int:
    """Return the number of the last file that was applied; 0 where there is none."""
    if connection.execute("SELECT to_regclass('l10n.migration')").fetchone() == (None,):
        return 0
    row = connection.execute("SELECT coalesce(max(number), 0) FROM l10n.migration").fetchone()
    return int(row[0]) if row else 0


def check(connection: Connection) -> None:
    """Refuse a database whose tables are others than this program's; raises `StorageError`."""
    known, applied = _files()[-1][0], _applied(connection)
    if applied == known:
        return
    where = f"{connection.info.host}/{connection.info.dbname}"
    if applied > known:
        raise StorageError(
            f"the shared memory has tables of a later version ({applied}, and this program knows {known})",
            path=where,
            remedy="Install the version of l10n that made them.",
        )
    what = f"the tables of an earlier version ({applied} of {known})" if applied else "no tables yet"
    raise StorageError(
        f"the shared memory has {what}", path=where, remedy="Run `l10n tm migrate` as the owner of the database."
    )


def migrate(url: str) -> tuple[str, list[str]]:
    """Bring the tables of a database into step with this program; return where it is, and the files applied.

    Who comes while another is at it waits. All is done or nothing. Raises `StorageError`, also where the tables are
    of a later version.
    """
    door = ServerLink(url, lambda _: None)
    try:
        done = door.run(_migrate)
        door.run(check)
    finally:
        door.close()
    return door.where, done


def _migrate(connection: Connection) -> list[str]:
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    row = connection.execute("SELECT current_setting('server_encoding')").fetchone()
    if row != ("UTF8",):
        raise StorageError(
            f"the database is in {row[0] if row else 'another encoding'}",
            remedy="Make one with `createdb --encoding=UTF8 --template=template0`.",
        )
    applied = _applied(connection)
    done: list[str] = []
    for number, name, file in _files():
        if number <= applied:
            continue
        if not applied and not done:
            connection.execute("CREATE SCHEMA IF NOT EXISTS l10n")
            connection.execute(
                "CREATE TABLE l10n.migration (number integer PRIMARY KEY, name text NOT NULL, "
                "applied timestamptz NOT NULL DEFAULT now())"
            )
        connection.execute(file.read_bytes())
        connection.execute("INSERT INTO l10n.migration (number, name) VALUES (%s, %s)", (number, name))
        done.append(name)
    return done


def readable(connection: Connection, names: Sequence[str]) -> dict[Space, str]:
    """Return the projects of these names that the database knows."""
    rows = connection.execute("SELECT id, name FROM l10n.space WHERE name = ANY(%s)", (list(names),)).fetchall()
    return {int(number): str(name) for number, name in rows}


def writable(connection: Connection, name: str) -> Space:
    """Return the number of a project, which gets one where it has none."""
    query = "SELECT id FROM l10n.space WHERE name = %s"
    row = connection.execute(query, (name,)).fetchone()
    if row is None:
        connection.execute("INSERT INTO l10n.space (name) VALUES (%s) ON CONFLICT DO NOTHING", (name,))
        row = connection.execute(query, (name,)).fetchone()
    if row is None:
        raise StorageError(f"the shared memory does not take the project {name}")
    return int(row[0])
