"""Owns the unit that two numbers share."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.text.numbers.number import Number
    from l10n.text.numbers.scan import Scan

__all__ = ["widened"]

_BETWEEN = re.compile(
    r"\s*(?:-|–|—|~|〜|～|to|and|or|a|y|o|bis|und|oder|auf|nach|statt|à|et|ou|contre|e|até|إلى|و|에서|부터|から|至|到)\s*"
    r"(?:(?:rund|fast|knapp|etwa|gut|casi|unos|unas|près de|environ|nearly|almost|about|around)\s)?(?:[$€£¥₩]|US\$)?\s*"
)


def widened(scan: Scan) -> tuple[Number, ...]:
    """Return the numbers of a text in their order; the unit of `10–15 million` counts for both ends."""
    found = sorted(scan.found, key=lambda number: number.start)
    for index in range(len(found) - 1, 0, -1):
        here, there = found[index - 1], found[index]
        if there.plain and not here.plain and _BETWEEN.fullmatch(scan.text[here.end : there.start]):
            factor = max(there.readings) / max(*there.plain, Decimal(1))
            wider = {value * factor for value in here.readings}
            found[index - 1] = replace(here, readings=here.readings | wider, plain=here.readings)
    return tuple(found)
