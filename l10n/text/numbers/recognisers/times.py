"""Owns clock times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.text.hints import hinted
from l10n.text.numbers.readings import hours

if TYPE_CHECKING:
    from l10n.text.numbers.scan import NumberScan

__all__ = ["clock", "compact", "half_past"]

_TIME = hinted(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:"
    r"[:.](?P<a>[0-5]\d)(?=\s?[ap]\.?\s?m\b|\s?(?:Uhr|hrs|GMT|UTC|CES?T)\b|,? hora\b|\s?(?:صباح|مساء|ظهر))"
    r"|(?<=\blas [\d ]\d)\.(?P<d>[0-5]\d)(?!\d)|(?<=\blas \d)\.(?P<e>[0-5]\d)(?!\d)"
    r"|:(?P<b>[0-5]\d)(?![\d:]|\.\d)|\s?h(?:\s?(?P<c>[0-5]\d))?\b"
    r"|(?=\s?[ap]\.?m\b)|(?=\s?(?:Uhr|시(?!간)|時(?![間间])|点|點|o’clock|o'clock)))",
    0,
)
_COMPACT = hinted(
    r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?=\s?(?:GMT|UTC|KST|JST|EDT|EST|BST|CES?T|hrs|hours|local time)(?![A-Za-z]))",
    0,
)
_HALF_PAST = hinted(r"[\d한두세네섯곱덟홉열一二两三四五六七八九十] ?[시時时点點] ?(?P<half>[반半])(?![가-힣]{3})", 0)


def compact(scan: NumberScan) -> None:
    """Read `1630 GMT` as hour and minute."""
    for match in _COMPACT.finditer(scan.text):
        scan.add(*match.span("hour"), hours(int(match["hour"])))
        scan.add(*match.span("minute"), [int(match["minute"])], required=int(match["minute"]) != 0)


def clock(scan: NumberScan) -> None:
    """Read hour and minute by clocks of 12 and of 24 hours; a full hour may be told without its minutes."""
    for match in _TIME.finditer(scan.text):
        if scan.free(*match.span("hour")):
            scan.add(*match.span("hour"), hours(int(match["hour"])))
            for name in "abcde":
                if match[name]:
                    minutes = int(match[name])
                    scan.add(*match.span(name), [minutes], required=minutes != 0)


def half_past(scan: NumberScan) -> None:
    """Read the half of an East Asian hour as 30 minutes: `4시 반`."""
    for match in _HALF_PAST.finditer(scan.text) if scan.rules.myriads else ():
        scan.add(*match.span("half"), [30], required=False)
