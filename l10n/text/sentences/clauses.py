"""Owns where a sentence may be cut that is too long for whoever reads it in one piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.sentences.segmentation import quotations

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["clauses"]

_PLACE = re.compile(r"(?P<head>[;:](?=\s)|—|(?<=\s)(?:–|--)(?=\s)|(?P<comma>,[\"'”’)\]]*(?=\s)))\s*(?P<word>\w*)")
_INSIDE = 4
"""How much worse a place is inside of a quotation or a bracket: worse than any outside."""
_EDGE = 6
"""A cut leaves at least the sixth part of the sentence on either side, where it can."""


def clauses(text: str, fits: Callable[[str], bool], language: str = languages.ENGLISH) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the pieces of a sentence, each of which `fits`, ascending; empty where it cannot be cut so.

    The gaps between them are white space, or nothing beside a dash. It is cut where it takes least harm, and near its
    middle: at a semicolon, a colon or a dash; before a word that begins a clause (`and`, `which`) after a comma; at
    another comma. Quotations and brackets are opened last.
    """
    if fits(text):
        return ((0, len(text)),)
    starters = languages.of(language).clauses
    place = _place(text, starters.starters if starters else frozenset())
    if place is None:
        return ()
    end, start = place
    before = clauses(text[:end], fits, language)
    # Where one part cannot be cut finely enough, no other first cut would help.
    after = clauses(text[start:], fits, language) if before else ()
    return (*before, *((start + low, start + high) for low, high in after)) if after else ()


def _place(text: str, starters: frozenset[str]) -> tuple[int, int] | None:
    """Return where the first piece ends and the second begins at the best place; None where there is none."""
    whole = quotations(text)
    found: list[tuple[int, float, int, int]] = []
    for match in _PLACE.finditer(text):
        # A dash belongs to the piece before it, as a colon and a comma do.
        end, start = match.end("head"), match.start("word")
        if not match.start() or start == len(text):
            continue
        worth = (1 if match["word"].casefold() in starters else 2) if match["comma"] else 0
        worth += _INSIDE * any(low < match.start() < high for low, high in whole)
        middle = abs(2 * start - len(text)) / len(text)
        worth += 2 * _INSIDE * (middle > 1 - 2 / _EDGE)
        found.append((worth, middle, end, start))
    return min(found)[2:] if found else None
