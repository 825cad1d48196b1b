"""Owns what can be known of how a language tells numbers, times, units and money."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  fields are read by their types at run time
from dataclasses import dataclass, field

from l10n.languages.kinds import Facet, Pattern, Patterns, Values, Words

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Clock",
    "Currencies",
    "Durations",
    "Fractions",
    "Months",
    "Numbers",
    "Times",
    "Units",
]

MONTHS = tuple(map(str, range(1, 13)))
"""The keys of months in a supplement."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers(Facet):
    """How numbers are written in digits and in words."""

    decimal: str = ""
    """The decimal sign."""
    group: str = ""
    """The signs that group thousands, one letter each."""
    myriads: bool = False
    """Numbers are written in groups of 10⁴."""
    scales: Values = field(default_factory=dict)
    """Words and abbreviations behind digits: `million`, `mio`."""
    words: Values = field(default_factory=dict)
    """Cardinals, ordinals and what counts like them; 100 and more multiply what stands before them."""
    ordinals: Values = field(default_factory=dict)
    counts: Values = field(default_factory=dict)
    """Numbers that count only before a counter (Korean 하나, 둘)."""
    days: Values = field(default_factory=dict)
    """Numbers of days in one word (Korean 사흘)."""
    signs: Values = field(default_factory=dict)
    """Digits and units of ideographic numbers, one letter each."""
    written: Values = field(default_factory=dict)
    """The unit that a writer puts behind a group: 만, 억, 조."""
    thousand: str = ""
    """A sign for 1000 inside of a group (천)."""
    links: Pattern = ""
    """What stands between number words: `and`, `y`."""
    prefix: Pattern = ""
    """What may be glued before a number word."""
    phrases: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    """What phrases mean (`half more`, `part 4`, `is 20`) to patterns in which {N} is a number and {S} a scale."""

    @property
    def comma(self) -> bool:
        """The decimal sign is a comma; then a point or a space groups."""
        return self.decimal in {",", "٫"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractions(Facet):
    """How a part of a whole is written."""

    pattern: Pattern = ""
    """With the groups `under` and `over`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Months(Facet):
    """Names of the twelve months; a language that writes them in digits has none."""

    patterns: Patterns = field(default_factory=dict)
    """`1`…`12` to all its forms; abbreviations only beside a digit."""
    names: Words = ()
    """How each is written in a date."""
    short: Words = ()
    """How each is abbreviated in a date; empty where there is no abbreviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times(Facet):
    """Words of which one stands for another time."""

    weekday: Patterns = field(default_factory=dict)
    """`Monday`…`Sunday`"""
    season: Patterns = field(default_factory=dict)
    """`spring summer autumn winter`"""
    half: Patterns = field(default_factory=dict)
    """`first second`"""
    year: Patterns = field(default_factory=dict)
    """`last this next`"""
    month: Patterns = field(default_factory=dict)
    week: Patterns = field(default_factory=dict)
    day: Patterns = field(default_factory=dict)
    """`yesterday tomorrow`"""
    told: Mapping[str, Patterns] = field(default_factory=dict)
    """Of the source: kind to name to what else may be told as it."""
    dated: Patterns = field(default_factory=dict)
    """Of the source: kind to what a date may be told with another word of its kind by."""
    hint: Pattern = ""
    """Of the source: what a text with any of these words has."""

    @property
    def kinds(self) -> Mapping[str, Patterns]:
        """The kinds that are known, each with its names."""
        kinds = {name: getattr(self, name) for name in ("weekday", "season", "half", "year", "month", "week", "day")}
        return {name: words for name, words in kinds.items() if words}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Facet):
    """Halves of the day."""

    am: Pattern = ""
    pm: Pattern = ""
    noon: Pattern = ""
    midnight: Pattern = ""
    form: Pattern = ""
    """A whole time in which {hour} {minutes} {am} {pm} stand for their patterns; empty: the mark on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units(Facet):
    """Units that stand beside a number: unit to its forms, by dimension. The reader adds `lead` and `tail`."""

    area: Patterns = field(default_factory=dict)
    """`ha acre km2 m2`"""
    volume: Patterns = field(default_factory=dict)
    """`l ml`"""
    length: Patterns = field(default_factory=dict)
    """`km m cm mm mile foot inch yard`"""
    mass: Patterns = field(default_factory=dict)
    """`kg g t lb`"""
    time: Patterns = field(default_factory=dict)
    """`year month week day hour minute second`"""
    data: Patterns = field(default_factory=dict)
    """`KB MB GB TB`"""
    frequency: Patterns = field(default_factory=dict)
    """`kHz MHz GHz`"""
    power: Patterns = field(default_factory=dict)
    """`kW MW GW`"""
    share: Patterns = field(default_factory=dict)
    """`percent point`"""
    before: Patterns = field(default_factory=dict)
    """Unit to its forms before a number, where it stands there (Swahili)."""
    lead: Pattern = ""
    """What may stand between a number and its unit: `3 millones de kilómetros`."""
    tail: Pattern = ""
    """What must follow a unit: no further letter."""
    shares: Pattern = ""
    """Anything that tells a share."""
    apart: Pattern = ""
    """Behind a share: a distance."""
    counters: Pattern = ""
    """Behind a number: it counts something and is no share."""
    degrees: Mapping[str, Pattern] = field(default_factory=dict)
    """`C F`: what names the scale."""

    @property
    def dimensions(self) -> Mapping[str, Patterns]:
        """The dimensions that are known, each with its units."""
        names = ("area", "volume", "length", "mass", "time", "data", "frequency", "power", "share")
        found = {name: getattr(self, name) for name in names}
        return {name: units for name, units in found.items() if units}


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations(Facet):
    """What says how long something lasts, besides a number and a unit of `Units.time`."""

    units: Patterns = field(default_factory=dict)
    """Instead of those of `Units.time`, where a length of time is told otherwise."""
    before: Pattern = ""
    """Half of the unit that follows."""
    inside: Pattern = ""
    """A half more, between the number and its unit."""
    after: Pattern = ""
    """A half more, behind the unit."""
    wholes: Mapping[str, str] = field(default_factory=dict)
    """A word that is number and unit in one, to both: `fortnight = '2 week'`."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Number words of durations only: `anderthalb = '1.5'`."""
    ideographic: Pattern = ""
    """Numbers in ideographs before a unit."""
    bare_minutes: bool = False
    """Minutes may stand behind hours without a unit (`2 h 30`)."""
    alone: bool = False
    """A unit without a number counts once before `after` (`heure et demie`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Currencies(Facet):
    """Names of currencies with all their forms, signs and codes."""

    names: Patterns = field(default_factory=dict)
    """`dollar euro pound yen yuan won …` to what names it anywhere in a text."""
    beside: Patterns = field(default_factory=dict)
    """The same as it stands right behind an amount."""
    signs: Patterns = field(default_factory=dict)
    """Signs and codes, the same in all languages."""
