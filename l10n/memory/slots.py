"""Owns the places of a source text whose change a translation can follow: numbers, months and glossary terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.text.facts import terms as glossary
from l10n.text.numbers import values

if TYPE_CHECKING:
    from decimal import Decimal

    from l10n.model import Term

__all__ = ["GapKind", "TextGap", "masked", "slots"]


_ZERO = re.compile(r"\d\.\d*0(?!\d)")


class GapKind(StrEnum):
    """What stands in a slot."""

    NUMBER = "\ue000"
    MONTH = "\ue001"
    TERM = "\ue002"
    """The values are the signs that stand for a slot in a masked text, of the Private Use Area."""


@dataclass(frozen=True, slots=True)
class TextGap:
    """A number, month or term as it stands in a text."""

    start: int
    end: int
    text: str
    kind: GapKind
    values: frozenset[Decimal] = frozenset()
    """What a number or month can mean."""
    term: Term | None = None

    @property
    def exact(self) -> str:
        """The number as it is written, where its last zero may mean something: version 2.10 is not 2.1."""
        return self.text if _ZERO.search(self.text) else ""

    def differs(self, other: TextGap) -> bool:
        """Tell whether another slot of the kind says something else."""
        return self.values != other.values or self.term != other.term or self.exact != other.exact


def slots(text: str, locale: str, terms: tuple[Term, ...]) -> tuple[TextGap, ...]:
    """Find the slots of a source text, ascending and disjoint; a number inside a term belongs to the term."""
    places = glossary.places(text, terms) if terms else ()
    found = [
        TextGap(place.start, place.end, text[place.start : place.end], GapKind.TERM, term=place.term)
        for place in places
    ]
    for number in values(text, locale):
        if all(number.end <= place.start or place.end <= number.start for place in places):
            kind = GapKind.MONTH if number.month else GapKind.NUMBER
            found.append(TextGap(number.start, number.end, number.text, kind, number.readings))
    return tuple(sorted(found, key=lambda slot: slot.start))


def masked(text: str, found: tuple[TextGap, ...]) -> str:
    """Return the text with a sign for each slot."""
    pieces, at = [], 0
    for slot in found:
        pieces += [text[at : slot.start], slot.kind.value]
        at = slot.end
    return "".join([*pieces, text[at:]])
