"""Owns which lost source texts still stand in an article word by word, within other texts of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from l10n.model import Inline, Key

__all__ = ["standing"]

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
