"""Owns what CLDR gives as the base of each facet, in the shape of a supplement's table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages import cldr, little_words, spelled, stems, writing
from l10n.languages.delimiters import DELIMITERS
from l10n.languages.quantities import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from l10n.languages.facets import Tongue

__all__ = [
    "cardinals",
    "clock",
    "countries",
    "endings",
    "function_words",
    "letters",
    "lists",
    "marks",
    "months",
    "numbers",
    "ordinals",
    "quotes",
    "scripts",
    "times",
]

Table = dict[str, object]

_ENDINGS: dict[str, frozenset[str]] = {
    "cases": frozenset({"be", "bs", "cs", "el", "hr", "la", "lt", "lv", "pl", "ru", "sk", "sl", "sr", "uk"}),
    "glued": frozenset(
        {
            *("as", "az", "bn", "et", "eu", "fi", "gu", "hu", "hy", "ka", "kk", "kn", "ky", "ml", "mn"),
            *("mr", "ne", "si", "ta", "te", "tk", "tr", "tt", "ug", "uz"),
        }
    ),
    "compounds": frozenset({"af", "da", "de", "fo", "fy", "is", "lb", "nb", "nl", "nn", "no", "sv"}),
}
"""How nouns change: CLDR's grammatical features (five cases or more, or a locative), and their like that it has not."""
_TWO = frozenset({"one", "other"}), frozenset({"one", "many", "other"})
"""CLDR's plural categories where from 2 on there is one form; `many` is that of whole millions in Romance languages."""


def _code(language: Tongue) -> str:
    return cldr.script(language.code, language.script, language.territory)


def scripts(language: Tongue) -> Table | None:
    """Return the scripts by likely subtags; None for a language that CLDR has not."""
    code = _code(language)
    if not code:
        return None
    names = writing.NAMES.get(code, "other")
    return {
        "names": names,
        "code": code,
        "spaced": code not in writing.UNSPACED,
        "joint": "" if code in writing.WIDE else " ",
        "right_to_left": code in writing.RIGHT_TO_LEFT,
        "always": names.split()[0] if " " in names else "",
    }


def letters(language: Tongue) -> Table | None:
    """Return the character set of the script, where it has a rival."""
    return dict(writing.CHARSETS.get(_code(language), {})) or None


def lists(language: Tongue) -> Table | None:
    """Return the words between the last two items of a list of CLDR's patterns: `and`, `or`."""
    found = [cldr.text(language, "list_patterns", kind, "end") for kind in ("standard", "or")]
    words = [part.replace("{0}", "").replace("{1}", "").strip(" \u00a0,،、") for part in found]
    return {"joints": " ".join(word for word in words if word)} if any(words) else None


def marks(language: Tongue) -> Table | None:
    """Return how wide the marks of the script are, and whether a sentence ends in one."""
    code = _code(language)
    return {"wide": code in writing.WIDE, "stops": code not in writing.STOPLESS} if code else None


def function_words(language: Tongue) -> Table | None:
    """Return the commonest words of a language in Latin letters."""
    words = little_words.WORDS.get(little_words.LIKE.get(language.code, language.code), "")
    return {"words": words} if words and _code(language) == "Latn" else None


def endings(language: Tongue) -> Table | None:
    """Return how nouns change, and whether they have one form for all numbers from 2 on."""
    found = cldr.plurals(language)
    changes = {name: language.code in codes for name, codes in _ENDINGS.items()}
    return {"two_forms": found in _TWO, **changes} if found else None


_TYPED = ("“”", "‘’")
"""Pairs that newsrooms everywhere have on their keyboards, whatever their own are."""


def quotes(language: Tongue) -> Table | None:
    """Return the quotation marks of CLDR's delimiters, and what the script does with them."""
    code = _code(language)
    if not code:
        return None
    turned = code in writing.RIGHT_TO_LEFT
    found: Table = {"symmetric": turned, "inner_mark": code == "Hebr"}
    for name in _names(language):
        for marks, locales in DELIMITERS.items():
            if name in locales.split():
                return found | {"pairs": [*marks.split(), *_TYPED], "symmetric": turned or marks[0] == marks[1]}
    return found


def _names(language: Tongue) -> tuple[str, ...]:
    return cldr.names(language.code, language.script, language.territory)


def numbers(language: Tongue) -> Table | None:
    """Return the decimal sign, the sign of groups, the words that numbers are shortened with, and those of numbers."""
    decimal, group = cldr.symbols(language)
    if not decimal:
        return None
    powers = cldr.scales(language)
    return {
        "decimal": decimal,
        "group": group,
        "myriads": "10000" in powers and "1000" not in powers,
        "scales": {power: sorted(words) for power, words in powers.items()},
        "words": spelled.cardinals(_names(language)),
        "ordinals": spelled.ordinals(_names(language)),
        "dates": _DOTTED_DATE if cldr.dotted_dates(language) else "",
    }


_LEAST, _MOST = 2, 99
"""Numbers that are told by their words: 1 is an article, and from 100 on they are rounded."""


def cardinals(language: Tongue) -> Table | None:
    """Return the words of numbers from 2 to 99, where words are divided by spaces."""
    found = spelled.cardinals(_names(language)) if _worded(language) else {}
    words = {number: forms for number, forms in found.items() if number.isdigit() and _LEAST <= int(number) <= _MOST}
    return {"words": words} if words else None


def ordinals(language: Tongue) -> Table | None:
    """Return the words of places in a row, where words are divided by spaces."""
    words = spelled.ordinals(_names(language)) if _worded(language) else {}
    return {"words": words} if words else None


def _worded(language: Tongue) -> bool:
    """Tell whether numbers in words are words of their own, in no groups of 10⁴."""
    found = numbers(language)
    spaced = language.scripts is None or language.scripts.spaced
    return found is not None and spaced and not found["myriads"]


def months(language: Tongue) -> Table | None:
    """Return the names of months; None where they are written in digits, or one would be taken for another."""
    rows = cldr.forms(language, "months", len(MONTHS))
    if not rows or any(letter.isdigit() for forms in rows for form in forms for letter in form):
        return None
    patterns = stems.named(language, rows)
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


_DOTTED_DATE = r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\d)"
"""`31.12.`"""
_RELATIVE = {"last": -1, "this": 0, "next": 1}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


def times(language: Tongue) -> Table | None:
    """Return weekdays by their wide names, and last, this and next year, month and week."""
    rows = cldr.forms(language, "days", len(WEEKDAYS))
    patterns = stems.named(language, rows, articles=True) if rows else ()
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


_COUNTRIES = """
AE AF AL AM AR AT AU AZ BA BD BE BG BO BR BY CA CH CL CN CO CU CZ DE DK DZ EC EE EG ES ET FI FR GB GR HR HU ID IE IL
IN IQ IR IS IT JP KE KH KR KW KZ LB LK LT LV LY MA MM MN MX MY NG NL NO NP NZ PE PH PK PL PT PY QA RO RS RU RW SA SE SG
SI SK SN SY TH TN TR TW TZ UA UG US UY UZ VE VN YE ZA ZW"""
"""Of the territories of CLDR those whose names are no other words in many languages, as Jordan, Mali, Oman and
Georgia are."""
_ASIDE = re.compile(r"[(（].*")


def countries(language: Tongue) -> Table | None:
    """Return countries by their names; where one name begins another (`인도`, `인도네시아`), the longer is not it."""
    names = cldr.section(language, "territories")
    known = {code: _ASIDE.sub("", names.get(code, "")).strip() for code in _COUNTRIES.split()}
    known = {code: name for code, name in known.items() if name}
    if not known:
        return None
    return {"named": {code: _country(language, name, known.values()) for code, name in known.items()}}


def _country(language: Tongue, name: str, every: Iterable[str]) -> str:
    longer = [re.escape(one.removeprefix(name)) for one in every if one != name and one.startswith(name)]
    ends = f"(?!{'|'.join(longer)})" if longer else ""
    return f"(?-i:{stems.words(language, [name], inflected=True)}){ends}"
