"""Owns numbers in digits, with the words and letters that multiply them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.readings import SPACES, any_of, readings, rules_of
from l10n.text.numbers.recognisers.myriads import grouped
from l10n.text.numbers.recognisers.suffixes import SUFFIXES, VULGAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.languages import Language
    from l10n.text.numbers.scan import NumberScan

__all__ = ["digits"]

_POINT_FORM = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])|\d+(?:\.\d+)?"
"""Thousands are in groups of three, or, with lakhs and crores above them, of two (CLDR, pattern `#,##,##0`)."""
_COMMA_FORM = (
    rf"(?<!\d)\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:[.’']\d{{3}})+(?!\d)(?:,\d+)?"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_DOTTED = r"\d{1,4}(?:\.\d{1,2}){2}(?:\d\d)?(?![\d.]\d)"
_LONG, _CASE, _PILED = 5, 3, 6
"""Letters of a scale word that may have an ending, of one ending, and of several in a row."""
_BARE_POINT = re.compile(r"(?:\A|[\s(])\.\Z")
"""Before the digits of `.300`."""
_SUFFIX = re.compile(r"\s?(?P<short>bl?n|t[lr]?n|ml?n)\b|(?P<letter>[kKmMbB])\b")


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    rules = rules_of(language)
    form = _COMMA_FORM if rules.comma else _POINT_FORM
    dated = f"{_DOTTED}|{rules.dates}" if rules.dates else _DOTTED
    return re.compile(rf"(?P<date>{dated})|(?P<number>{form})(?P<fraction>[½¼¾])?")


@cache
def _scales(language: Language) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return the pattern of scale words, and their values; the stop of an abbreviation may be missing."""
    scales = rules_of(language).scales
    bare = {word.rstrip(".").casefold(): value for word, value in scales.items()}
    stops = "|".join(f"(?<={re.escape(word[:-1])})" for word in scales if word.endswith("."))
    spaced = language.scripts is None or language.scripts.spaced
    end = rf"{_ending(language)}(?!\w)" if spaced else ""
    stop = rf"(?:(?:{stops})\.)?" if stops else ""
    return re.compile(rf"[\s\u00a0-]*(?:de\s)?({any_of(bare)}){end}{stop}", re.IGNORECASE), bare


def _ending(language: Language) -> str:
    """Return the pattern of an ending behind a long word: `miljoonan`, `milionami`, `millionene`."""
    endings = language.endings
    most = 0 if endings is None else _PILED if endings.glued else _CASE if endings.cases or endings.compounds else 0
    return rf"(?:(?<=\w{{{_LONG}}})\w{{0,{most}}})?" if most else ""


def digits(scan: NumberScan) -> None:
    """Find numbers in digits; those of a date count each alone."""
    at = 0
    pattern = _pattern(scan.language)
    while match := pattern.search(scan.text, at):
        at = match.end()
        if not scan.free(*match.span()):
            at = scan.skip(match.start())
        elif match["date"]:
            for part in re.finditer(r"\d+", match.group()):
                scan.add(match.start() + part.start(), match.start() + part.end(), [int(part.group())])
        else:
            at = grouped(scan, match) if scan.rules.myriads else _scaled(scan, match)


def _scaled(scan: NumberScan, match: re.Match[str]) -> int:
    """Read digits and the words that multiply them; return where the number ends."""
    found = _value(scan, match)
    end, factor = _multiplied(scan, match)
    sure = True
    if factor == 1:
        end, factor, sure = _suffixed(scan, match.start(), end)
    big = {value * factor for value in found}
    scan.add(match.start(), end, big if sure else big | found, plain=found if factor > 1 else ())
    return end


def _suffixed(scan: NumberScan, start: int, end: int) -> tuple[int, int, bool]:
    """Return where `bn` or `k` behind digits ends, by what it multiplies, and whether it must."""
    suffix = _SUFFIX.match(scan.text, end)
    sure = suffix is not None and (suffix["short"] is not None or scan.money(start, end))
    if suffix is None or not (sure or scan.rules.letters):
        return end, 1, True
    return suffix.end(), SUFFIXES[(suffix["short"] or suffix["letter"]).lower()], sure


def _value(scan: NumberScan, match: re.Match[str]) -> frozenset[Decimal]:
    """Return what digits alone can mean."""
    found = readings(match["number"], comma=scan.rules.comma)
    if match["fraction"]:
        found = frozenset(value + Decimal(VULGAR[match["fraction"]]) for value in found)
    if _BARE_POINT.search(scan.text, max(0, match.start() - 2), match.start()):
        found |= {value.scaleb(-len(match["number"])) for value in found}
    return found


def _multiplied(scan: NumberScan, match: re.Match[str]) -> tuple[int, int]:
    """Return where the scale words behind digits end, and by what they multiply; `m` is one behind money only."""
    end, factor = match.end(), 1
    pattern, scales = _scales(scan.language)
    while scale := pattern.match(scan.text, end):
        word = scale.group(1).casefold()
        if word not in scales or (word == "m" and not scan.money(match.start(), scale.end())):
            break
        factor *= scales[word]
        end = scale.end()
    return end, factor
