"""Owns the tables of the memory's SQLite file: their shape, and putting pairs in and taking them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from l10n.text.digest import digest
from l10n.text.sentences import align

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

__all__ = ["VERSION", "Row", "clear", "create", "replace", "rows"]

VERSION = 2
_SCHEMA = """
CREATE TABLE article (locale TEXT, name TEXT, digest TEXT NOT NULL, PRIMARY KEY (locale, name)) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE pair (source INTEGER NOT NULL REFERENCES source (id), locale TEXT NOT NULL, article TEXT NOT NULL,
    target TEXT NOT NULL, sentence INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
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
            values = (_source(connection, row.source), locale, article, row.target, row.sentence, row.before, row.after)
            connection.execute("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        for known in sorted(old):
            _forget(connection, known)
        connection.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", (locale, article, mark))


def rows(pairs: Iterable[tuple[str, str]], source: str, target: str) -> list[Row]:
    """Return what an article's pairs, in its order, teach: each pair with its neighbours, and its sentences' pairs."""
    known = [pair for pair in pairs if pair[0] and pair[1]]
    marks = ["", *(digest(text) for text, _ in known), ""]
    found: list[Row] = []
    for at, (text, translation) in enumerate(known):
        found.append(Row(text, translation, sentence=False, before=marks[at], after=marks[at + 2]))
        found += [Row(one, other, sentence=True) for one, other in align.pairs(text, translation, source, target)]
    return found


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
