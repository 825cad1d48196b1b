"""Owns what can be known of how a language tells numbers, times, units and money."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  fields are read by their types at run time
from dataclasses import dataclass, field

from l10n.languages.kinds import Facet, Pattern, Patterns, Values, Words

__all__ = [
    "MONTHS",
    "SIZES",
    "WEEKDAYS",
    "ClockWords",
    "Currencies",
    "Durations",
    "Fractions",
    "Idioms",
    "Months",
    "Numbers",
    "Times",
    "Units",
]

MONTHS = tuple(map(str, range(1, 13)))
"""The keys of months in a supplement."""
SIZES: tuple[dict[str, float], ...] = (
    {"km": 1000, "m": 1, "cm": 0.01, "mm": 0.001, "mile": 1609, "yard": 0.9144, "foot": 0.3048, "inch": 0.0254},
    {"kg": 1, "g": 0.001, "t": 1000, "lb": 0.4536},
    {"km2": 1000000, "ha": 10000, "m2": 1, "acre": 4047},
)
"""Unit to metres, kilograms or square metres (international yard and pound, 1959)."""
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
    holidays: Mapping[str, str] = field(default_factory=dict)
    """Days that are called by a name, to month and day: `광복절 = '8 15'`."""
    written: Values = field(default_factory=dict)
    """The unit that a writer puts behind a group: 만, 억, 조."""
    thousand: str = ""
    """A sign for 1000 inside of a group (천)."""
    links: Pattern = ""
    """What stands between number words: `and`, `y`."""
    between: Pattern = ""
    """What stands between two numbers that share a unit: `to`, `and`."""
    about: Pattern = ""
    """What may stand before the second of them: `nearly`."""
    apart: frozenset[str] = frozenset()
    """Number words that are no part of a longer number: `century`."""
    prefix: Pattern = ""
    """What may be glued before a number word."""
    roman: Pattern = ""
    """Roman numerals, where they are written otherwise than `XIV`."""
    letters: bool = False
    """`k`, `m` and `b` behind digits may multiply them without a currency."""
    era: int = 0
    """Years are also counted from so many years before the common era: 543 in Thailand."""
    dates: Pattern = ""
    """A day and a month in digits, besides the forms of all languages."""
    counters: Pattern = ""
    """What stands behind a number of `counts`."""
    counted: Pattern = ""
    """Those of them behind which another number is an error."""
    dual: bool = False
    """Two of something is told by the form of the noun."""
    phrases: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    """What phrases mean (`half more`, `part 4`, `value 20`) to patterns in which {N} is a number and {S} a scale."""

    @property
    def comma(self) -> bool:
        """The decimal sign is a comma; then a point or a space groups."""
        return self.decimal in {",", "٫"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractions(Facet):
    """How a part of a whole is written."""

    patterns: tuple[Pattern, ...] = ()
    """With the groups `over` and `under`; {N} is a number, {P} one of `parts`."""
    parts: Values = field(default_factory=dict)
    """Names of parts to the number below: `third`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idioms(Facet):
    """What a source says in words or in its own units that a translation may say in figures."""

    phrases: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    """As in `Numbers`, but they explain figures of the translation."""
    steps: Patterns = field(default_factory=dict)
    """Years to what says that a year is so many after another one: `1 = 'the following year'`."""
    dated: Pattern = ""
    """A day that a newspaper may give as a date: `on Thursday`, `last month`."""
    small: Pattern = ""
    """Small numbers in words that are seldom anything else."""
    measure: Pattern = ""
    """A measure in fractions, with the groups `whole`, `part` and `all`: `1 1/2 cups`."""
    share: Pattern = ""
    """With the groups `part` and `all`: `one in five`; {N} is a number."""
    leads: Pattern = ""
    """What tells of a lead, and of the second with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Months(Facet):
    """Names of the twelve months; a language that writes them in digits has none."""

    patterns: Patterns = field(default_factory=dict)
    """`1`…`12` to all its forms; abbreviations only beside a digit."""
    capitals: bool = False
    """A name in small letters is another word: `may`."""
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
    """`yesterday today tomorrow`"""
    part: Patterns = field(default_factory=dict)
    """Of the day: `early late`"""
    edge: Patterns = field(default_factory=dict)
    """Of a year or a month: `early late`"""
    told: Mapping[str, Patterns] = field(default_factory=dict)
    """Of the source: kind to name to what else may be told as it; without it, nothing is asked of a source."""
    dated: Patterns = field(default_factory=dict)
    """Of the source: kind to what a date may be told with another word of its kind by; {weekdays} and {months} stand
    for their names."""
    hint: Pattern = ""
    """Of the source: what a text with any of these words has."""

    @property
    def kinds(self) -> Mapping[str, Patterns]:
        """The kinds that are known, each with its names."""
        kinds = {
            name: getattr(self, name)
            for name in (
                "weekday",
                "season",
                "half",
                "year",
                "month",
                "week",
                "day",
                "part",
                "edge",
            )
        }
        return {name: words for name, words in kinds.items() if words}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockWords(Facet):
    """Halves of the day."""

    am: Pattern = ""
    pm: Pattern = ""
    noon: Pattern = ""
    midnight: Pattern = ""
    form: Pattern = ""
    """A whole time, in which {hour} {minutes} {am} {pm} stand for their patterns; a group `clock` is of 24 hours."""
    full: Pattern = ""
    """A time where the press counts hours to 24, in which {hour} and {minutes} stand for their patterns."""
    late: Pattern = ""
    """Anything that says that a time is after noon: `evening`."""


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
    """Behind a share: a distance, which percentage points are told as too."""
    counters: Pattern = ""
    """Behind a number: it counts something and is no share."""
    degrees: Patterns = field(default_factory=dict)
    """`C F`: a temperature with the name of its scale, in which {N} is the figure."""
    also: Patterns = field(default_factory=dict)
    """Unit to forms that stand for another unit too, in another dimension (キロ)."""
    hint: Pattern = ""
    """Of the source: what a text with any unit has."""

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
    """`dollar euro pound yen yuan won …` to what names it anywhere in a text; {amount} stands for `amount`, {tail} for
    `tail`."""
    beside: Patterns = field(default_factory=dict)
    """The same as it stands right behind an amount, between `lead` and `tail`; empty: as anywhere."""
    signs: Patterns = field(default_factory=dict)
    """Signs and codes, the same in all languages."""
    amount: Pattern = ""
    """What stands before a name that may be another word elsewhere: figures."""
    lead: Pattern = r"[\s\u00a0]?"
    """What may stand between an amount and its currency."""
    tail: Pattern = ""
    """What must follow a name that may be the beginning of another word."""
    hints: Words = ()
    """Of the source: what a text with any of them has in lower case."""
