"""Owns the words that say the opposite of others: `denied` and `admitted`, `brother` and `sister`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.text.facts.sides import exchanged, sentence_of, sides, swap
from l10n.text.hints import Hopes, hinted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from l10n.model import Flaw
    from l10n.text.facts.sides import SideWords
    from l10n.text.hints import Hinted

__all__ = ["turned"]

_FAR = 30
"""Characters from a word within which something takes it back: a negation that stands farther is of another verb."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs of a language, and what undoes a word of one in its sentence."""

    pairs: Mapping[str, SideWords]
    clear: Hopes[str]
    """The names of the pairs of which a text may say one side."""
    undone: Hinted
    firm: frozenset[str]
    """Pairs that a negation does not turn round."""

    def takes_back(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether what stands near a word in its sentence takes it back."""
        return self.undone.search(sentence_of(text, match, _FAR)) is not None


@cache
def _known(locale: str) -> _Pairs | None:
    facet = of(locale).opposites
    if facet is None or not facet.sides:
        return None
    pairs = {name: sides(named, facet.told.get(name, {})) for name, named in facet.sides.items()}
    clear = Hopes.of((member.clear, name) for name, one in pairs.items() for member in one.members.values())
    return _Pairs(pairs, clear, hinted(facet.undone or "(?!)"), facet.firm)


def turned(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield words of a translation that are the opposite of a word of its source; none where pairs are not known.

    The source must have one side of the pair only, and the translation the other only; where one of them says it with
    a negation, or what comes to one, and the other without, it may say the same.
    """
    here, there = _known(source_locale), _known(locale)
    if here is None or there is None:
        return
    may = here.clear.may(source) & there.clear.may(target)
    for name, ours in here.pairs.items() if may else ():
        for said, told in exchanged(source, target, ours, there.pairs[name]) if name in may else ():
            if name in here.firm or here.takes_back(source, said) == there.takes_back(target, told):
                yield swap(said, told)
