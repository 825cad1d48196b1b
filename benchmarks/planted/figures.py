"""Plants wrong figures: numbers that stand in digits on both sides, or as an English word beside digits."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from planted.good import LATIN, Good, Planted, once, put

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = r"(?<![\w.,:/’'-])\d+(?:[.,]\d+)*(?![\w]*\d)(?![.,:/]\d)"
WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
YEAR = r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d]|[.,]\d)"
SHORT = 3
OPEN = frozenset({2, 4, 5, 9})
"""Digits whose Korean words end in a vowel: what follows them must not become wrong."""


def shared(good: Good) -> list[tuple[str, re.Match[str]]]:
    """Return the numbers that stand just once on both sides, as the English has them and where the translation does."""
    found = []
    for match in re.finditer(NUMBER, good.source):
        text = match.group()
        here = text.translate(str.maketrans(",.", ".,")) if good.locale in LATIN else text
        forms = {text, here} if len(text) > SHORT or "." in text else {text}
        there = [one for form in forms for one in alone(form, good.target)]
        if len(alone(text, good.source)) == 1 == len(there):
            found.append((text, there[0]))
    return sorted(found, key=lambda one: one[1].start())


def alone(number: str, text: str) -> list[re.Match[str]]:
    """Return the places of a number that is not part of another."""
    return list(re.finditer(rf"(?<![\d.,:/-]){re.escape(number)}(?![\d]|[.,:/-]\d)", text))


def other(number: str, source: str) -> str:
    """Return a number that the English has not: two digits exchanged, or another digit."""
    at = next((i for i in range(len(number) - 1) if number[i : i + 2].isdigit() and number[i] != number[i + 1]), None)
    if at is not None and number[at + 1] != "0":
        new = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        if new not in source:
            return new
    last = max(i for i, sign in enumerate(number) if sign.isdigit() and (sign != "0" or len(number) == 1))
    step = 3 if last else 2
    digit = (int(number[last]) + step) % 10 or 4
    return number[:last] + str(digit) + number[last + 1 :]


def changed(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant other digits: in a number, a decimal, an age, a percentage, a year, a day of a month."""
    for number, match in shared(good):
        kind = "digits changed"
        before, after = good.source.split(number, 1)
        if re.fullmatch(YEAR, number):
            year = str(int(number) - 3)
            yield Planted("year", "year", good.source, good.target, put(good.target, match, year))
            continue
        if re.match(r"-year-old|-month-old", after):
            kind = "age"
        elif re.match(r" ?(?:%|per ?cent)", after):
            kind = "percentage"
        elif re.search(r"(?:January|February|March|April|May|June|July|August|September|October|November) \Z", before):
            kind = "day of the month"
        elif "." in number:
            kind = "decimal"
            moved = re.sub("[.,]", "", match.group())
            yield Planted("decimal point lost", "", good.source, good.target, put(good.target, match, moved))
        wrong = put(good.target, match, other(match.group(), good.source))
        yield Planted(kind, str(len(number)), good.source, good.target, wrong)
        if number.endswith(("00", ",000")) and len(number) > SHORT:
            fewer = put(good.target, match, match.group()[:-1].replace(",", "").replace(".", ""))
            yield Planted("nought lost", "", good.source, good.target, fewer)


def exchanged(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant two numbers in each other's place."""
    plain = [one for one in shared(good) if one[0] != one[1].group()[::-1]]
    for one, two in combinations([match for _, match in plain], 2):
        if one.end() < two.start() and one.group() != two.group():
            between = good.target[one.end() : two.start()]
            text = good.target[: one.start()] + two.group() + between + one.group() + good.target[two.end() :]
            yield Planted("two numbers exchanged", "", good.source, good.target, text)
            return


def ranges(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant another end of a range, and another score."""
    match = once(r"(?<![\d.,-])(\d{1,3})( to | and |-|–)(\d{1,3})(?![\d.,%-])", good.source)
    if not match or match[1] == match[3]:
        return
    there = once(rf"(?<!\d){match[1]}(\D{{1,6}}){match[3]}(?!\d)", good.target)
    if there:
        last = int(match[3])
        end = next(last + step for step in (2, 3, 1, 4, 5, 6, 7) if ((last + step) % 10 in OPEN) == (last % 10 in OPEN))
        wrong = put(good.target, there, f"{match[1]}{there[1]}{end}")
        kind = "range" if match[2] in {" to ", " and "} else "score"
        yield Planted(kind, "", good.source, good.target, wrong)


def spelled(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant other digits where the English has a number word."""
    for word, value in WORDS.items():
        if once(rf"(?<![\w-]){word}(?![\w-])", good.source, re.IGNORECASE) and str(value) not in good.source:
            places = alone(str(value), good.target)
            if len(places) == 1:
                new = "41" if value == 14 else str(value + (5 if value % 2 else 3))  # noqa: PLR2004
                if not re.search(rf"(?<!\d){new}(?!\d)", good.source):
                    wrong = put(good.target, places[0], new)
                    yield Planted("number word, other digits", word, good.source, good.target, wrong)


def lost(good: Good, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant a vague word where a number stood."""
    for number, match in shared(good):
        counted = re.search(
            rf"{re.escape(number)} (?!per|million|billion|percent|and|to|years old)[a-z]+s\b", good.source
        )
        if counted and re.match(r" ?[^\W\d]", good.target[match.end() :]):
            vague = table["phrases"]["several"]
            end = match.end() + (vague.endswith(" ") and good.target[match.end()] == " ")
            text = good.target[: match.start()] + vague + good.target[end:]
            yield Planted("number lost", "", good.source, good.target, text)
            return


def clocks(good: Good, _: dict[str, Any]) -> Iterator[Planted]:
    """Plant another hour."""
    match = once(r"(?<![\d:.])(\d{1,2})(?:[:.](\d\d))?(?: ?[ap]\.?m\b|(?<=:\d\d)(?!\d))", good.source)
    if match:
        hour = int(match[1])
        minute = rf"(?=\D{{0,3}}{match[2]})" if match[2] else r"(?= ?(?:시|時|点|Uhr|h\b|de la|a\. ?m|p\. ?m))"
        for at in (hour, hour + 12, f"{hour:02}"):
            there = once(rf"(?<![\d:.]){at}{minute}", good.target)
            if there:
                wrong = put(good.target, there, str(int(at) + (2 if int(at) != 12 else -1)))  # noqa: PLR2004
                yield Planted("clock: hour", "", good.source, good.target, wrong)
                return


FAMILY = (changed, exchanged, ranges, spelled, lost, clocks)
