"""Owns what can be known of a language: a frozen dataclass for each facet; `kinds` says what their fields are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from l10n.languages.kinds import Facet, Grade, Pattern, Patterns, Words
from l10n.languages.quantities import Clock, Currencies, Durations, Fractions, Months, Numbers, Times, Units

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "PROOFS",
    "Abbreviations",
    "Clock",
    "Currencies",
    "Directions",
    "Disclosure",
    "Durations",
    "Endings",
    "Facet",
    "Fractions",
    "FunctionWords",
    "Grade",
    "Length",
    "Letters",
    "Marks",
    "Months",
    "Negation",
    "Numbers",
    "Opposites",
    "Quotes",
    "Scripts",
    "Times",
    "Tongue",
    "Units",
]

PROOFS: Mapping[str, frozenset[str]] = {
    "clock": frozenset({"numbers", "number-missing", "number-added"}),
    "currencies": frozenset({"currency"}),
    "directions": frozenset({"direction"}),
    "durations": frozenset({"numbers", "number-missing", "number-added"}),
    "function_words": frozenset({"wrong-language", "leftover-english"}),
    "length": frozenset({"length", "dropped-sentence"}),
    "letters": frozenset({"wrong-language"}),
    "marks": frozenset({"final-stop", "space-before-mark", "space-after-mark", "full-width"}),
    "months": frozenset({"numbers", "number-missing", "number-added"}),
    "negation": frozenset({"negation"}),
    "numbers": frozenset({"numbers", "number-missing", "number-added"}),
    "opposites": frozenset({"negation"}),
    "quotes": frozenset({"quote-style", "quotes", "nested-quotes"}),
    "scripts": frozenset({"wrong-language"}),
    "times": frozenset({"time-word"}),
    "units": frozenset({"unit"}),
}
"""Facet to the rules that ask it: `[[example]]` rows of one of them, one that finds and one that does not, prove it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripts(Facet):
    """The scripts that a language is written in."""

    names: frozenset[str] = frozenset()
    """As `text.scripts` calls them: `latin`, `han`, `kana`, `hangul`."""
    code: str = ""
    """Of ISO 15924, by CLDR's likely subtags: `Hant`, `Jpan`."""
    spaced: bool = True
    """Words are divided by spaces."""
    joint: str = ""
    """What stands between two sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters(Facet):
    """Letters that tell a language from those that share its script."""

    own: str = ""
    """Letters that only it has."""
    strange: str = ""
    """Letters that it has not."""
    whose: str = ""
    """Whose those are, for a reader: `Persian or Urdu`."""
    charset: str = ""
    """A character set that holds its letters, as Python names it: `big5`."""
    rival: str = ""
    """The character set of the other way to write it; what only that one has is strange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings(Facet):
    """What is glued to words, and how nouns change."""

    prefix: Pattern = ""
    """What may stand before a word in one piece with it: the Hebrew `ב`; CLDR's names are looked for behind it."""
    suffix: Pattern = ""
    """What may stand behind a word's stem; empty where words keep their form."""
    inflected: bool = True
    """A noun asks the words around it to agree, or changes itself."""
    two_forms: bool = False
    """All numbers from 2 on take the same form of a noun (CLDR plural rules)."""
    nouns: Pattern = ""
    """What may follow a term of the glossary in one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes(Facet):
    """Quotation marks."""

    pairs: Words = ()
    """Accepted pairs: first that of a quotation, then that of one inside of it."""
    symmetric: bool = False
    """A curly mark may both open and close."""
    inner_mark: bool = False
    """The double mark stands inside of acronyms (Hebrew)."""
    spaced: bool = False
    """A space stands inside of the marks (French)."""
    reported: Pattern = ""
    """Forms of the verb that tell what somebody said without quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks(Facet):
    """Stops, commas and the spaces beside them."""

    wide: bool = False
    """Marks are as wide as a Han letter, with no space beside them."""
    spaced: str = ""
    """Marks that have a space before them (French)."""
    stops: bool = False
    """A sentence in running text ends in a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation(Facet):
    """Words that turn a sentence into its opposite."""

    pattern: Pattern = ""
    """Any of them; wide on purpose where it is asked whether a translation has none."""
    clear: Pattern = ""
    """Of the source: what clearly negates a sentence."""
    weak: Pattern = ""
    """Of the source: what negates what depends on it."""
    idioms: Pattern = ""
    """Of the source: what makes a negation one that a translation may turn round."""
    double: Pattern = ""
    """Of the source: what may undo a negation."""
    longest: int = 0
    """Mean length of words from which a text has lost its spaces, and no word of it can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites(Facet):
    """What says the same as a negation without one."""

    reworded: Patterns = field(default_factory=dict)
    """Name of an idea (`not the same`) to what says it: with a negation in the source, without in the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions(Facet):
    """Points of the compass and hands, so far as a word cannot be another."""

    compass: Patterns = field(default_factory=dict)
    """`n s e w`"""
    corners: Patterns = field(default_factory=dict)
    """`ne nw se sw`"""
    hands: Patterns = field(default_factory=dict)
    """`left right`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Facet):
    """How long translations from English are, in characters, in parts of their source."""

    bounds: tuple[float, float] = (0.0, 0.0)
    """Least and greatest share of a good translation."""
    absurd: tuple[float, float] = (0.0, 0.0)
    """The same for a draft that is thrown away."""
    ratios: tuple[float, float] = (0.0, 0.0)
    """The same for one sentence."""
    usual: float = 0.0
    """The median of human news translations."""
    added: float = 0.0
    """Part of the usual length above which a sentence too many is an invented one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords(Facet):
    """The commonest words, those shared with neighbours included."""

    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations(Facet):
    """Words with a stop that need not end a sentence."""

    before_name: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Facet):
    """What a published article says of machine-made text."""

    whole: str = ""
    part: str = ""


class Tongue(Protocol):
    """What a base asks of the language that it is for."""

    @property
    def code(self) -> str:
        """A code such as `zh`."""

    @property
    def script(self) -> str:
        """As the locale names it; empty where it names none."""

    @property
    def territory(self) -> str:
        """As the locale names it; empty where it names none."""

    @property
    def scripts(self) -> Scripts | None:
        """See `Scripts`."""

    @property
    def endings(self) -> Endings | None:
        """See `Endings`."""
