"""Owns numbers in words and in Roman numerals, which a translation may keep or not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.numerals import numerals
from l10n.text.numbers.readings import roman, spoken

if TYPE_CHECKING:
    from l10n.text.numbers.scan import Scan

__all__ = ["roman_numerals", "spoken_words"]


@cache
def _words(locale: str) -> re.Pattern[str] | None:
    rules = numerals(locale)
    if not rules.words:
        return None
    one = "|".join(sorted(map(re.escape, rules.words), key=len, reverse=True))
    one = f"{rules.prefix}(?:{one})"
    return re.compile(rf"(?<!\w){one}(?:[\s-]+(?:(?:and|y|et|und|e|و)\s*)?{one}(?!\w))*(?!\w)", re.IGNORECASE)


def spoken_words(scan: Scan) -> None:
    """Find number words."""
    pattern = _words(scan.locale)
    for match in pattern.finditer(scan.text) if pattern else ():
        scan.offer(*match.span(), spoken(match.group().lower(), scan.rules))


def roman_numerals(scan: Scan) -> None:
    """Find Roman numerals below 90, in the forms that the language has."""
    for match in re.finditer(scan.rules.roman, scan.text) if scan.rules.roman else ():
        if match.group():
            scan.offer(*match.span(), [roman(match.group())])
