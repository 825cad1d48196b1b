"""Owns aligning the two editions of articles: the whole way first, then what stands elsewhere, then once more.

The second time what the likely pairs of all articles have taught of the words of both languages counts as well.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from l10n.exchange.alignment.beads import beads
from l10n.exchange.alignment.evidence import PairEvidence
from l10n.exchange.alignment.lexicon import Lexicon
from l10n.text.sentences import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.exchange.alignment.blocks import Editions

__all__ = ["SURE", "Match", "align"]

Weigh: TypeAlias = "Callable[[range, range], float]"
"""Says how likely some blocks of the source stand for some of the other edition."""
SURE = 0.99
"""The probability from which a pair is taken without a person having looked."""
_LEARNS = 0.8
_TURNS = 2
_LETTERS = 2000
"""Characters of a source below which the lengths of two editions do not say what is usual between them."""
_APART = 9.0
"""How likely, as the logarithm of odds, a pair out of order has to be: nothing of its place speaks for it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Blocks of the source, by their numbers, and what stands for them; one of both may have none."""

    source: range
    target: range
    probability: float
    """0…1; of a block without a partner, that it has none."""
    moved: bool = False
    """It stands elsewhere in the other edition, behind what it stands before here."""


def align(editions: Sequence[Editions], locales: tuple[str, str]) -> list[list[Match]]:
    """Return the matches of each article, in the order of its source; those without a source behind them."""
    usual = _usual(editions, locales[1])
    each = [(one, PairEvidence(one, locales, usual)) for one in editions]
    lexicon: Lexicon | None = None
    for _ in range(_TURNS):
        found = [_matched(one, evidence, lexicon) for one, evidence in each]
        taught = (pair for one, some in zip(editions, found, strict=True) for pair in _likely(one, some))
        lexicon = Lexicon(taught, locales[1])
    return [_matched(one, evidence, lexicon) for one, evidence in each]


def _usual(editions: Iterable[Editions], locale: str) -> float:
    known = length.usual((), locale)
    if known:
        return known
    here, there = _lengths(editions)
    return there / here if here >= _LETTERS else 1.0


def _lengths(editions: Iterable[Editions]) -> tuple[int, int]:
    here = there = 0
    for one in editions:
        here += sum(len(block.text) for block in one.source)
        there += sum(len(block.text) for block in one.target)
    return here, there


def _likely(one: Editions, matches: Iterable[Match]) -> Iterable[tuple[str, str]]:
    for match in matches:
        if match.source and match.target and match.probability > _LEARNS:
            yield (
                " ".join(one.source[at].text for at in match.source),
                " ".join(one.target[at].text for at in match.target),
            )


def _matched(one: Editions, evidence: PairEvidence, lexicon: Lexicon | None) -> list[Match]:
    def weigh(rows: range, columns: range) -> float:
        return evidence.weight(rows, columns, lexicon)

    found = _way(range(len(one.source)), range(len(one.target)), weigh)
    return sorted(_moved(found, weigh), key=lambda match: (not match.source, match.source.start, match.target.start))


def _way(rows: range, columns: range, weigh: Weigh) -> list[Match]:
    """Return the likeliest matches, in order, of a part of each edition."""
    inner = beads((len(rows), len(columns)), lambda some, others: weigh(_at(rows, some), _at(columns, others)))
    return [Match(_at(rows, bead.rows), _at(columns, bead.columns), bead.probability) for bead in inner]


def _at(whole: range, part: range) -> range:
    return range(whole.start + part.start, whole.start + part.stop)


def _moved(matches: Sequence[Match], weigh: Weigh) -> list[Match]:
    """Pair what is left on one side with what is left on the other, wherever it stands: sections that changed places.

    The surest first, and nothing that has not much in common.
    """
    kept = [match for match in matches if match.source and match.target]
    here, there = (_runs(matches, of) for of in ("source", "target"))
    found = [
        (_gain(way, weigh), rows, columns, way)
        for rows in here
        for columns in there
        for way in (_way(rows, columns, weigh),)
    ]
    for gain, rows, columns, way in sorted(found, key=lambda one: (-one[0], one[1].start, one[2].start)):
        if gain > _APART and rows in here and columns in there:
            here.remove(rows)
            there.remove(columns)
            sure = 1 / (1 + math.exp(_APART - gain))
            for match in way:
                pair = bool(match.source and match.target)
                kept.append(replace(match, probability=match.probability * sure, moved=pair))
    kept += [match for match in matches if match.source and not match.target and _within(match.source, here)]
    kept += [match for match in matches if match.target and not match.source and _within(match.target, there)]
    return kept


def _runs(matches: Iterable[Match], of: Literal["source", "target"]) -> list[range]:
    """Return what stands together on one side and has no partner on the other."""
    found: list[range] = []
    for match in matches:
        alone = not (match.target if of == "source" else match.source)
        part: range = getattr(match, of)
        if alone and found and found[-1].stop == part.start:
            found[-1] = range(found[-1].start, part.stop)
        elif alone:
            found.append(part)
    return found


def _gain(way: Iterable[Match], weigh: Weigh) -> float:
    """Return what is gained where these stand for each other, and are not left alone: a log-likelihood ratio."""
    pairs = [match for match in way if match.source and match.target]
    alone = [weigh(match.source, range(0)) + weigh(range(0), match.target) for match in pairs]
    return sum(weigh(match.source, match.target) - less for match, less in zip(pairs, alone, strict=True))


def _within(part: range, runs: Iterable[range]) -> bool:
    return any(part.start in run for run in runs)
