"""Owns putting one word for another into a translation where that is right without reading the text."""

from __future__ import annotations

from l10n import languages
from l10n.text.identity import scripts

__all__ = ["replacement"]

_STANDING = frozenset({"han", "kana"})
"""Scripts whose words do not change beside others, and are not divided from them."""


def replacement(text: str, start: int, end: int, word: str, locale: str) -> tuple[int, str] | None:
    """Return what to put in place of a word of a translation, and where the part that it replaces ends.

    A particle after the word is put into the form that the new word asks for. None where the right text is
    not certain: in languages whose words around it may change too, and where the word is a part of a compound.
    """
    particles = languages.of(locale).particles
    if particles:
        return particles.replaced(text, start, end, word)
    if scripts.expected(locale) & _STANDING and not _joined(text, start) and not _joined(text, end):
        return end, word
    return None


def _joined(text: str, at: int) -> bool:
    """Tell whether the letters on both sides of a place may belong to one word: they are of one script."""
    sides = {_script(letter) for letter in text[max(at - 1, 0) : at + 1]}
    return 0 < at < len(text) and len(sides) == 1 and "" not in sides


def _script(letter: str) -> str:
    """Return the script of a letter, the two of Japanese syllables apart; empty for other characters."""
    return "katakana" if "\u30a0" <= letter <= "\u30ff" else scripts.script(letter)
