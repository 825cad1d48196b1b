"""Owns how East Asian newspapers write numbers without digits or short: `24年`, `4時半`, `三成五`, `3할`, `②`, 사흘."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.hints import hinted
from l10n.text.numbers.counts import counted_words
from l10n.text.numbers.counts import counts as known_counts
from l10n.text.numbers.ideographs import DIGITS, IDEOGRAPHS, ideographic
from l10n.text.numbers.readings import any_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages import Language
    from l10n.text.numbers.scan import NumberScan

__all__ = ["counts", "days", "holidays", "ideographs", "shortened"]

_YEAR = hinted(r"(?<![\d.,/・])\d\d(?=(?:[-–~〜～、]\d\d)?年(?![間间来前後后半余多]|[以代]))", 0)
"""Of a year whose century is understood: `2022年に2倍、23年に3倍`."""
_HALF_HOUR = hinted(r"(?<=[\d一二三四五六七八九十两][時时点點])半(?![分数])", 0)
_QUARTER_HOUR = hinted(r"(?<=[\d一二三四五六七八九十两][时点點])(?:过|過)?(?P<many>[一三])刻", 0)
_SHARE = hinted(
    r"(?P<ten>[一二两三四五六七八九])[成割](?![为為立功员員果本长長熟就分交り引れるっら])"
    r"(?:(?P<one>[一二三四五六七八九半])(?![成割万亿億]))?",
    0,
)
"""`四成` is 40 per cent, `三成五` 35, `两成半` 25."""
_TENTHS = hinted(
    r"(?<![\d.,])(?P<a>\d)\s?(?:할|割|成)(?![가-힣]*인)(?:\s?(?P<b>\d)\s?[푼分](?:\s?(?P<c>\d)\s?[리厘])?)?", 0
)
"""`3할 2푼 5리`: 0.325, or 32.5 per cent."""
_CIRCLED = re.compile("[①-⑳]")
"""The place in a list."""
_SECONDS = hinted(r"(?<![\d.,])(?P<whole>\d\d?)秒(?P<part>\d\d?)(?![\d.,秒分人])", 0)
"""With a part behind it: `0秒02`, `12秒6`."""
_ONE = hinted(r"(?<=分の)1(?![\d.,])", 0)
"""Of a fraction that other languages have a word for: `5分の1`."""
_QUARTER = hinted(r"(?<!\d)(?P<first>1|4|7|10)[-–~〜～](?P<last>3|6|9|12)(?=月期)", 0)
"""The months of a quarter: `1〜3月期`."""
_RATE = hinted(
    r"(?<![\d.,])1(?=(?:[米豪加美欧港澳]?(?:ドル|ユーロ|ポンド|元)|英镑|人民元|人民币|日元)\s?(?:[=＝]|兑|兌|对))", 0
)
"""Of an exchange rate: `1ドル＝149円82銭`."""

Found = tuple[int, int, tuple[int | Decimal, ...]]
"""Where a number begins and ends, and what it can mean."""


def shortened(scan: NumberScan) -> None:
    """Find numbers that are written short."""
    for (start, end, meant), required in _shortened(scan.text) if scan.rules.myriads else ():
        scan.offer(start, end, meant, required=required)


def ideographs(scan: NumberScan) -> None:
    """Find numbers in ideographs or Hangul; up to twelve also as an hour of the second half of the day."""
    for match in IDEOGRAPHS.finditer(scan.text) if scan.rules.myriads else ():
        value = ideographic(match.group())
        scan.offer(*match.span(), {value, value + 12} if value <= 12 else {value})  # noqa: PLR2004  hours


@cache
def _days(language: Language) -> re.Pattern[str]:
    return re.compile(f"(?<![가-힣])(?:{any_of(rules_of(language).days)})")


@cache
def _holidays(language: Language) -> re.Pattern[str]:
    return re.compile(any_of(rules_of(language).holidays))


def days(scan: NumberScan) -> None:
    """Find numbers of days in one word: 사흘."""
    known = scan.rules.days
    for match in _days(scan.language).finditer(scan.text) if known else ():
        scan.offer(*match.span(), [known[match.group()]])


def holidays(scan: NumberScan) -> None:
    """Find month and day in the name of a holiday: 광복절."""
    known = scan.rules.holidays
    for match in _holidays(scan.language).finditer(scan.text) if known else ():
        scan.offer(*match.span(), map(int, known[match.group()].split()))


def counts(scan: NumberScan) -> None:
    """Find numbers that count only before a counter: 네 명."""
    known = known_counts(scan.language)
    for match in counted_words(scan.language).finditer(scan.text) if known else ():
        scan.offer(*match.span(1), [known[match.group(1)]])


def _shortened(text: str) -> Iterator[tuple[Found, bool]]:
    """Yield the numbers of an East Asian text that are written short; True with those that must be kept."""
    for match in _YEAR.finditer(text):
        year = int(match.group())
        yield (*match.span(), (year, 1900 + year, 2000 + year)), True
    for match in _SECONDS.finditer(text):
        yield (*match.span(), (Decimal(f"{match['whole']}.{match['part']}"),)), True
    for match in _TENTHS.finditer(text):
        share = Decimal(f"0.{match['a']}{match['b'] or ''}{match['c'] or ''}")
        yield (*match.span(), (share, 100 * share, *(() if match["b"] else (int(match["a"]),)))), True
    for found in (*_clock(text), *_shares(text), *_places(text)):
        yield found, False


def _clock(text: str) -> Iterator[Found]:
    for match in _HALF_HOUR.finditer(text):
        yield *match.span(), (30,)
    for match in _QUARTER_HOUR.finditer(text):
        yield *match.span(), (15 * DIGITS[match["many"]],)


def _shares(text: str) -> Iterator[Found]:
    for match in _SHARE.finditer(text):
        ten, one = DIGITS[match["ten"]], match["one"]
        share = 10 * ten + (5 if one == "半" else DIGITS[one] if one else 0)
        yield *match.span(), (share, Decimal(share) / 100, *(() if one else (ten,)))


def _places(text: str) -> Iterator[Found]:
    """Yield the numbers of a list, the months of quarters and the ones of rates and fractions."""
    for match in _CIRCLED.finditer(text):
        yield *match.span(), (int(unicodedata.numeric(match.group())),)
    for match in _QUARTER.finditer(text):
        for name in ("first", "last"):
            yield *match.span(name), (int(match[name]),)
    for pattern in (_RATE, _ONE):
        for match in pattern.finditer(text):
            yield *match.span(), (1,)
