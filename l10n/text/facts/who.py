"""Owns what a text says of whom, and whether it is past: offices, countries, and what is still to come."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.facts.sides import NO_SIDES, exchanged, sides, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages.facets import Sides
    from l10n.text.facts.sides import SideWords

__all__ = ["other_country", "other_office", "other_tense", "over"]

_COMING = "coming"
"""What is to come, as a clause of its own says it; in a translation, whatever may mean it."""


@cache
def _known(name: str, locale: str) -> SideWords:
    facet: Sides | None = getattr(of(locale), name)
    return sides(facet.named, facet.told) if facet else NO_SIDES


@cache
def _told(locale: str) -> SideWords:
    """Return the tenses that one of another may stand for."""
    every = _known("tenses", locale)
    return replace(every, members={name: side for name, side in every.members.items() if name != _COMING})


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
    for said, told in exchanged(source, target, _told(source_locale), _told(locale)):
        yield swap(said, told)


def may_be_over(source: str, target: str, locale: str, source_locale: str = "en") -> bool:
    """Tell whether `over` may find anything in two texts or in parts of them: a quick look before their sentences."""
    here, there = (_known("tenses", one).members for one in (source_locale, locale))
    if _COMING not in here or "past" not in there:
        return False
    return here[_COMING].clear.may(source) and there["past"].clear.may(target)


def over(source: str, target: str, locale: str, source_locale: str = "en") -> Flaw | None:
    """Return what a sentence tells as past where its source clearly says that it will be; else None.

    Something in the translation must be able to mean it (`coming`), whatever else is past.
    """
    here, there = (_known("tenses", one).members for one in (source_locale, locale))
    if _COMING not in here or not {_COMING, "past"} <= there.keys():
        return None
    said = here[_COMING].clear.search(source)
    past = there["past"].clear.search(target) if said and not there[_COMING].any.search(target) else None
    if not said or not past:
        return None
    told = f"the source says “{said.group().split()[-1]}”, the translation “{past.group().strip()}”"
    return Flaw(told, *past.span())
