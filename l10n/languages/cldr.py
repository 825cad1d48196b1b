"""Owns CLDR as babel ships it: the only door to it besides `locales`, and it opens when something is asked."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.languages.facets import Tongue

__all__ = ["forms", "plurals", "scales", "script", "section", "symbols", "territories"]

_DAYS = 7


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
def _data(code: str, own: str, territory: str) -> Any:
    """Return babel's data of the nearest locale in the same script; None where it has none."""
    from babel import Locale, localedata  # noqa: PLC0415  see `script`

    used = script(code, own, territory)
    names = [f"{code}_{used}_{territory}", f"{code}_{territory}"] if territory else []
    names += [f"{code}_{used}"]
    names += [code] if used == script(code) else []
    found = next((name for name in names if localedata.exists(name)), None)
    return Locale.parse(found)._data if found else None  # noqa: SLF001  units and relative words have no other door


def section(language: Tongue, *keys: str) -> dict[Any, Any]:
    """Return a part of a locale's data, its aliases followed, as plain dictionaries; empty where there is none."""
    found = _data(language.code, language.script, language.territory)
    for key in keys if found is not None else ():
        found = found.get(key) if key in found else None
        if found is None:
            break
    return _plain(found) if found is not None else {}


def _plain(value: Any) -> Any:
    if hasattr(value, "items"):
        return {key: _plain(one) for key, one in value.items()}
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def forms(language: Tongue, part: str, size: int) -> tuple[tuple[str, ...], ...]:
    """Return the wide names of `months` (12) or `days` (7), each as in a date and alone; empty where one is missing."""
    rows = []
    for number in range(size) if size == _DAYS else range(1, size + 1):
        words = [section(language, part, context, "wide").get(number, "") for context in ("format", "stand-alone")]
        rows.append(tuple(dict.fromkeys(filter(None, words))))
    return tuple(rows) if all(rows) else ()


def symbols(language: Tongue) -> tuple[str, str]:
    """Return the decimal sign and the sign that groups digits, of the digits that the locale uses."""
    system = section(language) and _data(language.code, language.script, language.territory)["default_numbering_system"]
    found = section(language, "number_symbols", str(system)) if system else {}
    return found.get("decimal", ""), found.get("group", "")


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


def territories(language: Tongue) -> Mapping[str, str]:
    """Return the names of territories by their code."""
    return section(language, "territories")
