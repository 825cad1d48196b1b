"""Owns how much a draft was changed until it was published: the edits of HTER, counted in words of the final text.

A word, a figure or a mark is one token; where words are not divided by spaces each letter is one, save runs of Latin
letters and digits. Edits are insertions, deletions and substitutions of tokens; what was moved counts as both.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from l10n import languages

__all__ = ["edits", "tokens"]

_LETTERS = re.compile(r"[A-Za-z0-9]+(?:['’.,:/-][A-Za-z0-9]+)*|.", re.DOTALL)


def edits(draft: str, final: str, locale: str) -> tuple[int, int]:
    """Return how many tokens were edited from the draft to the final text, and how many the final text has."""
    scripts = languages.of(locale).scripts
    spaced = scripts is None or scripts.spaced
    other = tokens(final, spaced=spaced)
    return 0 if draft == final else Levenshtein.distance(tokens(draft, spaced=spaced), other), len(other)


def tokens(text: str, *, spaced: bool) -> list[str]:
    """Cut a text into what is counted."""
    found: list[str] = []
    for piece in unicodedata.normalize("NFC", text).split():
        if spaced and piece.isalnum():
            found.append(piece)
            continue
        start, end = 0, len(piece)
        while start < end and _is_mark(piece[start]):
            start += 1
        while start < end and _is_mark(piece[end - 1]):
            end -= 1
        word = piece[start:end]
        inner = ([word] if spaced else _LETTERS.findall(word)) if word else []
        found += [*piece[:start], *inner, *piece[end:]]
    return found


def _is_mark(letter: str) -> bool:
    return not letter.isalnum() and unicodedata.category(letter)[0] in "PS"
