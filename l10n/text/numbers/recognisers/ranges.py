"""Owns the unit that two numbers share."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.readings import rules_of

if TYPE_CHECKING:
    from l10n.languages import Language
    from l10n.text.numbers.number import Number
    from l10n.text.numbers.scan import NumberScan

__all__ = ["widened"]


@cache
def _between(language: Language) -> re.Pattern[str]:
    rules = rules_of(language)
    words = f"-|–|—|~|〜|～|{rules.between or '(?!)'}"
    return re.compile(rf"\s*(?:{words})\s*(?:(?:{rules.about or '(?!)'})\s)?(?:[$€£¥₩]|US\$)?\s*")


def widened(scan: NumberScan) -> tuple[Number, ...]:
    """Return the numbers of a text in their order; the unit of `10–15 million` counts for both ends."""
    between = _between(scan.language)
    found = sorted(scan.found, key=lambda number: number.start)
    for index in range(len(found) - 1, 0, -1):
        here, there = found[index - 1], found[index]
        if there.plain and not here.plain and between.fullmatch(scan.text[here.end : there.start]):
            factor = max(there.readings) / max(*there.plain, Decimal(1))
            wider = {value * factor for value in here.readings}
            found[index - 1] = replace(here, readings=here.readings | wider, plain=here.readings)
    return tuple(found)
