"""Owns what can be known of how a language says in which way a number counts: in a row, how often, roughly."""

from __future__ import annotations

from dataclasses import dataclass, field

from l10n.languages.kinds import Facet, Pattern, Patterns, Values

__all__ = ["Ways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways(Facet):
    """How numbers are said in one way of counting: `four`, `fourth`, `four times` or `hundreds`."""

    words: Values = field(default_factory=dict)
    """Words that say their number in this way only, also within longer numbers: `third`, `twice`."""
    forms: tuple[Pattern, ...] = ()
    """What stands around a number that counts in this way: `{N} times`."""
    named: Patterns = field(default_factory=dict)
    """Number to what says it without a number word: `2 = 'doubl(?:e[sd]?|ing)'`."""
    also: Patterns = field(default_factory=dict)
    """Number to what may be told or meant by it, and says nothing for certain: `initial`."""
    apart: Pattern = ""
    """What only looks like one, whatever of the above it has: `third-party`; {N} is a number."""
