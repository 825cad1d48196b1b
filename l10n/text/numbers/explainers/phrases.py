"""Owns numbers that a pair tells in phrases: of the target, of the source, in fractions of measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import is_month, outside
from l10n.text.numbers.phrases import implied, measures, spelt

if TYPE_CHECKING:
    from l10n.text.numbers.evidence import Evidence

__all__ = ["fractions", "idioms", "phrases"]


def phrases(evidence: Evidence) -> Evidence:
    """Explain what a phrase of the target tells: `1.5 million`, `un millón y medio`; numbers in it are its own."""
    if all(number.readings & evidence.there for number in evidence.source.numbers):
        return evidence
    rows = spelt(evidence.target.western, evidence.target.language)
    told = [(start, end, meant) for start, end, meant in rows if meant & evidence.known]
    there = evidence.there.union(*(meant for *_, meant in told))
    extra = outside(evidence.extra, ((start, end) for start, end, _ in told))
    missing = tuple(number for number in evidence.missing if not number.readings & there)
    return replace(evidence, there=there, missing=missing, extra=extra)


def fractions(evidence: Evidence) -> Evidence:
    """Explain the figures of a measure in fractions: `1 1/2 cups`, `1,5 Tassen`."""
    rows = measures(evidence.source.western, evidence.source.language)
    told = ((start, end) for start, end, meant in rows if meant & evidence.there)
    return replace(evidence, missing=outside(evidence.missing, told))


def idioms(evidence: Evidence) -> Evidence:
    """Explain what the source says in a phrase: `half an hour`, `30분`; a month is never one."""
    if not evidence.extra:
        return evidence
    known = implied(evidence.source.western, evidence.source.language, evidence.known)
    text = evidence.target.text
    return evidence.without(
        extra=[number for number in evidence.extra if number.readings & known and not is_month(number, text)]
    )
