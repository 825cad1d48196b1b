"""Owns sentences without a counterpart: what a translation says besides, and what of its source it leaves out.

A count of sentences proves nothing, for languages join and split them. The sentences of both texts are aligned: in
order, one with one, two or three, so that lengths, numbers, names and marks fit best (after Gale and Church, 1993). One
at either end is invented, or lost, where the others fit clearly better without it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.numbers import compare
from l10n.text.sentences import length
from l10n.text.sentences.fit import fit, traits
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.text.sentences.fit import Traits

__all__ = ["invented", "lost"]

_BEADS = ((1, 1, 0.0), (1, 2, -1.0), (2, 1, -1.0), (2, 2, -2.0), (1, 3, -2.5), (3, 1, -2.5), (1, 4, -4.0), (4, 1, -4.0))
"""How many sentences of the source stand for how many of the target, and what that costs."""
_MOST = 24
"""Sentences of a text that are aligned; a longer one is not looked at."""
_WORST = -40.0
"""How well texts go together whose sentences cannot be paired."""


@once
def _cut(text: str, locale: str) -> tuple[tuple[int, int], ...]:
    return sentences(text, locale, whole_quotations=False)


def _best(before: Sequence[str], after: Sequence[str], locales: tuple[str, str], usual: float) -> float:
    """Return how well the sentences of a translation go with those of its source when they are paired best."""
    rows, columns = len(before), len(after)
    table = [[-math.inf] * (columns + 1) for _ in range(rows + 1)]
    table[0][0] = 0.0
    for row in range(rows + 1):
        for column in range(columns + 1):
            here = table[row][column]
            if here == -math.inf:
                continue
            for down, across, cost in _BEADS:
                if row + down > rows or column + across > columns:
                    continue
                one = traits(" ".join(before[row : row + down]), locales[0])
                other = traits(" ".join(after[column : column + across]), locales[1])
                score = here + cost + fit(one, other, usual, length.spread(one.length, locales[1]))
                table[row + down][column + across] = max(table[row + down][column + across], score)
    return max(table[rows][columns], _WORST)


def _facts(part: Traits, whole: Traits) -> int:
    """Return how many numbers and names of a part the other text has too."""
    return sum(bool(readings & whole.numbers) for readings in part.required) + len(part.latin & whole.latin)


@dataclass(frozen=True, slots=True)
class _Aligned:
    """A text and its translation, cut into sentences."""

    source: str
    target: str
    locales: tuple[str, str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    usual: float
    """The usual length of a translation in parts of its source's."""

    def gain(self, before: Sequence[str], after: Sequence[str]) -> float:
        """Return how much better some of the sentences go together: a log-likelihood ratio."""
        return _best(before, after, self.locales, self.usual) - _fits(self.source, self.target, self.locales)


@once
def _aligned(source: str, target: str, locales: tuple[str, str]) -> _Aligned | None:
    usual = length.usual((), locales[1])
    before = tuple(source[start:end] for start, end in _cut(source, locales[0]))
    after = tuple(target[start:end] for start, end in _cut(target, locales[1]))
    if not usual or not before or not after or max(len(before), len(after)) > _MOST:
        return None
    return _Aligned(source, target, locales, before, after, usual)


@once
def _fits(source: str, target: str, locales: tuple[str, str]) -> float:
    """Return how well all sentences of a text go together with those of its translation."""
    pair = _aligned(source, target, locales)
    return _best(pair.before, pair.after, locales, pair.usual) if pair else _WORST


_SAID = 16
"""Letters of an English sentence, below which its translation is a remainder: `he said`."""
_MORE = 1.5
"""The gain from which a sentence is invented."""
_LONG, _SPLIT_LONG = 0.5, 3.2
"""The oddness of a translation above which it is invented; the second where writers often make two sentences of one."""
_LEFT = -1.0
"""The oddness above which the rest lies without it."""
_LESS, _SHORT = 1.0, -1.9
"""The gain from which a sentence is lost, and the oddness below which so little gain is enough."""
_CLEAR, _SHORTER = 2.5, -1.1
"""The gain from which it is lost anyhow, and the oddness below which one may be lost at all."""
_GONE = -4.8
"""The oddness below which a text lost a part whatever its sentences: of 74,000 human and machine translations 17 were
shorter."""
_FIGURES = -2.6
"""The oddness below which a text without one of its source's numbers lost the part that had it."""


def invented(source: str, target: str, locales: tuple[str, str]) -> tuple[int, int] | None:
    """Return the range of the first or last sentence of a translation that says what its source does not; else None.

    It has no number and no name of the source, the other sentences fit better without it, and the whole is longer than
    is usual. A question behind the text of which the source has none is invented whatever its length. None in a
    language whose lengths were not measured.
    """
    pair = _aligned(source, target, locales)
    if pair is None or len(pair.after) <= len(pair.before):
        return None
    known, whole = languages.of(locales[1]).length, traits(source, locales[0])
    oddness = length.oddness(source, target, locales[1])
    least = _SPLIT_LONG if known and known.splits else _LONG
    places = _cut(target, locales[1])
    for place, rest in ((places[-1], pair.after[:-1]), (places[0], pair.after[1:])):
        part = traits(target[slice(*place)], locales[1])
        if target[place[0]] in "([（［":
            continue
        if sum(map(str.isalpha, target[slice(*place)])) < _SAID * pair.usual or _facts(part, whole):
            continue
        if place is places[-1] and part.asks and not whole.asks:
            return place
        left = length.oddness(source, " ".join(rest), locales[1])
        if oddness > least and left > _LEFT and pair.gain(pair.before, rest) > _MORE:
            return place
    return None


def lost(source: str, target: str, locales: tuple[str, str]) -> tuple[int, int] | None:
    """Return the range of what a translation left out of its source, the whole where that is not clear; else None.

    The first or last sentence, where there are fewer and the others fit better without it; a part, where hardly any
    good translation is as short, or where it is short and one of the numbers is gone.
    """
    pair = _aligned(source, target, locales)
    if pair is None or len(source.strip()) < length.LONG:
        return None
    oddness = length.oddness(source, target, locales[1])
    places = _cut(source, locales[0])
    if len(pair.after) < len(pair.before) and oddness < _SHORTER:
        rests = ((places[-1], pair.before[:-1]), (places[0], pair.before[1:]))
        gain, place = max((pair.gain(rest, pair.after), place) for place, rest in rests)
        if gain > (_LESS if oddness < _SHORT else _CLEAR):
            return place
    gone = compare(source, target, *locales).missing
    return (0, len(source)) if oddness < (_FIGURES if gone else _GONE) else None
