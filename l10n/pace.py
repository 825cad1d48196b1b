"""Owns how fast drafts were read, as far as a history of commits tells: never guessed, and never too fast.

A draft cannot be read before it is there, and is read when a commit says that it is reviewed. So what one person took
for reviewed in a stretch of time, of drafts that came within it, took her no longer than the stretch: its seconds by
its words are the most that a word can have had. A commit that marks drafts as reviewed ends such stretches; the
commits that brought these drafts begin them. Words of other articles and other commits of the same person within a
stretch count as well, so that twelve articles committed one by one do not seem to be read twelve times as slowly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Pace, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from l10n.model import Entry, Key

__all__ = ["Revision", "Seen", "measured", "paces", "seen", "since"]

_AHEAD = timedelta(hours=14)
_BEHIND = timedelta(hours=12)
"""How far a day anywhere is before and behind the same day of UTC."""


class Seen(NamedTuple):
    """What one version of a catalogue says of a text that was a machine's draft once."""

    reviewed: bool
    draft: str
    """Digest of the draft."""
    day: str
    """When it was drafted, by its line; ISO 8601."""
    text: str
    """Digest of the text as it stands."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What one commit made of one catalogue."""

    article: str
    who: str
    began: int
    done: int
    """Unix times: the draft in it may have been there since the first; a review in it was done by the second."""
    before: Mapping[Key, Seen] | None
    """None where that is not known: it cannot be read, or the history begins here without being whole. Both need only
    have what the commit changed."""
    after: Mapping[Key, Seen] | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The time that one person had for drafts."""

    since: int
    until: int


Readings = dict[tuple[str, "Key", str], float]
"""Article, key and digest of a text → the most seconds a word that its reader had."""


def seen(entries: Mapping[Key, Entry]) -> dict[Key, Seen]:
    """Return what entries of a catalogue say of the texts that came as drafts."""
    return {key: _seen(entry) for key, entry in entries.items() if _drafted(entry)}


def _drafted(entry: Entry) -> bool:
    return bool(entry.target) and entry.origin is not None and entry.origin.drafted


def _seen(entry: Entry) -> Seen:
    origin = entry.origin
    assert origin is not None  # noqa: S101  see `_drafted`
    return Seen(entry.state is State.REVIEWED, origin.digest, origin.date, digest(entry.target))


def paces(revisions: Iterable[Revision], words: Callable[[str, Key], int]) -> Readings:
    """Return how fast each text was read at most; what is not known is absent.

    `revisions` are those of all catalogues of a locale, a commit behind those it builds on; `words` counts the words of
    a source text of an article.
    """
    found: Readings = {}
    for stretches in _read(revisions).values():
        many = {at: sum(words(article, key) for article, key, _ in texts) for at, texts in stretches.items()}
        sums = _within(many)
        for stretch, texts in stretches.items():
            if sums[stretch]:
                seconds = (stretch.until - stretch.since + 1) / sums[stretch]  # two whole seconds may be nearly three
                for text in texts:
                    found[text] = max(seconds, found.get(text, 0.0))
    return found


def _read(revisions: Iterable[Revision]) -> dict[str, dict[_Stretch, list[tuple[str, Key, str]]]]:
    """Return what each person took for reviewed, by the stretch of time that she had for it."""
    came: dict[str, int | None] = {}
    read: dict[str, dict[_Stretch, list[tuple[str, Key, str]]]] = defaultdict(lambda: defaultdict(list))
    for one in revisions:
        for key, now in (one.after or {}).items():
            before = one.before.get(key) if one.before is not None else None
            if one.before is None:
                came.setdefault(now.draft, None)
            elif now.reviewed:
                start = came.get(before.draft) if before and not before.reviewed else None
                if start is not None and start <= one.done:
                    read[one.who][_Stretch(start, one.done)].append((one.article, key, now.text))
            elif now.text == now.draft and (before is None or before.draft != now.draft):
                came.setdefault(now.draft, since(one.began, now.day))
    return read


def since(began: int, day: str) -> int | None:
    """Return since when a draft may have been read: since its commit, or since its day where that came days later."""
    try:
        start = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    except ValueError:
        return None
    late = datetime.fromtimestamp(began, UTC) > start + timedelta(days=1) + _BEHIND
    return int((start - _AHEAD).timestamp()) if late else began


def _within(words: Mapping[_Stretch, int]) -> dict[_Stretch, int]:
    """Return for each stretch the words of all stretches that lie in it, itself among them."""
    ends = sorted({stretch.until for stretch in words})
    tree = [0] * (len(ends) + 1)
    sums: dict[_Stretch, int] = {}
    begins: dict[int, list[_Stretch]] = defaultdict(list)
    for stretch in words:
        begins[stretch.since].append(stretch)
    for since in sorted(begins, reverse=True):
        for stretch in begins[since]:
            at = bisect_right(ends, stretch.until)
            while at < len(tree):
                tree[at] += words[stretch]
                at += at & -at
        for stretch in begins[since]:
            at, total = bisect_right(ends, stretch.until), 0
            while at:
                total += tree[at]
                at -= at & -at
            sums[stretch] = total
    return sums


def measured(article: str, entries: Sequence[tuple[Entry | None, int]], readings: Readings, least: float) -> Pace:
    """Return the pace of one article: `entries` are those of its segments with their source words."""
    known: list[float] = []
    words = unknown = 0
    for entry, many in entries:
        if entry is None or entry.state is not State.REVIEWED or not _drafted(entry):
            continue
        seconds = readings.get((article, entry.key, digest(entry.target)))
        if seconds is None:
            unknown += many
        else:
            words += many
            known.append(seconds)
    return Pace(least, min(known, default=None), words, unknown)
