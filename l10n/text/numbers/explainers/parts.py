"""Owns numbers in two parts: decimals and clock times, told as one number or as two."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise, product
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import few
from l10n.text.numbers.readings import western

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Number

__all__ = ["clock_signs", "parts"]

_MOST_BETWEEN = 3
_SIXTY = 60
_CLOCK = re.compile(r"(?P<hour>\d\d?)[.,](?P<minute>[0-5]\d)")
_SIGNS = frozenset(":.")


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


def clock_signs(evidence: Evidence) -> Evidence:
    """Explain a time of the clock that another sign divides: `7:55`, `kl. 7.55`."""
    times: dict[tuple[Decimal, Decimal], list[Number]] = {}
    for number in evidence.extra:
        if match := _CLOCK.fullmatch(western(number.text)):
            times.setdefault((Decimal(match["hour"]), Decimal(match["minute"])), []).append(number)
    missing: list[Number] = []
    extra: list[Number] = []
    for one, other in pairwise(evidence.source.numbers) if times else ():
        if evidence.source.text[one.end : other.start] in _SIGNS:
            same = [number for time in product(one.readings, other.readings) for number in times.pop(time, ())]
            missing += [one, other] if same else []
            extra += same
    return evidence.without(missing=missing, extra=extra)
