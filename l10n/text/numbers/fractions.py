"""Owns fractions whose two numbers changed places: 2분의 3 for two thirds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.numbers.readings import ideographic

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["inverted"]

Place = tuple[int, int]
"""Where something begins and ends."""
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
_NUMBER = rf"\d+|{'|'.join(_ONES)}"
_ENGLISH = re.compile(
    rf"\b(?P<many>an?|{'|'.join(_ONES)})[ -](?P<part>{'|'.join(_PARTS)})s?\b"
    rf"|\b(?P<some>{_NUMBER}) (?:in|out of)(?: every)? (?P<all>{_NUMBER})\b(?![.,:]\d)"
    r"|(?<![\d/.,])(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_TARGETS = {
    "ko": re.compile(r"(?<![\d.,])(?P<under>\d+)분의\s?(?P<over>\d+)(?![.,]?\d)"),
    "ja": re.compile(r"(?<![\d.,])(?P<under>\d+)分の(?P<over>\d+)(?![.,]?\d)"),
    "zh": re.compile(r"(?P<under>\d+|[二三四五六七八九十百]+)分之(?P<over>\d+|[一二三四五六七八九十]+)"),
}


def _value(word: str) -> int:
    low = word.lower()
    if low in _ONES:
        return _ONES.index(low) + 1
    if low in {"a", "an"}:
        return 1
    return int(low) if low.isdecimal() else ideographic(low)


def inverted(source: str, target: str, languages: tuple[str, str]) -> Iterator[tuple[Place, Place]]:
    """Yield fractions of an English text with those of the target that have their numbers the other way round."""
    pattern = _TARGETS.get(languages[1]) if languages[0] == "en" else None
    after = list(pattern.finditer(target)) if pattern else []
    if not after:
        return
    before = {}
    for match in _ENGLISH.finditer(source):
        over = match["many"] or match["some"] or match["over"]
        under = _PARTS[match["part"].lower()] if match["part"] else _value(match["all"] or match["under"])
        before[_value(over), under] = match.span()
    for match in after:
        over, under = _value(match["over"]), _value(match["under"])
        if (over, under) not in before and (under, over) in before:
            yield before[under, over], match.span()
