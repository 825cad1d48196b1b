"""Owns dates that one text says and the other leaves to its reader."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import is_month, outside

if TYPE_CHECKING:
    from l10n.languages.quantities import Idioms
    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Number

__all__ = ["events", "months", "weekdays"]

_DAY = re.compile(r"\s?(?:일(?![간째가본])|日(?![間间本曜]))")
_YEAR = re.compile(r"\s?[년年]")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_RELATIVE = re.compile(
    r"(?:이달|이번 ?달|지난|오는|같은 달)\s?\d{1,2}[∼~일]|(?:今月|同月)\d{1,2}日|(?:本月|同月)\d{1,2}[日号]"
)
"""A day near the news, whose month newspapers leave out; `last month` is a month, and may be the wrong one."""
_DAY_NAME = re.compile(
    r"(?<![\d.·])\d{1,2}[·.]\d{1,2}(?= ?(?:(?:민주|독립|반정부|남북)[가-힣]* ?)?"
    r"(?:운동|혁명|항쟁|의거|전쟁|사태|사건|테러|쿠데타|광복|선언|합의|총선|대선))"
)
_YEARS = {
    "3·1": 1919,
    "8·15": 1945,
    "4·3": 1948,
    "6·25": 1950,
    "4·19": 1960,
    "5·16": 1961,
    "12·12": 1979,
    "5·18": 1980,
    "6·10": 1987,
    "9·11": 2001,
}
"""Days of modern history that Korean names without their year."""


def weekdays(evidence: Evidence) -> Evidence:
    """Explain a date for a day that the source names: `on Thursday`, `27일`; a month only if the source has none."""
    idioms = evidence.source.language.idioms
    if not evidence.extra or not idioms:
        return evidence
    dated = "|".join(filter(None, (idioms.dated, *idioms.steps.values())))
    if not re.search(dated or "(?!)", evidence.source.text, re.IGNORECASE):
        return evidence
    text = evidence.target.text
    named = any(number.month for number in evidence.source.numbers)
    meant = _meant(evidence, idioms)
    return evidence.without(
        extra=[
            one
            for one in evidence.extra
            if _year(one, text, meant) or _DAY.match(text, one.end) or (is_month(one, text) and not named)
        ]
    )


def _year(number: Number, text: str, meant: frozenset[Decimal] | None) -> bool:
    """Tell whether a number is a year that may be meant; any may where that is not known."""
    named = max(number.readings) > _FIRST_YEAR and _YEAR.match(text, number.end)
    return bool(named) and (meant is None or not meant.isdisjoint(number.readings))


def _meant(evidence: Evidence, idioms: Idioms) -> frozenset[Decimal] | None:
    """Return the years that the words of a source can stand for; None where they may be any.

    They may be any in a source without a year of its own. What is lost of it is not told by other words, and `the
    following year` is the one after another of the same text.
    """
    years = frozenset(min(one.readings) for one in evidence.source.numbers if _is_year(one))
    stepped, rest = frozenset[Decimal](), evidence.source.text
    for step, pattern in idioms.steps.items():
        rest, times = re.subn(pattern, " ", rest, flags=re.IGNORECASE)
        stepped |= {year + int(step) for year in years} if times else set()
    lost = any(_is_year(one) for one in evidence.missing)
    free = re.search(idioms.dated or "(?!)", rest, re.IGNORECASE) is not None
    return None if not years or (free and not lost) else stepped


def _is_year(number: Number) -> bool:
    return number.required and number.text.isdecimal() and _FIRST_YEAR < min(number.readings) <= _LAST_YEAR


def months(evidence: Evidence) -> Evidence:
    """Explain a month that newspapers leave out of a day near the news: `on March 28`, `지난 28일`."""
    if not _RELATIVE.search(evidence.target.text):
        return evidence
    return evidence.without(missing=[number for number in evidence.missing if number.month])


def events(evidence: Evidence) -> Evidence:
    """Explain the name of an event by its day, in place of its year: `the uprising of 1980`, `5·18 민주화운동`."""
    found = list(_DAY_NAME.finditer(evidence.target.text))
    named = {match.group().replace(".", "·") for match in found}
    years = {Decimal(year) for name, year in _YEARS.items() if name in named}
    extra = outside(evidence.extra, (match.span() for match in found))
    return replace(evidence, extra=extra).without(missing=[one for one in evidence.missing if one.readings & years])
