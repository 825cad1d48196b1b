"""Owns the rules about facts that must survive translation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import negation, numbers
from l10n.text.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


_compared = lru_cache(maxsize=4096)(numbers.compare)
"""Three rules ask the same of each pair."""


def _difference(pair: Pair) -> numbers.Difference:
    return _compared(pair.source, pair.target, pair.source_locale, pair.locale, pair.source_spans, pair.target_spans)


def _changed(pair: Pair) -> Iterator[Flaw]:
    found = _difference(pair)
    if found.changed:
        first = (*found.new, *found.again)[0]
        message = f"the source has {', '.join(found.missing)}, the translation has {', '.join(found.extra)}"
        yield Flaw(message, first.start, first.end)


def _missing(pair: Pair) -> Iterator[Flaw]:
    found = _difference(pair)
    if not found.changed:
        for number in found.missing:
            yield Flaw(f"{number} is missing in the translation")


def _added(pair: Pair) -> Iterator[Flaw]:
    found = _difference(pair)
    if not found.changed:
        for number in found.new:
            yield Flaw(f"{number.text} is not in the source", number.start, number.end)
        for number in found.again:
            yield Flaw(f"{number.text} stands more often here than in the source", number.start, number.end)


def _negation(pair: Pair) -> Iterator[Flaw]:
    word = negation.denied(blank(pair.source, pair.source_spans)) if pair.source_locale.startswith("en") else None
    if word and not negation.negative(pair.target, re.split("[-_@]", pair.locale)[0]):
        yield Flaw(f"the source says “{word}”, the translation has no negative form")


RULES = (
    Rule(
        id="numbers",
        severity=Severity.ERROR,
        reason="A changed figure is the worst error a news translation can have; values are compared, not digits.",
        failing=(Example("It cost $1.5 billion.", "비용은 15만 달러였다."),),
        passing=(
            Example("It cost $1.5 billion.", "비용은 15억 달러였다."),
            Example("They met on May 25 at 6:30 p.m.", "그들은 5월 25일 오후 6시 30분에 만났다."),
        ),
        find=each(_changed),
    ),
    Rule(
        id="number-missing",
        severity=Severity.WARNING,
        reason="A figure of the source that the translation does not have was forgotten, or left out on purpose.",
        failing=(Example("They arrested 14 of them in March 2019.", "2019년 3월에 그들을 체포했다."),),
        passing=(Example("They arrested 14 of them in March 2019.", "2019년 3월에 그중 14명을 체포했다."),),
        find=each(_missing),
    ),
    Rule(
        id="number-added",
        severity=Severity.WARNING,
        reason="A figure that the source does not have may be a typing error, or was brought in by the translator.",
        failing=(Example("Fifteen boats left at night.", "밤에 배 50척이 떠났다."),),
        passing=(Example("Fifteen boats left at night.", "밤에 배 15척이 떠났다."),),
        find=each(_added),
    ),
    Rule(
        id="negation",
        severity=Severity.WARNING,
        reason="A sentence that lost its `not` says the opposite.",
        failing=(Example("The guards did not open the gate.", "경비병들이 문을 열었다."),),
        passing=(
            Example("The guards did not open the gate.", "경비병들이 문을 열지 않았다."),
            Example("They are not only tired but also hungry.", "그들은 지쳤고 배도 고프다."),
        ),
        find=each(_negation),
        languages=negation.LANGUAGES,
    ),
)
