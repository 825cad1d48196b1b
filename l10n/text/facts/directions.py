"""Owns the points of the compass, left and right in a text, and in names of places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages.facets import Directions
    from l10n.text.hints import Hinted

    Patterns = Mapping[str, Hinted]

__all__ = ["swaps"]

_OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e", "left": "right", "right": "left"}
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class _DirectionWords:
    """The patterns of `Directions`, compiled; what is not known matches nothing."""

    compass: Patterns
    corners: Patterns
    hands: Patterns
    halves: Mapping[str, Patterns]
    """Place to its halves."""
    states: Patterns
    told: Patterns
    clear: Patterns
    any: Hinted
    """Any point of the compass."""
    side: Hinted
    family_names: re.Pattern[str]
    both: Hinted


def _compiled(patterns: Mapping[str, str]) -> Patterns:
    return {name: hinted(pattern) for name, pattern in patterns.items()}


@cache
def _words(locale: str) -> _DirectionWords | None:
    facet = of(locale).directions
    if facet is None:
        return None
    return _DirectionWords(
        compass=_compiled(facet.compass),
        corners=_compiled(facet.corners),
        hands=_compiled(facet.hands),
        halves={place: _compiled(_halves(facet, pattern)) for place, pattern in facet.halves.items()},
        states=_compiled(facet.states),
        told=_compiled(facet.told),
        clear=_compiled(facet.clear),
        any=hinted("|".join(facet.compass.values()) or _NEVER),
        side=hinted(facet.side or _NEVER),
        family_names=re.compile(facet.family_names or _NEVER),
        both=hinted(facet.both or _NEVER),
    )


def _halves(facet: Directions, pattern: str) -> Mapping[str, str]:
    return {side: pattern.replace("{half}", word) for side, word in facet.half.items()}


def swaps(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield what points the other way in a translation; nothing where either language's directions are not known.

    On each axis the source must name one direction only and the target only the opposite; halves of places and two
    states of one name are held against each other by their name.
    """
    here, there = _words(source_locale), _words(locale)
    if here is None or there is None:
        return
    yield from _hands(source, target, here, there)
    if here.any.search(source):
        found = [*_places(source, target, here, there), *_between(source, target, here, there)]
        yield from found or [*_states(source, target, here, there)] or _compass(source, target, here, there)


def _swap(said: str, told: re.Match[str]) -> Flaw:
    return Flaw(f"the source says “{said}”, the translation “{told.group()}”", *told.span())


def _hands(source: str, target: str, here: _DirectionWords, there: _DirectionWords) -> Iterator[Flaw]:
    """Yield left for right, where the source names one side only and the target the other only."""
    sides = {match.group().lower() for match in here.side.finditer(source)} if there.hands else set()
    for side, pattern in here.hands.items() if len(sides) == 1 else ():
        if pattern.search(source) and not there.hands[side].search(target):
            other = there.hands[_OPPOSITE[side]].search(target)
            if other:
                yield _swap(side, other)


def _compass(source: str, target: str, here: _DirectionWords, there: _DirectionWords) -> Iterator[Flaw]:
    words = {
        direction: match.group()
        for direction, pattern in here.compass.items()
        for match in pattern.finditer(source)
        if not here.family_names.match(source, match.start()) and not (there.states and _state(here, source, match))
    }
    free = there.both.pattern.sub(lambda match: " " * len(match.group()), target)
    for direction, word in words.items():
        other = _OPPOSITE[direction]
        if other not in words and not there.compass[direction].search(target):
            opposite = there.compass[other].search(free)
            if opposite:
                yield _swap(word, opposite)


def _state(words: _DirectionWords, text: str, match: re.Match[str]) -> bool:
    return any(one.pattern.match(text, match.start()) for one in words.states.values())


def _between(source: str, target: str, here: _DirectionWords, there: _DirectionWords) -> Iterator[Flaw]:
    """Yield north-east for north-west and the like."""
    named = _first(source, here.corners)
    told = _first(target, there.corners) if named else {}
    lost = [match.group() for corner, match in named.items() if corner not in told]
    new = [match for corner, match in told.items() if corner not in named]
    if lost and new:
        yield _swap(lost[0], new[0])


def _first(text: str, patterns: Patterns) -> dict[str, re.Match[str]]:
    """Return the first match of each, in their order in the text."""
    found = {name: match for name, pattern in patterns.items() if (match := pattern.search(text))}
    return dict(sorted(found.items(), key=lambda item: item[1].start()))


def _places(source: str, target: str, here: _DirectionWords, there: _DirectionWords) -> Iterator[Flaw]:
    """Yield the other half of a place of which each text names one half."""
    for place, halves in here.halves.items():
        named = _first(source, halves)
        told = _first(target, there.halves.get(place, {})) if len(named) == 1 else {}
        if len(told) == 1 and named.keys() != told.keys():
            ((said,), (other,)) = named.values(), told.values()
            yield _swap(said.group(), other)


def _states(source: str, target: str, here: _DirectionWords, there: _DirectionWords) -> Iterator[Flaw]:
    """Yield the other of two states, where the source names one only, and nothing that is told as the other."""
    named = _first(source, here.states) if there.states else {}
    if len(named) != 1:
        return
    ((side, said),) = named.items()
    other = _OPPOSITE[side]
    if here.told[other].search(source):
        return
    own = there.told.get(side, there.states[side])
    told = there.clear[other].search(target) if other in there.clear else None
    told = told or (None if own.search(target) else there.states[other].search(target))
    if told:
        yield _swap(said.group(), told)
