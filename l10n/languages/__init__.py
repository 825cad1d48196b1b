"""Owns all that is known of a language; the only place, besides engines and `locales`, with a locale's code in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from l10n import locales
from l10n.languages import cldr, little_words, supplement
from l10n.languages.facets import Grade
from l10n.languages.language import CODE, FACETS, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "ENGLISH",
    "FACETS",
    "Grade",
    "Language",
    "direction",
    "function_words",
    "known",
    "of",
    "offering",
    "registers",
]

ENGLISH = "en"
"""The language of the sources: what compares words of both sides knows them in it."""
_SCRIPT, _REGION = 4, (2, 3)


@cache
def of(locale: str) -> Language:
    """Return what is known of a locale, in any usual spelling (`zh_TW`, `zh-tw`, `sr@latin`); nothing is read yet.

    Its supplements lie over each other: `zh_TW` over `zh_Hant` over `zh` over CLDR.
    """
    code, *rest = locales.tag(locale.strip().replace("-", "_")).split("-")
    code = code.lower()
    script = next((part.title() for part in rest if len(part) == _SCRIPT and part.isalpha()), "")
    territory = next((part.upper() for part in rest if len(part) in _REGION), "")
    if code not in _all() and (known := cldr.successor(code)):
        code, _, own = known.partition("_")
        script = script or (own if len(own) == _SCRIPT else "")
    return _language(code, script, territory)


@cache
def _language(code: str, script: str, territory: str) -> Language:
    names = [f"{code}_{territory}"] if territory else []
    if any(name.startswith(f"{code}_") and len(name) == len(code) + 1 + _SCRIPT for name in _all()):
        names.append(f"{code}_{script or cldr.script(code, script, territory)}")
    elif script:
        names.append(f"{code}_{script}")
    names.append(code)
    if code in cldr.PARENTS:
        own, theirs = script or cldr.script(code), cldr.script(cldr.PARENTS[code])
        names += _language(cldr.PARENTS[code], own if own != theirs else "", "").chain
    return Language(code, script, territory, tuple(names))


def _all() -> frozenset[str]:
    return frozenset({*supplement.names(), *supplement.packages()})


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the commonest words of every language in Latin letters of which they are known, by its code."""
    return {code: frozenset(words.split()) for code, words in little_words.WORDS.items()}


def direction(locale: str) -> str:
    """Return in which direction a language is written, as HTML says it: `rtl`, `ltr`."""
    scripts = of(locale).scripts
    return scripts.direction if scripts else "ltr"


def known() -> tuple[str, ...]:
    """Return the names of all supplements: `de`, `zh_Hant`."""
    return supplement.names()


def offering(facets: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the languages whose code offers one of these (`particles`: `ko`), sorted."""
    wanted = set(facets) & CODE
    return tuple(name for name in sorted(supplement.packages()) if any(map(of(name).has, wanted)))


@cache
def registers() -> frozenset[str]:
    """Return what the levels of speech are called that drafts can be turned to, in any language: `haera`."""
    return frozenset(name for code in offering(["register"]) for name in getattr(of(code).register, "LEVELS", ()))
