"""Owns the tables of the memory's SQLite file: their shape, and putting pairs in and taking them out."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Origin, OriginKind
from l10n.text.digest import digest
from l10n.text.sentences import align

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from l10n.model import Translation

__all__ = ["VERSION", "Row", "clear", "create", "origin", "replace", "rows"]

VERSION = 3
_SCHEMA = """
CREATE TABLE article (locale TEXT, name TEXT, digest TEXT NOT NULL, PRIMARY KEY (locale, name)) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE pair (source INTEGER NOT NULL REFERENCES source (id), locale TEXT NOT NULL, article TEXT NOT NULL,
    target TEXT NOT NULL, sentence INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, context TEXT,
    origin TEXT);
CREATE INDEX pair_source ON pair (source, locale);
CREATE INDEX pair_article ON pair (locale, article);
CREATE VIRTUAL TABLE words USING fts5(text, content='source', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0', detail=none, columnsize=0);
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
    """Give a new file its tables."""
    connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")


def clear(connection: sqlite3.Connection) -> None:
    """Forget everything, and give the space back."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("words", "rarity", "pair", "source", "article"):
            connection.execute(f"DROP TABLE {table}")
        for statement in filter(str.strip, _SCHEMA.split(";")):
            connection.execute(statement)
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
    """Read the origin of a row."""
    if stored is None:
        return None
    kind, *rest = json.loads(stored)
    return Origin(OriginKind(kind), *rest)


def _source(connection: sqlite3.Connection, text: str) -> int:
    row = connection.execute("SELECT id FROM source WHERE text = ?", (text,)).fetchone()
    if row:
        return int(row[0])
    cursor = connection.execute("INSERT INTO source (text) VALUES (?)", (text,))
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (cursor.lastrowid, text))
    return int(cursor.lastrowid or 0)


def _forget(connection: sqlite3.Connection, source: int) -> None:
    if connection.execute("SELECT 1 FROM pair WHERE source = ? LIMIT 1", (source,)).fetchone():
        return
    (text,) = connection.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
    connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (source, text))
    connection.execute("DELETE FROM source WHERE id = ?", (source,))
