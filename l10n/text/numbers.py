"""Owns the numbers of a text by value, and whether a translation kept them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.model import SpanKind
from l10n.text.numerals import CJK_DIGITS, CJK_UNITS, KOREAN_COUNTS, Numerals, numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.model import Span

__all__ = ["Difference", "Number", "blank", "compare", "values"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    start: int
    end: int
    """Character offsets into the text, `start < end`."""
    text: str
    readings: frozenset[Decimal]
    """What it can mean, never empty: `1.500` in Spanish is 1500 or 1.5; `6 p.m.` is 18 or 6."""
    required: bool = True
    """False for number words, Roman numerals and the like: a translation may keep them or not."""
    plain: frozenset[Decimal] = frozenset()
    """The readings of the digits alone where a word multiplies them (1.2 of `1.2 million`)."""
    month: bool = False
    """A month's name beside a day or year."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation did to the numbers of its source."""

    missing: tuple[str, ...] = ()
    """Numbers of the source without an equal in the target, as written there."""
    extra: tuple[str, ...] = ()
    """Numbers of the target that nothing in the source explains."""

    @property
    def changed(self) -> bool:
        """A number is missing *and* another unexplained: on human news translations nearly always a real error."""
        return bool(self.missing and self.extra)


_HIDDEN = frozenset({SpanKind.CODE, SpanKind.LINK, SpanKind.URL, SpanKind.VARIABLE, SpanKind.TAG})


def blank(text: str, spans: Sequence[Span]) -> str:
    """Return the text with its markup blanked out, of the same length: only what a reader sees is left."""
    out = list(text)
    for span in spans:
        fill = "\ufffc" if span.kind in _HIDDEN else " "
        out[span.start : span.end] = fill * (span.end - span.start)
    return "".join(out)


_FOREIGN = re.compile(r"(?![0-9])\d|[．٫٬]")


def _western(text: str) -> str:
    """Write the digits of every script as 0–9; the length stays."""
    signs = {"．": ".", "٫": ".", "٬": ","}
    return _FOREIGN.sub(lambda match: signs.get(match.group()) or str(unicodedata.decimal(match.group())), text)


_SPACE = "\u00a0\u202f\u2009 "
_POINT_FORM = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_COMMA_FORM = (
    rf"(?<!\d)\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:[.’']\d{{3}})+(?!\d)(?:,\d+)?"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_DOTTED = r"\d{1,4}(?:\.\d{1,2}){2}(?:\d\d)?(?![\d.]\d)"
_TIME = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:"
    r"[:.](?P<a>[0-5]\d)(?=\s?[ap]\.?m\b|\s?(?:Uhr|hrs)\b)|:(?P<b>[0-5]\d)(?![\d:])|\s?h(?:\s?(?P<c>[0-5]\d))?\b"
    r"|(?=\s?[ap]\.?m\b)|(?=\s?(?:Uhr|시|時|点|點|o’clock|o'clock)))"
)
_DECADE = re.compile(r"(?<!\d)(?P<century>1[0-9]|20)(?P<decade>\d0)(?=[’']?s\b)")
_SHORT_RANGE = re.compile(r"(?<!\d)(?P<century>1[5-9]|20)\d\d[-–/](?P<year>\d\d)(?!\d)")
_SUFFIX = re.compile(r"\s?(?P<bn>bn|tn|mn)\b|(?P<letter>[kKmMbB])\b")
_SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_BETWEEN = re.compile(
    r"\s*(?:-|–|—|~|〜|～|to|and|or|a|y|o|bis|und|oder|à|et|ou|e|até|إلى|و|에서|부터|から|至|到)\s*(?:[$€£¥₩]|US\$)?\s*"
)
_ROMAN = re.compile(r"\b(?=[IVXL])(?:X{0,3})(?:IX|IV|V?I{0,3})\b")
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


@cache
def _digits(locale: str) -> re.Pattern[str]:
    form = _COMMA_FORM if numerals(locale).comma else _POINT_FORM
    return re.compile(rf"(?P<date>{_DOTTED})|(?P<number>{form})(?P<fraction>[½¼¾])?")


@cache
def _scales(locale: str) -> re.Pattern[str] | None:
    scales = numerals(locale).scales
    if not scales:
        return None
    words = "|".join(sorted(map(re.escape, scales), key=len, reverse=True))
    return re.compile(rf"[\s\u00a0-]*(?:de\s)?({words})(?!\w)\.?", re.IGNORECASE)


@cache
def _months(locale: str) -> re.Pattern[str] | None:
    months = numerals(locale).months
    if not months:
        return None
    names = (f"(?P<m{number}>{group})" for number, group in enumerate(months, 1))
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)


@cache
def _words(locale: str) -> re.Pattern[str] | None:
    words = numerals(locale).words
    if not words:
        return None
    one = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{one})(?:[\s-]+(?:(?:and|y|et|und|e|و)\s*)?(?:{one})(?!\w))*(?!\w)", re.IGNORECASE)


def _readings(number: str, *, comma: bool) -> frozenset[Decimal]:
    """Read a western number; both ways where a single sign before three digits may group or divide."""
    if not comma:
        return frozenset({Decimal(number.replace(",", ""))})
    bare = re.sub(rf"[{_SPACE}’']", "", number)
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


class _Scan:
    """Collects the numbers of one text; no character is read twice."""

    def __init__(self, text: str, locale: str) -> None:
        self.original = text
        self.text = _western(text)
        self.locale = locale
        self.rules: Numerals = numerals(locale)
        self.used = bytearray(len(text))
        self.found: list[Number] = []

    def free(self, start: int, end: int) -> bool:
        return not any(self.used[start:end])

    def add(
        self,
        start: int,
        end: int,
        readings: Iterable[int | Decimal],
        *,
        required: bool = True,
        plain: Iterable[int | Decimal] = (),
        month: bool = False,
    ) -> None:
        self.used[start:end] = b"\x01" * (end - start)
        exact = frozenset(map(Decimal, readings))
        self.found.append(
            Number(start, end, self.original[start:end], exact, required, frozenset(map(Decimal, plain)), month)
        )

    def months(self) -> None:
        pattern = _months(self.locale)
        if pattern is None:
            return
        for match in pattern.finditer(self.text):
            before, after = self.text[max(0, match.start() - 12) : match.start()], self.text[match.end() : match.end() + 8]
            dated = bool(
                re.search(r"\d(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+)?$", before)
                or re.match(r"\.?(?:\s+(?:de\s+|del\s+)?|/)\d", after)
            )
            if not dated and self.locale.startswith("en") and not match.group().istitle():
                continue
            number = int((match.lastgroup or "m0")[1:])
            self.add(match.start(), match.end(), [number], required=dated, month=True)

    def times(self) -> None:
        for match in _TIME.finditer(self.text):
            if not self.free(*match.span("hour")):
                continue
            hour = int(match["hour"])
            others = {hour + 12, hour % 12} if hour <= 12 else {hour - 12}  # noqa: PLR2004  hours of half a day
            self.add(*match.span("hour"), {hour, *others})
            for name in "abc":
                if match[name]:
                    minutes = int(match[name])
                    self.add(*match.span(name), [minutes], required=minutes != 0)

    def years(self) -> None:
        for match in _DECADE.finditer(self.text):
            self.add(match.start(), match.end(), [int(match.group()), int(match["decade"])])
        for match in _SHORT_RANGE.finditer(self.text):
            if self.free(*match.span("year")):
                year = int(match["year"])
                self.add(*match.span("year"), [year, int(match["century"]) * 100 + year])

    def digits(self) -> None:
        at = 0
        pattern = _digits(self.locale)
        while match := pattern.search(self.text, at):
            at = match.end()
            if not self.free(*match.span()):
                at = self.skip(match.start())
                continue
            if match["date"]:
                for part in re.finditer(r"\d+", match.group()):
                    self.add(match.start() + part.start(), match.start() + part.end(), [int(part.group())])
            elif self.rules.cjk:
                at = self.grouped(match)
            else:
                at = self.scaled(match)

    def skip(self, at: int) -> int:
        """Return the first place after a number that another rule has read, or after the digit that overlaps it."""
        while at < len(self.used) and self.used[at]:
            at += 1
        if at < len(self.text) and self.text[at].isdigit() and at > 0 and self.used[at - 1]:
            return at
        return at + 1 if at < len(self.text) and not self.used[at] and self.text[at].isdigit() else at

    def scaled(self, match: re.Match[str]) -> int:
        """Read digits and the words that multiply them; return where the number ends."""
        readings = _readings(match["number"], comma=self.rules.comma)
        if match["fraction"]:
            readings = frozenset(value + Decimal(_FRACTIONS[match["fraction"]]) for value in readings)
        end, factor = match.end(), 1
        pattern = _scales(self.locale)
        while pattern is not None and (scale := pattern.match(self.text, end)):
            if scale.group(1).lower() == "m" and not self.money(match.start(), scale.end()):
                break
            factor *= self.rules.scales[scale.group(1).lower()]
            end = scale.end()
        if factor > 1:
            self.add(match.start(), end, [value * factor for value in readings], plain=readings)
            return end
        suffix = _SUFFIX.match(self.text, end) if self.locale.startswith("en") else None
        if suffix:
            factor = _SUFFIXES[(suffix["bn"] or suffix["letter"]).lower()]
            big = {value * factor for value in readings}
            sure = bool(suffix["bn"]) or self.money(match.start(), end)
            self.add(match.start(), suffix.end(), big if sure else big | readings, plain=readings)
            return suffix.end()
        self.add(match.start(), end, readings)
        return end

    def money(self, start: int, end: int) -> bool:
        around = self.text[max(0, start - 2) : start] + self.text[end : end + 2]
        return any(sign in around for sign in "$€£¥₩")

    def grouped(self, match: re.Match[str]) -> int:
        """Read digits with East Asian units: `3억5천만`, `8천 100`, `1억2000万`; return where the number ends."""
        total = section = Decimal(0)
        current: Decimal | None = Decimal(match["number"].replace(",", ""))
        first = current
        end, limit, small = match.end(), Decimal(10**16), Decimal(10**4)
        while True:
            unit, after = _unit(self.text, end, spaced=current is not None)
            if unit and unit < 10**4 and unit < small and current is not None:
                section, current, small, end = section + current * unit, None, Decimal(unit), after
            elif unit >= 10**4 and unit < limit and (current is not None or section):
                total += (section + (current or 0)) * unit
                section, current, limit, small, end = Decimal(0), None, Decimal(unit), Decimal(10**4), after
            elif current is None and (more := _tail(self.text, end, min(small, limit))):
                current, end = Decimal(more.group(1).replace(",", "")), more.end()
            else:
                break
        value = total + section + (current or 0)
        if match["fraction"]:
            value += Decimal(_FRACTIONS[match["fraction"]])
        self.add(match.start(), end, [value], plain=[first] if value != first else [])
        return end

    def words(self) -> None:
        pattern = _words(self.locale)
        if pattern is not None:
            for match in pattern.finditer(self.text):
                if self.free(*match.span()):
                    self.add(*match.span(), _spoken(match.group().lower(), self.rules), required=False)
        if self.rules.cjk:
            self.ideographs()
        elif self.rules.comma:
            for match in _ROMAN.finditer(self.text):
                if match.group() and self.free(*match.span()):
                    self.add(*match.span(), [_roman(match.group())], required=False)

    def ideographs(self) -> None:
        for match in _IDEOGRAPHS.finditer(self.text):
            if self.free(*match.span()):
                value = _ideographic(match.group())
                hours = {value, value + 12} if value <= 12 else {value}  # noqa: PLR2004  hours of half a day
                self.add(*match.span(), hours, required=False)
        for match in _COUNTED.finditer(self.text):
            if self.free(*match.span(1)):
                self.add(*match.span(1), [KOREAN_COUNTS[match.group(1)]], required=False)

    def ranges(self) -> None:
        """Let the unit of `10–15 million` count for both ends."""
        self.found.sort(key=lambda number: number.start)
        for index in range(len(self.found) - 1, 0, -1):
            here, there = self.found[index - 1], self.found[index]
            if there.plain and not here.plain and _BETWEEN.fullmatch(self.text[here.end : there.start]):
                factor = max(there.readings) / max(max(there.plain), Decimal(1))
                wider = {value * factor for value in here.readings}
                self.found[index - 1] = replace(here, readings=here.readings | wider, plain=here.readings)


_UNIT = "".join(CJK_UNITS)
_UNIT_AT = re.compile(rf"[여多余餘]?([{_UNIT}])(?![克米瓦帕])")
_TAIL = re.compile(r" ?(\d{1,3}(?:,\d{3})+(?!\d)|\d+(?!\d))(?!\.\d)(?! ?[년월일시분%年月日時时点分])")
_IDEOGRAPHS = re.compile(
    rf"[{''.join(CJK_DIGITS)[:10]}〇两兩十百千万萬億亿兆]+|(?<![가-힣])[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]*"
)
_COUNTED = re.compile(
    rf"(?<![가-힣])({'|'.join(sorted(KOREAN_COUNTS, key=len, reverse=True))})"
    r"(?=\s?(?:명|개|번|차례|달|살|시|가지|곳|팀|사람|배|주|차|쌍|대|마리|건|해|경기|골|아이|자녀|나라|잔|채|척|편|권|장|째|군데|세트|단계|여성|남성)|\s)"
)


def _unit(text: str, at: int, *, spaced: bool) -> tuple[int, int]:
    """Return the East Asian unit at a place and where it ends; 0 when there is none."""
    if spaced and text[at : at + 1] == " ":
        at += 1
    match = _UNIT_AT.match(text, at)
    return (CJK_UNITS[match.group(1)], match.end()) if match else (0, at)


def _tail(text: str, at: int, limit: Decimal) -> re.Match[str] | None:
    """Return the digits that go on with a number after a unit: fewer than the unit, and not a date of their own."""
    match = _TAIL.match(text, at)
    return match if match and Decimal(match.group(1).replace(",", "")) < limit else None


def _ideographic(text: str) -> int:
    """Read 三千万, 百二十, 二〇一九, 천만 or 삼십만."""
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
            total, section, current = total + ((section + current) or 1) * unit, 0, 0
    return total + section + current


def _spoken(text: str, rules: Numerals) -> set[int]:
    """Read number words; the whole, and each word alone, because a list of words reads like one number."""
    if text in rules.words:
        return {rules.words[text]}
    parts = [rules.words[part] for part in re.split(r"[\s-]+", text) if part in rules.words]
    total = current = 0
    for value in parts:
        if value < 100:  # noqa: PLR2004  from a hundred on a word multiplies
            current += value
        elif value == 100:  # noqa: PLR2004
            current = (current or 1) * value
        else:
            total, current = total + (current or 1) * value, 0
    return {total + current, *parts}


def _roman(text: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50}
    numbers = [worth[letter] for letter in text]
    return sum(-one if one < following else one for one, following in zip(numbers, [*numbers[1:], 0], strict=True))


def values(text: str, locale: str, spans: Sequence[Span] = ()) -> tuple[Number, ...]:
    """Find the numbers of a text in a locale, in their order; what stands in `spans` (links, code) is left out.

    Digits of every script, grouping and decimal signs by locale, East Asian units, scale words, dates with month
    names, clock times; number words are found as not required. Dictionaries exist for ar, de, en, es, fr, ja, ko, pt
    and zh; in other languages only digits count.
    """
    scan = _Scan(blank(text, spans) if spans else text, locale)
    scan.months()
    scan.years()
    scan.times()
    scan.digits()
    scan.words()
    scan.ranges()
    return tuple(scan.found)


def _loosened(numbers: Sequence[Number], other: Numerals) -> Iterator[Number]:
    """Ask less of the numbers that a language without a table would write in words."""
    for number in numbers:
        if other.known:
            yield number
        else:
            yield replace(number, readings=number.readings | number.plain, required=number.required and not number.month)


def compare(
    source: str,
    target: str,
    source_locale: str,
    target_locale: str,
    source_spans: Sequence[Span] = (),
    target_spans: Sequence[Span] = (),
) -> Difference:
    """Compare the numbers of a source and its translation by value.

    Only digits (and months beside them) can be missing or unexplained; number words explain, and are not asked for.
    A number that the target repeats is explained. The strong sign of an error is `Difference.changed`.
    """
    before = list(_loosened(values(source, source_locale, source_spans), numerals(target_locale)))
    after = list(_loosened(values(target, target_locale, target_spans), numerals(source_locale)))
    known = frozenset[Decimal]().union(*(number.readings for number in before))
    there = frozenset[Decimal]().union(*(number.readings for number in after))
    missing = tuple(number.text for number in before if number.required and not number.readings & there)
    extra = tuple(number.text for number in after if number.required and not number.readings & known)
    return Difference(missing, extra)
