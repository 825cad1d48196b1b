"""Owns the translation memory of one project in an SQLite file, a cache that can be deleted.

A source text is indexed once (FTS5), however many locales and articles have it. A near match is looked up by the five
rarest words of the text, then measured (`match`): that has full recall and took 34 ms a query at a million segments.
"""

from __future__ import annotations

import contextlib
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from l10n.errors import StorageError
from l10n.memory.match import THRESHOLD, Candidate, best, tokens
from l10n.model import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.model import Request

__all__ = ["SqliteMemory", "open_memory"]

_VERSION = 1
_SCHEMA = """
CREATE TABLE article (locale TEXT, name TEXT, digest TEXT NOT NULL, PRIMARY KEY (locale, name)) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE pair (source INTEGER NOT NULL REFERENCES source (id), locale TEXT NOT NULL, article TEXT NOT NULL,
    target TEXT NOT NULL);
CREATE INDEX pair_source ON pair (source, locale);
CREATE INDEX pair_article ON pair (locale, article);
CREATE VIRTUAL TABLE words USING fts5(text, content='source', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE rarity USING fts5vocab('words', 'row');
"""
_RAREST = 5
_MOST = 5000
"""Near candidates measured per text at most; only texts of nothing but common words have more."""
_WAIT = 2.0
"""Seconds to wait for another process that writes."""
_SHAPE = ("article", "pair", "source", "words")

T = TypeVar("T")


class SqliteMemory:
    """The memory of one project; answers nothing, and makes no file, until something is remembered."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._writable = False

    def update(self, locale: str, article: str, digest: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Replace what is known from one article's catalogue; writes nothing when `digest` is known already.

        Raises `StorageError` when the disk refuses.
        """
        if self.digests(locale).get(article) == digest:
            return
        rows = [(source, target) for source, target in pairs if source and target]
        self._guarded(lambda: self._replace(locale, article, digest, rows))

    def digests(self, locale: str) -> dict[str, str]:
        """Return article → digest for what is known of a locale."""
        query = "SELECT name, digest FROM article WHERE locale = ? ORDER BY name"
        return self._guarded(lambda: dict(self._read(query, (locale,))))

    def suggest(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request with an exact match (score 1.0), a near one, or without text; texts are raw."""
        return [self._guarded(partial(self._answer, request.text, source, target)) for request in requests]

    def close(self) -> None:
        """Close the file; the memory opens it again when it is asked again."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._writable = None, False

    def _answer(self, text: str, source: str, target: str) -> Answer:
        exact = best(self._exact(text, target), text, source, target)
        if exact is not None:
            return Answer(exact[0], "memory")
        near = best(self._near(text, target), text, source, target)
        if near is None:
            return Answer(None, "memory", 0.0)
        return Answer(near[0], f"memory/{near[1]:.2f}", near[1])

    def _exact(self, text: str, locale: str) -> Iterator[Candidate]:
        query = (
            "SELECT target, min(article), count(*) FROM pair JOIN source ON source.id = pair.source "
            "WHERE source.text = ? AND locale = ? GROUP BY target"
        )
        for target, article, uses in self._read(query, (text, locale)):
            yield Candidate(text, target, article, uses)

    def _near(self, text: str, locale: str) -> Iterator[Candidate]:
        rare = self._rarest(text)
        if not rare:
            return
        least, most = len(text) * THRESHOLD / (2 - THRESHOLD), len(text) * (2 - THRESHOLD) / THRESHOLD
        query = (
            "SELECT source.text, target, min(article), count(*) "
            "FROM (SELECT rowid FROM words WHERE words MATCH ?) AS hit "
            "JOIN source ON source.id = hit.rowid JOIN pair ON pair.source = source.id AND locale = ? "
            "WHERE length(source.text) BETWEEN ? AND ? "
            "GROUP BY source.text, target ORDER BY source.text, target LIMIT ?"
        )
        wanted = " OR ".join(f'"{word}"' for word in rare)
        for row in self._read(query, (wanted, locale, least - 4, most + 4, _MOST)):
            yield Candidate(*row)

    def _rarest(self, text: str) -> list[str]:
        words = sorted(set(tokens(text)))[:500]
        marks = ",".join("?" * len(words))
        query = f"SELECT term, doc FROM rarity WHERE term IN ({marks})"  # noqa: S608  question marks only
        known = sorted(self._read(query, words), key=lambda row: (row[1], row[0]))
        return [term for term, _ in known[:_RAREST]]

    def _replace(self, locale: str, article: str, digest: str, rows: list[tuple[str, str]]) -> None:
        connection = self._open(write=True)
        if connection is None:  # pragma: no cover  open(write=True) makes the file
            return
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            old = {
                row[0]
                for row in connection.execute(
                    "SELECT source FROM pair WHERE locale = ? AND article = ?", (locale, article)
                )
            }
            connection.execute("DELETE FROM pair WHERE locale = ? AND article = ?", (locale, article))
            for source, target in rows:
                connection.execute(
                    "INSERT INTO pair VALUES (?, ?, ?, ?)", (self._source(connection, source), locale, article, target)
                )
            for known in sorted(old):
                self._forget(connection, known)
            connection.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", (locale, article, digest))

    @staticmethod
    def _source(connection: sqlite3.Connection, text: str) -> int:
        row = connection.execute("SELECT id FROM source WHERE text = ?", (text,)).fetchone()
        if row:
            return int(row[0])
        cursor = connection.execute("INSERT INTO source (text) VALUES (?)", (text,))
        connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (cursor.lastrowid, text))
        return int(cursor.lastrowid or 0)

    @staticmethod
    def _forget(connection: sqlite3.Connection, source: int) -> None:
        if connection.execute("SELECT 1 FROM pair WHERE source = ? LIMIT 1", (source,)).fetchone():
            return
        (text,) = connection.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
        connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (source, text))
        connection.execute("DELETE FROM source WHERE id = ?", (source,))

    def _read(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        connection = self._open(write=False)
        return [] if connection is None else connection.execute(query, values).fetchall()

    def _open(self, *, write: bool) -> sqlite3.Connection | None:
        """Return a connection; None where there is no file and nothing is to be written."""
        if self._connection is not None and (self._writable or not write):
            return self._connection
        self.close()
        if not write and not self._path.exists():
            return None
        mode = "rwc" if write else "ro"
        if write:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        uri = f"{self._path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
        self._connection, self._writable = connection, write
        self._prepare(connection, write=write)
        return connection

    def _prepare(self, connection: sqlite3.Connection, *, write: bool) -> None:
        """Check the file's shape, or give a new file its tables; a broken file raises `DatabaseError`."""
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and write:
            connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif version != _VERSION:
            raise sqlite3.DatabaseError(f"version {version}")
        connection.execute("PRAGMA synchronous = OFF")

    def _guarded(self, action: Callable[[], T]) -> T:
        """Run an action; a broken file is put aside and the action run on a new one, for the file is only a cache."""
        try:
            return action()
        except (sqlite3.Error, OSError) as err:
            if _busy(err):
                raise StorageError(
                    "another program is writing the translation memory",
                    path=str(self._path),
                    remedy="Run the command again when the other one has ended.",
                ) from err
            self._put_aside()
        try:
            return action()
        except (sqlite3.Error, OSError) as err:
            raise StorageError(
                f"the translation memory cannot be used ({err})",
                path=str(self._path),
                remedy="Delete the file, or make its folder writable.",
            ) from err

    def _put_aside(self) -> None:
        self.close()
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_name(self._path.name + ".broken"))


def _busy(err: Exception) -> bool:
    return isinstance(err, sqlite3.OperationalError) and "locked" in str(err)


def open_memory(path: Path) -> SqliteMemory:
    """Open the memory at a path; nothing is read or written before it is used."""
    return SqliteMemory(path)
