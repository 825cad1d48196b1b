"""Owns the conversion of British and American units, which translators do in passing."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["converted"]

_UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"miles?|mph|mi\b", ("1.609",)),
    (r"yards?|yds?\b", ("0.9144",)),
    (r"foot|feet|ft\b|′", ("0.3048", "30.48")),
    (r"inch(?:es)?|″", ("2.54", "25.4")),
    (r"pounds?|lbs?\b", ("0.4536",)),
    (r"stones?\b", ("6.35",)),
    (r"ounces?|oz\b", ("28.35",)),
    (r"acres?", ("0.4047", "4047")),
    (r"gallons?", ("3.785", "4.546")),
    (r"square miles?", ("2.59",)),
)
"""Unit to the factors of its metric equals (international yard and pound, 1959)."""
_PATTERNS = tuple((re.compile(rf"(?:{names})", re.IGNORECASE), factors) for names, factors in reversed(_UNITS))
_LEAD = re.compile(r"[\s-]*(?:(?:to|and|or|-|–)\s*\d[\d.,]*[\s-]*)?(?:square\s)?")
_DEGREES = re.compile(r"(?:degrees?|°|º|F\b|s\b)")
_TOLERANCE = Decimal("0.06")


def converted(value: Decimal, after: str, other: Decimal) -> bool:
    """Tell whether a value with the unit that begins `after` is `other` in metric units, roundly."""
    lead = _LEAD.match(after)
    rest = after[lead.end() :] if lead else after
    if _DEGREES.match(rest):
        kelvin = value * 5 / 9
        return min(abs(kelvin - other), abs(kelvin - Decimal("17.8") - other)) <= 5  # noqa: PLR2004  "the 80s" is a span
    for pattern, factors in _PATTERNS:
        if pattern.match(rest):
            metric = [value * Decimal(factor) for factor in factors]
            return any(abs(one - other) <= max(one * _TOLERANCE, Decimal(1)) for one in metric)
    return False
