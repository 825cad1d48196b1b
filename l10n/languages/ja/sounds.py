"""Owns how Japanese writes foreign names by their sound: in katakana."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["consonants", "ends", "opening", "slack", "stem", "words"]

_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_LONG = 3
"""Kana of a word up to which none may differ; above, one may."""
_KANA = {
    **dict.fromkeys("カキクケコガギグゲゴヵヶ", "K"),
    **dict.fromkeys("サシスセソ", "S"),
    **dict.fromkeys("ザジズゼゾチヂヅ", "J"),
    **dict.fromkeys("タツテトダデド", "T"),
    **dict.fromkeys("ナニヌネノン", "N"),
    **dict.fromkeys("ハヒヘホ", "H"),
    **dict.fromkeys("フバビブベボパピプペポヴ", "P"),
    **dict.fromkeys("マミムメモ", "M"),
    **dict.fromkeys("ラリルレロ", "L"),
}


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words in katakana."""
    yield from ((run.start(), run.end(), run.group()) for run in _KATAKANA.finditer(text))


def ends(word: str) -> Iterator[int]:
    """Yield the end of the word: particles are not written in katakana."""
    yield len(word)


def consonants(word: str) -> str:
    """Return the classes of the consonants of a word."""
    return "".join(_KANA.get(char, "") for char in word)


def opening(word: str) -> str:
    """Return the class of the consonant that a word begins with; empty where it is a vowel."""
    return _KANA.get(word[:1], "")


def stem(word: str) -> str:
    """Return the word: particles are not written in katakana."""
    return word


def slack(one: str, other: str) -> int:
    """Return how many kana may differ in two spellings of one name."""
    return int(min(len(one), len(other)) > _LONG)
