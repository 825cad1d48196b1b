"""Owns what all SQLite files have in common: what may be opened, what is damage, and where a damaged one goes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from typing import TYPE_CHECKING

from l10n.disk import check_folder, locked, opened

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["busy", "clear", "damaged", "identity", "set_aside", "shape"]

_DAMAGE = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_FORMAT,
}
"""Codes of SQLite for a file that is not what it should be; the others are of the disk, or of who else holds it."""


_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""How a rollback journal ends that names another file (SQLite, "Database File Format", 3)."""


def damaged(err: Exception) -> bool:
    """Tell whether a file is not what it should be; not where the system keeps it from being used."""
    code = getattr(err, "sqlite_errorcode", None)
    if code is None:  # raised by ourselves, or by what makes text of the file's bytes
        return isinstance(err, sqlite3.Error)
    return (code & 0xFF) in _DAMAGE


def busy(err: Exception) -> bool:
    """Tell whether another program holds the file."""
    return isinstance(err, sqlite3.OperationalError) and ("locked" in str(err) or "busy" in str(err))


def shape(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return what a file is made of: tables, indexes, views and triggers, each with its definition; of many the first.

    A file that somebody else made may have a view in the place of a table that never ends.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name LIMIT 100"
    return [(str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in connection.execute(query)]


def identity(path: Path) -> tuple[int, int] | None:
    """Name the file that a path leads to now, whatever is put in its place later; None where there is none."""
    try:
        found = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def clear(path: Path) -> list[str]:
    """Set aside what stands in the place of a database, or of a file beside it, and is no regular file of its own.

    A journal may name a file that SQLite deletes once it has rolled back, wherever that lies. Only transactions of
    several databases write such a name (SQLite, "Atomic Commit In SQLite", 5.1), and we have none. Returns the new
    names; raises `OSError`, also where the folder is a symbolic link or none.
    """
    check_folder(path.parent)
    moved = []
    for part in _parts(path):
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISREG(part.stat(follow_symlinks=False).st_mode) or _leads_on(part):
                aside = _free(part)
                part.rename(aside)
                moved.append(aside.name)
    return moved


def _leads_on(path: Path) -> bool:
    """Tell whether a rollback journal ends in the name of another file."""
    if not path.name.endswith("-journal"):
        return False
    with os.fdopen(opened(path), "rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - len(_MAGIC)))
        return file.read() == _MAGIC


def set_aside(path: Path, seen: tuple[int, int] | None) -> str:
    """Rename a damaged database, with the files beside it, to a name that nothing has, and return that name.

    Empty where it is no longer the one that was `seen` (see `identity`): another process has begun a new one. Raises
    `OSError`.
    """
    with locked(path.parent):
        if identity(path) != seen:
            return ""
        aside = _free(path)
        for part in _parts(path):
            with contextlib.suppress(FileNotFoundError):
                part.rename(aside.with_name(aside.name + part.name.removeprefix(path.name)))
    return aside.name


def _parts(path: Path) -> list[Path]:
    """Return all that SQLite opens for one database."""
    return [path.with_name(path.name + ending) for ending in ("", "-journal", "-wal", "-shm")]


def _free(path: Path) -> Path:
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    return aside
