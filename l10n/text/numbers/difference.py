"""Owns whether a translation kept the numbers of its source, by value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import InvalidOperation, localcontext
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages import Grade
from l10n.model import SpanKind
from l10n.text.analysis import once
from l10n.text.numbers import clock
from l10n.text.numbers.evidence import Evidence, Side, is_month, values_of
from l10n.text.numbers.explainers import EXPLAINERS
from l10n.text.numbers.phrases import measures
from l10n.text.numbers.readings import rules_of, western
from l10n.text.numbers.recognisers import find
from l10n.text.numbers.recognisers.months import may_name_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.languages import Language
    from l10n.model import Inline
    from l10n.text.numbers.explainers import Explainer
    from l10n.text.numbers.number import Number

__all__ = ["Difference", "blank", "compare", "steps", "values"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation did to the numbers of its source."""

    lost: tuple[Number, ...] = ()
    """Numbers of the source without an equal in the target."""
    new: tuple[Number, ...] = ()
    """Numbers of the target that nothing in the source explains."""
    again: tuple[Number, ...] = ()
    """Numbers that the target has more often than the source, while another of the source is nowhere."""
    grade: Grade = Grade.TESTED
    """CLDR where a month or a scale word tells the difference, in a language of which only CLDR says them."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The numbers without an equal in the target, as written in the source."""
        return tuple(number.text for number in self.lost)

    @property
    def extra(self) -> tuple[str, ...]:
        """The numbers of the target that nothing explains, or not as often, as written there."""
        return tuple(number.text for number in (*self.new, *self.again))

    @property
    def changed(self) -> bool:
        """A number is missing *and* another unexplained: on human news translations nearly always a real error."""
        return bool(self.lost and (self.new or self.again))


_HIDDEN = frozenset({SpanKind.CODE, SpanKind.LINK, SpanKind.URL, SpanKind.VARIABLE, SpanKind.TAG})
_DIGIT = re.compile(r"\d")
_NUMERIC_DATE = re.compile(r"\d[-/.]\d{1,2}(?:[-/.]\d|\b)")


def blank(text: str, spans: Sequence[Inline]) -> str:
    """Return the text with its markup blanked out, of the same length: only what a reader sees is left."""
    return _blanked(text, tuple(spans)) if spans else text


@once
def _blanked(text: str, spans: tuple[Inline, ...]) -> str:
    out = list(text)
    for span in spans:
        fill = "\ufffc" if span.kind in _HIDDEN else " "
        out[span.start : span.end] = fill * (span.end - span.start)
    return "".join(out)


def values(text: str, locale: str, spans: Sequence[Inline] = ()) -> tuple[Number, ...]:
    """Find the numbers of a text in a locale, in their order; what stands in `spans` (links, code) is left out.

    Digits of every script, grouping and decimal signs by locale, East Asian units, scale words, dates with month
    names, clock times; number words are found as not required. What a language has of these is asked of `languages`;
    where nothing is known, only digits count.
    """
    return find(blank(text, spans), locale)


def compare(  # noqa: PLR0917  two of each: source and target, in this order everywhere
    source: str,
    target: str,
    source_locale: str,
    target_locale: str,
    source_spans: Sequence[Inline] = (),
    target_spans: Sequence[Inline] = (),
) -> Difference:
    """Compare the numbers of a source and its translation by value.

    Only digits (and months beside them) can be missing or unexplained; number words explain, and are not asked for.
    A number that the target repeats is explained, and so is what any of `EXPLAINERS` accounts for. The strong sign of
    an error is `Difference.changed`; a clock time in the other half of the day counts as one.
    """
    return _compared(source, target, (source_locale, target_locale), (tuple(source_spans), tuple(target_spans)))


@once
def _compared(
    source: str, target: str, locales: tuple[str, str], spans: tuple[tuple[Inline, ...], tuple[Inline, ...]]
) -> Difference:
    with localcontext() as arithmetic:
        # A number of more digits than `decimal` reckons with has no part and no rounded value: NaN, equal to nothing.
        arithmetic.traps[InvalidOperation] = False
        found = [evidence for _, evidence in steps((source, target), locales, spans)]
    return _judged(found[-1]) if found else Difference()


def _judged(evidence: Evidence) -> Difference:
    found = evidence.missing, evidence.extra, evidence.again
    grades = {rules_of(side.language).grade for side in (evidence.source, evidence.target)}
    worded = any(number.month or number.plain for numbers in found for number in numbers)
    return Difference(*found, grade=Grade.CLDR if worded and Grade.CLDR in grades else Grade.TESTED)


def steps(
    texts: tuple[str, str],
    locales: tuple[str, str],
    spans: tuple[Sequence[Inline], Sequence[Inline]] = ((), ()),
    explainers: Sequence[Explainer] = EXPLAINERS,
) -> Iterator[tuple[str, Evidence]]:
    """Yield what is not accounted for: at first, under an empty name, then after each explainer that changed it.

    Nothing where neither text has a digit, and the source no month and no noon.
    """
    seen = [blank(text, marks) for text, marks in zip(texts, spans, strict=True)]
    if not any(map(_DIGIT.search, seen)) and not _may_count(seen[0], languages.of(locales[0])):
        return
    evidence = _counted(_sides(texts, seen, locales))
    yield "", evidence
    for explainer in explainers:
        if evidence.open or explainer.always:
            changed = explainer.explain(evidence)
            if changed != evidence:
                evidence = changed
                yield explainer.name, evidence


def _may_count(source: str, language: Language) -> bool:
    """Tell whether a source without digits has a month or a time that may be another in its translation."""
    return may_name_month(source, language) or any(clock.twelves(source, language))


def _sides(texts: Sequence[str], seen: Sequence[str], locales: tuple[str, str]) -> tuple[Side, Side]:
    here, there = (
        Side(seen[at], western(seen[at]), texts[at], locale, languages.of(locale), _loosened(seen[at], locale, other))
        for at, (locale, other) in enumerate((locales, locales[::-1]))
    )
    return here, there


def _loosened(text: str, locale: str, other: str) -> tuple[Number, ...]:
    """Ask less of what the other language may have a word for that is not known: a month, `million` behind digits."""
    found, known = find(text, locale), languages.of(other)
    if rules_of(known).grade is Grade.TESTED:
        return found
    months = known.months is not None and bool(known.months.patterns)
    return tuple(
        replace(
            number,
            readings=number.readings | number.plain,
            required=number.required and (months or not number.month),
        )
        for number in found
    )


def _counted(sides: tuple[Side, Side]) -> Evidence:
    """Compare by value alone."""
    source, target = sides
    there = values_of(target.numbers)
    known = values_of(source.numbers).union(*(meant for *_, meant in measures(source.western, source.language)))
    missing = tuple(number for number in source.numbers if number.required and not number.readings & there)
    extra = tuple(number for number in target.numbers if number.required and not number.readings & known)
    extra = tuple(sorted({*extra, *_other_months(source, target)}, key=lambda number: number.start))
    return Evidence(source, target, known, there, missing, extra)


def _other_months(source: Side, target: Side) -> Iterator[Number]:
    """Yield the months of a target that have no equal among those that its source has by name."""
    months = values_of([number for number in source.numbers if number.month])
    for number in target.numbers if months and not _NUMERIC_DATE.search(source.text) else ():
        if number.required and is_month(number, target.text) and not number.readings & months:
            yield number
