"""Owns errors that no number is missing for: one too often, another half of the day, a fraction upside down."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers import clock
from l10n.text.numbers.evidence import few, is_month, values_of
from l10n.text.numbers.fractions import inverted
from l10n.text.numbers.number import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.text.numbers.evidence import Evidence, Side
    from l10n.text.numbers.number import Place

__all__ = ["halves", "other_months", "repeated", "upside_down"]

_LEAST, _LEAST_SMALL = 10, 2
"""Least number that is asked for; small ones come as words."""


def repeated(evidence: Evidence) -> Evidence:
    """Accuse a number that stands more often while another is nowhere: `33, 34 and 39`, `33, 34 and 33`."""
    after = evidence.target.numbers
    if evidence.extra or not few(after) or not evidence.unheard:
        return evidence
    least = _LEAST if evidence.missing else _LEAST_SMALL
    return replace(evidence, again=tuple(_surplus(evidence.source.numbers, after, least)))


def _surplus(before: Sequence[Number], after: Sequence[Number], least: int) -> Iterator[Number]:
    for index, number in enumerate(after):
        if number.required and not number.plain and max(number.readings) >= least:
            here = sum(bool(number.readings & other.readings) for other in after[: index + 1])
            there = sum(bool(number.readings & other.readings) for other in before)
            if 1 < here > there > 0:
                yield number


def other_months(evidence: Evidence) -> Evidence:
    """Accuse a month in the place of another, though no day stands beside them: `in May`, `en junio`."""
    lost, new = _unmatched_months(evidence)
    if not (lost and new):
        return evidence
    return replace(evidence, missing=_joined(evidence.missing, lost), extra=_joined(evidence.extra, new))


def _unmatched_months(evidence: Evidence) -> tuple[list[Number], list[Number]]:
    """Return the months of the source that the target does not tell, and those of the target without an equal."""
    here = [number for number in evidence.source.numbers if number.month]
    if not here:
        return [], []
    text = evidence.target.text
    there = [number for number in evidence.target.numbers if is_month(number, text)]
    known, told = values_of(here), values_of(there) | evidence.there
    return [one for one in here if not one.readings & told], [one for one in there if not one.readings & known]


def _joined(numbers: tuple[Number, ...], more: Sequence[Number]) -> tuple[Number, ...]:
    return tuple(dict.fromkeys((*numbers, *more)))


def halves(evidence: Evidence) -> Evidence:
    """Accuse a clock time in the other half of the day: `6 p.m.`, `오전 6시`."""
    source, target = evidence.source, evidence.target
    for one, other in clock.swapped(source.western, target.western, (source.language, target.language)):
        evidence = _accused(evidence, (one.start, one.end), (other.start, other.end), (one.hour, other.hour))
    return evidence


def upside_down(evidence: Evidence) -> Evidence:
    """Accuse a fraction whose numbers changed places: `two thirds`, `2분의 3`."""
    source, target = evidence.source, evidence.target
    for here, there in inverted(source.western, target.western, (source.language, target.language)):
        evidence = _accused(evidence, here, there, (0, 0))
    return evidence


def _accused(evidence: Evidence, here: Place, there: Place, meant: tuple[int, int]) -> Evidence:
    lost, new = _number(evidence.source, here, meant[0]), _number(evidence.target, there, meant[1])
    return replace(evidence, missing=(*evidence.missing, lost), extra=(*evidence.extra, new))


def _number(side: Side, place: Place, value: int) -> Number:
    return Number(*place, side.text[slice(*place)], frozenset({Decimal(value)}))
