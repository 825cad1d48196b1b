"""Owns the little words that give a language in Latin letters away."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from l10n import languages
from l10n.text.identity import scripts

__all__ = ["impostor", "is_function_word", "spoken_in", "surely"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LEAST_WORDS = 8
_LEAST_HITS = 3
_LEAD = 1.4
_SURE_HITS, _SURE_LEAD = 4, 3.0
_TELLING = 3
"""Letters from which a word tells something of a text in Latin letters whose own little words are not known: those of
two (`in`, `is`, `an`) stand in many languages."""
_LATIN = frozenset({"latin"})


@cache
def _words(code: str) -> frozenset[str]:
    """Return the little words of a language; none where they are not known."""
    known = languages.of(code).function_words
    return known.words if known else frozenset()


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """Return the languages of each little word."""
    found: dict[str, list[str]] = {}
    for code, words in languages.function_words().items():
        for word in sorted(words):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _english(locale: str) -> frozenset[str]:
    """Return the English words by which a text is told that has none of its own."""
    words = _words(languages.ENGLISH)
    if scripts.expected(locale) != _LATIN:
        return words
    return frozenset(word for word in words if len(word) >= _TELLING)


def impostor(text: str, locale: str) -> str:
    """Return the language a text is clearly written in when that is not its locale's; empty when in doubt.

    Clear means: of at least 8 words more are function words of another language than of the locale's own, and 3 of
    these its own has not. A language whose words are not known is only told from English.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return ""
    own = _words(locale)
    mine = sum(map(own.__contains__, words))
    enough = max(_LEAST_HITS, len(words) // 8, _LEAD * mine)
    if not own:
        hits = sum(map(_english(locale).__contains__, words))
        return languages.ENGLISH if hits >= enough and _foreign(locale) else ""
    strange = Counter(code for word in words for code in _speakers().get(word, ()))
    clear = (code for code, hits in strange.most_common() if hits >= enough and _different(code, own, words))
    return next(clear, "")


def surely(text: str, locale: str) -> str:
    """Return the language a text is written in when no reader would doubt that it is not its locale's; else empty.

    Only words that the two languages do not share tell them apart (`des` but not `la` French from Spanish).
    """
    words = [word.lower() for word in _WORD.findall(text)]
    least = max(_SURE_HITS, len(words) // 8)
    own = _words(locale)
    if not own:
        known = _english(locale)
        hits = sum(map(known.__contains__, words))
        sure = hits >= least and len(known.intersection(words)) >= _LEAST_HITS
        return languages.ENGLISH if sure and _foreign(locale) else ""
    strange = Counter(code for word in words if word not in own for code in _speakers().get(word, ()))
    for other, hits in strange.most_common():
        if hits < least:
            break
        against = sum(map((own - languages.function_words()[other]).__contains__, words))
        if hits >= _SURE_LEAD * against and _different(other, own, words):
            return other
    return ""


def _different(other: str, own: frozenset[str], words: list[str]) -> bool:
    """Tell whether some words of a text are another language's that its own has not; a letter may be an acronym's."""
    theirs = (languages.function_words()[other] - own).intersection(words)
    return sum(len(word) > 1 for word in theirs) >= _LEAST_HITS


def _foreign(locale: str) -> bool:
    return languages.of(locale).code != languages.ENGLISH


def spoken_in(word: str) -> tuple[str, ...]:
    """Return the languages that have a word in lower case among their commonest."""
    return _speakers().get(word, ())


def is_function_word(word: str, language: str = languages.ENGLISH) -> bool:
    """Tell whether a word in lower case is one of the commonest of a language."""
    return word in _words(language)
