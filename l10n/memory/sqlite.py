"""Owns the translation memory of one project in an SQLite file, a cache that can be deleted.

A source text is indexed once (FTS5), however many locales and articles have it. A near match is looked up by the
rarest words of the text, then measured (`match`); figures are in `docs/memory.md`.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

from l10n import databases, disk
from l10n.errors import StorageError
from l10n.memory import lookup, tables
from l10n.memory.match import Candidate, Matcher
from l10n.model import Answer
from l10n.protocols import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from l10n.model import Request, Term, Translation
    from l10n.protocols import Hit

__all__ = ["SqliteMemory", "open_memory"]

_WAIT = 2.0
"""Seconds to wait for another process that writes."""

T = TypeVar("T")


class SqliteMemory:
    """The memory of one project; answers nothing, and makes no file, until something is remembered.

    A file that cannot be used costs nothing but the cache: what it had, as far as it can be read, is taken into this
    process, which learns there, and forgets when it closes.
    """

    def __init__(self, path: Path, *, terms: Callable[[str], tuple[Term, ...]], name: str = "") -> None:
        self._path = path
        self._name = name or path.name
        self._kept = True
        self._seen: tuple[int, int] | None = None
        self.troubles: list[StorageError] = []
        self._terms = cache(terms)
        self._connection: sqlite3.Connection | None = None
        self._writable = False
        self._counts: dict[str, int] = {}
        """Word to the number of texts that have it, as far as it was asked."""
        self._locales: frozenset[str] | None = None
        """Those in which anything is remembered; None before that was asked, and when something was learned."""

    def update(self, locale: str, article: str, digest: str, translations: Iterable[Translation]) -> None:
        """Replace what is known from one article's catalogue; writes nothing when `digest` is known already."""
        if self.digests(locale).get(article) == digest:
            return
        rows = tables.rows(translations)
        self._locales = None
        self._guarded(lambda: self._replace(locale, article, digest, rows))

    def digests(self, locale: str) -> dict[str, str]:
        """Return article → digest for what is known of a locale."""
        query = "SELECT name, digest FROM article WHERE locale = ? ORDER BY name"
        return self._guarded(lambda: dict(self._read(query, (locale,))))

    def suggest(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request with an exact match (score 1.0), a near one, or without text; texts are raw."""
        if not self._remembers(target):
            return [Answer(None, lookup.ENGINE, 0.0)] * len(requests)
        terms = self._terms(target)
        return [self._guarded(partial(lookup.answer, self, request, (source, target), terms)) for request in requests]

    def by_sentence(self, text: str, source: str, target: str) -> tuple[tuple[str, Answer], ...]:
        """Return each sentence of a text with the answer to it: what an engine need not be asked for."""
        return self._guarded(partial(lookup.by_sentence, self, text, (source, target), self._terms(target)))

    def _remembers(self, locale: str) -> bool:
        if self._locales is None:
            query = "SELECT DISTINCT locale FROM article"
            self._locales = self._guarded(lambda: frozenset(str(one) for (one,) in self._read(query, ())))
        return locale in self._locales

    def search(self, text: str, source: str, target: str, limit: int) -> list[Hit]:
        """Return the most alike of what is remembered, with what each suggests for the text."""
        return self._guarded(partial(lookup.hits, self, Matcher(text, source, target, self._terms(target)), limit))

    def held(self) -> list[Held]:
        """Return what is remembered, a row a locale."""
        query = (
            "SELECT locale, count(DISTINCT article), count(DISTINCT source), sum(NOT sentence), sum(sentence) "
            "FROM pair GROUP BY locale ORDER BY locale"
        )
        return self._guarded(lambda: [Held(*row) for row in self._read(query, ())])

    def clear(self) -> None:
        """Forget everything; where there is no file none is made."""
        self._locales = None
        self._guarded(self._clear)

    def close(self) -> None:
        """Close the file; the memory opens it again when it is asked again."""
        self._counts.clear()
        if self._connection is not None:
            self._connection.close()
        self._connection, self._writable, self._kept = None, False, True

    def exact(self, text: str, locale: str) -> list[lookup.Known]:
        """Return the translations of a text (`lookup.Shelf`)."""
        query = (
            "SELECT target, article, sentence, before, after FROM pair JOIN source ON source.id = pair.source "
            "WHERE source.text = ? AND locale = ?"
        )
        return [
            lookup.Known(target, article, bool(sentence), before, after)
            for target, article, sentence, before, after in self._read(query, (text, locale))
        ]

    def near(self, matcher: Matcher) -> list[Candidate]:
        """Return pairs whose sources share some of the rarest words, and may be alike (`lookup.Shelf`)."""
        rare = self._rarest(matcher.words())
        if not rare:
            return []
        query = (
            "SELECT id, text FROM source WHERE id IN (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?) "
            "AND length(text) BETWEEN ? AND ?"
        )
        found = dict(self._read(query, (_expression(rare), lookup.MOST, *lookup.lengths(matcher))))
        return lookup.nearest(
            matcher, found, lambda keys: (self._translations(found[key], key, matcher.target_locale) for key in keys)
        )

    def _translations(self, text: str, source: int, locale: str) -> list[Candidate]:
        # Beside `min` SQLite takes the other columns from the row that has the least.
        query = (
            "SELECT target, min(article), count(*), context, origin FROM pair WHERE source = ? AND locale = ? "
            "GROUP BY target"
        )
        return [
            Candidate(text, target, article, uses, context, tables.origin(origin))
            for target, article, uses, context, origin in self._read(query, (source, locale))
        ]

    def _rarest(self, words: Sequence[str]) -> list[str]:
        """Return the rarest known words; how many texts have a word is asked once, for a common one it takes long."""
        new = [word for word in words[: lookup.MOST_WORDS] if word not in self._counts]
        marks = ",".join("?" * len(new))
        query = f"SELECT term, doc FROM rarity WHERE term IN ({marks})"  # noqa: S608  question marks only
        self._counts |= dict.fromkeys(new, 0) | dict(self._read(query, new))
        return lookup.rarest(words, self._counts)

    def _replace(self, locale: str, article: str, digest: str, rows: list[tables.Row]) -> None:
        connection = self._open(write=True)
        self._counts.clear()
        if connection is not None:
            tables.replace(connection, locale, article, digest, rows)

    def _clear(self) -> None:
        if (not self._kept or os.path.lexists(self._path)) and (connection := self._open(write=True)) is not None:
            tables.clear(connection)

    def _read(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        connection = self._open(write=False)
        return [] if connection is None else tables.checked(connection.execute(query, values).fetchall())

    def _open(self, *, write: bool) -> sqlite3.Connection | None:
        """Return a connection; None where there is no file and nothing is to be written."""
        if self._connection is not None and (self._writable or not write):
            return self._connection
        self.close()
        databases.clear(self._path)
        if write:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        self._seen = databases.identity(self._path)
        if self._seen is None and not write:
            return None
        connection = self._connection = _connect(self._path, "rwc" if write else "ro")
        if tables.version(connection) not in {0, tables.VERSION}:
            # A cache of another version of the program holds nothing that is not in the catalogues.
            self.close()
            if not write:
                return None
            self._path.unlink()
            connection = self._connection = _connect(self._path, "rwc")
        self._writable = write
        if not write and tables.empty(connection):
            self.close()
            return None
        connection.execute("PRAGMA synchronous = OFF")
        if write:
            tables.create(connection)
        tables.check(connection)
        return connection

    def _guarded(self, action: Callable[[], T]) -> T:
        """Run an action; what keeps the file from being used keeps nothing from being done, for it is only a cache.

        A damaged file is set aside and the action run on a new one.
        """
        for last in (False, True):
            try:
                return action()
            except (sqlite3.Error, OSError) as err:
                if last or not databases.damaged(err):
                    self._do_without(err)
                    break
                self.close()
                try:
                    databases.set_aside(self._path, self._seen)
                except OSError as refusal:
                    self._do_without(refusal)
                    break
        return action()

    def _do_without(self, err: Exception) -> None:
        """Go on in this process alone, with what the file has, and say why."""
        self.close()
        reason = "another program is writing it" if databases.busy(err) else getattr(err, "strerror", None) or str(err)
        remedy = disk.remedy(err, "Make it writable, or delete it, to have it faster.") + " Nothing is lost."
        self.troubles.append(
            StorageError(f"the translation memory is not kept: {reason}", path=self._name, remedy=remedy)
        )
        own = sqlite3.connect(":memory:", isolation_level=None)
        with contextlib.suppress(sqlite3.Error, OSError):
            if (file := self._open(write=False)) is not None:
                file.backup(own)
        self.close()
        if tables.version(own) == 0:
            tables.create(own)
        self._connection, self._writable, self._kept = own, True, False


def _expression(words: Sequence[str]) -> str:
    """Return the full-text query: two of the words, or any where there are few."""
    quoted = [f'"{word}"' for word in words]
    if len(quoted) < lookup.ENOUGH:
        return " OR ".join(quoted)
    return " OR ".join(f"({word} AND ({' OR '.join(quoted[at:])}))" for at, word in enumerate(quoted[:-1], 1))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)


def open_memory(path: Path, *, terms: Callable[[str], tuple[Term, ...]], name: str = "") -> SqliteMemory:
    """Open the memory at a path, `name` in messages; nothing is read or written before it is used."""
    return SqliteMemory(path, terms=terms, name=name)
