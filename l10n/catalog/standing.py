"""Owns which lost source texts still stand in an article word by word, within other texts of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from l10n.model import Inline, Key

__all__ = ["recut_only", "standing"]

_WORD = re.compile(r"\w+")
_FEW = 3
"""Words of a text that others have, too, by chance: it has to begin or to end where one of them does."""
_MOST = 50
"""Places of the same first words that are looked at."""


def standing(
    lost: Sequence[Key],
    keys: Sequence[Key],
    wanted: Collection[Key],
    *,
    inline: Callable[[str], Sequence[Inline]],
) -> dict[Key, list[int]]:
    """Map the `wanted` keys to the lost texts that they have the words of, side by side, in the order of these words.

    `keys` are all of the article's in their order; words in markup do not count. A text that stands in several keys is
    the first one's, and no two texts are the same words of it.
    """
    words: list[str] = []
    owners: list[Key] = []
    for key in keys:
        own = _words(key, inline)
        words += own
        owners += [key] * len(own)
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words)):
        for size in {1, _FEW}:
            places.setdefault(tuple(words[at : at + size]), []).append(at)
    found: dict[int, int] = {}
    taken: set[int] = set()
    rows = [(at, _words(key, inline)) for at, key in enumerate(lost)]
    for at, row in sorted(rows, key=lambda one: -len(one[1])):
        begin = tuple(row[: _FEW if len(row) >= _FEW else 1])
        for place in places.get(begin, ())[:_MOST]:
            here = range(place, place + len(row))
            if words[place : here.stop] == row and taken.isdisjoint(here) and _fits(owners, here):
                if owners[place] in wanted and owners[place].context == lost[at].context:
                    found[place] = at
                    taken.update(here)
                break
    told: dict[Key, list[int]] = {}
    for place in sorted(found):
        told.setdefault(owners[place], []).append(found[place])
    return told


def _fits(owners: Sequence[Key], here: range) -> bool:
    begins = here.start == 0 or owners[here.start - 1] != owners[here.start]
    ends = here.stop == len(owners) or owners[here.stop] != owners[here.stop - 1]
    return len(here) > _FEW or begins or ends


def _words(key: Key, inline: Callable[[str], Sequence[Inline]]) -> list[str]:
    spans = () if key.context is not None else inline(key.text)
    text, done = "", 0
    for span in spans:
        text += f"{key.text[done : span.start]} "
        done = span.end
    return _WORD.findall(text + key.text[done:])


def recut_only(
    old: Sequence[Key], new: Sequence[Key], source: str, *, inline: Callable[[str], Sequence[Inline]]
) -> int | None:
    """Return how many of the old texts an article has in another cut, 0 if it only has more; None if it was edited.

    Its words are the same where each text that is none any more stands in its `source`, and each new one is made of
    words of old ones, or of such as were in none: by another version, for an author's edit is seldom of that kind.
    """
    known, past = frozenset(new), frozenset(old)
    lost = [key for key in old if key not in known]
    raw = _Row(_WORD.findall(source))
    if not all(raw.has(_WORD.findall(key.text)) for key in lost):
        return None
    before = _Row([word for key in old for word in _words(key, inline)])
    gone = [row for key in lost if (row := _words(key, inline))]
    for key in new:
        words = _words(key, inline)
        if key not in past and not before.has(words) and any(_Row(words).has(row) for row in gone):
            return None
    return len(lost)


class _Row:
    """Words in a row, and where the last ones that were looked for ended: what is asked in order is found at once."""

    def __init__(self, words: Sequence[str]) -> None:
        self.text = f" {' '.join(words)} "
        self.place = 0

    def has(self, words: Sequence[str]) -> bool:
        sought = f" {' '.join(words)} "
        place = self.text.find(sought, self.place) if words else self.place
        place = place if place >= 0 else self.text.find(sought, 0, self.place + len(sought))
        self.place = max(place, 0)
        return place >= 0
