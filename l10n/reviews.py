"""Owns who reviewed which text, from what, and how much of a draft was left, as far as a history of commits tells.

Whose commit takes the fuzzy mark away has reviewed the text; a `# reviewed:` line of that text names somebody else.
What came into a catalogue as reviewed and was reviewed before elsewhere was carried there and is nobody's new work. A
draft is known where it was committed before it was reviewed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Band, BulkReview, ReviewEvent, State, Taken
from l10n.text.digest import digest
from l10n.text.sentences.postedit import edits
from l10n.text.sentences.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from l10n.model import CatalogChange, Entry, Key, Origin

__all__ = ["AcceptedWords", "KnownReview", "at_once", "named", "place", "read", "settled"]

_MEMORY = "memory"
_TOGETHER = 600
"""Seconds between two commits of one sitting."""
_UNCHANGED = 0.9
"""The share of a sitting's drafted words that were left as they were, from which on it is told."""
_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>]+>?")


class _Drafted(NamedTuple):
    """A draft as it was committed."""

    text: str
    since: int | None
    """Unix time since when it may have been read; None where that is not known."""


@dataclass(frozen=True, slots=True)
class AcceptedWords:
    """What still stands of the drafts that one person reviewed in one commit; places are its articles and locales."""

    name: str
    commit: str
    written: int
    """Unix time of the commit's author."""
    since: int | None
    until: int
    """Between these Unix times the drafts were read; None where it is not known since when all of them were there."""
    places: frozenset[tuple[str, str]]
    accepted: int
    edited: int
    """Words of the source."""


class KnownReview(NamedTuple):
    """What is kept of the review of a text that may stand now; those of one commit are mostly equal."""

    by: str
    at: int
    taken: Taken
    written: int
    since: int | None
    until: int
    edited: tuple[int, int] | None

    @classmethod
    def of(cls, one: ReviewEvent) -> KnownReview:
        """Return it of one event."""
        return cls(one.by, one.at, one.taken, one.written, one.since, one.until, one.edited)


def at_once(rows: Iterable[AcceptedWords], least: int) -> Iterator[BulkReview]:
    """Yield the sittings, commits of one person within minutes, that accepted so many words or more.

    Whether they were read nobody can know; those are told in which hardly a draft was changed.
    """
    sitting: list[AcceptedWords] = []
    for one in sorted(rows, key=lambda row: (row.name, row.written, row.commit)):
        if sitting and (sitting[-1].name != one.name or one.written - sitting[-1].written > _TOGETHER):
            yield from _bulk(sitting, least)
            sitting = []
        sitting.append(one)
    yield from _bulk(sitting, least)


def _bulk(sitting: Sequence[AcceptedWords], least: int) -> Iterator[BulkReview]:
    accepted = sum(one.accepted for one in sitting)
    drafted = accepted + sum(one.edited for one in sitting)
    if not accepted or accepted < least or accepted < _UNCHANGED * drafted:
        return
    places = frozenset[tuple[str, str]]().union(*(one.places for one in sitting))
    began = [one.since for one in sitting if one.since is not None]
    seconds = max(one.until for one in sitting) - min(began) + 1 if len(began) == len(sitting) else None
    yield BulkReview(
        name=sitting[0].name,
        commits=tuple(one.commit for one in sitting),
        written=sitting[-1].written,
        locales=tuple(sorted({locale for _, locale in places})),
        articles=len({article for article, _ in places}),
        accepted=accepted,
        drafted=drafted,
        seconds=None if seconds is None else max(seconds, 0) / accepted,
    )


def read(
    changes: Sequence[CatalogChange], words: Callable[[str, str], int], since: Callable[[int, str], int | None]
) -> Iterator[ReviewEvent]:
    """Yield each text of a catalogue that a commit made reviewed; `changes` are those of the catalogue, in order.

    `words` counts the words of a source text of an article; `since` says when a draft may have been read first, by the
    time of its commit and the day of its line. What was carried is not told from what came as reviewed: see `settled`.
    """
    drafts: dict[str, _Drafted] = {}
    for change in changes:
        for now in (change.after or {}).values():
            was = change.before.get(now.key) if change.before is not None else None
            if now.state is State.REVIEWED:
                if was is None or was.state is not State.REVIEWED or digest(was.target) != digest(now.target):
                    yield _reviewed(change, was, now, drafts, words(change.article, now.key.text))
            elif now.origin and now.origin.drafted and digest(now.target) == now.origin.digest:
                came = None if change.before is None else since(min(change.written, change.committed), now.origin.date)
                drafts.setdefault(now.origin.digest, _Drafted(now.target, came))


def settled(texts: Iterable[ReviewEvent]) -> list[ReviewEvent]:
    """Return the texts of all catalogues in the order of the history, with all that needs them all.

    A text that came as reviewed and was reviewed before, in its article or for the same source, is carried, and has the
    reviewer that it had; another was reviewed by who brought it. A source that was reviewed before is repeated, unless
    the memory knew it. What a person reviewed twice without a change counts once.
    """
    known: dict[tuple[str, str, str], str] = {}
    sources: set[tuple[str, str]] = set()
    counted: set[tuple[str, str, str, str, str]] = set()
    found: list[ReviewEvent] = []
    for one in sorted(texts, key=lambda text: (text.at, text.locale, text.article)):
        places = (one.locale, f"={one.source}", one.text), (one.locale, one.article, one.text)
        taken, by, band = one.taken, one.by, one.band
        if taken is Taken.CARRIED:
            before = next((known[place] for place in places if place in known), None)
            taken, by = (Taken.REVIEWED, by) if before is None else (taken, before)
        if taken is Taken.REVIEWED:
            own = one.locale, one.article, one.key, one.text, by
            taken = Taken.CARRIED if own in counted else taken
            counted.add(own)
            if band is Band.NEW and (one.locale, one.source) in sources:
                band = Band.REPEATED
        sources.add((one.locale, one.source))
        known.update(dict.fromkeys(places, by))
        same = (taken, by, band) == (one.taken, one.by, one.band)
        found.append(one if same else replace(one, taken=taken, by=by, band=band))
    return found


def place(key: Key) -> str:
    """Return the digest of a source and its context."""
    return digest(key.text if key.context is None else f"{key.context}\x04{key.text}")


def named(name: str) -> str:
    """Return the name of a person as it may be shown: never an address."""
    plain = _ADDRESS.sub(" ", name) if "@" in name else name
    return " ".join(plain.split()) or name.split("@", maxsplit=1)[0].strip("< ")


def _reviewed(
    change: CatalogChange, was: Entry | None, now: Entry, drafts: Mapping[str, _Drafted], words: int
) -> ReviewEvent:
    key, text, source = now.key, digest(now.target), digest(now.key.text)
    taken = _taken(change, was)
    origin = now.origin if now.target and _is_for(key, now.origin) else None
    band, score = _band(key, was, origin)
    draft = drafts.get(origin.digest) if origin else None
    line = now.review if now.review and now.review.digest == text else None
    return ReviewEvent(
        article=change.article,
        locale=change.locale,
        key=source if key.context is None else place(key),
        source=source,
        text=text,
        at=change.at,
        asked=change.asked,
        written=change.written,
        taken=taken,
        by="" if taken is Taken.UNKNOWN and not line else named(line.by if line else change.name),
        words=words,
        engine=origin.machine if origin else "",
        accepted=origin is not None and origin.digest == text,
        edited=edits(draft.text, now.target, change.locale) if draft else None,
        band=band,
        score=score,
        since=draft.since if draft else None,
        until=max(change.written, change.committed),
    )


def _taken(change: CatalogChange, was: Entry | None) -> Taken:
    if change.before is None:
        return Taken.UNKNOWN
    if was is None:
        return Taken.CARRIED
    return Taken.REVISED if was.state is State.REVIEWED else Taken.REVIEWED


def _is_for(key: Key, origin: Origin | None) -> bool:
    """Tell whether a text came as a machine's draft of just this source."""
    return origin is not None and origin.drafted and origin.source_digest in {"", digest(key.text)}


def _band(key: Key, was: Entry | None, origin: Origin | None) -> tuple[Band, float | None]:
    if was is not None and was.state is State.STALE and was.target:
        return Band.NEAR, ratio(was.previous.text, key.text) if was.previous else None
    if origin is None or origin.machine != _MEMORY:
        return Band.NEW, None
    score = origin.by.partition("/")[2]
    if not score:
        return Band.EXACT, None
    try:
        return Band.NEAR, min(1.0, max(0.0, float(score)))
    except ValueError:
        return Band.NEAR, None
