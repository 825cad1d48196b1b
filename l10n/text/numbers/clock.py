"""Owns which half of the day a clock time belongs to, where a text says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages import Language
    from l10n.text.hints import Hinted

__all__ = ["Time", "early", "late", "swapped", "times", "twelves"]


@dataclass(frozen=True, slots=True)
class Time:
    """A clock time whose half of the day is told."""

    start: int
    end: int
    """Character offsets, mark included."""
    hour: int
    """1…12"""
    late: bool
    """After noon."""


_HOUR = r"(?<![\d:.,])(?P<hour>1[0-2]|0?[1-9])"
_AFTERNOON = r"(?<![\d:.,])(?P<hour>1[3-9]|2[0-3])"
_MINUTES = r"(?:[:.：]\s?[0-5]\d)?"
_NOON = 12


@cache
def _patterns(language: Language) -> tuple[Hinted | None, Hinted | None]:
    """Return the pattern of times, and that of noon and midnight; night is no half of the day, and is in none."""
    clock = language.clock
    if clock is None:
        return None, None
    form = clock.form.replace("{hour}", _HOUR).replace("{minutes}", _MINUTES)
    form = form.replace("{am}", f"(?P<early>{clock.am})").replace("{pm}", f"(?P<late>{clock.pm})")
    named = [f"(?P<{name}>{pattern})" for name, pattern in (("noon", clock.noon), ("night", clock.midnight)) if pattern]
    return (
        hinted(form) if form else None,
        hinted("|".join(named)) if clock.noon and clock.midnight else None,
    )


def times(text: str, language: Language) -> Iterator[Time]:
    """Yield the times of a text in western digits whose half of the day is told; none where the clock is not known."""
    pattern, _ = _patterns(language)
    yield from twelves(text, language)
    for match in pattern.finditer(text) if pattern else ():
        clock = match.groupdict().get("clock")
        hour = (int(clock) - 1) % _NOON + 1 if clock else int(match["hour"])
        yield Time(*match.span(), hour, late=int(clock) >= _NOON if clock else match["late"] is not None)


def twelves(text: str, language: Language) -> Iterator[Time]:
    """Yield noon and midnight where they are words."""
    _, pattern = _patterns(language)
    for match in pattern.finditer(text) if pattern else ():
        yield Time(*match.span(), _NOON, late=match["noon"] is not None)


def swapped(source: str, target: str, languages: tuple[Language, Language]) -> Iterator[tuple[Time, Time]]:
    """Yield times of the source with those of the target that are the same hour of the other half of the day."""
    after = list(times(target, languages[1]))
    before = list(times(source, languages[0])) if after else []
    known = {(time.hour, time.late) for time in before}
    told = {(time.hour, time.late) for time in after}
    lost = {one.hour: one for one in reversed(before) if (one.hour, one.late) not in told}
    for time in after:
        if (time.hour, time.late) not in known and time.hour in lost:
            yield lost[time.hour], time


@cache
def _full(language: Language) -> tuple[Hinted, Hinted, Hinted, Hinted] | None:
    """Return the patterns of a time on the clock of 24 hours, before and after noon, and of what says which it is."""
    clock = language.clock
    if clock is None or not clock.full:
        return None
    before, after = (
        hinted(clock.full.replace("{hour}", hour).replace("{minutes}", r"(?:[:.]\s?[0-5]\d)"))
        for hour in (_HOUR, _AFTERNOON)
    )
    late = hinted("|".join(filter(None, (clock.late, clock.pm))) or "(?!)")
    return before, after, late, hinted(clock.am or "(?!)")


def early(source: str, target: str, languages: tuple[Language, Language]) -> Iterator[tuple[Time, int, int]]:
    """Yield times of the source after noon with where the target, which counts hours to 24, has them before noon."""
    patterns = _full(languages[1])
    if patterns is None or patterns[2].search(target):
        return
    told = {int(match["hour"]): match.span() for match in patterns[0].finditer(target)}
    before = list(times(source, languages[0])) if told else []
    known = {one.hour for one in before if not one.late}
    for one in before:
        if one.late and one.hour < _NOON and one.hour in told and one.hour not in known:
            yield one, *told[one.hour]


def late(source: str, target: str, languages: tuple[Language, Language]) -> Iterator[tuple[Time, int, int]]:
    """Yield times of the source before noon with where the target, which counts hours to 24, has them after noon."""
    patterns = _full(languages[1])
    if patterns is None or patterns[3].search(target):
        return
    told = {int(match["hour"]) - _NOON: match.span() for match in patterns[1].finditer(target)}
    before = list(times(source, languages[0])) if told else []
    known = {one.hour for one in before if one.late}
    same = {int(match["hour"]) for match in patterns[0].finditer(target)} if before else set()
    for one in before:
        if not one.late and one.hour in told and one.hour not in known | same:
            yield one, *told[one.hour]
