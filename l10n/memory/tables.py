"""Owns the tables of the memory's SQLite file: their shape, and putting pairs in and taking them out."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import astuple
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.databases import shape
from l10n.memory.match import tokens
from l10n.model import Origin, OriginKind
from l10n.text.digest import digest
from l10n.text.sentences import align

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Translation

__all__ = ["VERSION", "Row", "check", "checked", "clear", "create", "empty", "origin", "replace", "rows", "version"]

VERSION = 4
_SCHEMA = """
CREATE TABLE article (locale TEXT, name TEXT, digest TEXT NOT NULL, PRIMARY KEY (locale, name)) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE pair (source INTEGER NOT NULL REFERENCES source (id), locale TEXT NOT NULL, article TEXT NOT NULL,
    target TEXT NOT NULL, sentence INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, context TEXT,
    origin TEXT);
CREATE INDEX pair_source ON pair (source, locale);
CREATE INDEX pair_article ON pair (locale, article);
CREATE VIRTUAL TABLE words USING fts5(text, content='source', content_rowid='id',
    tokenize='ascii', detail=none, columnsize=0);
CREATE VIRTUAL TABLE rarity USING fts5vocab('words', 'row');
"""


class Row(NamedTuple):
    """A pair to be remembered."""

    source: str
    target: str
    sentence: bool = False
    before: str = ""
    """The digest of the source text before; empty at the start and for a sentence."""
    after: str = ""
    context: str | None = None
    origin: str | None = None
    """A JSON list of the fields (see `origin`)."""


def create(connection: sqlite3.Connection) -> None:
    """Give a new file its tables, where another process has not; raises `DatabaseError` where it has others."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if version(connection) == 0:
            if shape(connection):
                raise sqlite3.DatabaseError("it has other tables")
            _run(connection, _SCHEMA)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)


def version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables in a file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def empty(connection: sqlite3.Connection) -> bool:
    """Tell whether a file is new, or another process is just making it."""
    return version(connection) == 0 and not shape(connection)


def check(connection: sqlite3.Connection) -> None:
    """Refuse a file whose tables are not those of `create`, whoever made them; raises `DatabaseError`."""
    if version(connection) != VERSION or shape(connection) != _known_shape():
        raise sqlite3.DatabaseError("it has other tables")


@cache
def _known_shape() -> list[tuple[str, str, str]]:
    new = sqlite3.connect(":memory:", isolation_level=None)
    try:
        create(new)
        return shape(new)
    finally:
        new.close()


def checked(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return rows that hold nothing but numbers and texts without NUL; raises `DataError`."""
    if any(isinstance(value, bytes) or (isinstance(value, str) and "\0" in value) for row in found for value in row):
        raise sqlite3.DataError("it holds what is no text")
    return found


def clear(connection: sqlite3.Connection) -> None:
    """Forget everything, and give the space back."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("words", "rarity", "pair", "source", "article"):
            connection.execute(f"DROP TABLE {table}")
        _run(connection, _SCHEMA)
    connection.execute("VACUUM")


def replace(connection: sqlite3.Connection, locale: str, article: str, mark: str, pairs: Iterable[Row]) -> None:
    """Put an article's pairs in the place of those it had, in one transaction."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        query = "SELECT DISTINCT source FROM pair WHERE locale = ? AND article = ?"
        old = [row[0] for row in connection.execute(query, (locale, article))]
        connection.execute("DELETE FROM pair WHERE locale = ? AND article = ?", (locale, article))
        for row in pairs:
            values = (_source(connection, row.source), locale, article, *row[1:])
            connection.execute("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        for known in sorted(old):
            _forget(connection, known)
        connection.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", (locale, article, mark))


def rows(translations: Iterable[Translation]) -> list[Row]:
    """Return what an article's translations, in order, teach: each with its neighbours, and its sentences' pairs."""
    known = [one for one in translations if one.source and one.target]
    marks = ["", *(digest(one.source) for one in known), ""]
    found: list[Row] = []
    for at, one in enumerate(known):
        stored = json.dumps(astuple(one.origin), ensure_ascii=False) if one.origin else None
        found.append(Row(one.source, one.target, False, marks[at], marks[at + 2], one.context, stored))
        pairs = align.pairs(one.source, one.target, one.source_locale, one.locale)
        found += [Row(source, target, sentence=True) for source, target in pairs]
    return found


def origin(stored: str | None) -> Origin | None:
    """Read the origin of a row; raises `DataError` where it is none."""
    if stored is None:
        return None
    try:
        kind, *rest = json.loads(stored)
        return Origin(OriginKind(kind), *map(_text, rest))
    except (ValueError, TypeError, RecursionError) as err:
        raise sqlite3.DataError("it holds what is no origin") from err


def _source(connection: sqlite3.Connection, text: str) -> int:
    row = connection.execute("SELECT id FROM source WHERE text = ?", (text,)).fetchone()
    if row:
        return int(row[0])
    cursor = connection.execute("INSERT INTO source (text) VALUES (?)", (text,))
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (cursor.lastrowid, _indexed(text)))
    return int(cursor.lastrowid or 0)


def _indexed(text: str) -> str:
    """Return the words that a text is found by, which the index cuts at spaces: beside letters it has nothing ASCII."""
    return " ".join(tokens(text))


def _forget(connection: sqlite3.Connection, source: int) -> None:
    if connection.execute("SELECT 1 FROM pair WHERE source = ? LIMIT 1", (source,)).fetchone():
        return
    (text,) = connection.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
    connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (source, _indexed(text)))
    connection.execute("DELETE FROM source WHERE id = ?", (source,))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError("a field is no text")
