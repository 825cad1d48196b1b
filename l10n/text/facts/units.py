"""Owns the units that stand beside numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.languages.quantities import SIZES
from l10n.model import Flaw
from l10n.text.analysis import once
from l10n.text.hints import hinted
from l10n.text.numbers import values
from l10n.text.numbers.alike import sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.languages.quantities import Units
    from l10n.text.hints import Hinted
    from l10n.text.numbers import Number

__all__ = ["other_units"]

_FAR = 20
"""Characters before a number in which a unit may stand where it comes first."""
_DIGIT = re.compile(r"\d")
_NEVER = re.compile(r"(?!)")
_GAP = r"[\s\u00a0\u202f-]?"
_FIGURE = r"(\d+(?:\.\d+)?)(?![\d.]*\d)"
_DEGREES = {"C": r"(?<![\d.,]){N}\s?(?:℃|[°º]\s?C(?!\w))", "F": r"(?<![\d.,]){N}\s?(?:℉|[°º]\s?F(?!\w))"}
"""Scale of temperature to how it is written everywhere; {N} is the figure."""
_SHARE = "[%٪％]"
_ROUNDLY = 0.08
"""Part of a measure by which translators round another unit."""
_PARTS = frozenset({"percent", "point"})


@dataclass(frozen=True, slots=True)
class _UnitWords:
    """The units of a language, compiled; what is not known matches nothing."""

    facet: Units
    behind: re.Pattern[str]
    """A group for each unit."""
    before: re.Pattern[str]
    also: Mapping[str, re.Pattern[str]]
    degrees: Mapping[str, re.Pattern[str]]
    share: re.Pattern[str]
    apart: re.Pattern[str]
    counted: re.Pattern[str]
    hint: Hinted


@dataclass(frozen=True, slots=True)
class _Measure:
    """A number with its unit, empty where none is known, and where that ends."""

    number: Number
    unit: str
    end: int


@cache
def _words(locale: str) -> _UnitWords | None:
    facet = of(locale).units
    if facet is None:
        return None
    rows = [item for units in facet.dimensions.values() for item in units.items()]
    rows.sort(key=lambda item: item[0] == "percent")  # a point may begin with the sign of a share: `5%p`
    before = "|".join(map(_group, facet.before.items()))
    return _UnitWords(
        facet,
        re.compile(f"{_GAP}{facet.lead}(?:{'|'.join(map(_group, rows))}){facet.tail}"),
        re.compile(rf"(?:{before})\s?\Z", re.IGNORECASE) if before else _NEVER,
        {unit: re.compile(pattern) for unit, pattern in facet.also.items()},
        {
            scale: re.compile("|".join(filter(None, (facet.degrees.get(scale), written))).replace("{N}", _FIGURE))
            for scale, written in _DEGREES.items()
        },
        re.compile(f"{_SHARE}|{facet.shares}" if facet.shares else _SHARE, re.IGNORECASE),
        re.compile(facet.apart) if facet.apart else _NEVER,
        re.compile(facet.counters) if facet.counters else _NEVER,
        hinted(facet.hint, 0),
    )


def _group(row: tuple[str, str]) -> str:
    return f"(?P<{row[0]}>{row[1]})"


def _measured(text: str, locale: str, words: _UnitWords) -> Iterator[_Measure]:
    for number in values(text, locale):
        timed = text[max(number.start - 1, 0) : number.start] == ":"  # `2:03:27 hours` are no 27 hours
        match = None if timed else _beside(text, number, words)
        unit, end = (match.lastgroup or "", match.end()) if match else ("", 0)
        yield _Measure(number, unit, max(end, number.end))


def _beside(text: str, number: Number, words: _UnitWords) -> re.Match[str] | None:
    before = words.before.search(text, max(number.start - _FAR, 0), number.start)
    return before or words.behind.match(text, number.end)


@once
def _degrees(text: str, locale: str) -> frozenset[tuple[str, str]]:
    """Return the figures of temperatures of a text, each with its scale."""
    words = _words(locale)
    rows = words.degrees.items() if words else ()
    return frozenset((_figure(match), scale) for scale, one in rows for match in one.finditer(text))


def _other_degrees(source: str, target: str, source_locale: str, there: _UnitWords) -> Iterator[Flaw]:
    """Yield the other scale of temperature with the same number of degrees."""
    said = _degrees(source, source_locale)
    for scale, other in (("C", "F"), ("F", "C")) if said else ():
        for match in there.degrees[scale].finditer(target):
            if (_figure(match), other) in said and (_figure(match), scale) not in said:
                yield _other(f"°{other}", f"°{scale}", *match.span())


def _figure(match: re.Match[str]) -> str:
    return match.group(match.lastindex or 0)


def _other(lost: str, new: str, start: int, end: int) -> Flaw:
    told = f"{new} in the translation" if new else "and lost here"
    return Flaw(f"the unit of this number is {lost} in the source, {told}", start, end)


def other_units(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield units of numbers in a source, each where the number has another unit of its kind instead.

    Only numbers that stand once in each text are looked at; a per cent sign may not be lost either.
    """
    here, there = _words(source_locale), _words(locale)
    if here is None or there is None or not _DIGIT.search(target) or not here.hint.search(source):
        return
    yield from _other_degrees(source, target, source_locale, there)
    after = list(_measured(target, locale, there))
    before = list(_measured(source, source_locale, here))
    ours, theirs = (sharing(one.number for one in some) for some in (before, after))
    figures = _figures(one for one in after if one.unit and not ours(one.number))
    for one in before:
        same = theirs(one.number) if one.unit and len(ours(one.number)) == 1 else []
        if len(same) == 1 and not _converted(one, figures):
            yield from _changed(one, after[same[0]], target, (here, there))


def _figures(measures: Iterable[_Measure]) -> dict[str, list[float]]:
    """Return the figures of each unit, ascending."""
    found: dict[str, list[float]] = {}
    for one in measures:
        found.setdefault(one.unit, []).extend(map(float, one.number.readings))
    return {unit: sorted(some) for unit, some in found.items()}


def _converted(said: _Measure, figures: Mapping[str, Sequence[float]]) -> bool:
    """Tell whether a measure stands in the translation in another unit; then its figure is that of another by chance.

    `figures` are those that the source has not, by their unit.
    """
    sizes = next((sizes for sizes in SIZES if said.unit in sizes), {})
    for unit in sizes.keys() & figures.keys() - {said.unit}:
        for value in said.number.readings:
            meant = float(value) * sizes[said.unit] / sizes[unit]
            at = bisect_left(figures[unit], meant * (1 - _ROUNDLY))
            if at < len(figures[unit]) and figures[unit][at] <= meant * (1 + _ROUNDLY):
                return True
    return False


def _changed(said: _Measure, told: _Measure, target: str, words: tuple[_UnitWords, _UnitWords]) -> Iterator[Flaw]:
    """Yield a fault where a number has another unit than in the source."""
    here, there = words
    kind, units = next((kind, units) for kind, units in here.facet.dimensions.items() if said.unit in units)
    found = _meant(told, target, there.facet.dimensions.get(kind, {}), there.also)
    if said.unit == "point" and there.apart.match(target, told.end):
        return
    if found and found != said.unit and (found in units or _PARTS & {found, said.unit}):
        yield _other(said.unit, found, told.number.start, told.end)
    elif said.unit == "percent" and not found and told.number.required and _unshared(target, told.end, there):
        yield _other(said.unit, "", told.number.start, told.end)


def _meant(told: _Measure, target: str, units: Mapping[str, str], also: Mapping[str, re.Pattern[str]]) -> str:
    """Return the unit of a number among others of a kind: a word may stand for two (キロ)."""
    words = target[told.number.end : told.end].strip()
    return next((unit for unit, pattern in also.items() if unit in units and pattern.fullmatch(words)), told.unit)


def _unshared(target: str, end: int, words: _UnitWords) -> bool:
    """Tell whether a number that ends here is no share: it counts something, or the text has no shares at all.

    Nothing is told where it is not known what tells a share in a language.
    """
    if not words.facet.shares:
        return False
    return words.counted.match(target, end) is not None or not words.share.search(target)
