"""Owns what CLDR gives as the base of each facet, in the shape of a supplement's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.languages import cldr, stems
from l10n.languages.quantities import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.languages.facets import Tongue

__all__ = ["clock", "endings", "months", "numbers", "quotes", "scripts", "times"]

Table = dict[str, object]

_SCRIPTS = {
    "Jpan": "kana han",
    "Kore": "hangul",
    "Hans": "han",
    "Hant": "han",
    "Hani": "han",
    "Bopo": "bopomofo",
    "Adlm": "adlam",
    "Ahom": "ahom",
    "Arab": "arabic",
    "Armn": "armenian",
    "Aran": "arabic",
    "Bali": "balinese",
    "Beng": "bengali",
    "Cakm": "chakma",
    "Cans": "canadian",
    "Cher": "cherokee",
    "Copt": "coptic",
    "Cyrl": "cyrillic",
    "Deva": "devanagari",
    "Ethi": "ethiopic",
    "Geor": "georgian",
    "Grek": "greek",
    "Gujr": "gujarati",
    "Guru": "gurmukhi",
    "Hebr": "hebrew",
    "Java": "javanese",
    "Khmr": "khmer",
    "Knda": "kannada",
    "Laoo": "lao",
    "Latn": "latin",
    "Mlym": "malayalam",
    "Mong": "mongolian",
    "Mtei": "meetei",
    "Mymr": "myanmar",
    "Nkoo": "nko",
    "Olck": "olchiki",
    "Orya": "oriya",
    "Rohg": "rohingya",
    "Sinh": "sinhala",
    "Sund": "sundanese",
    "Syrc": "syriac",
    "Taml": "tamil",
    "Telu": "telugu",
    "Tfng": "tifinagh",
    "Thaa": "thaana",
    "Thai": "thai",
    "Tibt": "tibetan",
    "Vaii": "vai",
    "Yiii": "yi",
}
"""ISO 15924 to the scripts that a text in it has."""
_UNSPACED = frozenset(
    [
        "Jpan",
        "Hans",
        "Hant",
        "Hani",
        "Bopo",
        "Thai",
        "Laoo",
        "Khmr",
        "Mymr",
        "Tibt",
        "Bali",
        "Java",
        "Yiii",
        "Lana",
        "Talu",
        "Tale",
        "Tavt",
        "Cham",
    ]
)
"""Scripts in which words are not divided by spaces (Unicode line breaking classes ID and SA, and Tibetan)."""
_CASED = frozenset(
    {
        *("az", "ky", "uz", "cs", "sk", "gu", "fi", "hr", "sr", "hu", "hy", "kk", "tr", "kn"),
        *("lt", "lv", "ml", "mr", "pl", "ru", "si", "sl", "ta", "te", "uk"),
        *("be", "bs", "et", "eu", "ka", "la", "mn", "tk", "tt", "ug"),
    }
)
"""Languages with five cases or more: CLDR's grammatical features, and those that it does not list from `be` on."""
_TWO = frozenset({"one", "other"}), frozenset({"one", "many", "other"})
"""CLDR's plural categories where from 2 on there is one form; `many` is that of whole millions in Romance languages."""


def scripts(language: Tongue) -> Table | None:
    """Return the scripts by likely subtags; None for a language that CLDR has not, or a script without letters here."""
    code = cldr.script(language.code, language.script, language.territory)
    if code not in _SCRIPTS:
        return None
    spaced = code not in _UNSPACED
    return {"names": _SCRIPTS[code], "code": code, "spaced": spaced, "joint": " " if spaced else ""}


def endings(language: Tongue) -> Table | None:
    """Return whether nouns have one form for all numbers from 2 on."""
    found = cldr.plurals(language)
    return {"two_forms": found in _TWO} if found else None


def quotes(_: Tongue) -> Table | None:
    """Return the quotation marks of CLDR's delimiters."""
    return None


def numbers(language: Tongue) -> Table | None:
    """Return the decimal sign, the sign of groups, and the words that numbers are shortened with."""
    decimal, group = cldr.symbols(language)
    if not decimal:
        return None
    powers = cldr.scales(language)
    return {
        "decimal": decimal,
        "group": group,
        "myriads": "10000" in powers and "1000" not in powers,
        "scales": {power: sorted(words) for power, words in powers.items()},
    }


def months(language: Tongue) -> Table | None:
    """Return the names of months; None where they are written in digits, or one would be taken for another."""
    rows = cldr.forms(language, "months", len(MONTHS))
    if not rows or any(letter.isdigit() for forms in rows for form in forms for letter in form):
        return None
    patterns = stems.named(language, rows, cased=language.code in _CASED)
    if not patterns:
        return None
    short = [cldr.section(language, "months", "format", "abbreviated").get(at, "") for at in range(1, 13)]
    taken = len({form.casefold() for form in short}) < len(short)
    known = {form.casefold() for forms in rows for form in forms}
    return {
        "patterns": {
            number: pattern
            if taken or short[at].casefold() in known
            else f"{pattern}|{stems.beside_digits(language, short[at])}"
            for at, (number, pattern) in enumerate(zip(MONTHS, patterns, strict=True))
        },
        "names": [forms[0] for forms in rows],
        "short": [] if taken else [form.rstrip(".") for form in short],
    }


_RELATIVE = {"last": -1, "this": 0, "next": 1}
_DAYS = {"yesterday": -1, "tomorrow": 1}


def times(language: Tongue) -> Table | None:
    """Return weekdays by their wide names, and last, this and next year, month and week."""
    rows = cldr.forms(language, "days", len(WEEKDAYS))
    patterns = stems.named(language, rows, cased=language.code in _CASED) if rows else ()
    found: Table = {"weekday": dict(zip(WEEKDAYS, patterns, strict=True))} if patterns else {}
    for kind in ("year", "month", "week", "day"):
        told = cldr.section(language, "date_fields", kind, "relative")
        words = {name: told.get(at, "") for name, at in (_DAYS if kind == "day" else _RELATIVE).items()}
        if all(words.values()) and len(set(words.values())) == len(words) and not _numeric(words):
            found[kind] = {name: stems.words(language, [form]) for name, form in words.items()}
    return found or None


def _numeric(words: Mapping[str, str]) -> bool:
    """Tell whether CLDR has no words but signs (`+1 y`)."""
    return any(sign in form for form in words.values() for sign in "+-−0123456789")


def clock(language: Tongue) -> Table | None:
    """Return the marks of both halves of the day, and noon and midnight, where they are words."""
    found: dict[str, set[str]] = {}
    for style in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for name, form in cldr.section(language, "day_periods", context, style).items():
                if name in {"am", "pm", "noon", "midnight"} and form:
                    found.setdefault(name, set()).add(form)
    clear = {
        name: forms
        for name, forms in found.items()
        if all(forms.isdisjoint(found[one]) for one in found if one != name)
    }
    return {name: stems.words(language, forms) for name, forms in sorted(clear.items())} or None
