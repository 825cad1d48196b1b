"""Owns the digits and units of East Asian numbers, of which each letter has one value in all languages that use it."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["DIGITS", "IDEOGRAPHS", "UNITS", "ideographic", "tail", "unit"]

UNITS: dict[str, int] = {
    **dict.fromkeys("십十拾", 10),
    **dict.fromkeys("백百", 100),
    **dict.fromkeys("천千", 1000),
    **dict.fromkeys("만万萬", 10**4),
    **dict.fromkeys("억億亿", 10**8),
    **dict.fromkeys("조兆", 10**12),
}
"""Unit letter to factor; from 10⁴ on a unit closes the group before it."""
DIGITS: dict[str, int] = {
    **{letter: value for value, letter in enumerate("零一二三四五六七八九")},
    **{letter: value for value, letter in enumerate("영일이삼사오육칠팔구")},
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_GROUP = 10**4
_UNIT = "".join(UNITS)
_HANGUL_DIGITS, _HANGUL_UNITS = "일이삼사오육칠팔구", "".join(letter for letter in UNITS if "가" <= letter <= "힣")
_HAN = "".join(letter for letter in {**DIGITS, **UNITS} if "一" <= letter <= "鿿" and letter != "拾")
_UNIT_AT = re.compile(rf"[여多余餘]?(?![千百兆][克米瓦帕卡赫](?!朗))([{_UNIT}])")
"""Not the first half of a unit of measure: `3千克`, `410千卡`, `5兆瓦`."""
_TAIL = re.compile(
    r" ?((?<! )\d{1,3}\.\d+(?![\d.])|(?:\d{1,3}(?:,\d{3})+|\d+)(?!\d)(?!\.\d))(?! ?[년월일시분%年月日時时点分항호목])"
)
"""A decimal only where it is glued: `1천672.4`."""
IDEOGRAPHS = re.compile(
    rf"[{_HAN}〇]+|(?<![가-힣])[{_HANGUL_DIGITS}]?[{_HANGUL_UNITS}][{_HANGUL_DIGITS}{_HANGUL_UNITS}]*"
)
"""A number without digits; in Hangul it begins a word and has a unit."""


def unit(text: str, at: int, *, spaced: bool) -> tuple[int, int]:
    """Return the East Asian unit at a place and where it ends; 0 when there is none."""
    if spaced and text[at : at + 1] == " ":
        at += 1
    match = _UNIT_AT.match(text, at)
    return (UNITS[match.group(1)], match.end()) if match else (0, at)


def tail(text: str, at: int, limit: Decimal) -> re.Match[str] | None:
    """Return the digits that go on with a number after a unit: fewer than the unit, and not a date of their own."""
    match = _TAIL.match(text, at)
    return match if match and Decimal(match.group(1).replace(",", "")) < limit else None


def ideographic(text: str) -> int:
    """Read 三千万, 百二十, 二〇一九, 两万亿, 천만 or 삼십만."""
    total = section = current = 0
    for letter in text:
        factor = UNITS.get(letter)
        if factor is None:
            current = current * 10 + DIGITS[letter]
        elif factor < _GROUP:
            section, current = section + (current or 1) * factor, 0
        else:
            total = _closed(total, section + current, factor)
            section = current = 0
    return total + section + current


def _closed(total: int, whole: int, factor: int) -> int:
    """Close a group; a unit right behind another multiplies all before it: 两万亿."""
    return total * factor if total and not whole else total + (whole or 1) * factor
