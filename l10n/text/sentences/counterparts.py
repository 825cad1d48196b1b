"""Owns sentences without a counterpart: what a translation says besides, and what of its source it leaves out.

A count of sentences proves nothing, for languages join and split them. The sentences of both texts are aligned: in
order, one with one, two or three, so that lengths, numbers, names and marks fit best (after Gale and Church, 1993). One
at either end is invented, or lost, where the others fit clearly better without it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.numbers import compare
from l10n.text.sentences import length
from l10n.text.sentences.fit import fit, traits
from l10n.text.sentences.segmentation import sentences
from l10n.text.sentences.shared import shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.text.sentences.fit import Traits

__all__ = ["invented", "lost"]

_BEADS = ((1, 1, 0.0), (1, 2, -1.0), (2, 1, -1.0), (2, 2, -2.0), (1, 3, -2.5), (3, 1, -2.5), (1, 4, -4.0), (4, 1, -4.0))
"""How many sentences of the source stand for how many of the target, and what that costs."""
_MOST = 24
"""Sentences of a text that are aligned; a longer one is not looked at."""
_BEST = 6
"""The gain above which more says nothing."""
_QUOTES = 1
"""The place of quotation marks among the marks of `Traits`."""
_QUOTATION = re.compile(r"[「『“„«\"‘‚][^”“»\"’」』]*[”“»\"’」』]?|(?<!\w)'(?:[^']|'(?=\w))*'?")
"""Words of somebody; to the end where no mark closes them, for the next paragraph may."""
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
_LETTERS = 40
"""Letters of an English sentence that is no sign of anything."""
_BASE = -0.2
"""The sign of any sentence of a translation that has more than its source."""
_KNOWN, _MANY = -2.2, 2
"""The sign of each thing that it shares with the source, and how many count."""
_ODD, _LEFT, _GAIN, _LONG = 0.3, 0.3, 0.6, 0.45
"""What the oddness of the whole weighs, that of the rest without it, how much better the rest fits, and its length."""
_LEAST = -2.0
"""The oddness of the rest below which it needs the sentence."""
_INSIDE, _FIRST, _EXTRA, _QUOTED = -0.4, -0.45, -0.65, -0.8
"""The signs of a place inside, of the first place, of each further sentence too many, of words of somebody."""
_LOST_BASE, _LOST_KNOWN, _LOST_ANCHOR, _MOST_ANCHORS = -3.9, -0.8, 0.45, 4
"""The sign of any sentence of a source that has more than its translation, of each thing that they share, and of each
number and name of the sentence, and how many of those count."""
_LOST_ODD, _LOST_LONG, _LOST_LETTERS = -1.0, -0.5, 100
"""What the oddness of the whole weighs, and the length of the sentence against so many characters."""
_LOST_INSIDE, _LOST_FIRST, _LOST_EXTRA, _LOST_QUOTED = -1.9, -0.25, -1.1, 1.5
"""The signs of a place inside, of the first place, of each further sentence too few, of words of somebody that the
translation has not."""
_GONE = -4.8
"""The oddness below which a text lost a part whatever its sentences: of 74,000 human and machine translations 17 were
shorter."""
_FIGURES = -2.6
"""The oddness below which a text without one of its source's numbers lost the part that had it."""


def invented(source: str, target: str, locales: tuple[str, str]) -> tuple[int, int] | None:
    """Return the range of the sentence of a translation that most likely says what its source does not; else None.

    There are more sentences than in the source, the others fit better without it, it is a sentence of some length, and
    has hardly a number, name or word of the source. A question behind the text of which the source has none is invented
    whatever its length. None in a language whose lengths were not measured.

    The signs are added up like the logarithms of odds. Their weights come from 19 languages of human news, where a
    sentence of another article had been put to the texts; of a thousand whole ones one or two are taken for such.
    """
    pair = _aligned(source, target, locales)
    if pair is None or len(pair.after) <= len(pair.before):
        return None
    places = _cut(target, locales[1])
    if _says(target, places[-1], pair.usual) and _asked(source, target[slice(*places[-1])], locales):
        return places[-1]
    signs = {place: _sign(pair, place) for place in places}
    best = max(signs, key=lambda place: signs[place])
    return best if signs[best] > 0 and _says(target, best, pair.usual) and not _cut_at_quotation(pair, best) else None


def _says(target: str, place: tuple[int, int], usual: float) -> bool:
    return sum(map(str.isalpha, target[slice(*place)])) >= _SAID * usual and target[place[0]] not in "([（［"


def _cut_at_quotation(pair: _Aligned, place: tuple[int, int]) -> bool:
    """Tell whether a sentence is all that somebody said, or all that tells of it, and the source has both."""
    rest = pair.target[: place[0]] + pair.target[place[1] :]
    return _sides(pair.source) == (True, True) != _sides(rest)


def _sides(text: str) -> tuple[bool, bool]:
    """Tell whether a text has words inside of quotation marks, and whether it has any outside."""
    return _QUOTATION.search(text) is not None, any(map(str.isalpha, _QUOTATION.sub("", text)))


def _asked(source: str, said: str, locales: tuple[str, str]) -> bool:
    whole, part = traits(source, locales[0]), traits(said, locales[1])
    return part.asks and not whole.asks and not _facts(part, whole)


def _sign(pair: _Aligned, place: tuple[int, int]) -> float:
    """Return how likely it is that a sentence of the translation was invented, as the logarithm of its odds."""
    places, target, locale = _cut(pair.target, pair.locales[1]), pair.target, pair.locales[1]
    at = places.index(place)
    rest = (*pair.after[:at], *pair.after[at + 1 :])
    if not rest:
        return -math.inf
    said, known = target[slice(*place)], languages.of(locale).length
    left = length.oddness(pair.source, " ".join(rest), locale)
    letters = max(1, sum(map(str.isalpha, said))) / pair.usual
    quoted = traits(said, locale).marks[_QUOTES] and traits(pair.source, pair.locales[0]).marks[_QUOTES]
    sign = _BASE + _LONG * math.log(letters / _LETTERS) + _EXTRA * (len(pair.after) - len(pair.before) - 1)
    sign += _QUOTED * quoted - (known.splits if known else 0.0)
    sign += _FIRST * (at == 0) + _INSIDE * (0 < at < len(places) - 1)
    sign += _ODD * _within(length.oddness(pair.source, target, locale), -3, 4)
    sign += _LEFT * _within(left, -3, 2)
    if left < _LEAST or sign + _GAIN * _BEST <= 0:
        return min(sign, 0.0)
    sign += _GAIN * _within(pair.gain(pair.before, rest), -4, _BEST)
    return sign if sign <= 0 else sign + _KNOWN * min(_MANY, shared(pair.source, said, pair.locales))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))


def lost(source: str, target: str, locales: tuple[str, str]) -> tuple[int, int] | None:
    """Return the range of what a translation left out of its source, the whole where that is not clear; else None.

    The sentence that is most likely lost where there are fewer and the others fit better; a part, where hardly any
    good translation is as short, or where it is short and one of the numbers is gone. Weights as in `invented`, from
    paragraphs of two and three texts of which one was left out.
    """
    pair = _aligned(source, target, locales)
    if pair is None or len(source.strip()) < length.LONG:
        return None
    if len(pair.after) < len(pair.before):
        signs = {place: _lost_sign(pair, at) for at, place in enumerate(_cut(source, locales[0]))}
        best = max(signs, key=lambda place: signs[place])
        if signs[best] > 0:
            return best
    oddness = length.oddness(source, target, locales[1])
    gone = compare(source, target, *locales).missing
    return (0, len(source)) if oddness < (_FIGURES if gone else _GONE) else None


def _lost_sign(pair: _Aligned, at: int) -> float:
    """Return how likely it is that a sentence of the source was left out, as the logarithm of its odds."""
    said, rest = pair.before[at], (*pair.before[:at], *pair.before[at + 1 :])
    part, whole = traits(said, pair.locales[0]), traits(pair.target, pair.locales[1])
    names = part.latin - {said.split()[0].strip("\"“”'‘’")}
    sign = _LOST_BASE + _LOST_ANCHOR * min(_MOST_ANCHORS, len(part.required) + len(names))
    sign += _LOST_ODD * _within(length.oddness(pair.source, pair.target, pair.locales[1]), -5, 2)
    sign += _LOST_LONG * math.log(max(4, len(said)) / _LOST_LETTERS)
    sign += _LOST_FIRST * (at == 0) + _LOST_INSIDE * (0 < at < len(pair.before) - 1)
    sign += _LOST_EXTRA * (len(pair.before) - len(pair.after) - 1)
    sign += _LOST_QUOTED * (part.marks[_QUOTES] and not whole.marks[_QUOTES])
    if sign + _GAIN * _BEST <= 0:
        return sign
    sign += _GAIN * _within(pair.gain(rest, pair.after), -4, _BEST)
    return sign if sign <= 0 else sign + _LOST_KNOWN * min(_MANY, shared(said, pair.target, pair.locales))
