"""Owns the letters that give a language away among those that share its script."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.identity import scripts

if TYPE_CHECKING:
    from l10n.languages.facets import Letters

__all__ = ["stranger", "unmixed"]

_LEAST = 3
"""Foreign letters from which a text is not in the language; a name or a quotation brings in one or two."""
_LEAD = 2
_BARE = 20
"""Letters that no sentence has in it without one of the script that always stands there (Japanese without kana)."""
_SENTENCE = 12
"""The same, where grammar's letters of another language stand among them."""


def stranger(text: str, locale: str) -> str:
    """Return what a text in the right script is written in when it is not in the locale's language; else empty."""
    language = languages.of(locale)
    letters = language.letters
    always = language.scripts.always if language.scripts else ""
    if letters is None or not letters.whose:
        return ""
    if always:
        return letters.whose if _without(text, always, letters) else ""
    foreign, own, least = _rival(text, letters) if letters.rival else _told(text, letters)
    return letters.whose if foreign >= _LEAST and foreign > least * own else ""


def _rival(text: str, letters: Letters) -> tuple[int, int, int]:
    """Count the letters that only the other character set has, and those that only its own has."""
    han = [letter for letter in text if scripts.script(letter) == "han"]
    foreign = sum(_only(letter, letters.rival, letters.charset) for letter in han)
    return foreign, sum(_only(letter, letters.charset, letters.rival) for letter in han), _LEAD


def _told(text: str, letters: Letters) -> tuple[int, int, int]:
    """Count the letters that a language has not, and those that only it has."""
    low = text.lower()
    return sum(map(low.count, letters.strange)), sum(map(low.count, letters.own)), 1


def _without(text: str, always: str, letters: Letters) -> bool:
    """Tell whether a text has no letter of the script that no sentence is without, but many or strange others."""
    found = [letter for letter in text if scripts.script(letter)]
    if any(scripts.script(letter) == always for letter in found):
        return False
    han = [letter for letter in found if scripts.script(letter) == "han"]
    return len(han) >= _BARE or sum(not _has(letters.charset, letter) for letter in han) >= _LEAST


def unmixed(text: str, locale: str) -> str:
    """Return whose a text is that lacks the script no sentence is without but has little words; else empty."""
    language = languages.of(locale)
    always = language.scripts.always if language.scripts else ""
    if not always or language.letters is None:
        return ""
    letters = scripts.count(text)
    if letters[always] or letters["han"] < _SENTENCE:
        return ""
    little = sum(letter in language.letters.strange for letter in text)
    return language.letters.whose if little >= max(2, letters["han"] // 20) else ""


@lru_cache(maxsize=16_384)
def _only(letter: str, one: str, other: str) -> bool:
    return _has(one, letter) and not _has(other, letter)


@lru_cache(maxsize=16_384)
def _has(charset: str, letter: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
