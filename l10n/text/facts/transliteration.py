"""Owns how alike an English name and its transliteration sound.

Only consonants are compared, by the classes that the rules of transliteration keep apart: vowels are written too freely
for a comparison. Which classes a word has is asked of its language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.languages.code import Heard

__all__ = ["NEAR", "alike", "likeness", "openings", "opens_alike", "sounding"]

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
_FAR = 1 - NEAR
"""What the rows of consonants of the two may cost at most, for each of the longer."""
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


def likeness(name: str, word: str, sounds: Heard) -> float:
    """Return how alike a name and its transliteration sound, 0…1; 0.0 below `NEAR`, and for a name with one consonant.

    Most words are nothing like a name: too many of its consonants have no equal, or one of the two is too long.
    """
    return _likeness(_english(name), _written(word, sounds))


def sounding(names: Iterable[str], words: Iterable[str], sounds: Heard) -> Iterator[tuple[str, ...]]:
    """Yield for each name those of the words that have any `likeness` to it, in their order."""
    written = [(word, _written(word, sounds)) for word in words]
    said = _Said(dict.fromkeys(given for _, given in written if given))
    for name in names:
        wanted = _english(name)
        near = {given for given in said.perhaps(wanted) if _likeness(wanted, given)} if len(wanted) > 1 else ()
        yield tuple(word for word, given in written if given in near) if near else ()


class _Said:
    """The rows of consonants of a text's words: each is a bit, so that a name is held against all of them at once."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows = tuple(rows)
        self._every = (1 << len(self._rows)) - 1
        self._having: dict[str, int] = {}
        """Class → the rows with a consonant of it."""
        self._longer: dict[int, int] = {}
        """Number of consonants → the rows that have more."""
        for at, row in enumerate(self._rows):
            for letter in set(row):
                self._having[letter] = self._having.get(letter, 0) | 1 << at

    def perhaps(self, wanted: tuple[str, ...]) -> Iterator[str]:
        """Yield the rows that may be like a name: those without an equal of too many of its consonants are left out."""
        size = len(wanted)
        lacking = [0] * (int(_FAR * size + _ROUNDING) + 1)
        """At each place the rows that lack so many and one more of the consonants that are never left out."""
        for sound in wanted:
            if sound[-1] != "?":
                missed = self._every
                for letter in sound:
                    missed &= ~self._having.get(letter, 0)
                for at, some in enumerate(lacking):
                    if not missed:
                        break
                    lacking[at] = some | missed
                    missed &= some
        left = self._every & ~(lacking[-1] & ~self._over(size))
        while left:
            lowest = left & -left
            yield self._rows[lowest.bit_length() - 1]
            left ^= lowest

    def _over(self, size: int) -> int:
        found = self._longer.get(size)
        if found is None:
            found = sum(1 << at for at, row in enumerate(self._rows) if len(row) > size)
            self._longer[size] = found
        return found


@lru_cache(maxsize=65_536)
def _likeness(wanted: tuple[str, ...], given: str) -> float:
    if len(wanted) <= 1 or not given:
        return 0.0
    longest = max(len(wanted), len(given))
    most = _FAR * longest + _ROUNDING
    if len(given) - len(wanted) > most or _sought(wanted).least(given) > most:
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
    may = openings(name)
    return may is None or sounds.opening(word) in may


@lru_cache(maxsize=16_384)
def openings(name: str) -> frozenset[str] | None:
    """Return what a spelling of a name may begin with, as `Heard.opening` tells it; None for anything."""
    first = unicodedata.normalize("NFKD", name[:1].lower())[:1]
    if first in _OPEN:
        return frozenset({""})
    wanted = _english(name)
    return frozenset({*wanted[0], *([""] if first in _EITHER else [])}) if wanted else None


class _Sought:
    """The consonants of a name, to tell quickly that a word has too few of them."""

    def __init__(self, wanted: tuple[str, ...]) -> None:
        self._size = len(wanted)
        self._firm = sum(sound[-1] != "?" for sound in wanted)
        """Consonants that are never left out."""
        self._places: dict[str, int] = {}
        """Class → the places of the consonants that may be written with it, as a set of bits."""
        for at, sound in enumerate(wanted):
            for letter in sound.rstrip("?"):
                self._places[letter] = self._places.get(letter, 0) | 1 << at

    def least(self, given: str) -> float:
        """Return what a word costs at least, by how many of its consonants have an equal in the same order.

        The longest common row, of which a sum of bits finds the length (Hyyrö 2004).
        """
        places, size = self._places, self._size
        every = left = (1 << size) - 1
        for letter in given:
            both = left & places.get(letter, 0)
            left = ((left + both) | (left - both)) & every
        like = size - left.bit_count()
        return max(self._firm - like, len(given) - like + _DROPPED * max(0, size - len(given)))


_sought = lru_cache(maxsize=16_384)(_Sought)
