"""Owns how Korean writes foreign names by their sound (외래어 표기법)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["consonants", "ends", "opening", "slack", "stem", "words"]

_HANGUL = re.compile(r"[가-힣]{2,}")
_LONGEST = 12
"""Most syllables of a name."""
_BEHIND = (
    "이?라고|이?라는|이?라며|이?란|이?나|이?며|이?다|이?고|이?든|에서|에게|에게서|께서|한테|까지|부터|조차|마저|마다|"
    "보다|처럼|만큼|밖에|뿐|으로|로|으로부터|로부터|으로서|로서|으로써|로써|이|가|은|는|을|를|과|와|의|에|도|만"
)
"""Particles."""
_AFTER = re.compile(rf"(?:들)?(?:{_BEHIND}|씨|측|시|주|군|인|어|호|사|계|식|형|산|강){{0,2}}\Z")
"""What may follow a name in one word: particles, and suffixes of one syllable."""
_ONLY = re.compile(rf"(?:{_BEHIND}){{1,2}}\Z")
_PARTICLES = frozenset("은는이가을를과와의에도만로")
_FIRM = 2
"""Syllables up to which one stroke may differ, in a word of the same length; above, two may."""
_INITIALS = "KKNTTLMPPSS-JJJKTPH"
"""Classes of the 19 initials in the order of Unicode; `-` is none."""
_FINALS = "-KKKNNNTLLLLLLLLMPPTTNJJKTPH"
_FIRST, _VOWELS, _TAILS = ord("가"), 21, 28


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the beginnings of words that may be a name: particles follow it in one piece."""
    for run in _HANGUL.finditer(text):
        word = run.group()
        for size in _sizes(word):
            yield run.start(), run.start() + size, word[:size]


@lru_cache(maxsize=65_536)
def _sizes(word: str) -> tuple[int, ...]:
    """Return how many syllables of a word may be a name."""
    return tuple(size for size in range(2, min(len(word), _LONGEST) + 1) if _AFTER.match(word, size))


def ends(word: str) -> Iterator[int]:
    """Yield where in a word a name may end, ascending: before particles, and at its own end."""
    yield from (size for size in range(2, min(len(word), _LONGEST + 1)) if _ONLY.match(word, size))
    yield len(word)


def consonants(word: str) -> str:
    """Return the classes of the consonants of a word; one that ends and begins syllables once."""
    out = []
    for char in word:
        code = ord(char) - _FIRST
        if 0 <= code < len(_INITIALS) * _VOWELS * _TAILS:
            out += [_INITIALS[code // (_VOWELS * _TAILS)], _FINALS[code % _TAILS]]
    return re.sub(r"([A-Z])\1", r"\1", "".join(out)).replace("-", "")


def opening(word: str) -> str:
    """Return the class of the consonant that a word begins with; empty where it is a vowel."""
    code = ord(word[:1] or " ") - _FIRST
    within = 0 <= code < len(_INITIALS) * _VOWELS * _TAILS
    return _INITIALS[code // (_VOWELS * _TAILS)].replace("-", "") if within else ""


def stem(word: str) -> str:
    """Return a word without the particle of one syllable that it may end in."""
    return word[:-1] if word[-1:] in _PARTICLES else word


def slack(one: str, other: str) -> int:
    """Return how many letters of syllables may differ in two spellings of one name."""
    return 2 if min(len(one), len(other)) > _FIRM else int(len(one) == len(other))
