"""Owns decimals that are told in two parts."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import few

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Number

__all__ = ["parts"]

_MOST_BETWEEN = 3
_SIXTY = 60


def parts(evidence: Evidence) -> Evidence:
    """Explain a decimal by its two parts: `9.58 s`, `9초58`; `2.5 h`, `2시간 30분`."""
    if not evidence.extra or not few(evidence.missing, evidence.extra):
        return evidence
    for number in evidence.missing:
        pair = _pair(number, evidence.extra, evidence.target.text)
        evidence = evidence.without(missing=[number], extra=pair) if pair else evidence
    return evidence


def _pair(number: Number, others: Sequence[Number], text: str) -> tuple[Number, ...]:
    """Return the two numbers that tell the whole and the part of one, as minutes or as digits; none where none do."""
    value = min(number.readings)
    part = value % 1
    digits = number.text.partition(".")[2]
    ends = {part * _SIXTY, Decimal(digits) if digits.isdecimal() else part * _SIXTY}
    for one, other in pairwise(others) if part else ():
        near = len(text[one.end : other.start]) <= _MOST_BETWEEN
        if near and int(value) in one.readings and other.readings & ends:
            return one, other
    return ()
