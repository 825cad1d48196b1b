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

__all__ = ["added", "clear", "denied", "firm", "forms", "negations", "negative"]

_SENTENCE = re.compile(r"(?<=[.!?…][\"”’)])\s+|(?<=[.!?…])\s+")

_CLAUSE = re.compile(r"[^,.;:!?…،؛؟。，；：！？—]{1,50}")
"""From a negation on, what it may still deny."""


@dataclass(frozen=True, slots=True)
class _NegationWords:
    """The patterns of `Negation`, compiled; what is not known matches nothing."""

    pattern: Hinted
    counted: Hinted
    plain: Hinted
    clear: Hinted
    weak: Hinted
    idioms: Hinted
    double: Hinted
    added: Hinted
    undone: Hinted
    may_deny: Hinted | None
    far: Hinted
    borders: Hinted
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
        _compiled(facet.plain or facet.pattern),
        _compiled(facet.clear),
        _compiled(facet.weak),
        _compiled(facet.idioms),
        _compiled(facet.double),
        _compiled(facet.added),
        _compiled(facet.undone),
        _compiled(facet.may_deny) if facet.may_deny else None,
        _compiled(facet.far),
        _compiled(facet.borders),
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
    return next(filter(None, (_denied(sentence, words, locale) for sentence in _SENTENCE.split(text))), None)


def _denied(sentence: str, words: _NegationWords, locale: str) -> str | None:
    if words.idioms.search(sentence):
        return _in_clause(sentence, words)
    clear = words.clear.search(sentence)
    if clear and not words.double.search(sentence):
        return clear.group()
    weak = words.weak.search(sentence)
    return weak.group() if weak and negations(sentence, locale).total() == 1 else None


def _in_clause(sentence: str, words: _NegationWords) -> str | None:
    """Return a word that clearly negates a clause of its own, away from the idiom that its sentence has."""
    if words.far.search(sentence):
        return None
    borders = [border.span() for border in words.borders.finditer(sentence)]
    for match in words.clear.finditer(sentence):
        start = max((end for _, end in borders if end <= match.start()), default=0)
        end = min((start for start, _ in borders if start >= match.end()), default=len(sentence))
        clause = sentence[start:end]
        if len(clause) < len(sentence) and not (words.idioms.search(clause) or words.double.search(clause)):
            return match.group()
    return None


def firm(word: str, locale: str = "en") -> bool:
    """Tell whether a word that `denied` returned negates its sentence itself, and is no `failed to` or `without`."""
    words = _words(locale)
    return words is not None and words.clear.search(word) is not None


@once
def clear(text: str, locale: str = "en") -> tuple[str, ...]:
    """Return the words of a source that clearly negate a clause of it each, as `denied` says what is clear."""
    words = _words(locale)
    if words is None or not words.clear.search(text):
        return ()
    plain = (one for one in _SENTENCE.split(text) if not (words.idioms.search(one) or words.double.search(one)))
    return tuple(match.group() for sentence in plain for match in words.clear.finditer(sentence))


def may_add(target: str, locale: str) -> bool:
    """Tell whether `added` may find anything in a translation or a part of it: a quick look before its sentences."""
    words = _words(locale)
    return words is not None and words.added.may(target)


def added(source: str, target: str, locale: str, source_locale: str = "en") -> re.Match[str] | None:
    """Return a clear negation of a translation where nothing in its source may be told with one; else None.

    Neither is one that what follows in its clause undoes: who could not be stopped went on.
    """
    words, ours = _words(locale), _words(source_locale)
    if words is None or ours is None or ours.may_deny is None:
        return None
    found = next((one for one in words.added.finditer(target) if not _undone(target, one, words)), None)
    return found if found and not (ours.pattern.search(source) or ours.may_deny.search(source)) else None


def _undone(target: str, found: re.Match[str], words: _NegationWords) -> bool:
    clause = _CLAUSE.match(target, found.start())
    return clause is not None and words.undone.search(clause.group()) is not None


def forms(text: str, locale: str) -> int:
    """Count the negative forms of a translation; where more than one says a single thing, it may be too many."""
    words = _words(locale)
    return sum(1 for _ in words.counted.finditer(text)) if words else 0


def negative(text: str, locale: str, source_locale: str = "en", *, plainly: bool = False) -> bool:
    """Tell whether a translation has a negative form, or one of its source; also where its language's are not known.

    A text that has lost its spaces is not asked: no word of it can be told. `plainly` asks for one of grammar, and not
    for words that may say as much (`rare`).
    """
    words, source = _words(locale), _words(source_locale)
    if words is None or (words.longest and text.count(" ") * words.longest < len(text)):
        return True
    foreign = source is not None and (source.clear.search(text) or source.weak.search(text))
    return bool((words.plain if plainly else words.pattern).search(text) or foreign)
