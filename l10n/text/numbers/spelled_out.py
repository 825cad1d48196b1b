"""Owns numbers that a source spells out and a translation has in figures, and other ones: `Eighteen`, 11."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages.spelled import cardinals
from l10n.model import Flaw, Severity
from l10n.text.numbers.difference import compare, values
from l10n.text.numbers.evidence import is_month, values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline
    from l10n.text.numbers.number import Number

__all__ = ["refigured"]

_SMALLEST, _LARGEST = 3, 99
"""Smaller words have other uses; greater ones are rounded, and so are dozens, centuries and thousands."""


_TIMED = re.compile(r"[:./-]\d|\s?(?:[년월일시분年月日号號時时点點분分%％٪]|Uhr\b|h\b)")
_TIMING = re.compile(r"[\d][:./-]\Z|[№#$€£¥₩]\s?\Z")
"""Beside digits of dates, clock times, shares and numbers that count nothing."""


@cache
def _words(code: str, least: int) -> frozenset[str]:
    """Return the words of a language for numbers from `least` to `_LARGEST` that are not put together of others."""
    found = cardinals((code,))
    near = (words for number, words in found.items() if number.isdigit() and least <= int(number) <= _LARGEST)
    return frozenset(_plain(word) for words in near for word in words)


def _certain(text: str, code: str) -> bool:
    """Tell whether a number word stands for its number only: `eighteen`, `twenty-two`; not `two`, `five hundred`."""
    word, known = _plain(text), _words(code, _SMALLEST)
    parts = frozenset(word.split())
    return word in known or (not parts.isdisjoint(known) and parts <= _words(code, 1))


def _plain(word: str) -> str:
    return word.casefold().replace("-", " ").replace("\u00ad", "")


def refigured(
    source: str,
    target: str,
    locales: tuple[str, str],
    source_spans: Sequence[Inline] = (),
    target_spans: Sequence[Inline] = (),
) -> Flaw | None:
    """Return a number in figures that nothing in a source explains, where one of its number words is nowhere.

    Each text must have one such number only, and no number in figures may be lost besides, which `compare` tells.
    """
    difference = compare(source, target, *locales, source_spans, target_spans)
    if difference.lost or difference.again or len(difference.new) != 1:
        return None
    there = values_of(values(target, locales[1], target_spans))
    code = languages.of(locales[0]).code
    spelled = (one for one in values(source, locales[0], source_spans) if not one.required)
    gone = [one for one in spelled if _certain(one.text, code) and not one.readings & there]
    if len(gone) != 1:
        return None
    (new,) = difference.new
    message = f"the source says “{gone[0].text}”, the translation {new.text}"
    return Flaw(message, new.start, new.end, severity=None if _counts(new, target) else Severity.WARNING)


def _counts(number: Number, text: str) -> bool:
    """Tell whether a number counts things for certain: a small whole one that is no part of a date or a time."""
    small = all(1 < value <= _LARGEST and value == int(value) for value in number.readings)
    timed = _TIMED.match(text, number.end) or _TIMING.search(text, 0, number.start)
    return small and number.text.isdecimal() and not timed and not is_month(number, text)
