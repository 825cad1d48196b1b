"""Owns how well a text goes with another as its translation, by what both have in common whatever the languages."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.analysis import once
from l10n.text.numbers import values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = ["Traits", "fit", "joined", "traits"]

_SPREAD = 0.25
"""Standard deviation of the logarithm of target length ÷ source length in news; more for short texts."""
_SHORT = 6.0
"""Characters added to both lengths, so that a short text says less."""
_LATIN = re.compile(r"(?<![^\W_])[A-Z][A-Za-z0-9&.-]*[A-Za-z0-9]")
_MARKS = tuple(map(re.compile, (r"[?？؟]", r"[\"“”„«»「」『』]", r"[(（]", r"[!！]", r"[:：]", r"[%％٪]")))
_CLOSERS = ' "”»」』)）'
_STOPS = frozenset(".!?。！？؟…")


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text and its translation have in common whatever the languages."""

    length: int
    """Characters."""
    numbers: frozenset[Decimal]
    """Every value a number of the text can stand for."""
    required: tuple[frozenset[Decimal], ...]
    """The readings of each number that a translation has to keep."""
    latin: frozenset[str]
    """Words that begin with a capital."""
    marks: tuple[bool, ...]
    """Whether it has each of `_MARKS`, and last, whether it ends in a stop."""

    @property
    def asks(self) -> bool:
        """It has a question mark."""
        return self.marks[0]

    @property
    def stops(self) -> bool:
        """It ends in a stop."""
        return self.marks[-1]


@once
def traits(text: str, locale: str) -> Traits:
    """Return the traits of a text in a language."""
    found = values(text, locale)
    stop = text.rstrip(_CLOSERS)[-1:] in _STOPS
    return Traits(
        length=len(text.strip()),
        numbers=frozenset(value for number in found for value in number.readings),
        required=tuple(number.readings for number in found if number.required),
        latin=frozenset(_LATIN.findall(text)),
        marks=(*(pattern.search(text) is not None for pattern in _MARKS), stop),
    )


def joined(some: Sequence[Traits]) -> Traits:
    """Return the traits of texts put one behind the other."""
    return Traits(
        length=sum(one.length for one in some) + len(some) - 1,
        numbers=frozenset().union(*(one.numbers for one in some)),
        required=tuple(readings for one in some for readings in one.required),
        latin=frozenset().union(*(one.latin for one in some)),
        marks=(*map(any, zip(*(one.marks[:-1] for one in some), strict=True)), some[-1].marks[-1]),
    )


def fit(one: Traits, other: Traits, ratio: float, spread: float = 0.0) -> float:
    """Return how well a translation goes with a source: roughly a log-likelihood, up to a constant.

    `ratio` is the length of translations in parts of their source's; `spread` the standard deviation of its logarithm,
    0 for that of texts of any language and engine together.
    """
    spread = spread or _SPREAD + 1.5 / (_SHORT + math.sqrt(one.length))
    off = math.log((other.length + _SHORT) / (one.length * ratio + _SHORT)) / spread
    kept = sum(bool(readings & other.numbers) for readings in one.required)
    new = sum(not readings & one.numbers for readings in other.required)
    return (
        -min(off * off / 2, 6.0)
        + 1.2 * kept
        - 1.5 * (len(one.required) - kept + new)
        + 1.5 * min(3, len(one.latin & other.latin))
        - 0.5 * min(3, len(other.latin - one.latin))
        - 0.6 * sum(left != right for left, right in zip(one.marks, other.marks, strict=True))
    )
