"""Owns what a text says of whom, and whether it is past: offices, countries, and what is still to come."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.text.facts.sides import NO_SIDES, exchanged, sides, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages.facets import Sides
    from l10n.model import Flaw
    from l10n.text.facts.sides import SideWords

__all__ = ["other_country", "other_office", "other_tense"]


@cache
def _known(name: str, locale: str) -> SideWords:
    facet: Sides | None = getattr(of(locale), name)
    return sides(facet.named, facet.told) if facet else NO_SIDES


def _other(name: str, source: str, target: str, locales: tuple[str, str]) -> Iterator[Flaw]:
    for said, told in exchanged(source, target, _known(name, locales[0]), _known(name, locales[1])):
        yield swap(said, told)


def other_office(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield an office of a translation that its source does not have, in the place of one that it has."""
    return _other("offices", source, target, (source_locale, locale))


def other_country(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield a country of a translation that its source does not have, in the place of one that it has."""
    return _other("countries", source, target, (source_locale, locale))


def other_tense(source: str, target: str, locale: str, source_locale: str = "en") -> Iterator[Flaw]:
    """Yield what is told as past and is still to come in the source, or the other way round."""
    return _other("tenses", source, target, (source_locale, locale))
