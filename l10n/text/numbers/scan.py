"""Owns finding the numbers of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from l10n.text.numbers.eastern import shortened
from l10n.text.numbers.numerals import CJK_UNITS, KOREAN_COUNTS, KOREAN_DAYS, Numerals, numerals
from l10n.text.numbers.readings import (
    COUNTED,
    DAYS,
    HOLIDAY,
    HOLIDAYS,
    IDEOGRAPHS,
    SPACES,
    hours,
    ideographic,
    readings,
    roman,
    spoken,
    tail,
    unit,
    western,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Number", "find"]


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


_POINT_FORM = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_COMMA_FORM = (
    rf"(?<!\d)\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:[.’']\d{{3}})+(?!\d)(?:,\d+)?"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_DOTTED = r"\d{1,4}(?:\.\d{1,2}){2}(?:\d\d)?(?![\d.]\d)"
_GERMAN_DATE = r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\d)"
"""`31.12.`, day and month."""
_TIME = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:"
    r"[:.](?P<a>[0-5]\d)(?=\s?[ap]\.?\s?m\b|\s?(?:Uhr|hrs|GMT|UTC|CES?T)\b|,? hora\b|\s?(?:صباح|مساء|ظهر))"
    r"|(?<=\blas [\d ]\d)\.(?P<d>[0-5]\d)(?!\d)|(?<=\blas \d)\.(?P<e>[0-5]\d)(?!\d)"
    r"|:(?P<b>[0-5]\d)(?![\d:]|\.\d)|\s?h(?:\s?(?P<c>[0-5]\d))?\b"
    r"|(?=\s?[ap]\.?m\b)|(?=\s?(?:Uhr|시(?!간)|時(?![間间])|点|點|o’clock|o'clock)))"
)
_COMPACT = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?=\s?(?:GMT|UTC|KST|JST|EDT|EST|BST|CES?T|hrs|hours|local time)(?![A-Za-z]))"
)
"""`1630 GMT`."""
_HALF_PAST = re.compile(r"[\d한두세네섯곱덟홉열一二两三四五六七八九十] ?[시時时点點] ?(?P<half>[반半])(?![가-힣]{3})")
_DECADE = re.compile(r"(?<!\d)(?P<century>1[0-9]|20)(?P<decade>\d0)(?=[’']?s\b)")
_SHORT_DECADE = re.compile(r"(?:(?<![\w’'])[’']|(?<=\d\ds and )|(?<=\d\ds to )[’']?)(?P<decade>[1-9]0)(?=s\b)")
_SHORT_RANGE = re.compile(r"(?<!\d)(?P<century>1[5-9]|20)\d\d[-–/~〜～](?P<year>\d\d)(?!\d)")
_LABEL = re.compile(
    r"(?<![\w.,/])(?:24/7(?![\w/])|(?:CO|NO|SO|N|O)2\b|CH4\b|H2O\b|(?:[12]H|H[12])(?P<year>\d\d)?(?!\w))"
)
"""Names that are written with digits and told without: round the clock, a gas, half a business year."""
_HEAD = re.compile(r"(?<![가-힣\d])[백천]\Z")
"""A bare unit before digits with a smaller one: `천2백`."""
_STATUTE = re.compile(r"(?<![가-힣])제\s?\Z")
"""Before a number whose 조 is an article, not a trillion."""
_BARE_POINT = re.compile(r"(?:\A|[\s(])\.\Z")
"""Before the digits of `.300`."""
_SEASON = re.compile(r"(?<![\d.,/-])(?P<first>\d\d)[-–/~〜～](?P<second>\d\d)(?=\s?(?:시즌|シーズン|赛季|賽季))")
"""`24-25시즌`, two years that meet."""
_SHORT_YEAR = re.compile(r"(?:[SAF][SWY](?<![^\W_]..)|[’'](?<![\w’'].))(?P<year>\d\d)(?![\d.,]*\d)(?![’']?s\b)")
"""`SS19`, a fashion season, `FY19`, a business year, and `’19`."""
_SUFFIX = re.compile(r"\s?(?P<bn>bl?n|t[lr]?n|ml?n)\b|(?P<letter>[kKmMbB])\b")
_ABROAD = re.compile(r"(?:\s?(?P<scale>bn|tn|mn|million|billion|trillion)|(?P<letter>[kmb]))(?![a-z])", re.IGNORECASE)
"""What an East Asian text may keep of English; the letter only in amounts of money."""
_SUFFIXES = {
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    **dict.fromkeys(("mn", "mln"), 10**6),
    "b": 10**9,
    **dict.fromkeys(("bn", "bln"), 10**9),
    **dict.fromkeys(("tn", "tln", "trn"), 10**12),
}
_BETWEEN = re.compile(
    r"\s*(?:-|–|—|~|〜|～|to|and|or|a|y|o|bis|und|oder|auf|nach|statt|à|et|ou|contre|e|até|إلى|و|에서|부터|から|至|到)\s*"
    r"(?:(?:rund|fast|knapp|etwa|gut|casi|unos|unas|près de|environ|nearly|almost|about|around)\s)?(?:[$€£¥₩]|US\$)?\s*"
)
_ROMAN = re.compile(r"\b(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=\b|e\b|ème\b)")
_REGNAL = re.compile(r"(?<=[a-z]\s)(?=[IVXL]{2}|[VX])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
"""`World War II`; a lone I is a pronoun."""
_NAMED = re.compile(r"(?<![A-Za-z])(?!(?:USD?|KRW|EUR|GBP|JPY|CNY|RMB)\Z)[A-Za-z]+\Z")
"""Before digits that are part of a name: in `EL1만` the last letter is a particle."""
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


@cache
def _digits(locale: str) -> re.Pattern[str]:
    form = _COMMA_FORM if numerals(locale).comma else _POINT_FORM
    dated = f"{_DOTTED}|{_GERMAN_DATE}" if locale.startswith("de") else _DOTTED
    return re.compile(rf"(?P<date>{dated})|(?P<number>{form})(?P<fraction>[½¼¾])?")


@cache
def _scales(locale: str) -> re.Pattern[str] | None:
    scales = numerals(locale).scales
    if not scales:
        return None
    words = "|".join(sorted(map(re.escape, scales), key=len, reverse=True))
    return re.compile(
        rf"[\s\u00a0-]*(?:de\s)?({words})(?!\w)(?:(?:(?<=mio)|(?<=mrd)|(?<=mds)|(?<=tsd))\.)?", re.IGNORECASE
    )


@cache
def _months(locale: str) -> re.Pattern[str] | None:
    months = numerals(locale).months
    if not months:
        return None
    names = (f"(?P<m{number}>(?:{group})(?:/(?:{group}))?)" for number, group in enumerate(months, 1))
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w|-(?-i:[a-z]))", re.IGNORECASE)


@cache
def _words(locale: str) -> re.Pattern[str] | None:
    words = numerals(locale).words
    if not words:
        return None
    one = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    one = f"(?:[وفبكل]?(?:ال|لل)?)(?:{one})" if locale.startswith("ar") else one
    return re.compile(rf"(?<!\w)(?:{one})(?:[\s-]+(?:(?:and|y|et|und|e|و)\s*)?(?:{one})(?!\w))*(?!\w)", re.IGNORECASE)


class _Scan:
    """Collects the numbers of one text; no character is read twice."""

    def __init__(self, text: str, locale: str) -> None:
        self.original = text
        self.text = western(text)
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
        meant: Iterable[int | Decimal],
        *,
        required: bool = True,
        plain: Iterable[int | Decimal] = (),
        month: bool = False,
    ) -> None:
        self.used[start:end] = b"\x01" * (end - start)
        exact = frozenset(map(Decimal, meant))
        self.found.append(
            Number(start, end, self.original[start:end], exact, required, frozenset(map(Decimal, plain)), month)
        )

    def months(self) -> None:
        pattern = _months(self.locale)
        if pattern is None:
            return
        for match in pattern.finditer(self.text):
            before, after = (
                self.text[max(0, match.start() - 12) : match.start()],
                self.text[match.end() : match.end() + 8],
            )
            dated = bool(
                re.search(r"\d(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+)?$", before)
                or re.match(r"\.?(?:\s+(?:de\s+|del\s+)?|/)\d", after)
            )
            if self.locale.startswith("en") and match.group().islower():
                continue
            number = int((match.lastgroup or "m0")[1:])
            self.add(match.start(), match.end(), [number], required=dated, month=True)

    def times(self) -> None:
        for match in _COMPACT.finditer(self.text):
            self.add(*match.span("hour"), hours(int(match["hour"])))
            self.add(*match.span("minute"), [int(match["minute"])], required=int(match["minute"]) != 0)
        for match in _TIME.finditer(self.text):
            if not self.free(*match.span("hour")):
                continue
            self.add(*match.span("hour"), hours(int(match["hour"])))
            for name in "abcde":
                if match[name]:
                    minutes = int(match[name])
                    self.add(*match.span(name), [minutes], required=minutes != 0)
        for match in _HALF_PAST.finditer(self.text) if self.rules.cjk else ():
            self.add(*match.span("half"), [30], required=False)

    def years(self) -> None:
        for match in _LABEL.finditer(self.text):
            year = match["year"]
            for part in re.finditer(r"\d+", self.text[match.start() : match.start("year") if year else match.end()]):
                start = match.start() + part.start()
                self.add(start, start + len(part.group()), [int(part.group())], required=False)
            if year:
                self.add(*match.span("year"), [int(year), 2000 + int(year)], required=False)
        for match in _SHORT_YEAR.finditer(self.text):
            year = int(match["year"])
            self.add(*match.span("year"), [year, 2000 + year, 1900 + year])
        self.decades()
        for match in _SEASON.finditer(self.text):
            first = int(match["first"])
            if int(match["second"]) == (first + 1) % 100:
                self.add(*match.span("first"), [first, 1900 + first, 2000 + first])
        for match in _SHORT_RANGE.finditer(self.text):
            if self.free(*match.span("year")):
                year = int(match["year"])
                self.add(*match.span("year"), [year, int(match["century"]) * 100 + year])

    def shortened(self) -> None:
        for (start, end, meant), required in shortened(self.text) if self.rules.cjk else ():
            if self.free(start, end):
                self.add(start, end, meant, required=required)

    def decades(self) -> None:
        for match in _SHORT_DECADE.finditer(self.text):
            self.add(*match.span("decade"), [int(match["decade"]), 1900 + int(match["decade"])])
        for match in _DECADE.finditer(self.text):
            year = int(match.group())
            self.add(match.start(), match.end(), [year, int(match["decade"]), year // 100 + 1])

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
        found = readings(match["number"], comma=self.rules.comma)
        if match["fraction"]:
            found = frozenset(value + Decimal(_FRACTIONS[match["fraction"]]) for value in found)
        if _BARE_POINT.search(self.text, max(0, match.start() - 2), match.start()):
            found |= {value.scaleb(-len(match["number"])) for value in found}
        end, factor = match.end(), 1
        pattern = _scales(self.locale)
        while pattern is not None and (scale := pattern.match(self.text, end)):
            if scale.group(1).lower() == "m" and not self.money(match.start(), scale.end()):
                break
            factor *= self.rules.scales[scale.group(1).lower()]
            end = scale.end()
        if factor > 1:
            self.add(match.start(), end, [value * factor for value in found], plain=found)
            return end
        suffix = _SUFFIX.match(self.text, end)
        sure = suffix is not None and (suffix["bn"] is not None or self.money(match.start(), end))
        if suffix and (sure or self.locale.startswith("en")):
            factor = _SUFFIXES[(suffix["bn"] or suffix["letter"]).lower()]
            big = {value * factor for value in found}
            self.add(match.start(), suffix.end(), big if sure else big | found, plain=found)
            return suffix.end()
        self.add(match.start(), end, found)
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
        start, before = match.start(), self.text[max(0, match.start() - 9) : match.start()]
        named = _NAMED.search(before) or (self.text.startswith("조", end) and _STATUTE.search(before))
        head = _HEAD.search(before)
        if head and 1 < unit(self.text, end, spaced=False)[0] < CJK_UNITS[head.group()]:
            start, section, first = start - 1, Decimal(CJK_UNITS[head.group()]), None
            small = section
        while not named:
            factor, after = unit(self.text, end, spaced=current is not None)
            if factor and factor < 10**4 and factor < small and current is not None:
                section, current, small, end = section + current * factor, None, Decimal(factor), after
            elif factor >= 10**4 and factor < limit and (current is not None or section):
                total += (section + (current or 0)) * factor
                section, current, limit, small, end = Decimal(0), None, Decimal(factor), Decimal(10**4), after
            elif factor > 10**4 and limit == 10**4 and current is None and not section:
                total, end, limit = total * factor, after, Decimal(factor)
            elif current is None and (more := self.rest(end, min(small, limit))):
                current, end = Decimal(more.group(1).replace(",", "")), more.end()
            else:
                break
        value = total + section + (current or 0)
        abroad = _ABROAD.match(self.text, end) if end == match.end() else None
        if abroad and (abroad["scale"] or self.money(match.start(), end)):
            factor = _SUFFIXES[(abroad["scale"] or abroad["letter"]).lower()]
            self.add(start, abroad.end(), [value * factor], plain=[value])
            return abroad.end()
        if match["fraction"]:
            value += Decimal(_FRACTIONS[match["fraction"]])
        self.add(start, end, [value], plain=[first] if first is not None and value != first else [])
        return end

    def rest(self, at: int, limit: Decimal) -> re.Match[str] | None:
        """Return the digits that go on with a number after its unit, where no other number has them."""
        more = tail(self.text, at, limit)
        return more if more and self.free(*more.span(1)) else None

    def words(self) -> None:
        pattern = _words(self.locale)
        if pattern is not None:
            for match in pattern.finditer(self.text):
                if self.free(*match.span()):
                    self.add(*match.span(), spoken(match.group().lower(), self.rules), required=False)
        if self.rules.cjk:
            self.ideographs()
        elif self.rules.comma or self.locale.startswith("en"):
            for match in (_ROMAN if self.rules.comma else _REGNAL).finditer(self.text):
                if match.group() and self.free(*match.span()):
                    self.add(*match.span(), [roman(match.group())], required=False)

    def ideographs(self) -> None:
        for match in IDEOGRAPHS.finditer(self.text):
            if self.free(*match.span()):
                value = ideographic(match.group())
                both = {value, value + 12} if value <= 12 else {value}  # noqa: PLR2004  hours of half a day
                self.add(*match.span(), both, required=False)
        for match in DAYS.finditer(self.text):
            if self.free(*match.span()):
                self.add(*match.span(), [KOREAN_DAYS[match.group()]], required=False)
        for match in HOLIDAY.finditer(self.text) if self.locale.startswith("ko") else ():
            if self.free(*match.span()):
                self.add(*match.span(), HOLIDAYS[match.group()], required=False)
        for match in COUNTED.finditer(self.text):
            if self.free(*match.span(1)):
                self.add(*match.span(1), [KOREAN_COUNTS[match.group(1)]], required=False)

    def ranges(self) -> None:
        """Let the unit of `10–15 million` count for both ends."""
        self.found.sort(key=lambda number: number.start)
        for index in range(len(self.found) - 1, 0, -1):
            here, there = self.found[index - 1], self.found[index]
            if there.plain and not here.plain and _BETWEEN.fullmatch(self.text[here.end : there.start]):
                factor = max(there.readings) / max(*there.plain, Decimal(1))
                wider = {value * factor for value in here.readings}
                self.found[index - 1] = replace(here, readings=here.readings | wider, plain=here.readings)


@lru_cache(maxsize=2048)
def find(text: str, locale: str) -> tuple[Number, ...]:
    """Return the numbers of a text, in their order; several rules ask for those of the same text."""
    scan = _Scan(text, locale)
    scan.months()
    scan.years()
    scan.times()
    scan.shortened()
    scan.digits()
    scan.words()
    scan.ranges()
    return tuple(scan.found)
