"""Owns the suspicion that answers of a batch belong to each other's questions.

A language model that joins two items of a batch gives every later item the translation of its neighbour: each answer is
a good text, in the right language, and wrong. One pair alone seldom shows it, but many together do: lengths, numbers,
names in Latin letters and marks agree better with the neighbour's source than with their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.text.sentences.fit import fit, traits

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["aligned", "shifted"]

_LIMIT = 2.7
"""Sum of gains from which answers are out of step. Over 434 news documents in seven languages no human translation
reached it, and every one that was shifted by one did (`benchmarks/engines_guard.py`)."""
_MOST = 2.5
"""What one pair may add at most: below the limit, so that a single odd translation proves nothing."""
_LEAST = 8
"""Characters of a source below which it says nothing about its place."""


def shifted(sources: Sequence[str], targets: Sequence[str], source_locale: str, target_locale: str) -> range:
    """Return the places of answers that seem to belong to the sources one place before or after, or to be exchanged.

    `targets[i]` is the answer to `sources[i]`, in the order of the text. One place on either side is counted in. Empty
    for a single pair: there is nothing to confuse it with.
    """
    later, earlier = _gains(sources, targets, source_locale, target_locale)
    swaps = [(one + other, at, at + 2) for at, (one, other) in enumerate(zip(later, earlier[1:], strict=False))]
    score, start, end = max([_stretch(later), _stretch(earlier), *swaps], default=(0.0, 0, 0))
    return range(max(0, start - 1), min(len(sources), end + 1)) if score > _LIMIT else range(0)


def aligned(sources: Sequence[str], targets: Sequence[str], source_locale: str, target_locale: str) -> bool:
    """Tell whether there is as much evidence that the answers stand where they belong as `shifted` asks for against it.

    True for a single pair.
    """
    gains = _gains(sources, targets, source_locale, target_locale)
    return len(sources) == 1 or all(sum(gain) < -_LIMIT for gain in gains)


def _gains(
    sources: Sequence[str], targets: Sequence[str], source_locale: str, target_locale: str
) -> tuple[list[float], list[float]]:
    """Return for each answer how much better it goes with the source after its own, and with the one before."""
    before = [traits(text, source_locale) for text in sources]
    after = [traits(text, target_locale) for text in targets]
    ratio = max(1, sum(one.length for one in after)) / max(1, sum(one.length for one in before))
    own = [fit(one, other, ratio) for one, other in zip(before, after, strict=True)]

    def gain(at: int, step: int) -> float:
        there = at + step
        if not 0 <= there < len(before) or min(before[at].length, before[there].length) < _LEAST:
            return 0.0
        return min(_MOST, fit(before[there], after[at], ratio) - own[at])

    places = range(len(before))
    return [gain(at, 1) for at in places], [gain(at, -1) for at in places]


def _stretch(gains: Sequence[float]) -> tuple[float, int, int]:
    """Return the greatest sum of a stretch of neighbours, and where it begins and ends."""
    best, here, start = (0.0, 0, 0), 0.0, 0
    for at, gain in enumerate(gains):
        if here <= 0.0:
            here, start = 0.0, at
        here += gain
        best = max(best, (here, start, at + 1))
    return best
