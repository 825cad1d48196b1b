"""Owns which lost source texts still stand in an article word by word, within other texts of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

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
    if not lost or not wanted:
        return {}
    words: list[str] = []
    owners: list[Key] = []
    for key in keys:
        own = _words(key, inline)
        words += own
        owners += [key] * len(own)
    article = _Row(words)
    found: dict[int, int] = {}
    taken: set[int] = set()
    rows = [(at, _words(key, inline)) for at, key in enumerate(lost)]
    for at, row in sorted(rows, key=lambda one: -len(one[1])):
        for place in article.places(row):
            here = range(place, place + len(row))
            if taken.isdisjoint(here) and _fits(owners, here):
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
    gone: dict[str, list[list[str]]] = {}
    for row in (_words(key, inline) for key in lost):
        if row:
            gone.setdefault(row[0], []).append(row)
    for key in new:
        words = [] if key in past else _words(key, inline)
        if words and not before.has(words) and _within(words, gone):
            return None
    return len(lost)


def _within(words: Sequence[str], rows: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    """Whether some words have one of the rows among them; the rows are given by their first words."""
    return any(words[at : at + len(row)] == row for at, word in enumerate(words) for row in rows.get(word, ())[:_MOST])


class _Row:
    """Words in a row, and where each few of them stand."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.known: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(words)):
            for size in (1, _FEW):
                self.known.setdefault(tuple(words[at : at + size]), []).append(at)

    def places(self, row: Sequence[str]) -> Iterator[int]:
        """Yield where a row of words stands in this one."""
        begin = tuple(row[: _FEW if len(row) >= _FEW else 1])
        for place in self.known.get(begin, ())[:_MOST]:
            if self.words[place : place + len(row)] == row:
                yield place

    def has(self, row: Sequence[str]) -> bool:
        """Tell whether a row of words stands in this one; none does anywhere."""
        return not row or any(True for _ in self.places(row))
