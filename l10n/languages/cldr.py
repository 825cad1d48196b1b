"""Owns CLDR as babel ships it: the only door to it besides `locales`, and it opens when something is asked."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from l10n.languages.facets import Tongue

__all__ = ["PARENTS", "forms", "names", "plurals", "scales", "script", "section", "successor", "symbols", "text"]

_DAYS = 7
_DOTTED = re.compile(r"dd?\.\s?MM?\.")
PARENTS = {"nb": "no", "nn": "no", "yue": "zh"}
"""Languages whose data stand with another one (CLDR parent locales, and written Cantonese)."""


@cache
def successor(code: str) -> str:
    """Return CLDR's name of a language that has another code too: `sr_Latn` for `sh`, `zh` for `cmn`; else empty."""
    from babel.core import get_global  # noqa: PLC0415  see `script`

    return str(get_global("language_aliases").get(code, ""))


@cache
def script(code: str, script: str = "", territory: str = "") -> str:
    """Return the script of a locale (`Hant`) by CLDR's likely subtags; empty for a language that CLDR has not."""
    if script:
        return script
    from babel.core import get_global  # noqa: PLC0415  babel costs 45 ms, and most facets of most runs need none

    likely = get_global("likely_subtags")
    known = (likely.get(f"{code}_{territory}") if territory else None) or likely.get(code, "")
    return next((part for part in known.split("_")[1:] if len(part) == len("Latn") and part.isalpha()), "")


@cache
def names(code: str, own: str, territory: str) -> tuple[str, ...]:
    """Return the names under which CLDR may have data of a locale in its own script, the most special first."""
    used, parent = script(code, own, territory), PARENTS.get(code)
    found = [f"{code}_{used}_{territory}", f"{code}_{territory}"] if territory else []
    found += [f"{code}_{used}"] if used else []
    if used == script(code):
        found += [code, *([parent] if parent else [])]
    return tuple(found)


@cache
def _data(code: str, own: str, territory: str) -> Any:
    """Return babel's data of the nearest locale in the same script; None where it has none."""
    from babel import Locale, localedata  # noqa: PLC0415  see `script`

    found = next((name for name in names(code, own, territory) if localedata.exists(name)), None)
    return Locale.parse(found)._data if found else None  # noqa: SLF001  units and relative words have no other door


def _found(language: Tongue, keys: tuple[str, ...]) -> Any:
    found = _data(language.code, language.script, language.territory)
    for key in keys:
        found = found[key] if found is not None and key in found else None
    return found


def section(language: Tongue, *keys: str) -> dict[Any, Any]:
    """Return a part of a locale's data, its aliases followed, as plain dictionaries; empty where there is none."""
    found = _found(language, keys)
    return _plain(found) if hasattr(found, "items") else {}


def text(language: Tongue, *keys: str) -> str:
    """Return one text of a locale's data; empty where there is none."""
    found = _found(language, keys)
    return unicodedata.normalize("NFC", found) if isinstance(found, str) else ""


def _plain(value: Any) -> Any:
    if hasattr(value, "items"):
        return {key: _plain(one) for key, one in value.items()}
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def forms(language: Tongue, part: str, size: int) -> tuple[tuple[str, ...], ...]:
    """Return the wide names of `months` (12) or `days` (7), each as in a date and alone.

    Empty where one is missing, and where CLDR has only what it falls back on (`Mon`).
    """
    first = 0 if size == _DAYS else 1
    wide = [section(language, part, context, "wide") for context in ("format", "stand-alone")]
    rows = [
        tuple(dict.fromkeys(filter(None, (some.get(at, "") for some in wide)))) for at in range(first, first + size)
    ]
    return tuple(rows) if all(rows) and wide[0] != _fallback(part) else ()


@cache
def _fallback(part: str) -> dict[Any, Any]:
    from babel import localedata  # noqa: PLC0415  see `script`

    return dict(_plain(localedata.load("root")[part]["format"]["wide"]))


def symbols(language: Tongue) -> tuple[str, str]:
    """Return the decimal sign and the sign that groups digits, of the digits that the locale uses."""
    system = _found(language, ("default_numbering_system",))
    found = section(language, "number_symbols", str(system))
    return found.get("decimal", ""), found.get("group", "")


def dotted_dates(language: Tongue) -> bool:
    """Tell whether a date in digits is day, month and year with a stop behind each."""
    short = _found(language, ("date_formats", "short"))
    return short is not None and _DOTTED.match(short.pattern) is not None


def scales(language: Tongue) -> dict[str, set[str]]:
    """Return the words that numbers are shortened with, by power of ten: `1000000` to `million`."""
    found: dict[str, set[str]] = {}
    for style in ("long", "short"):
        for rows in section(language, "compact_decimal_formats", style).values():
            for power, pattern in rows.items():
                text = unicodedata.normalize("NFC", pattern.pattern.partition(";")[0].replace("'", ""))
                zeros = text.count("0")
                word = text.replace("0", "").replace("\u200f", "").strip(" \u00a0\u202f")
                if zeros and len(word) > (style == "short"):
                    found.setdefault(str(int(power) // 10 ** (zeros - 1)), set()).add(word.lower())
    return found


def plurals(language: Tongue) -> frozenset[str]:
    """Return CLDR's plural categories of a language: `one few many other`."""
    rule = _data(language.code, language.script, language.territory)
    return frozenset({*rule["plural_form"].tags, "other"}) if rule is not None else frozenset()
