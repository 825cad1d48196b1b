"""Owns who reviewed which text, from what, and how much of a draft was left, as far as a history of commits tells.

Whose commit takes the fuzzy mark away has reviewed the text; a `# reviewed:` line of that text names somebody else.
What came into a catalogue as reviewed and was reviewed before elsewhere was carried there and is nobody's new work. A
draft is known where it was committed before it was reviewed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import Band, ReviewEvent, State, Taken
from l10n.text.digest import digest
from l10n.text.sentences.postedit import edits
from l10n.text.sentences.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from l10n.model import CatalogChange, Entry, Key, Origin

__all__ = ["named", "place", "read", "settled"]

_MEMORY = "memory"
_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>]+>?")


def read(changes: Sequence[CatalogChange], words: Callable[[str, str], int]) -> Iterator[ReviewEvent]:
    """Yield each text of a catalogue that a commit made reviewed; `changes` are those of the catalogue, in order.

    `words` counts the words of a source text of an article. What was carried is not told from what came as reviewed:
    see `settled`.
    """
    drafts: dict[str, str] = {}
    for change in changes:
        for now in (change.after or {}).values():
            was = change.before.get(now.key) if change.before is not None else None
            if now.state is State.REVIEWED:
                if was is None or was.state is not State.REVIEWED or digest(was.target) != digest(now.target):
                    yield _reviewed(change, was, now, drafts, words(change.article, now.key.text))
            elif now.origin and now.origin.drafted and digest(now.target) == now.origin.digest:
                drafts[now.origin.digest] = now.target


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
        found.append(replace(one, taken=taken, by=by, band=band))
    return found


def place(key: Key) -> str:
    """Return the digest of a source and its context."""
    return digest(key.text if key.context is None else f"{key.context}\x04{key.text}")


def named(name: str) -> str:
    """Return the name of a person as it may be shown: never an address."""
    plain = _ADDRESS.sub(" ", name) if "@" in name else name
    return " ".join(plain.split()) or name.split("@", maxsplit=1)[0].strip("< ")


def _reviewed(
    change: CatalogChange, was: Entry | None, now: Entry, drafts: Mapping[str, str], words: int
) -> ReviewEvent:
    key, text = now.key, digest(now.target)
    taken = _taken(change, was)
    origin = now.origin if now.target and _is_for(key, now.origin) else None
    band, score = _band(key, was, origin)
    draft = drafts.get(origin.digest) if origin else None
    line = now.review if now.review and now.review.digest == text else None
    return ReviewEvent(
        article=change.article,
        locale=change.locale,
        key=place(key),
        source=digest(key.text),
        text=text,
        at=change.at,
        asked=change.asked,
        written=change.written,
        taken=taken,
        by="" if taken is Taken.UNKNOWN and not line else named(line.by if line else change.name),
        words=words,
        engine=origin.machine if origin else "",
        accepted=origin is not None and origin.digest == text,
        edited=edits(draft, now.target, change.locale) if draft is not None else None,
        band=band,
        score=score,
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
