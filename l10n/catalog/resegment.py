"""Owns what becomes of a translation when the same source text is cut into other segments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n.catalog.edges import MARK
from l10n.catalog.ownership import translates
from l10n.model import Entry, State
from l10n.text.sentences.align import joiner, pairs
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Key

__all__ = ["Recut", "recut", "summed"]

_PREFIX = 16
"""Characters by which pieces are looked up."""
_LINES = 3
"""Pieces of which none is like the whole."""
_MARK = re.compile(rf"(?:[^\w\s]+|{MARK}|</?[A-Za-z][^<>]*>|\{{[%{{].*?[%}}]\}})(?: |\Z|(?<=[>}}]))")
"""What may stand between the pieces of a text and is none of them: words without a letter, tags, marks of blocks."""
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Recut:
    """What a new cut makes of lost entries."""

    offers: dict[Key, Entry] = field(default_factory=dict)
    """New key → entry with a piece, or the sum, of what a person wrote for the very same words."""
    held: frozenset[int] = frozenset()
    """Positions of lost entries whose source is still there in another cut; they are no versions of anything."""
    told: frozenset[int] = frozenset()
    """Positions of those whose words are in an offer."""


def recut(
    lost: Sequence[Entry],
    keys: Sequence[Key],
    wanted: frozenset[Key],
    parts: frozenset[Key],
    *,
    locale: str,
    form: Callable[[Key], str],
) -> Recut:
    """Find lost texts whose source is a row of new ones, and new ones whose source is a row of lost texts.

    `keys` are all of the article's, `wanted` those without an entry, `parts` those that are sentences of a block; what
    `form` makes equal differs only cosmetically.
    A text is split where its sentences, cut by the rules of `locale`, are as many as its source's: each new segment
    is offered its own. Where they are not, and the text fell into three or more, the first is offered all of it, with
    the old source as the previous one: nothing like it is found by similarity. Texts are joined, as publishing would
    join them, where people wrote all of them. Any other offer has its own source as the previous one.

    An offer is a person's words in a cut that no person has read: stale. It keeps its review where whole sentences go
    together, or blocks fall into whole sentences that surely are each other's (`align.pairs`): the article says what it
    said. The lost entries are held for the day the old cut is back; only a text that an author cut in two, and whose
    sentences do not go one to one, may still become that of one half.
    """
    offers: dict[Key, Entry] = {}
    held: set[int] = set()
    told: set[int] = set()
    new = _Index((form(key), key.context, at) for at, key in enumerate(keys))
    for at, entry in enumerate(lost):
        pieces = [keys[piece] for piece in new.cover(form(entry.key), entry.key.context, marks=True)]
        if wanted.isdisjoint(pieces):
            continue
        split = _split(entry, pieces, locale)
        if not split and len(pieces) >= _LINES and translates(entry) and pieces[0] in wanted:
            if pieces[0] not in offers:
                offers[pieces[0]] = replace(_offer(pieces[0], entry.target), previous=entry.key)
                told.add(at)
            held.add(at)
        sure = parts.isdisjoint(pieces) and _surely(entry, pieces, locale)
        offers |= {key: _offer(key, text, sure=sure) for key, text in split if key in wanted and key not in offers}
        if split or not parts.isdisjoint(pieces):
            held.add(at)
        if split:
            told.add(at)
    old = _Index((form(entry.key), entry.key.context, at) for at, entry in enumerate(lost))
    for key in keys:
        if key in wanted and key not in offers:
            row = old.cover(form(key), key.context)
            held.update(row)
            entries = [lost[at] for at in row]
            if entries and all(translates(entry) for entry in entries):
                told.update(row)
                text = joiner(locale).join(entry.target for entry in entries if entry.target)
                offers[key] = _offer(key, text, sure=key not in parts and _together(entries, key, text, locale))
    return Recut({key: entry for key, entry in offers.items() if entry.target}, frozenset(held), frozenset(told))


def summed(key: Key, entries: Sequence[Entry], locale: str) -> Entry:
    """Return the stale entry of a source that has the words of these; what of them is missing shows beside theirs."""
    target = joiner(locale).join(entry.target for entry in entries if entry.target)
    previous = replace(key, text=" ".join(entry.key.text for entry in entries))
    return Entry(key, target, State.STALE, previous=previous)


class _Index:
    """Source texts by their first characters."""

    def __init__(self, texts: Iterable[tuple[str, str | None, int]]) -> None:
        self.known: dict[tuple[str, str | None], list[tuple[str, int]]] = {}
        for text, context, at in texts:
            if text:
                self.known.setdefault((text[:_PREFIX], context), []).append((text, at))
        for row in self.known.values():
            row.sort(key=lambda one: -len(one[0]))
        self.sizes = sorted({len(prefix) for prefix, _ in self.known}, reverse=True)

    def cover(self, text: str, context: str | None, *, marks: bool = False) -> list[int]:
        """Return two or more texts that make up this one with a space between each two; empty where none do.

        With `marks`, words without a letter or a figure may stand between them: rules, which are no text any more.
        """
        found: list[int] = []
        place = 0
        while place < len(text):
            one = self._at(text, place, context)
            mark = _MARK.match(text, place) if marks and one is None else None
            if mark:
                place = mark.end()
                continue
            if one is None:
                return []
            found.append(one[1])
            place += len(one[0]) + 1
        return found if len(found) > 1 else []

    def _at(self, text: str, place: int, context: str | None) -> tuple[str, int] | None:
        for size in self.sizes:
            for one in self.known.get((text[place : place + size], context), ()):
                end = place + len(one[0])
                if text.startswith(one[0], place) and text[end : end + 1] in {"", " "}:
                    return one
        return None


def _split(entry: Entry, pieces: Sequence[Key], locale: str) -> list[tuple[Key, str]]:
    """Cut a target along its source; empty where the sentences do not go one to one."""
    if not translates(entry):
        return []
    sizes = [len(sentences(key.text)) for key in pieces]
    ranges = sentences(entry.target, locale)
    if sum(sizes) != len(ranges):
        return []
    found = []
    at = 0
    for key, size in zip(pieces, sizes, strict=True):
        found.append((key, entry.target[ranges[at][0] : ranges[at + size - 1][1]]))
        at += size
    return found


def _surely(entry: Entry, pieces: Sequence[Key], locale: str) -> bool:
    """Whether the sentences of a review are those of its source, and the pieces are made of nothing else."""
    whole = " ".join(entry.key.text.split()) == " ".join(" ".join(key.text for key in pieces).split())
    once = len(set(pieces)) == len(pieces)
    sure = whole and once and entry.state is State.REVIEWED
    return sure and bool(pairs(entry.key.text, entry.target, _ENGLISH, locale))


def _together(entries: Sequence[Entry], key: Key, text: str, locale: str) -> bool:
    """Whether reviews of whole sentences are joined, so that each is a whole sentence still."""
    if any(entry.state is not State.REVIEWED or not entry.target for entry in entries):
        return False
    before = sum(len(sentences(entry.key.text)) for entry in entries)
    after = sum(len(sentences(entry.target, locale)) for entry in entries)
    return before == len(sentences(key.text)) and after == len(sentences(text, locale))


def _offer(key: Key, text: str, *, sure: bool = False) -> Entry:
    return Entry(key, text, State.REVIEWED) if sure else Entry(key, text, State.STALE, previous=key)
