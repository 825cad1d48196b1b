"""Owns months that are written by name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.text.numbers.scan import Scan

__all__ = ["months"]

_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+)?\Z")
_AFTER = re.compile(r"\.?(?:\s+(?:de\s+|del\s+)?|/)\d")
_AROUND = 12
"""Characters before a month in which its day stands."""


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    groups = (f"(?P<m{number}>(?:{group})(?:/(?:{group}))?)" for number, group in enumerate(names, 1))
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w|-(?-i:[a-z]))", re.IGNORECASE)


def months(scan: Scan) -> None:
    """Find months by name, asked for beside a day or a year: `3 May`."""
    if not scan.rules.months:
        return
    for match in _pattern(scan.rules.months).finditer(scan.text):
        if scan.rules.capitals and match.group().islower():
            continue
        before = scan.text[max(0, match.start() - _AROUND) : match.start()]
        dated = _BEFORE.search(before) or _AFTER.match(scan.text, match.end())
        scan.add(*match.span(), [int((match.lastgroup or "m0")[1:])], required=dated is not None, month=True)
