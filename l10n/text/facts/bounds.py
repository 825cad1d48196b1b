"""Owns the words that make a figure the least or the most, the first or the last: `at least`, `before`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Severity
from l10n.text.facts.sides import sentence_of, swap
from l10n.text.hints import hinted
from l10n.text.numbers import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from l10n.model import Flaw
    from l10n.text.hints import Hinted

__all__ = ["turned"]

_FAR = 40
"""Characters before a figure in which its bound must stand."""
_OPPOSITE = {"above": "below", "below": "above", "earlier": "later", "later": "earlier"}
_DATED = frozenset({"earlier", "later"})
"""Bounds of which languages have more ways to turn them round (`not until`): these warn."""


@dataclass(frozen=True, slots=True)
class _BoundWords:
    """The patterns of `Bounds`, compiled."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    any: Hinted
    """Any of them, anywhere."""
    within: re.Pattern[str] | None
    undone: Hinted


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number, or the numbers of one date."""

    start: int
    end: int
    readings: tuple[frozenset[Decimal], ...]
    """Of each of its numbers."""


@cache
def _words(locale: str) -> _BoundWords | None:
    facet = of(locale).bounds
    if facet is None:
        return None
    return _BoundWords(
        re.compile(rf"(?:{_either(facet.before)}){facet.gap}\Z", re.IGNORECASE) if facet.before else None,
        re.compile(f"{facet.behind}(?:{_either(facet.after)})", re.IGNORECASE) if facet.after else None,
        hinted("|".join([*facet.before.values(), *facet.after.values()]) or "(?!)"),
        re.compile(facet.within, re.IGNORECASE) if facet.within else None,
        hinted(facet.undone or "(?!)"),
    )


def _either(ways: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in ways.items())


def turned(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield the figures of which a translation says the opposite bound, each with its word; those of dates warn.

    Only figures count that stand once in each text, with one bound in each, and a negation in the sentences of both or
    of neither.
    """
    here, there = _words(source_locale), _words(locale)
    if here is None or there is None or not (here.any.may(source) and there.any.may(target)):
        return
    ours, theirs = _figures(source, source_locale, here), _figures(target, locale, there)
    for figure in ours:
        said = _bounds(source, figure, here)
        same = [one for one in theirs if _same(figure, one)] if len(said) == 1 else []
        told = _bounds(target, same[0], there) if len(same) == 1 else {}
        if len(told) != 1 or sum(_same(one, same[0]) for one in ours) != 1:
            continue
        ((side, mine),), ((other, match),) = said.items(), told.items()
        undone = here.undone.search(sentence_of(source, mine)), there.undone.search(sentence_of(target, match))
        if other == _OPPOSITE[side] and bool(undone[0]) == bool(undone[1]):
            flaw = swap(mine, match)
            yield replace(flaw, severity=Severity.WARNING) if side in _DATED else flaw


def _same(one: _Figure, other: _Figure) -> bool:
    """Tell whether two figures are one: all numbers of the one that has fewer are in the other."""
    few, many = sorted((one.readings, other.readings), key=len)
    return all(any(readings & those for those in many) for readings in few)


def _figures(text: str, locale: str, words: _BoundWords) -> list[_Figure]:
    found: list[_Figure] = []
    for number in values(text, locale):
        last = found[-1] if found else None
        if last and words.within and words.within.fullmatch(text, last.end, number.start):
            found[-1] = _Figure(last.start, number.end, (*last.readings, number.readings))
        else:
            found.append(_Figure(number.start, number.end, (number.readings,)))
    return found


def _bounds(text: str, figure: _Figure, words: _BoundWords) -> dict[str, re.Match[str]]:
    """Return the bounds beside a figure, each with its word."""
    matches = (
        words.before.search(text, max(0, figure.start - _FAR), figure.start) if words.before else None,
        words.after.match(text, figure.end) if words.after else None,
    )
    return {name: match for match in matches if match for name, word in match.groupdict().items() if word}
