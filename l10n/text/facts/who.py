"""Owns what a text says of whom, and whether it is past: offices, countries, and what is still to come."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.facts.sides import exchanged, sides, swap
from l10n.text.sentences import align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages.facets import Sides
    from l10n.text.facts.sides import Member

__all__ = ["other_country", "other_office", "other_tense"]

_COMING = "coming"
"""What is to come, as a clause of its own says it; in a translation, whatever may mean it."""


@cache
def _known(name: str, locale: str) -> tuple[Member, ...]:
    facet: Sides | None = getattr(of(locale), name)
    return sides(facet.named, facet.told) if facet else ()


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
    """Yield what is told as past and is still to come in the source, or the other way round.

    What a source clearly says will be must be told by something that may mean it (`coming`), whatever else is past.
    """
    ours, theirs = ([side for side in _known("tenses", one) if side.name != _COMING] for one in (source_locale, locale))
    turned = [swap(*found) for found in exchanged(source, target, ours, theirs)]
    yield from turned or _over(source, target, (source_locale, locale))


def _over(source: str, target: str, locales: tuple[str, str]) -> Iterator[Flaw]:
    here, there = ({side.name: side for side in _known("tenses", locale)} for locale in locales)
    if _COMING not in here or not {_COMING, "past"} <= there.keys():
        return
    for one, other in align.beside(source, target, *locales) or ((source, target),):
        said = here[_COMING].clear.search(one)
        past = there["past"].clear.search(other) if said and not there[_COMING].any.search(other) else None
        if said and past:
            start = target.find(other) + past.start()
            message = f"the source says “{said.group().split()[-1]}”, the translation “{past.group().strip()}”"
            yield Flaw(message, start, start + len(past.group()))
            return
