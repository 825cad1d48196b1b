"""Owns the conversion of British and American units, which translators do in passing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import few, outside
from l10n.text.numbers.number import Number

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Place

__all__ = ["brackets", "conversions", "heights"]

_UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"miles?|mph|mi\b", ("1.609",)),
    (r"yards?|yds?\b", ("0.9144",)),
    (r"foot|feet|ft\b|′", ("0.3048", "30.48")),
    (r"inch(?:es)?|″", ("2.54", "25.4")),
    (r"pounds?|lbs?\b", ("0.4536",)),
    (r"stones?\b", ("6.35",)),
    (r"ounces?|oz\b", ("28.35",)),
    (r"acres?", ("0.4047", "4047", "1224", "0.004047")),
    (r"hectares?|ha\b", ("10000", "3025", "0.01")),
    (r"nautical miles?", ("1.852",)),
    (r"gallons?", ("3.785", "4.546")),
    (r"mph\b|miles?(?: per | an |/)hour", ("1.609", "0.447")),
)
"""Unit to the factors of its metric equals (international yard and pound, 1959), and of the Korean pyeong."""
_SQUARES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"miles?|mi\b", ("2.59",)),
    (r"yards?|yds?\b", ("0.8361",)),
    (r"foot|feet|ft\b", ("0.0929", "0.0281")),
    (r"inch(?:es)?", ("6.452",)),
    (r"met(?:er|re)s?", ("0.3025", "0.0001")),
    (r"kilomet(?:er|re)s?|km\b", ("100",)),
)
"""The same behind `square`."""
_PATTERNS, _SQUARE_PATTERNS = (
    tuple((re.compile(rf"(?:{names})", re.IGNORECASE), factors) for names, factors in reversed(units))
    for units in (_UNITS, _SQUARES)
)
_LEAD = re.compile(
    r"(?:\s*(?:to|and|or|-|–)\s*\d[\d.,]*)?[\s-]*(?:an?\s)?(?P<square>(?:square|sq\.?)[\s-])?(?:of\s)?(?:an?\s)?",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?:degrees?|°|º|F\b|s\b)")
_FAHRENHEIT = re.compile(r"(?:degrees? |[°º]\s?)?F")
"""Only a scale that is named makes frost of a number: ten degrees more are no frost."""
_NAMED_F = re.compile(r"Fahrenheit|\bF\b|℉", re.IGNORECASE)
_CELSIUS = re.compile(r"Celsius|centigrade|\dC\b|° ?C\b|℃", re.IGNORECASE)
_TOLERANCE = Decimal("0.08")
_HEIGHT = re.compile(
    r"(?<!\d)(?P<feet>\d)\s?(?:[-\s]?(?:foot|feet|ft)\b|['’′])[-\s]?(?P<inches>\d{1,2})(?![\d.,]*\d)", re.IGNORECASE
)
_WEIGHT = re.compile(
    r"(?<![\d.,])(?P<pounds>\d{1,3})\s?(?:pounds?|lbs?\.?),?\s(?:and\s)?(?P<ounces>\d{1,2})\s?(?:ounces?|oz)\b",
    re.IGNORECASE,
)
_IMPERIAL = re.compile(
    r"[\s\u00a0-]*(?:(?:내지|에서|[-~–～至到aàو]|から|bis|to|إلى)\s?[\d.,]+[\s\u00a0-]*)?(?:인치|피트|마일|파운드|야드|온스|에이커|갤런|스톤|(?:평방|제곱)\s?(?:피트|마일|야드|인치)|インチ|フィート|マイル|ポンド|ヤード|オンス|"
    r"エーカー|ガロン|英寸|英尺|英里|磅|码|碼|盎司|英亩|加仑|pulgada|pie|milla|libra|yarda|onza|galon|galón|pouce|pied|mile|"
    r"mille\b|livre|once|gallon|zoll|fu(?:ß|ss)|meile|pfund|unze|yard|acre|inch|foot|feet|ft\b|mph|pound|lb|بوص|قدم|ميل|"
    r"رطل|أرطال|ياردة|أونصة|جالون|غالون)",
    re.IGNORECASE,
)


_ONE = re.compile(r"\b(?P<half>half\s)?an?\s(?=(?:mile|inch|foot|yard|pound|ounce|acre|gallon|stone)\b)", re.IGNORECASE)
_AFTER, _AFTER_TARGET, _BEFORE = 60, 12, 40
"""Characters beside a number in which its unit stands."""
_LEAST_SPAN, _FROST_TOLERANCE = 5, 1
"""Degrees: `the 80s` is a span."""
_HEIGHT_TOLERANCE = Decimal("0.02")
_BRACKETS = re.compile(r"\([^()]{0,20}\d[^()]*\)")
_UNIT = (
    r"(?:[a-zA-Z]{1,3}[²³2]?|[㎞㎡㎢㎝㎜㎏㎎㎖㏊℃℉°º]|킬로(?:미터|그램)|미터|센티미터|제곱미터|평(?:방미터)?|해리|마일|피트|인치|야드|에이커|헥타르|"
    r"파운드|온스|갤런|리터|톤|그램|도|달러|유로|엔|위안|원|루블|キロ(?:メートル|グラム)?|メートル|センチ|平方メートル|海里|マイル|フィート|インチ|エーカー|ヘクタール|"
    r"ポンド|坪|度|ドル|ユーロ|円|ウォン|公里|千米|米|平方米|公顷|英里|英尺|英寸|英亩|公斤|磅|吨|[美欧日韩]?元|英镑)"
)
_OPENED = re.compile(
    rf"{_UNIT}\s?[(（](?:(?:약|한화|우리 돈|現在の|約|约|大约|ca\.|unos|environ|etwa)\s?)*[$€£¥₩]?\s?\Z"
)
_CLOSED = re.compile(rf"(?:여|余)?\s?{_UNIT}\s?(?:정도|가량)?\s?[)）]")


def heights(evidence: Evidence) -> Evidence:
    """Explain a height in feet and inches, a weight in pounds and ounces, by one metric number: `6-foot-6`, `198cm`."""
    if not _imperial_source(evidence):
        return evidence
    missing, extra = evidence.missing, evidence.extra
    metric = _metric(evidence)
    for place, height in _measured(evidence.source.text):
        near = [number for number in metric if _near(number, height)]
        if near:
            missing = outside(missing, [place])
            extra = tuple(number for number in extra if number not in near)
    return replace(evidence, missing=missing, extra=extra)


def conversions(evidence: Evidence) -> Evidence:
    """Explain a number with an imperial unit by its metric equal, there or in brackets: `60 miles`, `96km`."""
    if not _imperial_source(evidence):
        return evidence
    text = evidence.source.text
    own = [number for number in evidence.source.numbers if number.readings & evidence.there]
    others = [*_metric(evidence), *own]
    equals = {number: _equals(number, text, others) for number in (*evidence.source.numbers, *_single(text))}
    told = [number for number in evidence.missing if equals[number]]
    doubled = chain.from_iterable(equals[number] for number in own)
    return evidence.without(missing=[*told, *doubled], extra=chain.from_iterable(equals.values()))


def brackets(evidence: Evidence) -> Evidence:
    """Explain a conversion in brackets behind a measure that is explained: `three miles`, `3마일(4.8㎞)`."""
    if _BRACKETS.search(evidence.source.text):
        return evidence
    text, ends = evidence.target.text, {one.end for one in evidence.extra}
    return evidence.without(extra=[one for one in evidence.extra if _bracketed(one, text, ends)])


def _imperial_source(evidence: Evidence) -> bool:
    return evidence.source.language.idioms is not None and few(evidence.source.numbers, evidence.target.numbers)


def _metric(evidence: Evidence) -> list[Number]:
    """Return the numbers of the target without those whose unit is imperial there too."""
    text = evidence.target.text
    return [
        number
        for number in evidence.target.numbers
        if not _IMPERIAL.match(text[number.end : number.end + _AFTER_TARGET])
    ]


def _single(text: str) -> Iterator[Number]:
    """Yield `a mile` and `half an inch` as numbers."""
    for match in _ONE.finditer(text):
        value = Decimal("0.5") if match["half"] else Decimal(1)
        yield Number(*match.span(), match.group(), frozenset({value}), required=False)


def _equals(number: Number, text: str, others: Iterable[Number]) -> list[Number]:
    after, metric = text[number.end : number.end + _AFTER], _celsius(text)
    return [
        other
        for other in others
        if other is not number
        and any(_converted(one, after, two, metric=metric) for one in number.readings for two in other.readings)
    ]


def _celsius(text: str) -> bool:
    """Tell whether the degrees of an English text are metric already."""
    return bool(_CELSIUS.search(text)) and not _NAMED_F.search(text)


def _converted(value: Decimal, after: str, other: Decimal, *, metric: bool) -> bool:
    """Tell whether a value with the unit that begins `after` is `other` in metric units, roundly.

    `metric` says that degrees are no Fahrenheit, and there is nothing to convert.
    """
    lead = _LEAD.match(after)
    rest = after[lead.end() :] if lead else after
    if _DEGREES.match(rest):
        return not metric and _warm(value, rest, other)
    for pattern, factors in _SQUARE_PATTERNS if lead and lead["square"] else _PATTERNS:
        if pattern.match(rest):
            equals = [value * Decimal(factor) for factor in factors]
            return any(abs(one - other) <= max(one * _TOLERANCE, min(one / 2, Decimal(1))) for one in equals)
    return False


def _warm(value: Decimal, rest: str, other: Decimal) -> bool:
    """Tell whether degrees of Fahrenheit are these of Celsius; frost may be told without its sign."""
    kelvin = value * 5 / 9
    celsius = kelvin - Decimal("17.8")
    if min(abs(kelvin - other), abs(celsius - other)) <= _LEAST_SPAN:
        return True
    frost = (abs(abs(cold) - other) for cold in (celsius, -kelvin - Decimal("17.8")) if cold < 0)
    return _FAHRENHEIT.match(rest) is not None and min(frost) <= _FROST_TOLERANCE


def _measured(text: str) -> Iterator[tuple[Place, Decimal]]:
    """Yield where a height in feet and inches stands, with its metres, and a weight in two units with its kilograms."""
    for match in _HEIGHT.finditer(text):
        yield match.span(), int(match["feet"]) * Decimal("0.3048") + int(match["inches"]) * Decimal("0.0254")
    for match in _WEIGHT.finditer(text):
        yield match.span(), int(match["pounds"]) * Decimal("0.4536") + int(match["ounces"]) * Decimal("0.02835")


def _near(number: Number, metres: Decimal) -> bool:
    return any(abs(value - metres) <= _HEIGHT_TOLERANCE or abs(value - 100 * metres) <= 1 for value in number.readings)


def _bracketed(number: Number, text: str, unknown: Container[int]) -> bool:
    """Tell whether a number is a conversion in brackets behind a measure; `unknown` are the ends of those not known."""
    opened = _OPENED.search(text, max(0, number.start - _BEFORE), number.start)
    if opened is None or not _CLOSED.match(text, number.end):
        return False
    return opened.start() not in unknown and opened.start() - 1 not in unknown
