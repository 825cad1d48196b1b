"""Owns the words that turn a sentence into its opposite."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.text.analysis import once
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.text.hints import Hinted

__all__ = ["clear", "denied", "forms", "negations", "negative"]

_SENTENCE = re.compile(r"(?<=[.!?…][\"”’)])\s+|(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class _NegationWords:
    """The patterns of `Negation`, compiled; what is not known matches nothing."""

    pattern: Hinted
    counted: Hinted
    clear: Hinted
    weak: Hinted
    idioms: Hinted
    double: Hinted
    counts_as: Mapping[str, re.Pattern[str]]
    longest: int


@cache
def _words(locale: str) -> _NegationWords | None:
    facet = of(locale).negation
    if facet is None:
        return None
    return _NegationWords(
        _compiled(facet.pattern),
        _compiled(facet.counted or facet.pattern),
        _compiled(facet.clear),
        _compiled(facet.weak),
        _compiled(facet.idioms),
        _compiled(facet.double),
        {word: re.compile(pattern) for word, pattern in facet.counts_as.items()},
        facet.longest,
    )


def _compiled(pattern: str) -> Hinted:
    return hinted(pattern or "(?!)")


def negations(text: str, locale: str = "en") -> Counter[str]:
    """Count the negating words of a text; contractions (`don't`) count as `not`. None in an unknown language."""
    words = _words(locale)
    found = [match.group().lower() for match in words.pattern.finditer(text)] if words else []
    return Counter(_counted(word, words.counts_as if words else {}) for word in found)


def _counted(word: str, counts_as: Mapping[str, re.Pattern[str]]) -> str:
    return next((name for name, pattern in counts_as.items() if pattern.search(word)), word)


@once
def denied(text: str, locale: str = "en") -> str | None:
    """Return a word of a source that clearly negates its sentence; None where there is none, or none is known.

    Idioms (`not only`, `no doubt`, `can't help`), questions, double negation and `not … until` are not clear.
    """
    words = _words(locale)
    if words is None or not (words.clear.search(text) or words.weak.search(text)):
        return None
    sentences = (one for one in _SENTENCE.split(text) if not words.idioms.search(one))
    return next(filter(None, (_denied(sentence, words, locale) for sentence in sentences)), None)


def _denied(sentence: str, words: _NegationWords, locale: str) -> str | None:
    clear = words.clear.search(sentence)
    if clear and not words.double.search(sentence):
        return clear.group()
    weak = words.weak.search(sentence)
    return weak.group() if weak and negations(sentence, locale).total() == 1 else None


@once
def clear(text: str, locale: str = "en") -> tuple[str, ...]:
    """Return the words of a source that clearly negate a clause of it each, as `denied` says what is clear."""
    words = _words(locale)
    if words is None or not words.clear.search(text):
        return ()
    plain = (one for one in _SENTENCE.split(text) if not (words.idioms.search(one) or words.double.search(one)))
    return tuple(match.group() for sentence in plain for match in words.clear.finditer(sentence))


def forms(text: str, locale: str) -> int:
    """Count the negative forms of a translation; where more than one says a single thing, it may be too many."""
    words = _words(locale)
    return sum(1 for _ in words.counted.finditer(text)) if words else 0


def negative(text: str, locale: str, source_locale: str = "en") -> bool:
    """Tell whether a translation has a negative form, or one of its source; also where its language's are not known.

    A text that has lost its spaces is not asked: no word of it can be told.
    """
    words, source = _words(locale), _words(source_locale)
    if words is None or (words.longest and text.count(" ") * words.longest < len(text)):
        return True
    foreign = source is not None and (source.clear.search(text) or source.weak.search(text))
    return bool(words.pattern.search(text) or foreign)
