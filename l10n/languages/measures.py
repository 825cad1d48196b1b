"""Owns what CLDR gives as the base of units and currencies, in the shape of a supplement's tables."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from l10n.languages import cldr, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.languages.facets import Tongue

__all__ = ["currencies", "units"]

Table = dict[str, object]

_UNITS: dict[str, dict[str, str]] = {
    "area": {"km2": "square-kilometer", "m2": "square-meter", "ha": "hectare", "acre": "acre"},
    "volume": {"ml": "milliliter", "l": "liter"},
    "length": {
        "km": "kilometer",
        "cm": "centimeter",
        "mm": "millimeter",
        "m": "meter",
        "mile": "mile",
        "foot": "foot",
        "inch": "inch",
        "yard": "yard",
    },
    "mass": {"kg": "kilogram", "g": "gram", "t": "tonne", "lb": "pound"},
    "duration": {name: name for name in ("year", "month", "week", "day", "hour", "minute", "second")},
    "digital": {"KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte"},
    "frequency": {"kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz"},
    "power": {"kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt"},
    "concentr": {"percent": "percent"},
}
"""CLDR's kind of unit to our names to CLDR's names."""
_KINDS = {"duration": "time", "digital": "data", "concentr": "share"}
"""CLDR's kind to our dimension, where they differ."""
_SIGNS: dict[str, str] = {
    "ha": "ha",
    "km2": "km²|km2",
    "m2": "m²|m2",
    "ml": "m[lL]",
    "km": "km(?![²/])",
    "m": "m(?![²/])",
    "cm": "cm",
    "mm": "mm",
    "kg": "kg",
    "g": "g",
    "KB": "[kK]B",
    "MB": "MB",
    "GB": "GB",
    "TB": "TB",
    "kHz": "kHz",
    "MHz": "MHz",
    "GHz": "GHz",
    "kW": "kW",
    "MW": "MW",
    "GW": "GW",
    "percent": "[%٪％]",
}
"""Signs of units (SI, and ISO 80000 for bytes), the same wherever Latin letters are read; they must not be looked for
without regard to case."""
_SHORTEST = 3
"""Letters of an abbreviation that is not a sign: `in`, `mi`, `d` are words of their own in many languages."""


def units(language: Tongue) -> Table | None:
    """Return the units of CLDR with all their plural forms, and the signs that are known everywhere."""
    known = {
        (kind, name): _forms(language, f"{kind}-{theirs}")
        for kind, names in _UNITS.items()
        for name, theirs in names.items()
    }
    if not any(behind or leading for behind, leading in known.values()):
        return None
    many = Counter(form for behind, _ in known.values() for form in {one.casefold().rstrip(".") for one in behind})
    found: dict[str, dict[str, str]] = {}
    before: dict[str, str] = {}
    for (kind, name), (behind, leading) in known.items():
        own = [form for form in behind if many[form.casefold().rstrip(".")] == 1]
        pattern = "|".join(filter(None, (stems.counted(language, own), _SIGNS.get(name, ""))))
        if pattern:
            found.setdefault(_KINDS.get(kind, kind), {})[name] = pattern
        if leading:
            before[name] = stems.words(language, leading)
    return {**found, "before": before, "tail": stems.after(language) or "(?![A-Za-z])"}


def _forms(language: Tongue, unit: str) -> tuple[list[str], list[str]]:
    """Return the forms of a unit that stand behind a number, and those that stand before it."""
    behind, leading = set(), set()
    for style in ("long", "short"):
        for count, pattern in cldr.section(language, "unit_patterns", unit, style).items():
            if count == "per" or not isinstance(pattern, str):
                continue
            start, number, end = pattern.partition("{0}")
            form = re.sub(r"[\u200e\u200f\u061c]", "", end if number else start).strip(" \u00a0\u202f")
            lead = start.strip(" \u00a0\u202f\u200e\u200f") if number else ""
            if form and not lead and _usable(form, style):
                behind.add(form)
            elif lead and not form and _usable(lead, style):
                leading.add(lead)
    return sorted(behind), sorted(leading)


def _usable(form: str, style: str) -> bool:
    """Tell whether a form is no other word: all long ones, abbreviations of some length, and no Latin signs."""
    bare = form.rstrip(".")
    if not any(map(str.isalpha, form)) or bare in {sign.partition("(")[0] for sign in _SIGNS.values()}:
        return False
    foreign = bare > "\u0370"
    return style == "long" or len(bare) >= (_SHORTEST - 1 if foreign else _SHORTEST) or bare > "\u2e80"


_FAMILIES: dict[str, tuple[str, ...]] = {
    "dollar": ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"),
    "euro": ("EUR",),
    "pound": ("GBP", "EGP", "FKP", "GIP", "SHP"),
    "yen": ("JPY",),
    "yuan": ("CNY",),
    "won": ("KRW", "KPW"),
    "ruble": ("RUB", "BYN"),
    "rupee": ("INR", "PKR", "NPR", "LKR"),
    "franc": ("CHF", "XAF", "XOF", "CDF"),
    "lira": ("TRY",),
    "zloty": ("PLN",),
    "baht": ("THB",),
    "dong": ("VND",),
    "shekel": ("ILS", "ILR"),
    "rupiah": ("IDR",),
    "krona": ("SEK", "NOK", "DKK", "ISK"),
    "hryvnia": ("UAH",),
    "ringgit": ("MYR",),
}
"""Name of a currency to the codes (ISO 4217) of all that are called so."""
_MARKS = {
    "dollar": r"\$",
    "euro": "€",
    "pound": "£",
    "won": "₩",
    "ruble": "₽",
    "rupee": "₹",
    "lira": "₺",
    "baht": "฿",
    "dong": "₫",
    "shekel": "₪",
    "hryvnia": "₴",
}
"""Signs of one currency only (`¥` is that of two)."""
_SHORT = 5
"""Letters from which a name is hardly another word."""
_LEAST = 3
"""Letters that a word of a name must share with its territory's to be its adjective."""


def currencies(language: Tongue) -> Table | None:
    """Return the names of currencies with all their plural forms, what several of one name share, signs and codes.

    A short name that is left when its country is taken away may be another word (Turkish `yeni`), and any short one
    where words are not divided by spaces: it counts only behind an amount.
    """
    found: dict[str, tuple[set[str], set[str]]] = {}
    taken: set[str] = set()
    for name, codes in _FAMILIES.items():
        long, short = _named(language, codes, taken)
        found[name] = long - taken, short - taken - long
        taken |= long | short
    signs = {
        name: "|".join(filter(None, (_MARKS.get(name, ""), rf"\b(?:{'|'.join(codes)})\b")))
        for name, codes in _FAMILIES.items()
    }
    if not taken:
        return None
    names = {name: _either(language, long, short) for name, (long, short) in found.items() if long or short}
    return {"names": names, "signs": signs, "amount": _amount(language)}


def _either(language: Tongue, long: set[str], short: set[str]) -> str:
    rows = [stems.words(language, long, inflected=True)] if long else []
    behind = f"{{amount}}(?:{stems.counted(language, short)}){stems.after(language)}"
    return "|".join([*rows, behind] if short else rows)


def _amount(language: Tongue) -> str:
    """Return the pattern of what ends in an amount, before its currency."""
    scales = {word.rstrip(".") for words in cldr.scales(language).values() for word in words}
    scale = rf"(?:(?:{stems.any_of(scales)})\.?[\s\u00a0]?(?:d[ei]\s)?)?" if scales else ""
    return rf"(?<=\d)[\s\u00a0\u202f]?{scale}"


def _named(language: Tongue, codes: Sequence[str], taken: set[str]) -> tuple[set[str], set[str]]:
    """Return the whole names of currencies of one name, and what is left of them without their countries.

    The second set are those that count behind an amount only.
    """
    rows = [_whole(language, code) for code in codes]
    places = [cldr.text(language, "territories", code[:2]).casefold() for code in codes]
    whole = {form for row in rows for form in row}
    scripts = language.scripts
    if scripts is not None and not scripts.spaced:
        forms = whole | (_common(rows, places) - taken)
        short = {form for form in forms if len(form) < _SHORT and "han" not in scripts.names}
        return forms - short, short
    bare = {_without(form, place, rows) for row, place in zip(rows, places, strict=True) for form in row} - taken
    forms = _least({form for form in whole | bare if len(form) >= _LEAST})
    short = {form for form in forms - whole if len(form) < _SHORT}
    return forms - short, short


def _least(forms: set[str]) -> set[str]:
    """Return the forms without those that have another one among their words: `dollari` finds `dollari canadesi`."""
    return {
        form
        for form in forms
        if not any(other != form and re.search(rf"(?<!\w){re.escape(other)}(?!\w)", form) for other in forms)
    }


def _whole(language: Tongue, code: str) -> set[str]:
    plural = cldr.section(language, "currency_names_plural", code).values()
    name = cldr.text(language, "currency_names", code)
    return {form.lower().replace("i\u0307", "i") for form in (*plural, name) if form and form != code}


def _without(form: str, place: str, rows: Sequence[set[str]]) -> str:
    """Return a name without the words that tell its country: most others of its name have not those."""
    words = re.split(r"[\s-]+", form)
    others = [{word for other in row for word in re.split(r"[\s-]+", other)} for row in rows]
    kept = [word for word in words if sum(word in other for other in others) > len(rows) / 2]
    return " ".join(word for word in kept if word[:_LEAST] not in place) or form


def _common(rows: Sequence[set[str]], places: Sequence[str]) -> set[str]:
    """Return the longest piece that all names have in common where words are not divided; no part of a country."""
    names = [
        form.replace(_piece(form, place.casefold()) or place, "") or form
        for row, place in zip(rows, places, strict=True)
        for form in row
    ]
    piece = names[0] if names else ""
    for name in names[1:]:
        piece = _piece(piece, name, 1)
    return {piece.strip()} if len(piece.strip()) > 1 else set()


def _piece(one: str, other: str, least: int = _LEAST) -> str:
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size] if match.size >= least else ""
