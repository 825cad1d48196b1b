"""Owns the translation memory that several machines and projects share in PostgreSQL: a cache of catalogues, as well.

It looks near texts up as `sqlite` does, and finds the same.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from l10n.errors import StorageError
from l10n.memory import lookup, shelves, tables
from l10n.memory.match import Candidate, Matcher
from l10n.postgres import schema
from l10n.postgres.link import DeniedError
from l10n.protocols import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Answer, Request, Term, Translation
    from l10n.postgres.link import Connection
    from l10n.protocols import Hit, Memory

__all__ = ["PostgresMemory", "open_memory"]

T = TypeVar("T")

_OPTIONS = (
    "synchronous_commit=off",
    "enable_seqscan=off",
    "jit=off",
    "max_parallel_workers_per_gather=0",
    "plan_cache_mode=force_custom_plan",
    "lock_timeout=60s",
)
"""What a crash forgets is learnt again; and a plan is made for the very words, which differ in how rare they are."""


class PostgresMemory:
    """The memory of one project, which reads the memories of others too (`protocols.Memory`).

    Where the database cannot be used, the project's own memory serves for the rest of the run.
    """

    def __init__(
        self, url: str, names: Sequence[str], *, terms: Callable[[str], tuple[Term, ...]], own: Callable[[], Memory]
    ) -> None:
        self._link = schema.link(url, _OPTIONS)
        self._name = names[0]
        self._names = tuple(names)
        self._terms = cache(terms)
        self._open_own = own
        self._own: Memory | None = None
        self._spaces: dict[int, str] = {}
        self._readonly = False
        self._troubles: list[StorageError] = []

    @property
    def troubles(self) -> list[StorageError]:
        """What kept it from remembering anything beyond this run."""
        return self._troubles + (self._own.troubles if self._own else [])

    def update(self, locale: str, article: str, digest: str, translations: Iterable[Translation]) -> None:
        """Replace what is known from one article's catalogue; all of it or nothing."""
        known = list(translations)
        rows = tables.rows(known)
        self._spaces.clear()
        self._written(
            lambda one: shelves.replace(one, self._name, (locale, article, digest), rows),
            lambda own: own.update(locale, article, digest, known),
        )

    def digests(self, locale: str) -> dict[str, str]:
        """Return article → digest for what is known of a locale, in this project."""
        query = (
            "SELECT article.name, digest FROM l10n.article JOIN l10n.space ON space.id = article.space "
            "WHERE space.name = %s AND locale = %s ORDER BY article.name"
        )
        return self._asked(lambda: dict(self._read(query, (self._name, locale))), lambda own: own.digests(locale))

    def suggest(self, requests: Sequence[Request], source: str, target: str) -> list[Answer]:
        """Answer each request with an exact match (score 1.0), a near one, or without text; texts are raw."""
        terms = self._terms(target)
        return [
            self._asked(
                partial(lookup.answer, self, request, (source, target), terms),
                lambda own, request=request: own.suggest([request], source, target)[0],  # type: ignore[misc]
            )
            for request in requests
        ]

    def by_sentence(self, text: str, source: str, target: str) -> tuple[tuple[str, Answer], ...]:
        """Return each sentence of a text with the answer to it: what an engine need not be asked for."""
        return self._asked(
            partial(lookup.by_sentence, self, text, (source, target), self._terms(target)),
            lambda own: own.by_sentence(text, source, target),
        )

    def search(self, text: str, source: str, target: str, limit: int) -> list[Hit]:
        """Return the most alike of what is remembered, with what each suggests for the text."""
        matcher = Matcher(text, source, target, self._terms(target))
        return self._asked(
            partial(lookup.hits, self, matcher, limit), lambda own: own.search(text, source, target, limit)
        )

    def held(self) -> list[Held]:
        """Return what is remembered of this project, a row a locale."""
        query = (
            "SELECT locale, count(DISTINCT article), count(DISTINCT source), count(*) FILTER (WHERE NOT sentence), "
            "count(*) FILTER (WHERE sentence) FROM l10n.pair JOIN l10n.space ON space.id = pair.space "
            "WHERE space.name = %s GROUP BY locale ORDER BY locale"
        )
        return self._asked(lambda: [Held(*row) for row in self._read(query, (self._name,))], lambda own: own.held())

    def clear(self) -> None:
        """Forget everything of this project."""
        self._written(lambda one: shelves.clear(one, self._name), lambda own: own.clear())

    def close(self) -> None:
        """Give the connection back; the memory opens one again when it is asked again."""
        self._link.close()
        self._spaces.clear()
        if self._own:
            self._own.close()

    def exact(self, text: str, locale: str) -> list[lookup.Known]:
        """Return the translations of a text (`lookup.Shelf`)."""
        query = (
            "SELECT pair.space, target, article, sentence, before, after FROM l10n.source "
            "JOIN l10n.pair ON pair.source = source.id "
            "WHERE source.space = ANY(%s) AND source.mark = %s AND source.text = %s AND locale = %s"
        )
        if not (spaces := self._known()):
            return []
        rows = self._read(query, (list(spaces), shelves.source_mark(text), text, locale))
        return [lookup.Known(target, self._shown(space, article), *rest) for space, target, article, *rest in rows]

    def near(self, matcher: Matcher) -> list[Candidate]:
        """Return pairs whose sources share some of the rarest words, and may be alike (`lookup.Shelf`)."""
        found: dict[str, list[int]] = {}
        for space in self._known():
            for number, text in self._sources(space, matcher):
                found.setdefault(text, []).append(number)

        def translations(texts: Sequence[str]) -> Iterable[Sequence[Candidate]]:
            known = self._translations([one for text in texts for one in found[text]], matcher.target_locale)
            return (known.get(text, ()) for text in texts)

        return lookup.nearest(matcher, {text: text for text in found}, translations)

    def _sources(self, space: int, matcher: Matcher) -> list[tuple[int, str]]:
        """Return the sources of a project that share two of its rarest words with a text, or one where it has few."""
        words = matcher.words()[: lookup.MOST_WORDS]
        query = "SELECT word, sources FROM l10n.word WHERE space = %s AND word = ANY(%s)"
        rare = lookup.rarest(words, dict(self._read(query, (space, list(words)))))
        if not rare:
            return []
        marks = shelves.indexed(space, rare)
        condition, values = "words && %s", [marks]
        if len(marks) >= lookup.ENOUGH:
            pairs = [([word], marks[at:]) for at, word in enumerate(marks[:-1], start=1)]
            condition = " OR ".join(["(words @> %s AND words && %s)"] * len(pairs))
            values = [one for pair in pairs for one in pair]
        sources = f"SELECT id, text FROM l10n.source WHERE ({condition}) AND length BETWEEN %s AND %s LIMIT %s"  # noqa: S608
        return [
            (int(number), str(text))
            for number, text in self._read(sources, (*values, *lookup.lengths(matcher), lookup.MOST))
        ]

    def _translations(self, sources: Sequence[int], locale: str) -> dict[str, list[Candidate]]:
        """Return the pairs of sources by their text; one of several alike is shown of the first article that has it."""
        query = (
            "SELECT text, target, pair.space, article, context, origin FROM l10n.pair "
            "JOIN l10n.source ON source.id = pair.source WHERE pair.source = ANY(%s) AND locale = %s "
            "ORDER BY text, target, pair.id"
        )
        found: dict[str, list[Candidate]] = {}
        for (text, target), rows in groupby(self._read(query, (list(sources), locale)), itemgetter(0, 1)):
            alike = list(rows)
            space, article, context, origin = min((row[2:] for row in alike), key=self._first)
            shown = self._shown(space, article)
            known = Candidate(text, target, shown, len(alike), context, tables.origin(origin))
            found.setdefault(text, []).append(known)
        return found

    def _first(self, row: Sequence[Any]) -> tuple[bool, str, str]:
        name = self._spaces.get(row[0], "")
        return name != self._name, name, row[1]

    def _shown(self, space: int, article: str) -> str:
        """Return the path of an article, with the name of its project where that is another."""
        name = self._spaces.get(space, "")
        return article if name == self._name else f"{name}:{article}"

    def _known(self) -> dict[int, str]:
        """Return the projects that are read, this one first."""
        if not self._spaces:
            found = self._link.run(lambda one: schema.readable(one, self._names))
            self._spaces = dict(sorted(found.items(), key=lambda row: self._names.index(row[1])))
        return self._spaces

    def _read(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._link.run(lambda one: one.execute(query.encode(), values).fetchall())

    def _written(self, action: Callable[[Connection], None], instead: Callable[[Memory], None]) -> None:
        """Write; who may only read goes on reading, and is told."""

        def act() -> None:
            if self._readonly:
                return
            try:
                self._link.run(action)
            except DeniedError as err:
                self._readonly = True
                self._troubles.append(err)

        self._asked(act, instead)

    def _asked(self, action: Callable[[], T], instead: Callable[[Memory], T]) -> T:
        """Do an action; where the database cannot be used, what is done `instead` with the project's own memory."""
        if self._own is None:
            try:
                return action()
            except StorageError as err:
                self._troubles.append(err)
                self._own = self._open_own()
        return instead(self._own)


def open_memory(
    url: str, names: Sequence[str], *, terms: Callable[[str], tuple[Term, ...]], own: Callable[[], Memory]
) -> PostgresMemory:
    """Open the memory at an address, for the first of `names`; nothing is read or written before it is used."""
    return PostgresMemory(url, names, terms=terms, own=own)
