"""Owns slips of a Korean keyboard: endings typed without Shift (`햇다`), Korean typed on the English layout (`gksrmf`).

Keys are those of the standard two-set layout (KS X 5002), on which Shift makes ㅅ to ㅆ.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.text.korean.spacing import Respelling

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mistyped", "on_english_keys", "retyped"]

_INITIALS = tuple("rRseEfaqQtTdwWczxvg")
_VOWELS = (*"koiOjpuPh", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l")
_FINALS = (
    *("r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg"),
    *("a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"),
)
"""Keys of the letters in the order of Unicode's Hangul syllables."""
_VOWEL = "|".join(sorted(_VOWELS, key=len, reverse=True))
_FINAL = "|".join(sorted(_FINALS, key=len, reverse=True))
_BEGINS = f"[{''.join(_INITIALS)}](?:{_VOWEL})"
_SYLLABLE = re.compile(f"([{''.join(_INITIALS)}])({_VOWEL})((?:{_FINAL})(?={_BEGINS}|\\Z))?")
_RUN = re.compile("(?<![A-Za-z0-9_\u00c0-\u024f@/.#-])[A-Za-z]{5,24}(?![A-Za-z0-9_\u00c0-\u024f@/#-]|\\.\\w)")
_VOWEL_LETTER = re.compile("[aeiou]", re.IGNORECASE)
_SHIFTED = re.compile("[a-z][REQTWOP][a-z]|[a-z][ETRQW]\\Z")
_NO_ONSET = re.compile(
    "r[knjpbm]|s[jb]|f[knjpbm]|[qzxv][knjpbmhly]|t[knjpbml]|d[knlpbmh]|w[kjnlpbm]|c[knjpbm]|g[kjpbm]"
)
"""Two consonants that no English word begins with."""
_EVERYDAY = 2
"""Bytes of a syllable in EUC-KR, if it is one of the 2,350 of KS X 1001; others are spelt out in eight."""
_LEAST = 2
_ENDINGS = "다|습니다|습니까|으며|으나|으니|지만|던|는데|음|고|다고|다는|다며|다면"
_UNSHIFTED = re.compile(
    f"(?:햇|(?<=[가-힣])(?:(?<!무)엇|엿|왓|됏|졋|겻|봣|줫|켯|쳣|겟|(?<![빼로])앗))(?={_ENDINGS})(?:{_ENDINGS})(?![가-힣])"
)
"""Past tenses and 겠 with ㅅ for ㅆ; 빼앗다 and 가로앗다 are written so."""
_BESIDE_FRUIT = re.compile("햇(?:고|음)")


@lru_cache(maxsize=4096)
def retyped(word: str) -> str:
    """Return the Hangul that the same keys give on the Korean layout; empty where they do not give syllables."""
    at, made = 0, []
    while at < len(word):
        match = _SYLLABLE.match(word, at)
        if match is None:
            return ""
        initial, vowel, final = match.groups()
        code = _INITIALS.index(initial) * 588 + _VOWELS.index(vowel) * 28 + (_FINALS.index(final) + 1 if final else 0)
        made.append(chr(ord("가") + code))
        at = match.end()
    return "".join(made)


def mistyped(text: str) -> Iterator[Respelling]:
    """Yield the syllables that lack the second ㅅ of a past tense: `발표햇다`."""
    for match in _UNSHIFTED.finditer(text):
        alone = not "가" <= text[match.start() - 1 : match.start()] <= "힣"
        if not (alone and _BESIDE_FRUIT.match(match.group())):
            yield Respelling(match.start(), match.start() + 1, chr(ord(match.group()[0]) + 1))


def on_english_keys(text: str) -> Iterator[Respelling]:
    """Yield the words that were typed with the keyboard on English: Latin letters that no word has, but Hangul gives.

    A word without a vowel letter, with Shift in its middle, or with a beginning that no English word has.
    """
    for match in _RUN.finditer(text):
        word = match.group()
        strange = not _VOWEL_LETTER.search(word) or _SHIFTED.search(word) or _NO_ONSET.match(word)
        made = retyped(word) if strange and not word.isupper() else ""
        if len(made) >= _LEAST and all(len(one.encode("euc_kr", "replace")) == _EVERYDAY for one in made):
            yield Respelling(*match.span(), made)
