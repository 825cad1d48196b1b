"""Owns putting one word for another into a translation where that is right without reading the text."""

from __future__ import annotations

import re

from l10n.locales import language
from l10n.text.identity import scripts
from l10n.text.korean import particle_at, refit

__all__ = ["replacement"]

_BARE = re.compile(
    r"(?:들)?(?:에서|에게서|에게|께서|한테|까지|부터|조차|마저|마다|보다|처럼|만큼|밖에|뿐|의|에|도|만|들)"
    r"(?:의|는|도|만|부터|까지|은|이|을|과)?(?![가-힣])"
)
"""Particles with one form, which follow any noun."""
_AFTER = re.compile(r"(?:[*_~`]|[”’\"'」』》〉]|\([^()]*\))*")


def replacement(text: str, start: int, end: int, word: str, locale: str) -> tuple[int, str] | None:
    """Return what to put in place of a word of a translation, and where the part that it replaces ends.

    In Korean the particle after the word is put into the form that the new word asks for. None where the right text is
    not certain: in languages whose words around it may change too, and where the word is a part of a compound.
    """
    tongue = language(locale)
    if tongue == "ko":
        return _korean(text, start, end, word)
    if tongue in {"ja", "zh"} and not _joined(text, start) and not _joined(text, end):
        return end, word
    return None


def _korean(text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    after = text[end:]
    around = _AFTER.match(after)
    rest = after[around.end() :] if around else after
    if "가" <= rest[:1] <= "힣" and not (particle_at(rest) or _BARE.match(rest)):
        return None
    fitted = refit(text[start:end], word, after)
    if fitted is None:
        return None
    kept = 0
    while kept < min(len(after), len(fitted)) and after[-1 - kept] == fitted[-1 - kept]:
        kept += 1
    return len(text) - kept, word + fitted[: len(fitted) - kept]


def _joined(text: str, at: int) -> bool:
    """Tell whether the letters on both sides of a place may belong to one word: they are of one script."""
    sides = {_script(letter) for letter in text[max(at - 1, 0) : at + 1]}
    return 0 < at < len(text) and len(sides) == 1 and "" not in sides


def _script(letter: str) -> str:
    """Return the script of a letter, the two of Japanese syllables apart; empty for other characters."""
    return "katakana" if "\u30a0" <= letter <= "\u30ff" else scripts.script(letter)
