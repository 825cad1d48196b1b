"""Owns the rules about numbers, in figures and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.languages import Grade
from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
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
    found = _difference(pair)
    if found.changed:
        first = (*found.new, *found.again)[0]
        message = f"the source has {', '.join(found.missing)}, the translation has {', '.join(found.extra)}"
        yield Flaw(message, first.start, first.end, severity=Severity.WARNING if found.grade is Grade.CLDR else None)


def _missing(pair: Pair) -> Iterator[Flaw]:
    found = _difference(pair)
    if not found.changed:
        for number in found.missing:
            yield Flaw(f"{number} is missing in the translation")


def _added(pair: Pair) -> Iterator[Flaw]:
    found = _difference(pair)
    if not found.changed and not any(_refigured(pair)):
        for number in found.new:
            yield Flaw(f"{number.text} is not in the source", number.start, number.end)
        for number in found.again:
            yield Flaw(f"{number.text} stands more often here than in the source", number.start, number.end)


def _counted(pair: Pair) -> Iterator[Flaw]:
    source, target = numbers.blank(pair.source, pair.source_spans), numbers.blank(pair.target, pair.target_spans)
    locales = pair.source_locale, pair.locale
    found = list(numbers.otherwise(source, target, locales))
    yield from found
    small = numbers.miscounted(source, target, locales) if not found else None
    if small:
        yield small


def _refigured(pair: Pair) -> Iterator[Flaw]:
    locales, spans = (pair.source_locale, pair.locale), (pair.source_spans, pair.target_spans)
    found = numbers.refigured(pair.source, pair.target, locales, *spans)
    if found:
        yield found


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
        find=_changed,
    ),
    Rule(
        id="number-missing",
        severity=Severity.WARNING,
        reason="A figure of the source that the translation does not have was forgotten, or left out on purpose.",
        failing=(Example("They arrested 14 of them in March 2019.", "2019년 3월에 그들을 체포했다."),),
        passing=(Example("They arrested 14 of them in March 2019.", "2019년 3월에 그중 14명을 체포했다."),),
        find=_missing,
    ),
    Rule(
        id="number-added",
        severity=Severity.WARNING,
        reason="A figure that the source does not have may be a typing error, or was brought in by the translator.",
        failing=(Example("The boats left at night.", "밤에 배 50척이 떠났다."),),
        passing=(Example("Fifteen boats left at night.", "밤에 배 15척이 떠났다."),),
        find=_added,
    ),
    Rule(
        id="number-word",
        severity=Severity.WARNING,
        reason="A small number in words, a place in a row and a number of times are as much facts as one in digits.",
        failing=(
            Example("The three men left at night.", "남성 네 명이 밤에 떠났다."),
            Example("The second boat left at night.", "밤에 세 번째 배가 떠났다."),
            Example("The bell rang twice.", "La campana sonó tres veces.", locale="es"),
        ),
        passing=(
            Example("The three men left at night.", "남성 세 명이 밤에 떠났다."),
            Example("The three men left at night.", "그들은 밤에 함께 떠났다."),
        ),
        find=_counted,
        facets=("ordinals",),
        of_source=("ordinals",),
    ),
    Rule(
        id="number-figures",
        severity=Severity.ERROR,
        reason="A number that the source spells out and the translation has in figures is the same number.",
        failing=(
            Example("Eighteen boats left at night.", "밤에 배 11척이 떠났다."),
            Example("Eighteen boats left at night.", "Por la noche salieron 11 barcos.", locale="es"),
        ),
        passing=(
            Example("Eighteen boats left at night.", "밤에 배 18척이 떠났다."),
            Example("Eighteen boats left at night.", "밤에 배 열여덟 척이 떠났다."),
        ),
        find=_refigured,
        facets=("numbers",),
        of_source=("numbers",),
    ),
)
