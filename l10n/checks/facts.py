"""Owns the rules about facts that must survive translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _difference(pair: Pair) -> numbers.Difference:
    return numbers.compare(
        pair.source, pair.target, pair.source_locale, pair.locale, pair.source_spans, pair.target_spans
    )


def _changed(pair: Pair) -> Iterator[Flaw]:
    difference = _difference(pair)
    if difference.changed:
        first = difference.new[0]
        message = f"the source has {', '.join(difference.missing)}, the translation has {', '.join(difference.extra)}"
        yield Flaw(message, first.start, first.end)


def _missing(pair: Pair) -> Iterator[Flaw]:
    difference = _difference(pair)
    if not difference.changed:
        for number in difference.missing:
            yield Flaw(f"the source has {number}, the translation has no such number")


def _added(pair: Pair) -> Iterator[Flaw]:
    difference = _difference(pair)
    if not difference.changed:
        for number in difference.new:
            yield Flaw(f"the translation has {number.text}, the source has no such number", number.start, number.end)


RULES = (
    Rule(
        id="numbers",
        severity=Severity.ERROR,
        reason="A changed figure is the worst error a news translation can have; values are compared, not digits.",
        failing=(Example("It cost $1.5 billion.", "비용은 15만 달러였다."),),
        passing=(Example("It cost $1.5 billion.", "비용은 15억 달러였다."),),
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
)
