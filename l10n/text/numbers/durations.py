"""Owns how long something lasts, in one value, where a text says it in one or several units of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.counts import counts
from l10n.text.numbers.ideographs import ideographic
from l10n.text.numbers.readings import any_of, number_words, rules_of, western

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages import Language
    from l10n.languages.quantities import Durations

__all__ = ["Duration", "durations"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    start: int
    end: int
    """Character offsets."""
    months: Decimal
    seconds: Decimal
    """What the units from a month and those up to a week sum to; a month has no fixed number of days."""


_SIZES: dict[str, tuple[int, int]] = {
    "year": (12, 0),
    "month": (1, 0),
    "week": (0, 604800),
    "day": (0, 86400),
    "hour": (0, 3600),
    "minute": (0, 60),
    "second": (0, 1),
}
"""Unit to months and seconds, the longest first."""
_ORDER = {name: place for place, name in enumerate(_SIZES)}
_BARE_MINUTES = re.compile(r"\s?([0-5]\d)(?!\d)")
_HALF = Decimal("0.5")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _DurationReader:
    """How the lengths of time of a language are read."""

    pattern: re.Pattern[str]
    glue: re.Pattern[str]
    """What may stand between two units of one length."""
    words: Mapping[str, Decimal]
    wholes: Mapping[str, str]
    bare_minutes: bool

    def read(self, match: re.Match[str]) -> tuple[Decimal, str]:
        """Return how many of which unit a part names."""
        if match["whole"]:
            many, unit = self.wholes[match["whole"].lower()].split()
            return Decimal(many) + (_HALF if match["more"] else 0), unit
        unit = next(name for name in _SIZES if match[name])
        if match["half"]:
            return _HALF, unit
        return self._number(match) + sum(_HALF for name in ("mixed", "inside", "after") if match[name]), unit

    def _number(self, match: re.Match[str]) -> Decimal:
        if match["digits"]:
            return Decimal(match["digits"].removesuffix(match["mixed"] or "").replace(",", "."))
        if match["sino"]:
            return Decimal(ideographic(match["sino"]))
        word = (match["word"] or "").lower()
        if not word or word in self.words:
            return self.words.get(word, Decimal(1))
        return sum((self.words[part] for part in word.split("-")), Decimal(0))


@cache
def _words(language: Language) -> Mapping[str, Decimal]:
    small = {word: value for word, value in number_words(language).items() if value < _HUNDRED}
    found = counts(language) if rules_of(language).myriads else small
    more = language.durations.numbers if language.durations else {}
    known = {word: Decimal(value) for word, value in found.items()}
    return known | {word: Decimal(value) for word, value in more.items()}


def _wholes(language: Language, known: Durations) -> Mapping[str, str]:
    """Return words that are number and unit in one."""
    return {**{word: f"{many} day" for word, many in rules_of(language).days.items()}, **known.wholes}


@cache
def _reader(language: Language) -> _DurationReader | None:
    known, rules = language.durations, rules_of(language)
    if known is None or set(known.units) != set(_SIZES):
        return None
    words, wholes = _words(language), _wholes(language, known)
    number = _number_pattern(language, any_of(words))
    units = "|".join(f"(?P<{name}>{known.units[name]})" for name in _SIZES)
    after = known.after or "(?!)"
    alone = rf"|\b(?=(?:{'|'.join(known.units.values())})(?:{after}))" if known.alone else ""
    pattern = re.compile(
        rf"(?P<whole>{any_of(wholes)})(?P<more>{after})?"
        rf"|(?:(?:{number})(?P<inside>{known.inside or '(?!)'})?"
        rf"|(?<![^\W\d_])(?P<half>{known.before or '(?!)'}){alone})"
        rf"[\s\u00a0-]?(?:{units})(?P<after>{after})?",
        re.IGNORECASE,
    )
    glue = re.compile(rf"(?:\s|,|\b(?:{rules.links or '(?!)'})\b)*")
    return _DurationReader(pattern, glue, words, wholes, known.bare_minutes)


def _number_pattern(language: Language, word: str) -> str:
    """Return the pattern of a number in digits, in words, or in ideographs."""
    rules, known = rules_of(language), language.durations
    number = rf"(?P<digits>(?<![\d.,])\d+(?:{'[.,]' if rules.comma else '[.]'}\d+)?"
    number += r"(?P<mixed>(?: ?½| 1/2)(?![\d/]))?)"
    number += rf"|(?<![^\W\d_])(?P<word>(?:{word}){'' if rules.myriads else f'(?:-(?:{word}))?'})"
    return rf"{number}|(?<![가-힣])(?P<sino>{known.ideographic if known and known.ideographic else '(?!)'})"


def durations(text: str, language: Language) -> Iterator[Duration]:
    """Yield the lengths of time of a text, in their order; none in a language whose units are not known.

    Neighbours from a longer to a shorter unit are one: `1시간 30분` lasts 5400 seconds.
    """
    reader = _reader(language)
    if reader is None:
        return
    current: Duration | None = None
    last = -1
    for one, order in _parts(western(text), reader):
        if current and order > last and reader.glue.fullmatch(text, current.end, one.start):
            current = Duration(current.start, one.end, current.months + one.months, current.seconds + one.seconds)
        else:
            if current:
                yield current
            current = one
        last = order
    if current:
        yield current


def _parts(text: str, reader: _DurationReader) -> Iterator[tuple[Duration, int]]:
    """Yield each number with its unit, and the place of the unit among all."""
    for match in reader.pattern.finditer(text):
        many, unit = reader.read(match)
        months, seconds = (size * many for size in _SIZES[unit])
        end = match.end()
        bare = _BARE_MINUTES.match(text, end) if reader.bare_minutes and unit == "hour" else None
        if bare:
            end, seconds = bare.end(), seconds + 60 * Decimal(bare.group(1))
        yield Duration(match.start(), end, months, seconds), _ORDER[unit]
