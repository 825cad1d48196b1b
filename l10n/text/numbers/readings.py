"""Owns how digits and number words are read as values."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.numerals import CJK_DIGITS, CJK_UNITS, KOREAN_COUNTS, KOREAN_DAYS

if TYPE_CHECKING:
    from l10n.text.numbers.numerals import Numerals

__all__ = [
    "COUNTED",
    "DAYS",
    "HOLIDAY",
    "HOLIDAYS",
    "IDEOGRAPHS",
    "SPACES",
    "hours",
    "ideographic",
    "readings",
    "roman",
    "spoken",
    "tail",
    "unit",
    "western",
]

SPACES = "\u00a0\u202f\u2009 "
"""White space that groups digits."""

_FOREIGN = re.compile(r"[^\D0-9]|[．٫٬]")


def western(text: str) -> str:
    """Write the digits of every script as 0–9; the length stays."""
    if text.isascii():
        return text
    signs = {"．": ".", "٫": ".", "٬": ","}
    return _FOREIGN.sub(lambda match: signs.get(match.group()) or str(unicodedata.decimal(match.group())), text)


def readings(number: str, *, comma: bool) -> frozenset[Decimal]:
    """Read a western number; both ways where a single sign before three digits may group or divide."""
    if not comma:
        return frozenset({Decimal(number.replace(",", ""))})
    bare = re.sub(rf"[{SPACES}’']", "", number)
    signs = [sign for sign in bare if sign in ".,"]
    if not signs:
        return frozenset({Decimal(bare)})
    if len(set(signs)) > 1:
        last = signs[-1]
        return frozenset({Decimal(bare.replace("." if last == "," else ",", "").replace(",", "."))})
    if len(signs) > 1:
        return frozenset({Decimal(bare.replace(signs[0], ""))})
    parts = bare.split(signs[0])
    divided = Decimal(".".join(parts))
    grouped = len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0] != "0"  # noqa: PLR2004  groups of thousands
    return frozenset({divided, Decimal("".join(parts))}) if grouped else frozenset({divided})


_UNIT = "".join(CJK_UNITS)
_UNIT_AT = re.compile(rf"[여多余餘]?(?![千百兆][克米瓦帕卡赫](?!朗))([{_UNIT}])")
"""Not the first half of a unit of measure: `3千克`, `410千卡`, `5兆瓦`."""
_TAIL = re.compile(
    r" ?((?<! )\d{1,3}\.\d+(?![\d.])|(?:\d{1,3}(?:,\d{3})+|\d+)(?!\d)(?!\.\d))(?! ?[년월일시분%年月日時时点分항호목])"
)
"""A decimal only where it is glued: `1천672.4`."""
IDEOGRAPHS = re.compile(
    rf"[{''.join(CJK_DIGITS)[:10]}〇两兩十百千万萬億亿兆]+|(?<![가-힣])[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]*"
)
COUNTED = re.compile(
    rf"(?<![가-힣])({'|'.join(sorted(KOREAN_COUNTS, key=len, reverse=True))})"
    r"(?=\s?(?:명|개|번|차례|달|살|시|가지|곳|팀|사람|배|주|차|쌍|대|마리|건|해|경기|골|아이|자녀|나라|잔|채|척|편|권|장|째|군데|세트|단계|여성|남성)|\s|(?<=[른흔순든])[이을에의은도])"
)


DAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(KOREAN_DAYS)})")
HOLIDAYS: dict[str, tuple[int, int]] = {
    "신정": (1, 1),
    "새해 첫날": (1, 1),
    "광명성절": (2, 16),
    "삼일절": (3, 1),
    "태양절": (4, 15),
    "노동절": (5, 1),
    "근로자의 날": (5, 1),
    "어린이날": (5, 5),
    "현충일": (6, 6),
    "제헌절": (7, 17),
    "광복절": (8, 15),
    "개천절": (10, 3),
    "한글날": (10, 9),
    "성탄절": (12, 25),
    "크리스마스": (12, 25),
}
"""Days that both Koreas call by name, with their month and day."""
HOLIDAY = re.compile("|".join(HOLIDAYS))


def unit(text: str, at: int, *, spaced: bool) -> tuple[int, int]:
    """Return the East Asian unit at a place and where it ends; 0 when there is none."""
    if spaced and text[at : at + 1] == " ":
        at += 1
    match = _UNIT_AT.match(text, at)
    return (CJK_UNITS[match.group(1)], match.end()) if match else (0, at)


def tail(text: str, at: int, limit: Decimal) -> re.Match[str] | None:
    """Return the digits that go on with a number after a unit: fewer than the unit, and not a date of their own."""
    match = _TAIL.match(text, at)
    return match if match and Decimal(match.group(1).replace(",", "")) < limit else None


def hours(hour: int) -> set[int]:
    """Return what an hour is called on clocks of 12 and of 24 hours."""
    return {hour, hour + 12, hour % 12} if hour <= 12 else {hour, hour - 12}  # noqa: PLR2004


def ideographic(text: str) -> int:
    """Read 三千万, 百二十, 二〇一九, 两万亿, 천만 or 삼십만."""
    if not any(letter in CJK_UNITS for letter in text):
        return int("".join(str(CJK_DIGITS[letter]) for letter in text))
    total = section = current = 0
    for letter in text:
        unit = CJK_UNITS.get(letter)
        if unit is None:
            current = current * 10 + CJK_DIGITS[letter]
        elif unit < 10**4:
            section, current = section + (current or 1) * unit, 0
        else:
            whole = section + current
            total = total * unit if total and not whole else total + (whole or 1) * unit
            section = current = 0
    return total + section + current


_CENTURIES = frozenset({"century", "centuries", "siglo", "siècle", "jahrhundert", "قرن", "القرن"})
_ARTICLE = re.compile(r"[وفبكل]?(?:ال|لل)?")


def _word(text: str, rules: Numerals) -> int | None:
    """Return the value of one word, in Arabic also behind an article or what else is glued to it."""
    found = rules.words.get(text)
    if found is None and "\u0600" <= text[:1] <= "\u06ff":
        found = rules.words.get(text[1:], rules.words.get(_ARTICLE.sub("", text, count=1)))
    return found


def spoken(text: str, rules: Numerals) -> set[int]:
    """Read number words; the whole, and each word alone, because a list of words reads like one number."""
    words = re.split(r"[\s-]+", text)
    single = _word(text, rules)
    if single is not None:
        return {single}
    every = [value for word in words if (value := _word(word, rules)) is not None]
    parts = [value for word in words if word not in _CENTURIES and (value := _word(word, rules)) is not None]
    total = current = 0
    for value in parts:
        if value < 100:  # noqa: PLR2004  from a hundred on a word multiplies
            current += value
        elif value == 100:  # noqa: PLR2004
            current = (current or 1) * value
        else:
            total, current = total + (current or 1) * value, 0
    return {total + current, *every}


def roman(text: str) -> int:
    """Read a Roman numeral below 90."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50}
    numbers = [worth[letter] for letter in text]
    return sum(-one if one < following else one for one, following in zip(numbers, [*numbers[1:], 0], strict=True))
