"""Owns the English phrases that a translation may say in digits: `half an hour`, `teenagers`, `semi-final`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["dated", "implied"]

_PHRASES: tuple[tuple[str, str], ...] = (
    (r"teen(?:s|aged?|agers?)?", "10 13 14 15 16 17 18 19"),
    (r"halves|halfway|half", "0.5 1.5 30 50 6"),
    (r"quarters?", "0.25 0.75 4 3 15 25 75"),
    (r"quarter-?\s?finals?|quarter-?finalists?", "8"),
    (r"semi-?\s?finals?|semi-?finalists?", "4"),
    (r"thirds?", "3 33 33.3 66 67"),
    (r"fifths?", "5 20 40 60 80"),
    (r"tenths?", "10"),
    (r"fortnight(?:ly)?", "2 14 15"),
    (r"weeks?", "7"),
    (r"days?|overnight|round-the-clock", "24"),
    (r"years?", "12 365"),
    (r"duos?|pairs?|couples?|twins?|twosome|doubl(?:e[sd]?|ing)|dual|brace|both|twofold|weekend|joint", "2"),
    (r"trios?|trebles?|tripl(?:e[sd]?|ing)|triplets?|threefold|hat-?\s?tricks?", "3"),
    (r"quartets?|quadrupl(?:e[sd]?|ing)|fourfold", "4"),
    (r"quintets?|quintupl\w+", "5"),
    *((rf"{word}-?fold", str(value)) for value, word in enumerate(["five", "six", "seven", "eight", "nine", "ten"], 5)),
    (r"(?:under|over)[- ]fives", "5"),
    (r"either|neither", "2"),
    (r"hex|hexadecimal", "16"),
    (r"binary", "2"),
    (r"octal", "8"),
    (r"decimal", "10"),
    (r"zero\w*|nil", "0"),
    (r"tens", "10"),
    (r"dozens?", "12 10"),
    (r"decades?", "10 20 30"),
    (r"(?:mid-?|(?:this|new|next|last|end of the|turn of the) )century", "19 20 21"),
    (r"century|centuries|centenary|centennial", "100"),
    (r"millenni(?:um|a|als?)", "1000 2000"),
    (r"noon|midday|midnight", "12 0 24"),
    (r"christmas|xmas", "12 25"),
    (r"new year\S*", "1"),
    (r"halloween", "10 31"),
    (r"valentine\S*", "2 14"),
    (r"covid|coronavirus|pandemic", "19"),
    (r"korean war", "6 25"),
    (r"dow(?: jones)?(?: industrials?)?(?: average)?", "30"),
    (r"nikkei", "225"),
    (r"on aggregate", "1 2"),
    (
        r"each|apiece|(?:per|an?) (?:person|capita|head|kilogram|kilo|kg|lit(?:er|re)|barrel|ounce|ton(?:ne)?|share)",
        "1",
    ),
    (r"completely|entirely|totally|absolutely|fully", "100"),
)
"""Phrase to the values that it may be told with."""
_PATTERN = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(f"(?P<p{at}>{phrase})" for at, (phrase, _) in enumerate(_PHRASES))
    + r")(?![^\W\d_])",
    re.IGNORECASE,
)
_VALUES = tuple(frozenset(map(Decimal, values.split())) for _, values in _PHRASES)
_HALF = re.compile(r"\bhalf\b", re.IGNORECASE)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SMALL = 1000
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?|yesterday|today|tonight|"
    r"tomorrow|(?:last|next|this|previous|same|past|earlier|following|coming)\s(?:\w+\s)?(?:day|night|week|weekend|month|"
    r"year|spring|summer|autumn|fall|winter)s?|ago)\b",
    re.IGNORECASE,
)


_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PER = re.compile(r"\d(?:,\d\d\d|\.\d+)*[\s-](?:\w+ ){0,2}(?:an?|per|each|every) \w")
"""A rate: `€95 a night`, `30 kilos per head`."""
_BEST_OF = re.compile(rf"\bbest[- ]of[- ](?P<games>\d{{1,2}}|{'|'.join(_ONES)})\b")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARTS |= {"hundredth": 100, "thousandth": 1000}
_LENGTHS = {"hour": 60, "minute": 60, "day": 24, "year": 12}
_FRACTION = re.compile(
    rf"\b(?P<many>an?|\d{{1,3}}|{'|'.join(_ONES)})[ -](?P<part>{'|'.join(_PARTS)}|halve)s?\b"
    rf"(?: of an? (?P<unit>{'|'.join(_LENGTHS)})\b)?"
)
_OTHERS = re.compile(rf"\b(?:and|plus|with|alongside) (?P<many>{'|'.join(_ONES)}) (?:\w+ )?(?:others?|more)\b")


def implied(text: str, known: Collection[Decimal]) -> frozenset[Decimal]:
    """Return what the phrases of an English text may be in digits; `known` are the values of its numbers.

    `Half` also halves a scale word and goes with the number before it: half a million, two and a half years. A part of
    an hour or a year is told in minutes or months, and `and three others` with the one before them.
    """
    lower = text.lower()
    found: set[Decimal] = set()
    for match in _BEST_OF.finditer(lower):
        games = int(match["games"]) if match["games"].isdecimal() else _ONES.index(match["games"]) + 1
        won = games // 2 + 1
        found |= {Decimal(games), Decimal(won)} | {value - won for value in known if won <= value < games}
    for match in _FRACTION.finditer(lower):
        many = match["many"]
        many = int(many) if many.isdecimal() else _ONES.index(many) + 1 if many in _ONES else 1
        part = Decimal(many) / _PARTS.get(match["part"], 2)
        found |= {part, part * _LENGTHS.get(match["unit"], 1)}
    if _PER.search(lower):
        found.add(Decimal(1))
    found |= {Decimal(_ONES.index(match["many"]) + 2) for match in _OTHERS.finditer(lower)}
    for match in _PATTERN.finditer(text):
        found |= _VALUES[int((match.lastgroup or "p0")[1:])]
    if _HALF.search(lower):
        half = Decimal("0.5")
        scales = [scale for word, scale in _SCALES.items() if word in lower]
        plus = [value + half for value in known if value < _SMALL]
        found |= {half * scale for scale in scales} | {value * scale for value in plus for scale in scales} | set(plus)
    return frozenset(found)


def dated(text: str) -> bool:
    """Tell whether an English text names a day that a newspaper may give as a date: `on Thursday`, `last month`."""
    return _WEEKDAY.search(text) is not None
