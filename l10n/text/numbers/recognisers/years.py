"""Owns years, decades and seasons that are written short, and names with digits in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.hints import hinted

if TYPE_CHECKING:
    from l10n.text.numbers.scan import NumberScan

__all__ = ["decades", "labels", "other_eras", "seasons", "short_ranges", "short_years"]

_DECADE = re.compile(r"(?<!\d)(?P<century>1[0-9]|20)(?P<decade>\d0)(?=[’']?s\b)")
_IN_DECADES = ("0s", "0’s", "0's")
_YEAR = re.compile(r"(?<![\d.,])\d{4}(?![\d,]|\.\d)")
_FIRST_YEAR, _LAST_YEAR = 1700, 2100
_SHORT_DECADE = re.compile(r"(?:(?<![\w’'])[’']|(?<=\d\ds and )|(?<=\d\ds to )[’']?)(?P<decade>[1-9]0)(?=s\b)")
_SHORT_RANGE = re.compile(r"(?<!\d)(?P<century>1[5-9]|20)\d\d[-–/~〜～](?P<year>\d\d)(?!\d)")
_LABEL = hinted(
    r"(?<![\w.,/])(?:24/7(?![\w/])|(?:CO|NO|SO|N|O)2\b|CH4\b|H2O\b|[123](?=(?:st|nd|rd)[- ]part(?:y|ies)\b)"
    r"|(?:[12]H|H[12])(?P<year>\d\d)?(?!\w))|(?:(?<=\bkm)|(?<=\bm)|(?<=\b[cm]m)|(?<=\bmi))[23](?![\w.,]*\d)",
    0,
)
"""Names that are written with digits and told without: round the clock, a gas, half a business year, an area,
`3rd-party`."""
_LETTERED = re.compile(r"[A-Za-z]\d|\d[A-Za-z/]")
"""What all of them have."""
_SEASON = hinted(r"(?<![\d.,/-])(?P<first>\d\d)[-–/~〜～](?P<second>\d\d)(?=\s?(?:시즌|シーズン|赛季|賽季))", 0)
_SHORT_YEAR = hinted(r"(?:[SAF][SWY](?<![^\W_]..)|[’'](?<![\w’'].))(?P<year>\d\d)(?![\d.,]*\d)(?![’']?s\b)", 0)
"""`SS19`, a fashion season, `FY19`, a business year, and `’19`."""


def labels(scan: NumberScan) -> None:
    """Read names with digits, which need not be kept: `24/7`, `CO2`, `H1`."""
    for match in _LABEL.finditer(scan.text) if _LETTERED.search(scan.text) else ():
        year = match["year"]
        for part in re.finditer(r"\d+", scan.text[match.start() : match.start("year") if year else match.end()]):
            start = match.start() + part.start()
            scan.add(start, start + len(part.group()), [int(part.group())], required=False)
        if year:
            scan.add(*match.span("year"), [int(year), 2000 + int(year)], required=False)


def short_years(scan: NumberScan) -> None:
    """Read `’19`, `FY19` and `SS19` as a year of either century."""
    for match in _SHORT_YEAR.finditer(scan.text):
        year = int(match["year"])
        scan.add(*match.span("year"), [year, 2000 + year, 1900 + year])


def decades(scan: NumberScan) -> None:
    """Read `’80s` as 80 or 1980, and `1980s` as that, as 80, or as its century."""
    if not any(end in scan.text for end in _IN_DECADES):
        return
    for match in _SHORT_DECADE.finditer(scan.text):
        scan.add(*match.span("decade"), [int(match["decade"]), 1900 + int(match["decade"])])
    for match in _DECADE.finditer(scan.text):
        year = int(match.group())
        scan.add(*match.span(), [year, int(match["decade"]), year // 100 + 1])


def other_eras(scan: NumberScan) -> None:
    """Read a year by the calendar of its country: พ.ศ. 2561 is 2018."""
    for match in _YEAR.finditer(scan.text) if scan.rules.era else ():
        year = int(match.group())
        if _FIRST_YEAR <= year - scan.rules.era <= _LAST_YEAR:
            scan.add(*match.span(), [year, year - scan.rules.era])


def seasons(scan: NumberScan) -> None:
    """Read the first of two years that meet: `24-25시즌`."""
    for match in _SEASON.finditer(scan.text):
        first = int(match["first"])
        if int(match["second"]) == (first + 1) % 100:
            scan.add(*match.span("first"), [first, 1900 + first, 2000 + first])


def short_ranges(scan: NumberScan) -> None:
    """Read the second year of `2018-19` with the century of the first."""
    for match in _SHORT_RANGE.finditer(scan.text):
        year = int(match["year"])
        scan.offer(*match.span("year"), [year, int(match["century"]) * 100 + year], required=True)
