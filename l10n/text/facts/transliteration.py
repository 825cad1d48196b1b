"""Owns how alike an English name and its transliteration in Hangul or katakana sound.

Only consonants are compared, by the classes that the transliteration rules of Korean (외래어 표기법) and Japanese keep
apart: vowels are written too freely for a comparison.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["likeness"]

_ENGLISH = (
    ("sch", "S"),
    ("tch", "J"),
    ("dg", "J"),
    ("ch", "JKSH"),
    ("sh", "S"),
    ("ph", "P"),
    ("th", "TS"),
    ("gh", "KPH?"),
    ("ck", "K"),
    ("qu", "K"),
    ("ng", "N"),
    ("j", "JHS?"),
    ("x", "KSJH"),
    ("c", "KSJ"),
    ("g", "KJH"),
    ("h", "H?"),
    ("w", "P?"),
    ("y", "J?"),
    ("r", "L?"),
    ("l", "L?"),
    ("z", "JS"),
    ("s", "SJ"),
    ("t", "TJS"),
    ("d", "TJ"),
    ("v", "P"),
    ("f", "PH"),
    ("b", "P"),
    ("p", "P"),
    ("k", "K"),
    ("q", "K"),
    ("m", "M"),
    ("n", "N"),
)
"""Letters, and the classes of the consonants they are written with; `?` where they may be left out."""
_SOUND = re.compile("|".join(letters for letters, _ in _ENGLISH))
_CLASSES = dict(_ENGLISH)
_DROPPED = 0.25
"""What a consonant that may be left out costs when it is."""

_INITIALS = "KKNTTLMPPSS-JJJKTPH"
"""Classes of the 19 Korean initials in the order of Unicode; `-` is none."""
_FINALS = "-KKKNNNTLLLLLLLLMPPTTNJJKTPH"
_HANGUL, _VOWELS, _TAILS = ord("가"), 21, 28
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


@lru_cache(maxsize=16_384)
def _english(name: str) -> tuple[str, ...]:
    """Return the consonants of a name as strings of the classes they may be written with."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if char.isascii() and char.isalpha())
    plain = re.sub(r"([a-z])\1+", r"\1", re.sub(r"\A(?:k(?=n)|w(?=r)|p(?=s))", "", plain))
    return tuple(_CLASSES[match.group()] for match in _SOUND.finditer(plain))


@lru_cache(maxsize=65_536)
def _written(word: str) -> str:
    """Return the classes of the consonants of a word in Hangul or katakana; one that ends and begins syllables once."""
    out = []
    for char in word:
        code = ord(char) - _HANGUL
        if char in _KANA:
            out += ["-", _KANA[char]]
        elif 0 <= code < len(_INITIALS) * _VOWELS * _TAILS:
            out += [_INITIALS[code // (_VOWELS * _TAILS)], _FINALS[code % _TAILS]]
    return re.sub(r"([A-Z])\1", r"\1", "".join(out)).replace("-", "")


@lru_cache(maxsize=65_536)
def likeness(name: str, word: str) -> float:
    """Return how alike a name and a word in Hangul or katakana sound, 0…1; 0.0 for a name with one consonant only."""
    wanted, given = _english(name), _written(word)
    if len(wanted) <= 1 or not given:
        return 0.0
    row = [float(at) for at in range(len(given) + 1)]
    for sound in wanted:
        drop = _DROPPED if sound[-1] == "?" else 1.0
        last, row[0] = row[0], row[0] + drop
        for at, letter in enumerate(given, 1):
            here = last + (letter not in sound)
            last, row[at] = row[at], min(here, row[at] + drop, row[at - 1] + 1)
    return max(0.0, 1 - row[-1] / max(len(wanted), len(given)))
