"""Owns what says the same as a negation without one: `not the same`, 다르다."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.text.facts import negation
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.text.hints import Hinted

__all__ = ["denied_less", "denied_no_more", "reworded"]

_SEVERAL = 2
"""Negations of a source from which on they are counted."""


@cache
def _ideas(locale: str) -> Mapping[str, Hinted]:
    facet = of(locale).opposites
    words = facet.reworded if facet else {}
    return {idea: hinted(pattern) for idea, pattern in words.items()}


def reworded(source: str, target: str, locale: str, source_locale: str = "en") -> bool:
    """Tell whether a translation says without a negation what its source says with one (다르다)."""
    return any(_said_otherwise(source, target, locale, source_locale))


def _said_otherwise(source: str, target: str, locale: str, source_locale: str) -> Iterator[str]:
    """Yield the ideas that a source has with a negation and its translation without."""
    there = _ideas(locale)
    for idea, pattern in _ideas(source_locale).items():
        if idea in there and pattern.search(source) and there[idea].search(target):
            yield idea


def denied_no_more(source: str, target: str, locale: str, source_locale: str = "en", *, plainly: bool = False) -> str:
    """Return the word of a source that clearly negates it where its translation has no negative form; else empty.

    Empty where it says the same without one, and in a language whose negative forms are not known. `plainly` asks for a
    form of grammar, which engines keep where people take a word that says as much.
    """
    word = negation.denied(source, source_locale)
    plainly = plainly and bool(word) and negation.firm(word or "", source_locale)
    if not word or negation.negative(target, locale, source_locale, plainly=plainly):
        return ""
    return "" if reworded(source, target, locale, source_locale) else word


def denied_less(source: str, target: str, locale: str, source_locale: str = "en") -> tuple[tuple[str, ...], int] | None:
    """Return the words that clearly negate clauses of a source, and how many fewer negative forms its translation has.

    None where it has as many, or none at all, and where one of them may be said without a negation.
    """
    words = negation.clear(source, source_locale)
    if len(words) < _SEVERAL:
        return None
    many = negation.forms(target, locale)
    if not 0 < many < len(words) or reworded(source, target, locale, source_locale):
        return None
    return words, many
