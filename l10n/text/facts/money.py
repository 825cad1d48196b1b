"""Owns the currencies of a text, and those beside its amounts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import of
from l10n.model import Flaw
from l10n.text.analysis import once
from l10n.text.hints import hinted
from l10n.text.numbers import values
from l10n.text.numbers.alike import sharing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages.quantities import Currencies
    from l10n.text.hints import Hinted
    from l10n.text.numbers import Number

__all__ = ["currencies", "other_currency"]

_NEVER = "(?!)"


@cache
def _anywhere(locale: str) -> Hinted | None:
    facet = of(locale).currencies
    if facet is None:
        return None
    forms = {
        name: f"{_filled(facet, words, facet.amount)}|(?-i:{facet.signs.get(name) or _NEVER})"
        for name, words in facet.names.items()
    }
    return hinted("|".join(f"(?P<{name}>{words})" for name, words in forms.items()), lasting=True)


@cache
def _beside(locale: str) -> re.Pattern[str] | None:
    facet = of(locale).currencies
    if facet is None:
        return None
    rows = facet.beside or {name: _filled(facet, words, "") for name, words in facet.names.items()}
    forms = "|".join(f"(?P<{name}>{words})" for name, words in rows.items())
    return re.compile(f"{facet.lead}(?:{forms}){facet.tail if facet.beside else ''}")


def _filled(facet: Currencies, words: str, amount: str) -> str:
    return words.replace("{amount}", amount).replace("{tail}", facet.tail)


@cache
def _signs(locale: str) -> Mapping[str, re.Pattern[str]]:
    facet = of(locale).currencies
    return {name: re.compile(signs) for name, signs in facet.signs.items()} if facet else {}


@cache
def _hints(locale: str) -> tuple[str, ...]:
    facet = of(locale).currencies
    return facet.hints if facet else ()


@once
def currencies(text: str, locale: str) -> dict[str, tuple[int, int]]:
    """Return the currencies of a text with the place of the first mention of each; none in an unknown language."""
    low, hints = text.lower(), _hints(locale)
    pattern = _anywhere(locale) if not hints or any(hint in low for hint in hints) else None
    found: dict[str, tuple[int, int]] = {}
    for match in pattern.finditer(text) if pattern else ():
        found.setdefault(match.lastgroup or "", match.span())
    return found


def other_currency(source: str, target: str, locale: str, source_locale: str = "en") -> Flaw | None:
    """Return the place of a currency that stands for one of the source which the translation lacks."""
    before = currencies(source, source_locale)
    after = currencies(target, locale) if before else {}
    lost = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    if lost and new:
        return _other(lost[0], new[0], *after[new[0]])
    return _other_amount(source, target, locale, source_locale) if before and after else None


def _other(lost: str, new: str, start: int, end: int) -> Flaw:
    return Flaw(f"the source has amounts in {lost}, the translation in {new}", start, end)


def _amounts(text: str, locale: str) -> Iterator[tuple[Number, str, int]]:
    """Yield the numbers of a text with the currency beside them, empty where there is none, and where that ends."""
    pattern, signs = _beside(locale), _signs(locale)
    for number in values(text, locale):
        sign = text[number.start - 1 : number.start] if number.start else ""
        named = next((name for name, one in signs.items() if one.fullmatch(sign)), "") if sign else ""
        match = pattern.match(text, number.end) if pattern and not named else None
        yield number, named or (match.lastgroup or "" if match else ""), match.end() if match else number.end


def _other_amount(source: str, target: str, locale: str, source_locale: str) -> Flaw | None:
    """Return the currency of an amount with that of the same figure in the target, where each stands there once."""
    before, after = list(_amounts(source, source_locale)), list(_amounts(target, locale))
    here, there = (sharing(number for number, _, _ in some) for some in (before, after))
    for number, name, _ in before:
        same = there(number) if name and len(here(number)) == 1 else []
        if len(same) == 1:
            amount, other, end = after[same[0]]
            if other and other != name:
                return _other(name, other, amount.start, end)
    return None
