"""Owns numbers in words and in Roman numerals, which a translation may keep or not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.hints import hinted
from l10n.text.numbers.readings import any_of, number_words, roman, rules_of, spoken

if TYPE_CHECKING:
    from l10n.languages import Language
    from l10n.text.hints import Hinted
    from l10n.text.numbers.scan import NumberScan

__all__ = ["roman_numerals", "spoken_words"]


_ROMAN = r"\b(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=\b|e\b|ème\b)"


@cache
def _words(language: Language) -> Hinted | None:
    rules = rules_of(language)
    if not number_words(language) or rules.myriads:
        return None
    one = f"{rules.prefix}(?:{any_of(number_words(language))})"
    link = rf"(?:(?:{rules.links})\s*)?" if rules.links else ""
    return hinted(rf"(?<!\w){one}(?:[\s-]+{link}{one}(?!\w))*(?!\w)")


def spoken_words(scan: NumberScan) -> None:
    """Find number words."""
    pattern = _words(scan.language)
    for match in pattern.finditer(scan.text) if pattern else ():
        scan.offer(*match.span(), spoken(match.group().lower(), scan.language))


def roman_numerals(scan: NumberScan) -> None:
    """Find Roman numerals below 90; where the decimal sign is a comma, any of them may be a number."""
    form = scan.rules.roman or (_ROMAN if scan.rules.comma else "")
    for match in re.finditer(form, scan.text) if form else ():
        if match.group():
            scan.offer(*match.span(), [roman(match.group())])
