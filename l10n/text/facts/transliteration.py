"""Owns how alike an English name and its transliteration sound.

Only consonants are compared, by the classes that the rules of transliteration keep apart: vowels are written too freely
for a comparison. Which classes a word has is asked of its language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.languages.code import Heard

__all__ = ["NEAR", "alike", "likeness", "opens_alike"]

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
NEAR = 0.6
"""How alike a name and a word must sound for anybody to take one for the other."""
_ROUNDING = 1e-9


@lru_cache(maxsize=16_384)
def _english(name: str) -> tuple[str, ...]:
    """Return the consonants of a name as strings of the classes they may be written with."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if char.isascii() and char.isalpha())
    plain = re.sub(r"([a-z])\1+", r"\1", re.sub(r"\A(?:k(?=n)|w(?=r)|p(?=s))", "", plain))
    return tuple(_CLASSES[match.group()] for match in _SOUND.finditer(plain))


@lru_cache(maxsize=65_536)
def _written(word: str, sounds: Heard) -> str:
    return sounds.consonants(word)


@lru_cache(maxsize=65_536)
def likeness(name: str, word: str, sounds: Heard) -> float:
    """Return how alike a name and its transliteration sound, 0…1; 0.0 below `NEAR`, and for a name with one consonant.

    Most words are nothing like a name: too many of its consonants have no equal, or one of the two is too long.
    """
    wanted, given = _english(name), _written(word, sounds)
    if len(wanted) <= 1 or not given:
        return 0.0
    longest = max(len(wanted), len(given))
    most = (1 - NEAR) * longest + _ROUNDING
    if len(given) - len(wanted) > most or _apart(wanted, given) > most:
        return 0.0
    row = [float(at) for at in range(len(given) + 1)]
    for sound in wanted:
        drop = _DROPPED if sound[-1] == "?" else 1.0
        last = row[0]
        left = row[0] = last + drop
        for at, letter in enumerate(given, 1):
            here = last if letter in sound else last + 1
            last = row[at]
            dropped = last + drop
            left += 1
            if dropped < left:  # noqa: PLR1730  a call of `min` costs more than all the rest
                left = dropped
            if here < left:  # noqa: PLR1730  so here
                left = here
            row[at] = left
    alike = 1 - row[-1] / longest
    return alike if alike >= NEAR else 0.0


def alike(name: str, word: str, sounds: Heard) -> float:
    """Return `likeness`; a name with one consonant is like a word with that one and no other, and 1.0 then."""
    wanted = _english(name)
    if len(wanted) != 1:
        return likeness(name, word, sounds)
    given = _written(word, sounds)
    return float(len(given) == 1 and given in wanted[0]) if given else float(wanted[0].endswith("?"))


_OPEN = frozenset("aeiou")
_EITHER = frozenset("hjwy")
"""Letters that a name may begin with and its spelling with a vowel, or with another consonant."""


def opens_alike(name: str, word: str, sounds: Heard) -> bool:
    """Tell whether a name and its spelling may begin with the same sound: both with a vowel, or with one consonant."""
    may = _openings(name)
    return may is None or sounds.opening(word) in may


@lru_cache(maxsize=16_384)
def _openings(name: str) -> frozenset[str] | None:
    """Return what a spelling of a name may begin with, as `Heard.opening` tells it; None for anything."""
    first = unicodedata.normalize("NFKD", name[:1].lower())[:1]
    if first in _OPEN:
        return frozenset({""})
    wanted = _english(name)
    return frozenset({*wanted[0], *([""] if first in _EITHER else [])}) if wanted else None


def _apart(wanted: tuple[str, ...], given: str) -> float:
    """Return what the consonants cost at least for which the other side has no equal."""
    mine, lost = _classes(given), 0.0
    known, rows = _theirs(wanted)
    for classes, cost in rows:
        if not classes & mine:
            lost += cost
    return lost if not mine & ~known else max(lost, sum(not _classes(letter) & known for letter in given))


@lru_cache(maxsize=16_384)
def _theirs(wanted: tuple[str, ...]) -> tuple[int, tuple[tuple[int, float], ...]]:
    """Return the classes of all consonants of a name, and of each, with what it costs where it has no equal."""
    rows = tuple((_classes(sound), _cost(sound)) for sound in wanted)
    return reduce(or_, (classes for classes, _ in rows)), rows


@lru_cache(maxsize=16_384)
def _classes(sound: str) -> int:
    """Return the classes of consonants as a set of bits."""
    return sum(1 << (ord(letter) - ord("A")) for letter in set(sound) - {"?"})


def _cost(sound: str) -> float:
    return _DROPPED if sound[-1] == "?" else 1.0
