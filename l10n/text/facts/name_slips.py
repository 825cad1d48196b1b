"""Owns names that a translation spells unlike the name memory, and names that translations spell in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.facts import spelling, terms
from l10n.text.facts.name_pairs import folded, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Term

__all__ = ["Misnamed", "SpeltHere", "spelt_here", "two_ways", "unlike_memory"]


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name that stands otherwise than it should."""

    name: Term
    start: int
    end: int
    """Character offsets into the translation."""


@dataclass(frozen=True, slots=True)
class SpeltHere:
    """How a text spells a name."""

    index: int
    """Of the text in its article."""
    name: str
    written: str
    start: int
    end: int


def unlike_memory(source: str, target: str, names: tuple[Term, ...], locale: str) -> Iterator[Misnamed]:
    """Yield the known names of a source that its translation spells otherwise; both texts without markup.

    A name that is not there at all is no fault: a translation may say `he`, or the family name alone.
    """
    present = terms.terms_in(source, names)
    wanted = [name for name in present if name.target not in target]
    if not wanted or not target.strip():
        return
    language = languages.of(locale)
    spaced = language.scripts is None or language.scripts.spaced
    found = {folded(one.name): one for one in seen(source, target, locale) if one.sure or (spaced and not one.glossed)}
    sounds = language.sounds
    for name in wanted:
        one = found.get(folded(name.source))
        place = None
        if one is not None:
            # Where it may end at several places, as long as the name is.
            form = one.forms[0] if one.sure else min(one.forms, key=lambda form: abs(len(form) - len(name.target)))
            place = None if name.target in one.forms else _place(form, target, locale)
        elif sounds and " " not in name.source:
            others = [other.source for other in present if other is not name]
            place = spelling.nearly(name.source, name.target, target, others, sounds)
        if place is not None:
            yield Misnamed(name, *place)


def spelt_here(texts: Iterable[tuple[str, str]], locale: str) -> Iterator[SpeltHere]:
    """Yield how an article spells the names of its sources, so far as that is clear; texts without markup."""
    for index, (source, target) in enumerate(texts):
        for one in seen(source, target, locale):
            place = _place(one.forms[0], target, locale) if one.sure and len(one.forms) == 1 else None
            if place is not None:
                yield SpeltHere(index, one.name, one.forms[0], *place)


def two_ways(articles: Iterable[Iterable[SpeltHere]]) -> Iterator[tuple[int, SpeltHere, int, SpeltHere, int]]:
    """Find names that are spelt unlike most other places: article, spelling, uses of the usual one, it, its article.

    The articles are gone through twice.
    """
    ways: dict[str, dict[str, tuple[int, SpeltHere, int]]] = defaultdict(dict)
    for at, article in enumerate(articles):
        for one in article:
            some = ways[folded(one.name)]
            uses, first, where = some.get(one.written, (0, one, at))
            some[one.written] = uses + 1, first, where
    usual = {name: max(some.values(), key=lambda way: way[0]) for name, some in ways.items() if len(some) > 1}
    found: dict[str, list[tuple[int, SpeltHere]]] = {name: [] for name in usual}
    for at, article in enumerate(articles) if usual else ():
        for one in article:
            name = folded(one.name)
            if name in usual and not one.written.startswith(usual[name][1].written):
                found[name].append((at, one))
    for name, places in found.items():
        for at, one in places:
            yield at, one, *usual[name]


def _place(form: str, target: str, locale: str) -> tuple[int, int] | None:
    """Return where a spelling stands first, whatever divides its parts."""
    facet = languages.of(locale).names
    divider = f"[ {re.escape(facet.divider if facet else '')}]"
    match = re.search(rf" ?{divider} ?".join(map(re.escape, re.split(divider, form))), target)
    return match.span() if match else None
