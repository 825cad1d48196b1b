"""Owns a language: its chain of supplements, and its facets, each read when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from l10n.languages import bases, facets, measures, supplement
from l10n.languages.code import Counted, Heard, Keyboard, Levels, Particles, Register, Sounds, Spacing, Spelling
from l10n.languages.facets import PROOFS, Facet, Grade
from l10n.languages.lettered import lettered
from l10n.languages.reading import WrongKey, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from l10n.languages.supplement import ExampleRow, Supplement

__all__ = ["CODE", "FACETS", "Language"]

F = TypeVar("F", bound=Facet)
P = TypeVar("P")
_ALONE = "cldr"
"""The key that says whether CLDR lies under a table: `cldr = false`."""


class _Facet(cached_property["F | None"], Generic[F]):
    """A facet that is read from its base and the supplements when it is first asked for."""

    def __init__(self, kind: type[F], base: Callable[[Language], Mapping[str, object] | None] | None = None) -> None:
        super().__init__(self._find)
        self.kind = kind
        self._base = base
        self.__doc__ = kind.__doc__

    def _tables(self, language: Language) -> list[tuple[Supplement, Mapping[str, object]]]:
        name = self.attrname or ""
        return [(one, one.tables[name]) for one in language.supplements if name in one.tables]

    def _below(self, language: Language) -> Mapping[str, object]:
        """Return what CLDR says, unless a table wants it kept out."""
        alone = any(table.get(_ALONE) is False for _, table in self._tables(language))
        return (self._base(language) or {}) if self._base and not alone else {}

    def sources(self, language: Language) -> tuple[str, ...]:
        """Return where the facet comes from: `CLDR`, and the paths of supplements, the most general first."""
        files = tuple(one.path for one, _ in self._tables(language))
        return ("CLDR", *files) if self._below(language) else files

    def _find(self, language: Language) -> F | None:
        name, path = self.attrname or "", ""
        found = dict(self._below(language))
        for one, table in self._tables(language):
            found = supplement.over(found, {key: value for key, value in table.items() if key != _ALONE})
            path = one.path
        if not found:
            return None
        tested = any(one.proves(PROOFS.get(name, frozenset())) for one in language.supplements)
        try:
            return read(self.kind, found, name, grade=Grade.TESTED if tested else Grade.CLDR)
        except WrongKey as err:
            raise err.at(path) from err


class _Code(cached_property["P | None"], Generic[P]):
    """What the language's own package offers under this name, as its protocol says."""

    def __init__(self) -> None:
        super().__init__(self._find)

    def _find(self, language: Language) -> P | None:
        return cast("P | None", language.code_facet(self.attrname or ""))


@dataclass(frozen=True, eq=False)
class Language:
    """All that is known of a language; a facet is None where nothing is. `of` makes one a locale."""

    code: str
    """`ko`"""
    script: str
    """As the locale names it (`Hant`); empty where it names none."""
    territory: str
    """As the locale names it (`TW`); empty where it names none."""
    chain: tuple[str, ...]
    """Names of supplements that may exist, the most special first: `zh_TW zh_Hant zh`."""

    scripts = _Facet(facets.Scripts, bases.scripts)
    letters = _Facet(facets.Letters, bases.letters)
    names = _Facet(facets.Names)
    endings = _Facet(facets.Endings, bases.endings)
    quotes = _Facet(facets.Quotes, bases.quotes)
    marks = _Facet(facets.Marks, bases.marks)
    numbers = _Facet(facets.Numbers, bases.numbers)
    cardinals = _Facet(facets.Ways, bases.cardinals)
    ordinals = _Facet(facets.Ways, bases.ordinals)
    repeats = _Facet(facets.Ways)
    crowds = _Facet(facets.Ways)
    fractions = _Facet(facets.Fractions)
    idioms = _Facet(facets.Idioms)
    months = _Facet(facets.Months, bases.months)
    times = _Facet(facets.Times, bases.times)
    clock = _Facet(facets.ClockWords, bases.clock)
    units = _Facet(facets.Units, measures.units)
    durations = _Facet(facets.Durations)
    currencies = _Facet(facets.Currencies, measures.currencies)
    negation = _Facet(facets.Negation)
    opposites = _Facet(facets.Opposites)
    offices = _Facet(facets.Sides)
    countries = _Facet(facets.Sides, bases.countries)
    tenses = _Facet(facets.Sides)
    bounds = _Facet(facets.Bounds)
    directions = _Facet(facets.Directions)
    talk = _Facet(facets.Talk)
    lists = _Facet(facets.Lists, bases.lists)
    trends = _Facet(facets.Trends)
    length = _Facet(facets.Length)
    function_words = _Facet(facets.FunctionWords, bases.function_words)
    abbreviations = _Facet(facets.Abbreviations)
    clauses = _Facet(facets.Clauses)
    credits = _Facet(facets.Credits)
    disclosure = _Facet(facets.Disclosure)

    particles = _Code[Particles]()
    spacing = _Code[Spacing]()
    counted = _Code[Counted]()
    spelling = _Code[Spelling]()
    keyboard = _Code[Keyboard]()
    register = _Code[Levels]()
    style = _Code[Register]()
    sounds = _Code[Sounds]()

    @cached_property
    def heard(self) -> Heard | None:
        """What a name sounds like, by the code of the language or by the letters in its file."""
        return self.sounds or lettered(self.names.sounds if self.names else {})

    @cached_property
    def supplements(self) -> tuple[Supplement, ...]:
        """The supplements that exist, the most general first."""
        found = (supplement.load(name, frozenset(FACETS)) for name in reversed(self.chain))
        return tuple(one for one in found if one is not None)

    @property
    def examples(self) -> tuple[ExampleRow, ...]:
        """The rows of all its supplements."""
        return tuple(row for one in self.supplements for row in one.examples)

    @cached_property
    def _code(self) -> Mapping[str, object]:
        found: dict[str, object] = {}
        for name in reversed(self.chain):
            if name in supplement.packages():
                found |= import_module(f"l10n.languages.{name}").FACETS
        return found

    def has(self, what: str) -> bool:
        """Tell whether something is known: a facet (`months`), a field of one that is set (`marks.stops`), or code."""
        facet, _, key = what.partition(".")
        found = getattr(self, facet) if facet in FACETS else self.code_facet(facet)
        return bool(getattr(found, key)) if key and found is not None else found is not None

    def sources(self, name: str) -> tuple[str, ...]:
        """Return where a facet comes from: `CLDR`, and the paths of supplements, the most general first."""
        facet: _Facet[Facet] = vars(Language)[name]
        return facet.sources(self)

    def code_facet(self, name: str) -> object | None:
        """Return what the language's own package offers under a name (its `FACETS`); None where it offers nothing."""
        return self._code.get(name)


FACETS: Mapping[str, type[Facet]] = {
    name: value.kind for name, value in vars(Language).items() if isinstance(value, _Facet)
}
"""Name of each facet to what it is."""
CODE = frozenset(name for name, value in vars(Language).items() if isinstance(value, _Code))
"""Names of what the code of a language may offer; a language that offers nothing lacks nothing."""
