"""Owns what commands have found out of a project's files and articles, so that the next one need not look again.

One SQLite file in the user's cache folder: the digest of each file, trusted while the file looks the same
(`l10n.snapshots`), and what was made of each article, known by the digests of all that it was made of, which need not
be asked for while all of it looks the same. It can be deleted at any time. A project must not bring its own: a forged
one would silence `check`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import time
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n import databases, disk
from l10n.cache import Cache
from l10n.snapshots import Look, is_link, look, seen_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["ProjectState"]

_VERSION = 3
_TABLES = f"""
CREATE TABLE files (name TEXT PRIMARY KEY, shown TEXT, seen INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE results (
    verb TEXT, article TEXT, key BLOB, made TEXT, value BLOB, seen INTEGER, looks TEXT, PRIMARY KEY (verb, article)
);
PRAGMA user_version = {_VERSION};
"""
_MOST = 2000
"""Results, or digests of files, that a run which is ended may have to find again."""
_AGE = 90 * 86400 * 10**9
"""Nanoseconds after which all is found out once more, so that nothing is kept for ever of what is gone."""
_TOGETHER = 900
"""Values in one query; SQLite before 3.32 takes 999."""
_ELSEWHERE = frozenset({"", ".", ".."})
"""Names that lead to another folder than one below."""
_now = time.time_ns


class ProjectState:
    """What is known of a project; whatever goes wrong with its file, nothing is known."""

    def __init__(self, root: Path) -> None:
        self._root = os.fspath(root)
        self._path = Cache(root, "state.sqlite").path
        self._file: sqlite3.Connection | None = None
        self._opened = False
        self._noted: dict[str, tuple[str, int, str]] = {}
        """What is to be written of files."""
        self._pending = 0
        self._recalled: dict[str, tuple[object, ...] | None] = {}
        """What is there of the files that were asked for together; None where nothing is."""
        self._folders: dict[str, bool] = {}
        """Folder → it is one of the project's own, through no link."""

    def digests(self, names: Sequence[str]) -> tuple[str, ...] | None:
        """Return the digest of each file, relative to the root: SHA-256, or empty where there is none.

        None where one cannot be told, as it is no plain file of the project or changes just now. A file is opened only
        where it may have changed since it was last looked at.
        """
        found = []
        for name in names:
            digest = self._digest(name)
            if digest is None:
                return None
            found.append(digest)
        return tuple(found)

    def recall(self, names: Iterable[str]) -> None:
        """Read together what is known of files that will be asked for; what was read before is let go."""
        asked = sorted(set(names))
        query = "SELECT name, shown, seen, digest FROM files WHERE name IN"
        self._recalled = dict.fromkeys(asked) | {str(name): tuple(row) for name, *row in self._rows(query, (), asked)}

    def unmoved(self, verb: str, reads: Mapping[str, Sequence[str]], about: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the articles whose result was `trusted`, with its key, as all its files look the same since.

        `reads` are the files of each that its result depends on, `about` is the mark of all else that it does.
        """
        rows = self._rows(
            "SELECT article, key, made, looks FROM results WHERE verb = ? AND article IN", (verb,), [*reads]
        )
        return {
            article: key
            for article, key, text, looks in rows
            if looks
            and (made := _made(text)) is not None
            and looks == self._looks((*reads[article], *made), about[article])
        }

    def trust(self, verb: str, article: str, reads: Sequence[str], about: bytes) -> None:
        """Let a result that is `known` be found by what its files look like now, if they have stood still."""
        row = self._row("SELECT made, looks FROM results WHERE verb = ? AND article = ?", verb, article)
        made = _made(row[0]) if row else None
        looks = self._looks((*reads, *made), about) if made is not None else ""
        if looks:
            query = "UPDATE results SET looks = ? WHERE verb = ? AND article = ?"
            self._do(partial(_executed, query, (looks, verb, article)))
            self._pending += 1

    def known(self, verb: str, keys: Mapping[str, bytes]) -> set[str]:
        """Return the articles of which there is a result of their key, and what was made of it stands as it was made.

        An empty key is none.
        """
        asked = [article for article, key in keys.items() if key]
        rows = self._rows("SELECT article, key, made FROM results WHERE verb = ? AND article IN", (verb,), asked)
        made = {str(article): _made(text) for article, key, text in rows if keys[str(article)] == key}
        self.recall(name for files in made.values() for name in files or ())
        return {
            article
            for article, files in made.items()
            if files is not None and all(self._digest(name) == digest for name, digest in files.items())
        }

    def value(self, verb: str, article: str, key: bytes) -> bytes:
        """Return a result that is `known`; empty where it is none any more."""
        row = self._row("SELECT value FROM results WHERE verb = ? AND article = ? AND key = ?", verb, article, key)
        with contextlib.suppress(zlib.error):
            return zlib.decompress(row[0]) if row is not None and isinstance(row[0], bytes) else b""
        return b""

    def keep(self, verb: str, article: str, key: bytes, value: bytes, made: Mapping[str, str]) -> None:
        """Keep what was found of an article; `made` are files by their digests, empty for one that must not be."""
        row = verb, article, key, json.dumps(dict(made)), zlib.compress(value, 1), _now(), ""
        self._do(lambda file: file.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?)", row))
        self._pending += 1
        if self._pending >= _MOST:
            self.save()

    def save(self) -> None:
        """Write what has been kept since."""
        if not (self._noted or self._pending):
            return
        rows = [(name, *row) for name, row in self._noted.items()]
        self._do(lambda file: file.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", rows))
        self._do(lambda file: file.execute("COMMIT") if file.in_transaction else None)
        self._noted.clear()
        self._pending = 0

    def close(self) -> None:
        """Write what has been kept, take out what is old, and let go of the file."""
        if self._noted or self._pending:
            old = (_now() - _AGE,)
            for table in ("files", "results"):
                query = f"DELETE FROM {table} WHERE seen < ?"  # noqa: S608  of these two
                self._do(partial(_executed, query, old))
        self.save()
        self._without()

    def _looks(self, names: Sequence[str], about: bytes) -> str:
        """Return the mark of what files look like, and of something else; empty where they could change unseen."""
        paths = [f"{self._root}/{name}" for name in names]
        if not all(map(self._own, {path.rpartition("/")[0] for path in paths})):
            return ""
        now, seen = _now(), seen_at(paths)
        return f"{about.hex()}{seen.digest}" if seen.settled(now) else ""

    def _digest(self, name: str) -> str | None:
        path = f"{self._root}/{name}"
        if not self._own(path.rpartition("/")[0]):
            return None
        seen = look(path)
        if seen is None or not seen.plain:
            return "" if seen is None else None
        kept = self._noted.get(name) or self._kept(name)
        if kept is not None and kept[0] == seen.shown and isinstance(kept[1], int) and seen.settled(kept[1]):
            return str(kept[2])
        return self._read(name, path, seen)

    def _kept(self, name: str) -> tuple[object, ...] | None:
        if name in self._recalled:
            return self._recalled[name]
        return self._row("SELECT shown, seen, digest FROM files WHERE name = ?", name)

    def _read(self, name: str, path: str, seen: Look) -> str | None:
        now = _now()
        try:
            data = disk.read(Path(path))
        except OSError:
            return None
        if look(path) != seen:
            return None
        digest = hashlib.sha256(data).hexdigest()
        self._noted[name] = seen.shown, now, digest
        if len(self._noted) >= _MOST:
            self.save()
        return digest

    def _own(self, folder: str) -> bool:
        found = self._folders.get(folder)
        if found is None:
            above, _, name = folder.rpartition("/")
            if folder == self._root:
                found = os.path.realpath(folder) == folder
            else:
                found = name not in _ELSEWHERE and self._own(above) and not is_link(folder)
            self._folders[folder] = found
        return found

    def _row(self, query: str, *given: object) -> tuple[object, ...] | None:
        found: list[tuple[object, ...] | None] = []
        self._do(lambda file: found.append(file.execute(query, given).fetchone()), write=False)
        return found[0] if found else None

    def _rows(self, query: str, given: tuple[object, ...], asked: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the rows of a query that ends in `IN`, for as many values as are asked for."""
        found: list[tuple[Any, ...]] = []
        for at in range(0, len(asked), _TOGETHER):
            some = asked[at : at + _TOGETHER]
            whole = f"{query} ({','.join('?' * len(some))})"
            self._do(partial(_fetched, whole, (*given, *some), found), write=False)
        return found

    def _do(self, action: Callable[[sqlite3.Connection], object], *, write: bool = True) -> None:
        """Do something with the file; where that fails, go on without it."""
        try:
            file = self._open()
            if file is not None:
                if write and not file.in_transaction:
                    file.execute("BEGIN IMMEDIATE")
                action(file)
        except (sqlite3.Error, OSError, ValueError) as err:
            self._without()
            if self._path is not None and databases.damaged(err):
                with contextlib.suppress(OSError):
                    self._path.unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection | None:
        if self._opened or self._path is None:
            return self._file
        self._opened = True
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        databases.clear(self._path)
        self._file = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        if self._file.execute("PRAGMA user_version").fetchone() != (_VERSION,):
            self._file.close()
            self._path.unlink()
            self._file = sqlite3.connect(self._path, timeout=0, isolation_level=None)
            self._file.executescript(f"PRAGMA journal_mode = WAL; BEGIN; {_TABLES} COMMIT;")
        return self._file

    def _without(self) -> None:
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
        self._file, self._opened = None, True


def _made(text: object) -> dict[str, str] | None:
    """Return which files were made, by their digests; None where that cannot be read."""
    try:
        value = json.loads(str(text))
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _fetched(query: str, given: tuple[object, ...], found: list[tuple[Any, ...]], file: sqlite3.Connection) -> None:
    found += file.execute(query, given)


def _executed(query: str, given: tuple[object, ...], file: sqlite3.Connection) -> None:
    file.execute(query, given)
