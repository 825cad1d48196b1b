"""Owns what says the same as a negation without one: `not the same`, 다르다."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.text.facts import negation
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.text.hints import Hinted

__all__ = ["denied_no_more", "reworded"]


@cache
def _ideas(locale: str) -> Mapping[str, Hinted]:
    facet = of(locale).opposites
    words = facet.reworded if facet else {}
    return {idea: hinted(pattern) for idea, pattern in words.items()}


def reworded(source: str, target: str, locale: str, source_locale: str = "en") -> bool:
    """Tell whether a translation says without a negation what its source says with one (다르다)."""
    there = _ideas(locale)
    return any(
        pattern.search(source) and idea in there and there[idea].search(target)
        for idea, pattern in _ideas(source_locale).items()
    )


def denied_no_more(source: str, target: str, locale: str, source_locale: str = "en") -> str:
    """Return the word of a source that clearly negates it where its translation has no negative form; else empty.

    Empty where it says the same without one, and in a language whose negative forms are not known.
    """
    word = negation.denied(source, source_locale)
    if not word or negation.negative(target, locale, source_locale):
        return ""
    return "" if reworded(source, target, locale, source_locale) else word
