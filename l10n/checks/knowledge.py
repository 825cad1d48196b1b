"""Owns what rules have to know of a language: where it is not known a rule is not applied, and that is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages import Grade
from l10n.model.results import SOURCE, Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.languages import Language
    from l10n.protocols import Rule

__all__ = ["applies", "gaps", "lacking", "unproven"]


def applies(rule: Rule, locale: str) -> bool:
    """Tell whether a rule is for texts in a locale, and all that it has to know of that language is known.

    What it has to know of the language of the source it asks for itself.
    """
    return _known(languages.of(locale), rule.facets)


def lacking(rule: Rule, locale: str) -> tuple[str, ...]:
    """Return the facets of a language that a rule asks for and that are not known.

    One that asks for a custom (`names.glued`) or for code (`particles`) that a language has not lacks nothing: there
    is nothing to be found.
    """
    return tuple(name for name in rule.facets if name in languages.FACETS and _grade(locale, name) is None)


def unproven(rule: Rule, locale: str) -> bool:
    """Tell whether a rule rests on something that only CLDR says of a language: such a rule warns at most."""
    return _of_cldr(locale, rule.facets)


def gaps(rules: Iterable[Rule], locale: str, source: str) -> tuple[Gap, ...]:
    """Return the rules that cannot be applied to translations from `source` into a locale, for want of knowledge."""
    found = ((rule, (*lacking(rule, locale), *_unread(rule, locale, source))) for rule in rules)
    return tuple(Gap(locale, rule.id, facets) for rule, facets in found if facets)


def _unread(rule: Rule, locale: str, source: str) -> Iterator[str]:
    """Yield the facets that a rule would have to know of the language of the source, as a `Gap` names them.

    None where a custom that the rule asks for is none in the locale: nothing could be found there.
    """
    tongue = languages.of(source)
    if applies(rule, locale) or lacking(rule, locale):
        for name in rule.of_source:
            if not tongue.has(name):
                yield f"{SOURCE}{name.partition('.')[0]}"


@cache
def _known(tongue: Language, facets: tuple[str, ...]) -> bool:
    return all(tongue.has(name) for name in facets)


@cache
def _of_cldr(locale: str, facets: tuple[str, ...]) -> bool:
    return any(_grade(locale, name) is Grade.CLDR for name in facets)


@cache
def _grade(locale: str, name: str) -> Grade | None:
    """Return how far a facet of a language may be trusted; None where nothing is known."""
    tongue = languages.of(locale)
    name = name.partition(".")[0]
    if name not in languages.FACETS:
        return None if tongue.code_facet(name) is None else Grade.TESTED
    facet = getattr(tongue, name)
    return None if facet is None else Grade(facet.grade)
