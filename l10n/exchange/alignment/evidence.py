"""Owns how likely a block, or two of them, stands for one of the other edition: the logarithm of its odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.exchange.alignment.lexicon import stems
from l10n.model import Kind
from l10n.text.sentences import length
from l10n.text.sentences.fit import fit, joined, traits
from l10n.text.sentences.shared import shared

if TYPE_CHECKING:
    from l10n.exchange.alignment.blocks import Editions, Passage
    from l10n.exchange.alignment.lexicon import Lexicon
    from l10n.text.sentences.fit import Traits

__all__ = ["PairEvidence"]

_ALONE, _JOINED = -3.5, -3.5
"""What each block without a partner costs, and two that stand for one. Chosen on sentences of FLORES in Korean and
Chinese."""
_HOPELESS = -9.0
"""Below it two texts are not looked at more closely: what they may have in common would not make them a pair."""
_COMMON = 4
"""How many things that both have count."""
_SAME, _OTHER, _NEAR = 1.0, -4.0, -1.0
"""The same kind, where it is not that of most; kinds that no translator exchanges; those of `_TEXTS`, which some do."""
_TEXTS = {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.CAPTION}
_FIELD, _WRONG_FIELD = 8.0, -12.0
_WRONG_LEAD = -0.7
_LEFT, _WHOLE = 8.0, 4
"""A text that was left as it is, and from how many letters that is no chance."""
_MARK, _NO_MARK, _MARKS = 1.5, -1.0, 3
"""A mark that both have, one that only one has, and how many of either count."""


class PairEvidence:
    """What the blocks of two editions of one article say; each question about two blocks is answered once."""

    def __init__(self, editions: Editions, locales: tuple[str, str], usual: float) -> None:
        """Take the locales of the source and of the translation, and how long one usually is in parts of its source."""
        self._blocks = editions.source, editions.target
        self._locales = locales
        self._usual = usual
        self._traits = tuple(
            [traits(block.text, locale) for block in side] for side, locale in zip(self._blocks, locales, strict=True)
        )
        self._stems = tuple(
            [stems(block.text, locale) for block in side] for side, locale in zip(self._blocks, locales, strict=True)
        )
        self._both: dict[tuple[int, int], int] = {}
        self._pairs: dict[tuple[int, int], Traits] = {}
        self._known: dict[tuple[int, int, int, int], float] = {}

    def weight(self, source: range, target: range, lexicon: Lexicon | None = None) -> float:
        """Return how likely some blocks stand for some others; either side has one or two, or none."""
        if not source or not target:
            return _ALONE * (len(source) + len(target))
        spot = (source.start, len(source), target.start, len(target))
        if spot not in self._known:
            self._known[spot] = self._base(source, target)
        found = self._known[spot]
        if lexicon and found >= _HOPELESS:
            here, there = (self._stemmed(side, part) for side, part in enumerate((source, target)))
            found += lexicon.weight(here, there)
        return found

    def _base(self, source: range, target: range) -> float:
        """Return what is known without a lexicon."""
        before, after = self._joined(0, source), self._joined(1, target)
        found = fit(before, after, self._usual, length.spread(before.length, self._locales[1]))
        found += self._shown(source, target)
        if len(source) + len(target) > 2:  # noqa: PLR2004  one and one
            found += _JOINED
        if found < _HOPELESS:
            return found
        return found + min(_COMMON, sum(self._shared(row, column) for row in source for column in target))

    def _joined(self, side: int, part: range) -> Traits:
        if len(part) == 1:
            return self._traits[side][part.start]
        if (side, part.start) not in self._pairs:
            self._pairs[side, part.start] = joined(self._traits[side][part.start : part.stop])
        return self._pairs[side, part.start]

    def _stemmed(self, side: int, part: range) -> frozenset[str]:
        return frozenset().union(*self._stems[side][part.start : part.stop])

    def _shared(self, row: int, column: int) -> int:
        if (row, column) not in self._both:
            texts = self._blocks[0][row].text, self._blocks[1][column].text
            self._both[row, column] = shared(*texts, self._locales)
        return self._both[row, column]

    def _shown(self, source: range, target: range) -> float:
        """Return what the places and marks of blocks say."""
        before, after = [self._blocks[0][at] for at in source], [self._blocks[1][at] for at in target]
        found = sum(_place(one, other) for one in before for other in after) / (len(before) * len(after))
        here, there = (frozenset().union(*(block.marks for block in side)) for side in (before, after))
        if not (here or there):
            return found
        lost, new = len(here - there), len(there - here)
        return found + _MARK * min(_MARKS, len(here & there)) + _NO_MARK * (min(_MARKS, lost) + min(_MARKS, new))


def _place(one: Passage, other: Passage) -> float:
    if one.text == other.text and len(one.text) >= _WHOLE:
        return _LEFT
    if one.field or other.field:
        return _FIELD if one.field == other.field else _WRONG_FIELD
    if one.kind is other.kind:
        if one.lead != other.lead:
            return _WRONG_LEAD
        return _SAME if one.lead or one.kind is not Kind.PARAGRAPH else 0.0
    return _NEAR if {one.kind, other.kind} <= _TEXTS else _OTHER
