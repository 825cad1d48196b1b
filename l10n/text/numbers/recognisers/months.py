"""Owns months that are written by name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.hints import hinted

if TYPE_CHECKING:
    from l10n.languages import Language
    from l10n.text.hints import Hinted
    from l10n.text.numbers.scan import NumberScan

__all__ = ["may_name_month", "months"]

_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+)?\Z")
_AFTER = re.compile(r"\.?(?:\s+(?:de\s+|del\s+)?|/)\d")
_AROUND = 12
"""Characters before a month in which its day stands."""


@cache
def _pattern(language: Language) -> Hinted | None:
    if language.months is None or not language.months.patterns:
        return None
    names = sorted(language.months.patterns.items(), key=lambda name: int(name[0]))
    groups = (f"(?P<m{number}>(?:{group})(?:/(?:{group}))?)" for number, group in names)
    spaced = language.scripts is None or language.scripts.spaced
    before, after = (r"(?<!\w)", r"(?!\w|-(?-i:[a-z]))") if spaced else ("", "")
    return hinted(f"{before}(?:{'|'.join(groups)}){after}", lasting=True)


@cache
def _names(language: Language) -> tuple[str, ...]:
    known = language.months
    return tuple(name.lower() for name in (*known.names, *known.short)) if known else ()


def may_name_month(text: str, language: Language) -> bool:
    """Tell whether letters of a text may be the name of a month: a quick look before a long one."""
    low = text.lower()
    return any(name in low for name in _names(language))


def months(scan: NumberScan) -> None:
    """Find months by name, asked for beside a day or a year: `3 May`."""
    pattern, known = _pattern(scan.language), scan.language.months
    for match in pattern.finditer(scan.text) if pattern else ():
        if known and known.capitals and match.group().islower():
            continue
        before = scan.text[max(0, match.start() - _AROUND) : match.start()]
        end = match.start() + len(match.group().rstrip("."))
        dated = _BEFORE.search(before) or _AFTER.match(scan.text, end)
        scan.add(match.start(), end, [int((match.lastgroup or "m0")[1:])], required=dated is not None, month=True)
