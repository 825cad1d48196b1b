"""Owns the conversion of British and American units, which translators do in passing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["celsius", "converted", "heights", "imperial"]

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
    r"[\s-]*(?:(?:to|and|or|-|–)\s*\d[\d.,]*[\s-]*)?(?:an?\s)?(?P<square>(?:square|sq\.?)[\s-])?(?:of\s)?(?:an?\s)?",
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


def celsius(text: str) -> bool:
    """Tell whether the degrees of an English text are metric already."""
    return bool(_CELSIUS.search(text)) and not _NAMED_F.search(text)


def converted(value: Decimal, after: str, other: Decimal, *, degrees: bool = True) -> bool:
    """Tell whether a value with the unit that begins `after` is `other` in metric units, roundly.

    `degrees` are those of Fahrenheit, or are none to convert.
    """
    lead = _LEAD.match(after)
    rest = after[lead.end() :] if lead else after
    if _DEGREES.match(rest):
        if not degrees:
            return False
        kelvin = value * 5 / 9
        celsius = kelvin - Decimal("17.8")
        if min(abs(kelvin - other), abs(celsius - other)) <= 5:  # noqa: PLR2004  "the 80s" is a span
            return True
        frost = (abs(abs(cold) - other) for cold in (celsius, -kelvin - Decimal("17.8")) if cold < 0)
        return _FAHRENHEIT.match(rest) is not None and min(frost) <= 1
    for pattern, factors in _SQUARE_PATTERNS if lead and lead["square"] else _PATTERNS:
        if pattern.match(rest):
            metric = [value * Decimal(factor) for factor in factors]
            return any(abs(one - other) <= max(one * _TOLERANCE, min(one / 2, Decimal(1))) for one in metric)
    return False


def imperial(after: str) -> bool:
    """Tell whether the text after a number begins with such a unit's name, in any language known here."""
    return _IMPERIAL.match(after) is not None


def heights(text: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Yield where a height in feet and inches begins and ends (`6-foot-6`), with its metres.

    So is a weight in pounds and ounces, with its kilograms.
    """
    for match in _HEIGHT.finditer(text):
        yield match.span(), int(match["feet"]) * Decimal("0.3048") + int(match["inches"]) * Decimal("0.0254")
    for match in _WEIGHT.finditer(text):
        yield match.span(), int(match["pounds"]) * Decimal("0.4536") + int(match["ounces"]) * Decimal("0.02835")
