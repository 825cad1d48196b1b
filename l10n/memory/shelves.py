"""Owns the memory's tables in PostgreSQL: putting an article's pairs in and taking them out, one writer a project."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from l10n.memory.match import tokens
from l10n.postgres.schema import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.memory.tables import Row
    from l10n.postgres.link import Connection

__all__ = ["clear", "indexed", "replace", "source_mark"]

_LOCK = 0x6C31306D
"""The advisory lock of writers, with the number of the project."""


def indexed(space: int, words: Iterable[str]) -> list[str]:
    """Return words as the index has them, which keeps projects apart."""
    return [f"{space}:{word}" for word in words]


def source_mark(text: str) -> bytes:
    """Name a source text: an index takes no text of any length."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _locked(connection: Connection, name: str) -> int:
    """Return the number of a project in which nobody else writes until the end of the transaction."""
    space = writable(connection, name)
    connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", (_LOCK, space))
    return space


def replace(connection: Connection, name: str, article: tuple[str, str, str], pairs: Sequence[Row]) -> None:
    """Put an article's pairs in the place of those it had; `article` is its locale, path and digest.

    Where another has done it meanwhile nothing is written. What no text of PostgreSQL can hold is left out.
    """
    locale, path, digest = article
    space = _locked(connection, name)
    known = connection.execute(
        "SELECT digest FROM l10n.article WHERE space = %s AND locale = %s AND name = %s", (space, locale, path)
    ).fetchone()
    if known == (digest,):
        return
    rows = [row for row in pairs if not any(isinstance(value, str) and not _holdable(value) for value in row)]
    gone = connection.execute(
        "DELETE FROM l10n.pair WHERE space = %s AND locale = %s AND article = %s RETURNING source",
        (space, locale, path),
    ).fetchall()
    changed = _taken_in(connection, space, rows)
    if rows:
        connection.execute(
            "INSERT INTO l10n.pair (source, space, sentence, locale, article, target, before, after, context, origin) "
            "SELECT source.id, %(space)s, new.sentence, %(locale)s, %(path)s, new.target, new.before, new.after, "
            "new.context, new.origin FROM unnest(%(marks)s::bytea[], %(sentences)s::boolean[], %(targets)s::text[], "
            "%(befores)s::text[], %(afters)s::text[], %(contexts)s::text[], %(origins)s::text[]) "
            "WITH ORDINALITY AS new (mark, sentence, target, before, after, context, origin, place) "
            "JOIN l10n.source ON source.space = %(space)s AND source.mark = new.mark ORDER BY new.place",
            {
                "space": space,
                "locale": locale,
                "path": path,
                "marks": [source_mark(row.source) for row in rows],
                "sentences": [row.sentence for row in rows],
                "targets": [row.target for row in rows],
                "befores": [row.before for row in rows],
                "afters": [row.after for row in rows],
                "contexts": [row.context for row in rows],
                "origins": [row.origin for row in rows],
            },
        )
    changed.subtract(_forgotten(connection, sorted({int(source) for (source,) in gone})))
    _counted(connection, space, {word: change for word, change in changed.items() if change})
    connection.execute(
        "INSERT INTO l10n.article (space, locale, name, digest) VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (space, locale, name) DO UPDATE SET digest = excluded.digest",
        (space, locale, path, digest),
    )


def clear(connection: Connection, name: str) -> None:
    """Forget everything of a project; nothing of others."""
    space = _locked(connection, name)
    for statement in (
        b"DELETE FROM l10n.pair WHERE space = %s",
        b"DELETE FROM l10n.source WHERE space = %s",
        b"DELETE FROM l10n.word WHERE space = %s",
        b"DELETE FROM l10n.article WHERE space = %s",
    ):
        connection.execute(statement, (space,))


def _taken_in(connection: Connection, space: int, rows: Sequence[Row]) -> Counter[str]:
    """Put in the sources that are new, and return their words."""
    texts = list(dict.fromkeys(row.source for row in rows))
    words = {text: tuple(dict.fromkeys(tokens(text))) for text in texts}
    new = connection.execute(
        "INSERT INTO l10n.source (space, length, mark, text, words) SELECT %s, new.length, new.mark, new.text, "
        "string_to_array(new.words, ' ') "
        "FROM unnest(%s::integer[], %s::bytea[], %s::text[], %s::text[]) AS new (length, mark, text, words) "
        "ON CONFLICT (space, mark) DO NOTHING RETURNING text",
        (
            space,
            [len(text) for text in texts],
            [source_mark(text) for text in texts],
            texts,
            [" ".join(indexed(space, words[text])) for text in texts],
        ),
    ).fetchall()
    return Counter(word for (text,) in new for word in words[str(text)])


def _forgotten(connection: Connection, sources: Sequence[int]) -> Counter[str]:
    """Take out the sources that no pair has any more, and return their words."""
    gone = connection.execute(
        "DELETE FROM l10n.source WHERE id = ANY(%s) AND NOT EXISTS (SELECT FROM l10n.pair WHERE source = source.id) "
        "RETURNING text",
        (list(sources),),
    ).fetchall()
    return Counter(word for (text,) in gone for word in dict.fromkeys(tokens(str(text))))


def _counted(connection: Connection, space: int, changes: dict[str, int]) -> None:
    """Count in how many sources words stand."""
    if not changes:
        return
    connection.execute(
        "INSERT INTO l10n.word AS known (space, word, sources) "
        "SELECT %s, new.word, new.change FROM unnest(%s::text[], %s::integer[]) AS new (word, change) "
        "ON CONFLICT (space, word) DO UPDATE SET sources = known.sources + excluded.sources",
        (space, list(changes), list(changes.values())),
    )
    less = [word for word, change in changes.items() if change < 0]
    connection.execute("DELETE FROM l10n.word WHERE space = %s AND word = ANY(%s) AND sources <= 0", (space, less))


def _holdable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)
