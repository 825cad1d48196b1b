"""Owns all that is known of a language; the only place, besides engines and `locales`, with a locale's code in it."""

from __future__ import annotations

from functools import cache

from l10n import locales
from l10n.languages import supplement
from l10n.languages.facets import Grade
from l10n.languages.language import FACETS, Language

__all__ = ["FACETS", "Grade", "Language", "known", "of"]

_PARENTS = {"nb": "no", "nn": "no"}
"""Languages that share the supplement of another one (CLDR parent locales)."""
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
    return _language(code, script, territory)


@cache
def _language(code: str, script: str, territory: str) -> Language:
    names = [f"{code}_{territory}"] if territory else []
    if any(name.startswith(f"{code}_") and len(name) == len(code) + 1 + _SCRIPT for name in _all()):
        from l10n.languages import cldr  # noqa: PLC0415  only a language with several scripts needs CLDR here

        names.append(f"{code}_{script or cldr.script(code, script, territory)}")
    elif script:
        names.append(f"{code}_{script}")
    names += [code, *([_PARENTS[code]] if code in _PARENTS else [])]
    return Language(code, script, territory, tuple(names))


def _all() -> frozenset[str]:
    return frozenset({*supplement.names(), *supplement.packages()})


def known() -> tuple[str, ...]:
    """Return the names of all supplements: `de`, `zh_Hant`."""
    return supplement.names()
