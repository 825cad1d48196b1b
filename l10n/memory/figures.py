"""Owns how another number is written the way a number of a translation is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import languages
from l10n.languages.quantities import MONTHS
from l10n.text.numbers.groups import counted
from l10n.text.numbers.readings import rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

__all__ = ["month", "rewrite"]

_THOUSAND = 1000
_SCALED = re.compile(r"(\d[\d.,\u00a0\u202f ]*?)(\D+)")
_MOST_DECIMALS = 2
_PLURAL = 2
"""Least amount of a scaled number: below it `millions` becomes `million` in many languages."""


def rewrite(text: str, old: Decimal, new: Decimal, locale: str, *, hint: str) -> str | None:
    """Return `new` in the style in which `text` writes `old`; None where no known style does.

    A style is known when it writes `old` as exactly `text`. Where several do (`25`), `hint`, the new number as the
    English has it, decides whether thousands are grouped.
    """
    for style in _styles(locale, hint):
        if style(old) == text:
            return style(new)
    scaled = _SCALED.fullmatch(text)
    return _scaled(scaled, old, new, locale) if scaled else None


def _scaled(match: re.Match[str], old: Decimal, new: Decimal, locale: str) -> str | None:
    """Write a number before the same scale word: `48 millones` for 48,000,000."""
    digits, word = match.groups()
    scales = {name.rstrip("."): factor for name, factor in rules_of(languages.of(locale)).scales.items()}
    factor = scales.get(word.strip(" \u00a0\u202f-").lower().removeprefix("de ").rstrip("."))
    if factor is None:
        return None
    amount = new / factor
    exponent = amount.normalize().as_tuple().exponent
    if amount < _PLURAL or amount >= _THOUSAND or (isinstance(exponent, int) and -exponent > _MOST_DECIMALS):
        return None
    written = rewrite(digits, old / factor, amount, locale, hint="")
    return None if written is None else written + word


def _styles(locale: str, hint: str) -> Iterator[Callable[[Decimal], str]]:
    rules = rules_of(languages.of(locale))
    point, commas = (",", (".", "\u00a0", "\u202f", " ")) if rules.comma else (".", (",",))

    def plain(value: Decimal) -> str:
        return f"{value.normalize():f}".replace(".", point)

    def grouped(sign: str) -> Callable[[Decimal], str]:
        def write(value: Decimal) -> str:
            whole, _, part = f"{value.normalize():,f}".partition(".")
            return whole.replace(",", sign) + (point + part if part else "")

        return write

    first = [plain, *map(grouped, commas)]
    if "," in hint:
        first = [*first[1:], plain]
    units = tuple(sorted(((factor, name) for name, factor in rules.written.items()), reverse=True))
    in_groups = [
        counted(units, comma=comma, gap=gap, thousand=thousand)
        for comma in (False, True)
        for gap in ("", " ")
        for thousand in ("", rules.thousand)
    ]
    if any(char.isalpha() for char in hint):
        first, in_groups = in_groups, first
    yield from first
    yield from in_groups


def month(text: str, old: int, new: int, locale: str) -> str | None:
    """Return the name of another month in the form of this one (`mayo` → `junio`); None where it is not its name.

    `old` and `new` are 1…12; an abbreviation gives an abbreviation where the tongue has one.
    """
    months = languages.of(locale).months
    for names in (months.names, months.short) if months else ():
        if len(names) == len(MONTHS) and text.lower() == names[old - 1].lower():
            name = names[new - 1]
            return name.capitalize() if text[:1].isupper() else name
    return None
