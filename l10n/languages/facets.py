"""Owns what can be known of a language: a frozen dataclass for each facet; `kinds` says what their fields are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from l10n.languages.kinds import Facet, Grade, Pattern, Texts, Words
from l10n.languages.meanings import Bounds, Directions, Negation, Opposites, Sides, Trends
from l10n.languages.quantities import (
    ClockWords,
    Currencies,
    Durations,
    Fractions,
    Idioms,
    Months,
    Numbers,
    Times,
    Units,
)
from l10n.languages.ways import Ways
from l10n.languages.wording import Doubling, Lists, Talk

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "PROOFS",
    "Abbreviations",
    "Bounds",
    "Clauses",
    "ClockWords",
    "Credits",
    "Currencies",
    "Directions",
    "Disclosure",
    "Doubling",
    "Durations",
    "Endings",
    "Facet",
    "Fractions",
    "FunctionWords",
    "Grade",
    "Idioms",
    "Length",
    "Letters",
    "Lists",
    "Marks",
    "Months",
    "Names",
    "Negation",
    "Numbers",
    "Opposites",
    "Quotes",
    "Scripts",
    "Sides",
    "Talk",
    "Times",
    "Tongue",
    "Trends",
    "Units",
    "Ways",
]

PROOFS: Mapping[str, frozenset[str]] = {
    "bounds": frozenset({"bound"}),
    "cardinals": frozenset({"number-word"}),
    "clock": frozenset({"numbers", "number-missing", "number-added"}),
    "countries": frozenset({"country"}),
    "crowds": frozenset({"number-word"}),
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
    "offices": frozenset({"office"}),
    "opposites": frozenset({"negation", "opposite"}),
    "ordinals": frozenset({"number-word"}),
    "quotes": frozenset({"quote-style", "quotes", "nested-quotes"}),
    "repeats": frozenset({"number-word"}),
    "scripts": frozenset({"wrong-language"}),
    "tenses": frozenset({"tense"}),
    "times": frozenset({"time-word"}),
    "trends": frozenset({"direction"}),
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
    right_to_left: bool = False
    always: str = ""
    """Which of `names` no sentence is without, where there are several: `kana`."""

    @property
    def direction(self) -> str:
        """As HTML says it: `rtl`, `ltr`."""
        return "rtl" if self.right_to_left else "ltr"


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
    guests: Pattern = ""
    """What writers take from another script as it is: Han letters that Korean headlines have for countries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Facet):
    """How names of other languages are written."""

    transcribed: bool = False
    """The press writes every name in its own letters."""
    brackets: str = ""
    """The two brackets in which the original stands behind the first mention; empty where that is no custom."""
    glued: bool = False
    """No space stands before that bracket."""
    divider: str = ""
    """Signs that may stand between the parts of one name, as a space may: `・`; the first is the usual one."""
    letters: Pattern = ""
    """One letter of those that names of other languages are spelt with; empty where all letters of the script are."""
    prefix: Pattern = ""
    """What may stand before a name in one piece with it."""
    lists: Words = ()
    """Public lists of names that `l10n glossary import` takes for it."""
    sounds: Texts = field(default_factory=dict)
    """Consonants (see `text.facts.transliteration`; `-` for none) to the letters that are written for them: by these a
    name is known where no code of the language says how names are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings(Facet):
    """What is glued to words, and how nouns change."""

    prefix: Pattern = ""
    """What may stand before a word in one piece with it: the Hebrew `ב`; CLDR's names are looked for behind it."""
    suffix: Pattern = ""
    """All endings of nouns in the singular, in the place of a last vowel (`а|у|е|ом`); no other word is then taken for
    a name with an ending. Empty where they are not listed: see `cases`, `glued`, `compounds`."""
    cases: bool = False
    """The end of a noun changes by its case (Slavic, Baltic, Greek)."""
    glued: bool = False
    """Endings stand behind the whole word, one behind another (Finnish, Turkish, Tamil)."""
    compounds: bool = False
    """Nouns are joined into one word, and take an article or an s at the end (Germanic)."""
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
    gap: str = ""
    """That space, which does not break."""
    curly: bool = False
    """The press prints no straight marks."""
    nested: bool = False
    """Quotations inside of others always have the inner pair."""
    kept: bool = False
    """What somebody said in marks stands in marks in translations too."""
    reported: Pattern = ""
    """Forms of the verb that tell what somebody said without quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks(Facet):
    """Stops, commas and the spaces beside them."""

    wide: bool = False
    """Marks are as wide as a Han letter, with no space beside them."""
    spaced: str = ""
    """Marks that have a space before them (French)."""
    gap: str = ""
    """That space, which does not break."""
    stops: bool = False
    """A sentence in running text ends in a mark."""
    unstopped: Pattern = ""
    """A text that needs no mark at its end, as a caption or a line of a list that ends in a noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Facet):
    """How long translations from English are, in characters, in parts of their source; 0 where it was not measured."""

    bounds: tuple[float, float] = (0.0, 0.0)
    """Least and greatest share of a good translation: the 1st and 99th percentile of human news and a margin."""
    absurd: tuple[float, float] = (0.0, 0.0)
    """The same for a draft that is thrown away, wider."""
    ratios: tuple[float, float] = (0.0, 0.0)
    """The same for one sentence."""
    usual: float = 0.0
    """The median of human news translations."""
    splits: float = 0.0
    """How much likelier writers make two sentences of one than in Spanish, as a logarithm of odds: what keeps their
    texts from looking as if a sentence was put to them."""
    spread: float = 1.0
    """How much more translations differ in length than those into Spanish: times their standard deviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords(Facet):
    """The commonest words, those shared with neighbours included."""

    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations(Facet):
    """Words with a stop that need not end a sentence."""

    before_name: frozenset[str] = frozenset()
    """Titles, ranks and parts of place names: a name follows, the sentence goes on."""
    before_number: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    """They never end a sentence."""
    last: frozenset[str] = frozenset()
    """They end a sentence when a word follows that begins one."""
    starters: frozenset[str] = frozenset()
    """Words with a capital that are rarely part of a name."""
    clock: frozenset[str] = frozenset()
    """Halves of the day, as they stand behind a time."""
    zones: frozenset[str] = frozenset()
    """What may follow those in the same sentence."""
    exclaimed: frozenset[str] = frozenset()
    """Names that are written with an exclamation mark."""
    saying: Pattern = ""
    """Verbs that say whose words a quotation is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses(Facet):
    """How parts of a sentence begin that have a verb of their own."""

    starters: frozenset[str] = frozenset()
    """Words that begin one behind a comma, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits(Facet):
    """What newsrooms write in lines of their own around a story: who wrote it, when, and what was changed.

    All words are in small letters.
    """

    by: frozenset[str] = frozenset()
    """Before the name of whoever did it: `by`."""
    work: frozenset[str] = frozenset()
    """What was done, before `by`: `written`, `photos`."""
    roles: frozenset[str] = frozenset()
    """What a person is to the paper: `staff`, `reporter`."""
    persons: frozenset[str] = frozenset()
    """Those of `roles` that are one person who writes: a sentence with one may be about its author."""
    dated: frozenset[str] = frozenset()
    """What stands beside a date or a time: `published`, `min`, `gmt`."""
    links: frozenset[str] = frozenset()
    """Little words between those."""
    before_name: frozenset[str] = frozenset()
    """Those of `links` behind which a paper or a place is named."""
    particles: frozenset[str] = frozenset()
    """Parts of names in small letters: `de`, `van`."""
    labels: frozenset[str] = frozenset()
    """What may stand with a colon before a name: `words`."""
    desk: frozenset[str] = frozenset()
    """First words of a remark in brackets from one newsroom to another: `adds`."""
    media: frozenset[str] = frozenset()
    """First words in square brackets where a picture is to stand: `photo`."""
    remarks: Pattern = ""
    """Beginnings of sentences about the article and not of it, without case: `this story was`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Facet):
    """What a published article says of itself to its readers."""

    whole: str = ""
    """All of it is a machine's."""
    part: str = ""
    """Some of it is."""
    untranslated: str = ""
    """What is not translated yet is in the original language."""
    outdated: str = ""
    """Some of the translation follows an earlier version of the original."""
    corrected: str = ""
    """A fact of the original changed since it was translated, and that part is shown in the original language."""
    translated: str = ""
    """Who translated it, with `{names}`: a form that asks for no agreement with them."""
    reviewed: str = ""
    """Who reviewed drafts of it, likewise."""


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
