"""Owns the ways in which a translation may tell a quantity of its source with other numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from l10n.text.numbers import durations
from l10n.text.numbers.evidence import few
from l10n.text.numbers.fractions import small_number, with_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from l10n.languages import Language
    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Number, Place

__all__ = ["counted", "lengths", "roughly", "shares"]
_AROUND = 40
"""Characters beside a number that say what it counts."""


def lengths(evidence: Evidence) -> Evidence:
    """Explain a length of time in other units, summed over all of them: `90 minutes`, `1시간 30분`."""
    return evidence.apart(_lengths(evidence)) if few(evidence.missing, evidence.extra) else evidence


def _lengths(evidence: Evidence) -> Iterator[tuple[Place, Place]]:
    source, target = evidence.source, evidence.target
    after: dict[object, list[Place]] = {}
    for one in durations.durations(target.western, target.language):
        after.setdefault((one.months, one.seconds), []).append((one.start, one.end))
    before: dict[object, list[Place]] = {}
    for one in durations.durations(source.western, source.language) if after else ():
        before.setdefault((one.months, one.seconds), []).append((one.start, one.end))
    for length in before.keys() & after.keys():
        here, there = before[length], after[length]
        yield from zip_longest(here, there, fillvalue=here[0] if len(here) < len(there) else there[0])


_LEAST_DAYS, _MOST_DAYS = Decimal(28), Decimal(31)
"""Days that a month may have; a year has not more than twelve times as many."""
_DAY_SECONDS = 86400
_FEW_LENGTHS = 20


def roughly(evidence: Evidence) -> Evidence:
    """Explain days and weeks by the months that they make: `60 days`, `두 달`."""
    return evidence.apart(_roughly(evidence)) if few(evidence.missing, evidence.extra) else evidence


def _roughly(evidence: Evidence) -> Iterator[tuple[Place, Place]]:
    source, target = evidence.source, evidence.target
    after = list(durations.durations(target.western, target.language)) if evidence.open else []
    before = list(durations.durations(source.western, source.language)) if after else []
    for one in before if len(before) + len(after) <= _FEW_LENGTHS else ():
        for other in after:
            days = (one.seconds or other.seconds) / _DAY_SECONDS
            months = one.months or other.months
            whole = all(bool(some.months) != bool(some.seconds) for some in (one, other))
            if (
                whole
                and bool(one.months) == bool(other.seconds)
                and _LEAST_DAYS * months <= days <= _MOST_DAYS * months
            ):
                yield (one.start, one.end), (other.start, other.end)


def counted(evidence: Evidence) -> Evidence:
    """Explain what is counted from elsewhere: `the 88th minute`, `후반 43분`; `_RULES` has all of it."""
    if evidence.source.language.idioms is None or not few(evidence.missing, evidence.extra):
        return evidence
    texts = evidence.source.text, evidence.target.text
    return evidence.apart(
        [
            ((number.start, number.end), (other.start, other.end))
            for number in evidence.missing
            for other in evidence.extra
            if _same(number, other, texts)
        ]
    )


def shares(evidence: Evidence) -> Evidence:
    """Explain a share by its percentage: `one in five`, `20%`."""
    return evidence.apart(_shares(evidence)) if few(evidence.target.numbers) else evidence


@cache
def _share(language: Language) -> re.Pattern[str] | None:
    form = language.idioms.share if language.idioms else ""
    return re.compile(with_numbers(form, language), re.IGNORECASE) if form else None


def _shares(evidence: Evidence) -> Iterator[tuple[Place, Place]]:
    language = evidence.source.language
    pattern = _share(language)
    for match in pattern.finditer(evidence.source.western) if pattern else ():
        part, whole = (Decimal(small_number(match[name], language)) for name in ("part", "all"))
        if 0 < part < whole:
            share = 100 * part / whole
            equal = {share, Decimal(round(share)), round(share, 1)}
            for number in evidence.target.numbers:
                percent = _PERCENT.match(evidence.target.text, number.end) or number.text[-1] in _TENTHS
                if number.readings & equal and percent:
                    yield match.span(), (number.start, number.end)


def _same(number: Number, other: Number, texts: tuple[str, str]) -> bool:
    source, target = texts
    here = source[max(0, number.start - _AROUND) : number.start], source[number.end : number.end + _AROUND]
    there = target[max(0, other.start - _AROUND) : other.start], target[other.end : other.end + _AROUND]
    found = (rule(min(number.readings), here, there) for rule in _RULES)
    return any(equal & other.readings for equal in found if equal)


_Sides = tuple[str, str]
_Found = set[Decimal] | None
"""The values that the target may have."""

_GAME = re.compile(r"(?:st|nd|rd|th)?(?:(?:,| and|, and) \d+(?:st|nd|rd|th)?){0,3}[- ]minutes?\b", re.IGNORECASE)
_GAME_BEFORE = re.compile(r"\bminute \Z|\b(?:on|after) \Z", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?P<extra>연장전?\s?|延長|加时赛?)?(?P<half>전반|후반|前半|後半|上半场?|下半场?|上半時間?)?전?第?\s?"
    r"(?:\d+[분分](?:과|와|,|、)?\s?){0,3}(?P<added>추가 ?시간\s?|アディショナルタイム|ロスタイム|(?:伤停)?补时第?)?\Z"
)
_MINUTE = re.compile(r"\s?[분分]")
_POINTS = re.compile(r"[\s-]*(?:basis[ -]points?|bps?)\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"[\s\u00a0]*(?:%|％|٪|퍼센트|パーセント|个百分|個百分|ポイント|por ciento|pour cent|prozent|punto|point)",
    re.IGNORECASE,
)
_TENTHS = "할割成"
"""What ends a number of tenths: `4割`."""
_RATE = re.compile(r"\s?(?:%|percent|per cent)", re.IGNORECASE)
_TIMES = re.compile(r"\s?[배倍]")
_AND = re.compile(r"\b(?:and|with|plus|alongside)(?: at least| about| some)? \Z", re.IGNORECASE)
_OTHERS = re.compile(r" (?:\w+ )?(?:others?|more|fellow)\b", re.IGNORECASE)
_AMONG = re.compile(r"(?:등|포함한?|포함해|ら|など|等|等共?|共)[\s]?(?:모두|총|계)?\s?\Z")
_UNDER = re.compile(r"\b(?:not yet|under|below|younger than)(?: the)?(?: age)?(?: of)? \Z", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|above|older than|more than)(?: the)?(?: age)?(?: of)? \Z", re.IGNORECASE)
_LEAST = re.compile(r"\s?(?:이상|以上|及以上|부터)")
_AGE = re.compile(r"\s?(?:세|살|歳|才|岁|周岁)")


def _minute(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    """Count minutes of a game from its half: the 88th is the 43rd of the second one."""
    period = _PERIOD.search(there[0])
    game = _GAME.match(here[1]) or _GAME_BEFORE.search(here[0])
    if not period or not any(period.groups()) or not game or not _MINUTE.match(there[1]):
        return None
    if period["added"] and not period["extra"]:
        return {value - 90, value - 45}
    return {value - _played(period)}


def _played(period: re.Match[str]) -> int:
    """Return the minutes before a half of the game or of its extra time."""
    late = (period["half"] or " ")[0] in "후後下"
    length, before = (15, 90) if period["extra"] else (45, 0)
    return before + length * late


def _basis(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    return {value / 100} if _POINTS.match(here[1]) and _PERCENT.match(there[1]) else None


def _multiple(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    """Read `50 percent more` as 1.5배, `300 percent of` as 3배."""
    return {1 + value / 100, value / 100} - {value} if _RATE.match(here[1]) and _TIMES.match(there[1]) else None


def _others(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    """Count those named before `and 12 others` in."""
    if not _AND.search(here[0]) or not _OTHERS.match(here[1]) or not _AMONG.search(there[0]):
        return None
    return {value + named for named in range(1, 2 + here[0].count(","))}


def _younger(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    return {value - 1} if _UNDER.search(here[0]) and _AGE.match(there[1]) else None


def _older(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    age = _AGE.match(there[1]) if _OVER.search(here[0]) else None
    return {value + 1} if age and _LEAST.match(there[1], age.end()) else None


_RULES: tuple[Callable[[Decimal, _Sides, _Sides], _Found], ...]
_RULES = (_minute, _basis, _multiple, _others, _younger, _older)
"""Each tells what a number of the source may be in the target, given what stands on both sides of both."""
