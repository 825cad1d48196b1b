"""Owns rows of digits and signs that stand letter for letter in both texts: lists, dates, telephone numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.text.numbers.evidence import Evidence, Side
    from l10n.text.numbers.number import Place

__all__ = ["verbatim"]

_ROW = re.compile(r"\d(?:[\d.,:/\u2009\u00a0\u202f ()+\u2010-\u2013-]*\d)?")
_SIGNS = re.compile(r"\D+")
_DIVIDED = re.compile("[.,:]")
_LONG = 7
"""Digits of a row that is known by them alone: `0800 555 111`, `0800555111`."""


def verbatim(evidence: Evidence) -> Evidence:
    """Explain the numbers of a row that the other text has as it is, whatever its signs mean in either language."""
    here, there = _rows(evidence.source), _rows(evidence.target)
    same = Counter(row for row, _ in here) & Counter(row for row, _ in there)
    return evidence.apart(zip(_kept(here, same.copy()), _kept(there, same.copy()), strict=False)) if same else evidence


def _rows(side: Side) -> list[tuple[str, Place]]:
    """Return the rows of a text, each with its place; long ones by their digits, and none that a word multiplies."""
    found = [(match.group(), match.span()) for match in _ROW.finditer(side.western)]
    scaled = Ranges((number.start, number.end) for number in side.numbers if number.plain)
    return [(row, place) for text, at in found for row, place in _parts(text, at) if not scaled.meet(*place)]


def _parts(text: str, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield a row as a whole where it is long, and piece by piece where spaces divide it otherwise."""
    digits = _SIGNS.sub("", text)
    if len(digits) >= _LONG and not _DIVIDED.search(text):
        yield digits, place
        return
    for piece in re.finditer(r"\S+", text):
        row = piece.group().strip(".,:/-()+\u2010\u2011\u2012\u2013")
        if len(row) > 1:
            yield row, (place[0] + piece.start(), place[0] + piece.end())


def _kept(rows: list[tuple[str, Place]], same: Counter[str]) -> Iterator[Place]:
    """Yield the places of the rows that the other text has, sorted by what they are."""
    for row, place in sorted(rows):
        if same[row] > 0:
            same[row] -= 1
            yield place
