"""Owns whether a text has the numbers of another as they are written there, without reading those of the second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.numbers.difference import blank, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline

__all__ = ["as_written"]

_DIGIT = re.compile(r"\d")


def as_written(
    source: str, target: str, locale: str, source_spans: Sequence[Inline] = (), target_spans: Sequence[Inline] = ()
) -> bool:
    """Tell whether two texts of one language have the same digits, and the second all numbers of the first, in order.

    Then `compare` finds none changed; where it is not so, `compare` may still find that the values are the same.
    """
    before, after = blank(source, source_spans), blank(target, target_spans)
    digits = _DIGIT.findall(before)
    if digits != _DIGIT.findall(after):
        return False
    at = 0
    for number in values(before, locale) if digits else ():
        if not number.required:
            continue
        text = before[number.start : number.end]
        place = after.find(text, at)
        if place < 0:
            return False
        at = place + len(text)
    return True
