"""Owns the numbers of a text by value, and whether a translation kept them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.model import SpanKind
from l10n.text.numbers.numerals import numerals
from l10n.text.numbers.readings import SPACES, western
from l10n.text.numbers.scan import Number, find
from l10n.text.numbers.units import converted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Span
    from l10n.text.numbers.numerals import Numerals

__all__ = ["Difference", "Number", "blank", "compare", "values"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation did to the numbers of its source."""

    lost: tuple[Number, ...] = ()
    """Numbers of the source without an equal in the target."""
    new: tuple[Number, ...] = ()
    """Numbers of the target that nothing in the source explains."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The numbers without an equal in the target, as written in the source."""
        return tuple(number.text for number in self.lost)

    @property
    def extra(self) -> tuple[str, ...]:
        """The numbers of the target that nothing explains, as written there."""
        return tuple(number.text for number in self.new)

    @property
    def changed(self) -> bool:
        """A number is missing *and* another unexplained: on human news translations nearly always a real error."""
        return bool(self.lost and self.new)


_HIDDEN = frozenset({SpanKind.CODE, SpanKind.LINK, SpanKind.URL, SpanKind.VARIABLE, SpanKind.TAG})


def blank(text: str, spans: Sequence[Span]) -> str:
    """Return the text with its markup blanked out, of the same length: only what a reader sees is left."""
    out = list(text)
    for span in spans:
        fill = "\ufffc" if span.kind in _HIDDEN else " "
        out[span.start : span.end] = fill * (span.end - span.start)
    return "".join(out)


def values(text: str, locale: str, spans: Sequence[Span] = ()) -> tuple[Number, ...]:
    """Find the numbers of a text in a locale, in their order; what stands in `spans` (links, code) is left out.

    Digits of every script, grouping and decimal signs by locale, East Asian units, scale words, dates with month
    names, clock times; number words are found as not required. Dictionaries exist for ar, de, en, es, fr, ja, ko, pt
    and zh; in other languages only digits count.
    """
    return find(blank(text, spans) if spans else text, locale)


def _loosened(numbers: Sequence[Number], other: Numerals) -> Iterator[Number]:
    """Ask less of the numbers that a language without a table would write in words."""
    for number in numbers:
        if other.known:
            yield number
        else:
            yield replace(
                number, readings=number.readings | number.plain, required=number.required and not number.month
            )


def compare(  # noqa: PLR0917  two of each: source and target, in this order everywhere
    source: str,
    target: str,
    source_locale: str,
    target_locale: str,
    source_spans: Sequence[Span] = (),
    target_spans: Sequence[Span] = (),
) -> Difference:
    """Compare the numbers of a source and its translation by value.

    Only digits (and months beside them) can be missing or unexplained; number words explain, and are not asked for.
    A number that the target repeats is explained. The strong sign of an error is `Difference.changed`.
    """
    before = list(_loosened(values(source, source_locale, source_spans), numerals(target_locale)))
    after = list(_loosened(values(target, target_locale, target_spans), numerals(source_locale)))
    known = _readings_of(before)
    there = _readings_of(after)
    missing = [number for number in before if number.required and not number.readings & there]
    extra = [number for number in after if number.required and not number.readings & known]
    extra = [number for number in extra if not _pieces(number.text) <= known]
    if missing and extra and len(missing) + len(extra) <= _FEW:
        missing, extra = _unconverted(source, missing, extra)
    if missing and not extra and len(after) <= _FEW:
        extra = list(_surplus(before, after))
    return Difference(tuple(missing), tuple(extra))


_FEW = 200
"""Numbers up to which pairs of them are looked at: a table of figures must not take minutes."""


def _unconverted(source: str, missing: list[Number], extra: list[Number]) -> tuple[list[Number], list[Number]]:
    """Return what is left when each number with an imperial unit has met its metric equal."""
    lost, new = [], list(extra)
    for number in missing:
        after = source[number.end : number.end + 60]
        equals = (
            other
            for other in new
            if any(converted(one, after, two) for one in number.readings for two in other.readings)
        )
        equal = next(equals, None)
        if equal is None:
            lost.append(number)
        else:
            new.remove(equal)
    return lost, new


def _surplus(before: Sequence[Number], after: Sequence[Number]) -> Iterator[Number]:
    """Return numbers of two digits and more that the target has more often: `33, 34 and 39` became `33, 34 and 33`."""
    for index, number in enumerate(after):
        if number.required and not number.plain and max(number.readings) >= 10:  # noqa: PLR2004  small ones come as words
            here = sum(bool(number.readings & other.readings) for other in after[: index + 1])
            if here > max(1, sum(bool(number.readings & other.readings) for other in before)):
                yield number


def _pieces(text: str) -> set[Decimal]:
    """Return the numbers of a row that only looks grouped, such as a telephone number; else something unknown."""
    parts = re.split(rf"[{SPACES}]", western(text))
    return set(map(Decimal, parts)) if len(parts) > 1 and all(map(str.isdecimal, parts)) else {Decimal(-1)}


def _readings_of(numbers: Sequence[Number]) -> frozenset[Decimal]:
    """Return every value that the numbers of a text can stand for."""
    grouped = (_pieces(number.text) for number in numbers if " " in number.text)
    found = frozenset[Decimal]().union(*(number.readings for number in numbers), *grouped)
    return found - {Decimal(-1)}
