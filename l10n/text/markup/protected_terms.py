"""Owns which terms of the glossary an engine without one is spared, and what stands in their places afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.facts.terms import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline, Term

__all__ = ["FixedTerm", "fixed", "inflects"]

_LITTLE = frozenset({"of", "the", "for", "and", "de", "von", "al"})


@dataclass(frozen=True, slots=True)
class FixedTerm:
    """A stretch of a source text whose translation is settled."""

    start: int
    end: int
    """Character offsets into the source, `start < end`; outside of markup."""
    word: str
    """What stands for it in the translation."""


def fixed(text: str, spans: Sequence[Inline], terms: tuple[Term, ...], locale: str) -> tuple[FixedTerm, ...]:
    """Return the terms of a text that go into its translation as they are, ascending, none over markup.

    All of them where nouns do not inflect. Elsewhere only what is kept as it is (`kubectl`) and names (`Daily NK`,
    `Ministry of State Security`): an engine must see a common noun to make the words around it agree.
    """
    bare = not inflects(locale)
    return tuple(
        FixedTerm(place.start, place.end, place.term.target)
        for place in places(text, terms)
        if (bare or place.term.target == place.term.source or _is_name(text[place.start : place.end], place.term))
        and all(span.end <= place.start or place.end <= span.start for span in spans)
    )


def inflects(locale: str) -> bool:
    """Tell whether a noun asks more of the words around it than, in Korean, of its particle, or changes itself."""
    known = languages.of(locale).endings
    return known is None or known.inflected


def _is_name(found: str, term: Term) -> bool:
    """Tell whether a term is a name, and stands as it does in the glossary: a plural is another word."""
    words = re.split(r"[\s-]+", term.source)
    return found.casefold() == term.source.casefold() and all(
        word[:1].isupper() for word in words if word not in _LITTLE
    )
