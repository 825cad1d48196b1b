"""Owns what rules have to know of a language: where it is not known a rule is not applied, and that is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages import Grade
from l10n.model import Gap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.protocols import Rule

__all__ = ["applies", "gaps", "lacking", "unproven"]


def applies(rule: Rule, locale: str) -> bool:
    """Tell whether a rule is for texts in a locale, and all that it has to know of the language is known."""
    tongue = languages.of(locale)
    return all(tongue.has(name) for name in rule.facets)


def lacking(rule: Rule, locale: str) -> tuple[str, ...]:
    """Return the facets of a language that a rule asks for and that are not known.

    One that asks for a custom (`names.glued`) or for code (`particles`) that a language has not lacks nothing: there
    is nothing to be found.
    """
    return tuple(name for name in rule.facets if name in languages.FACETS and _grade(locale, name) is None)


def unproven(rule: Rule, locale: str) -> bool:
    """Tell whether a rule rests on something that only CLDR says of a language: such a rule warns at most."""
    return any(_grade(locale, name) is Grade.CLDR for name in rule.facets)


def gaps(rules: Iterable[Rule], locale: str) -> tuple[Gap, ...]:
    """Return the rules that cannot be applied in a locale, for want of knowledge."""
    return tuple(Gap(locale, rule.id, facets) for rule in rules if (facets := lacking(rule, locale)))


@cache
def _grade(locale: str, name: str) -> Grade | None:
    """Return how far a facet of a language may be trusted; None where nothing is known."""
    tongue = languages.of(locale)
    name = name.partition(".")[0]
    if name not in languages.FACETS:
        return None if tongue.code_facet(name) is None else Grade.TESTED
    facet = getattr(tongue, name)
    return None if facet is None else Grade(facet.grade)
