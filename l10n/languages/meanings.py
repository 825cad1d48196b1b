"""Owns the facets of what is said: whether it is so, which way it goes, and of whom."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  fields are read by their types at run time
from dataclasses import dataclass, field

from l10n.languages.kinds import Facet, Pattern, Patterns

__all__ = ["Bounds", "Directions", "Negation", "Opposites", "Sides", "Trends"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation(Facet):
    """Words that turn a sentence into its opposite."""

    pattern: Pattern = ""
    """Any of them; wide on purpose where it is asked whether a translation has none."""
    counted: Pattern = ""
    """Of a translation: one match a negation, where `pattern` has several (`ne … pas`); by default `pattern`."""
    plain: Pattern = ""
    """Of a machine's translation: what denies by grammar, or nearly so; by default `pattern`. Engines keep a denial."""
    clear: Pattern = ""
    """Of the source: what clearly negates a sentence."""
    weak: Pattern = ""
    """Of the source: what negates what depends on it."""
    idioms: Pattern = ""
    """Of the source: what makes a negation one that a translation may turn round."""
    double: Pattern = ""
    """Of the source: what may undo a negation."""
    added: Pattern = ""
    """Of a translation: what it hardly says where its source has nothing of `may_deny`."""
    undone: Pattern = ""
    """Of a translation: what denies as well: it and an `added` before it in its clause deny nothing together."""
    may_deny: Pattern = ""
    """Of the source: what else a translation may tell with a negation (`only`, `too`, `avoid`); very wide."""
    far: Pattern = ""
    """Of the source: what undoes one from another clause, too (`until`)."""
    borders: Pattern = ""
    """Of the source: what stands between two clauses."""
    counts_as: Patterns = field(default_factory=dict)
    """Of the source: word to the ends of others that count as it (`not`: `n't`)."""
    longest: int = 0
    """Mean length of words from which a text has lost its spaces, and no word of it can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites(Facet):
    """What says the same as a negation without one, and the opposite without one."""

    reworded: Patterns = field(default_factory=dict)
    """Name of an idea (`not the same`) to what says it: with a negation in the source, without in the target."""
    sides: Mapping[str, Patterns] = field(default_factory=dict)
    """Pair (`deny`) to its two sides (`deny admit`), each to what says it and cannot be the other."""
    told: Mapping[str, Patterns] = field(default_factory=dict)
    """Pair to side to what else may say it."""
    undone: Pattern = ""
    """What takes such a word back in its sentence, as a negation does."""
    firm: frozenset[str] = frozenset()
    """Of the source: pairs that no negation turns round (`sibling`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides(Facet):
    """Words of one closed set: offices, countries, what was and what is to come."""

    named: Patterns = field(default_factory=dict)
    """Member to what says it and can be no other."""
    told: Patterns = field(default_factory=dict)
    """Member to what else may say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions(Facet):
    """Points of the compass and hands, so far as a word cannot be another."""

    compass: Patterns = field(default_factory=dict)
    """`n s e w`"""
    corners: Patterns = field(default_factory=dict)
    """`ne nw se sw`"""
    hands: Patterns = field(default_factory=dict)
    """`left right`; of a source only where it is one of two sides."""
    side: Pattern = ""
    """Of the source: any mention of left or right."""
    family_names: Pattern = ""
    """Of the source: where a point of the compass is a family name."""
    half: Patterns = field(default_factory=dict)
    """`n s`: how the halves of places are told, for {half} in `halves`."""
    halves: Patterns = field(default_factory=dict)
    """Places that have two halves of one name (`hamgyong`)."""
    states: Patterns = field(default_factory=dict)
    """`n s`: two states that are named by them."""
    told: Patterns = field(default_factory=dict)
    """`n s`: what else may be told as that state, in a source, or tells it, in a translation."""
    clear: Patterns = field(default_factory=dict)
    """`n s`: what can be that state only."""
    both: Pattern = ""
    """Written for both states also where a source has no direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends(Facet):
    """Verbs that say a figure goes `up` or `down`."""

    before: Patterns = field(default_factory=dict)
    """Before the figure, with `gap` between."""
    after: Patterns = field(default_factory=dict)
    """Behind the figure, with `behind` between."""
    gap: Pattern = ""
    behind: Pattern = ""
    unclear: Pattern = ""
    """Where a fall of one thing is told as the rise of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(Facet):
    """Words that say a figure is the least or the most, the first or the last: `above below later earlier`."""

    before: Patterns = field(default_factory=dict)
    """Before the figure, with `gap` between."""
    after: Patterns = field(default_factory=dict)
    """Behind the figure, with `behind` between."""
    gap: Pattern = ""
    behind: Pattern = ""
    within: Pattern = ""
    """Between the numbers of one date."""
    undone: Pattern = ""
    """What turns a bound round in its sentence, as a negation does."""
