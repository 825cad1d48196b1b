"""Owns numbers that a source spells out and a translation has in figures, and other ones: `Eighteen`, 11."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages.spelled import cardinals
from l10n.model import Flaw
from l10n.text.numbers.difference import compare, values
from l10n.text.numbers.evidence import values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline

__all__ = ["refigured"]

_SMALLEST, _LARGEST = 3, 99
"""Smaller words have other uses; greater ones are rounded, and so are dozens, centuries and thousands."""


@cache
def _words(code: str) -> frozenset[str]:
    found = cardinals((code,))
    near = (words for number, words in found.items() if number.isdigit() and _SMALLEST <= int(number) <= _LARGEST)
    return frozenset(_plain(word) for words in near for word in words)


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
    known = _words(languages.of(locales[0]).code)
    spelled = (one for one in values(source, locales[0], source_spans) if not one.required)
    gone = [one for one in spelled if _plain(one.text) in known and not one.readings & there]
    if len(gone) != 1:
        return None
    (new,) = difference.new
    return Flaw(f"the source says “{gone[0].text}”, the translation {new.text}", new.start, new.end)
