"""Owns locale codes: their spellings, their names for people and for the web, and gettext's plural forms."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from l10n.errors import LocaleError

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["country", "display_name", "language", "parse", "plural_forms", "tag"]

_CODE = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<territory>[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:@(?P<modifier>[a-z]{2,12}))?"
)

_SUBTAG = re.compile("[-_@]")
_MISTAKEN = {
    "br": "pt_BR",
    "cn": "zh_CN",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "in": "id",
    "iw": "he",
    "jp": "ja",
    "kp": "ko",
    "kr": "ko",
    "tw": "zh_TW",
    "ua": "uk",
}
"""Country codes and withdrawn codes that people write for a language. `kr` is Kanuri and `tw` Twi, but nearly
nobody who writes them means that; `kau` and `twi` stay available for those who do."""

_MODIFIER_SCRIPTS = {"cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn"}

_PLURALS = {
    "nplurals=1; plural=0;": "ja ko zh yue th vi id ms my lo km jv su",
    "nplurals=2; plural=(n > 1);": "fr pt_BR tr fa fil oc hy ti mg ln wa",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);": (
        "ru uk be sr hr bs"
    ),
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);": "pl",
    "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);": "cs sk",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);": "ar",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);": "sl",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);": "lt",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);": "lv",
    "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);": "ro",
    "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);": "ga",
}
"""gettext's own rules; CLDR has other categories (a `many` in es, fr and pt) and must not be used for them."""


@functools.cache
def parse(code: str) -> str:
    """Return the gettext name of a locale (`ko`, `pt_BR`, `zh_Hans`, `sr@latin`) for any usual spelling.

    Raises `LocaleError`, with a hint, for a code that is malformed or names no language of CLDR.
    """
    match = _CODE.fullmatch(code.strip())
    if match is None:
        raise LocaleError(f"`{code}` is not a locale code", remedy="Write it like `ko`, `pt-BR` or `sr@latin`.")
    name = match["language"].lower()
    if name in _MISTAKEN and not match["script"]:
        raise LocaleError(
            f"`{code}` is not the code of a language you are likely to mean",
            remedy=f"Write `{_MISTAKEN[name]}`.",
        )
    names = _babel("en")
    if name not in names.languages:
        raise LocaleError(f"`{code}` names no known language", remedy="Use an ISO 639 code, such as `ko` or `es`.")
    if match["script"]:
        script = match["script"].title()
        if script not in names.scripts:
            raise LocaleError(f"`{code}` names no known script", remedy="Use an ISO 15924 code, such as `Hans`.")
        name += f"_{script}"
    if match["territory"]:
        territory = match["territory"].upper()
        if territory not in names.territories:
            raise LocaleError(f"`{code}` names no known territory", remedy="Use an ISO 3166 code, such as `BR`.")
        name += f"_{territory}"
    if match["modifier"]:
        name += f"@{match['modifier']}"
    return name


@functools.lru_cache(maxsize=256)
def language(name: str) -> str:
    """Return the language part of a locale's name, in lower case: `pt` for `pt_BR` and `pt-BR`."""
    return _SUBTAG.split(name, maxsplit=1)[0].lower()


def tag(name: str) -> str:
    """Return the BCP 47 tag of a gettext name: `pt-BR`, `sr-Latn`."""
    base, _, modifier = name.partition("@")
    parts = base.split("_")
    if modifier in _MODIFIER_SCRIPTS:
        parts.insert(1, _MODIFIER_SCRIPTS[modifier])
    elif modifier:
        parts.append(f"x-{modifier}"[:10])
    return "-".join(parts)


def country(name: str) -> str:
    """Return a locale with the country where most of its readers are, as Open Graph writes it: `ko_KR`, `pt_BR`."""
    from babel.core import get_global  # noqa: PLC0415  see `_babel`

    parts = tag(name).split("-")
    own = next((part for part in parts[1:] if len(part) in {2, 3} and part.isupper()), "")
    likely = get_global("likely_subtags")
    found = next((likely[one] for one in ("_".join(parts[:2]), parts[0]) if one in likely), "")
    region = own or found.rpartition("_")[2]
    return f"{parts[0]}_{region}" if region.isalpha() else parts[0]


def display_name(name: str, *, within: str = "en") -> str:
    """Return the name of a locale in another locale's language: `Korean`."""
    nearest, reader = _nearest(name), _nearest(within)
    code = language(name)
    if nearest is _babel("en") and code != "en":
        return str(reader.languages.get(code, name))
    return nearest.get_display_name(reader) or name


def plural_forms(name: str) -> str:
    """Return the value of the PO header `Plural-Forms` by gettext's rules."""
    for candidate in (name, language(name)):
        for rule, languages in _PLURALS.items():
            if candidate in languages.split():
                return rule
    return "nplurals=2; plural=(n != 1);"


@functools.cache
def _babel(identifier: str) -> Locale:
    from babel import Locale  # noqa: PLC0415  babel costs 40 ms, and `l10n --help` needs no locale

    return Locale.parse(identifier)


@functools.cache
def _nearest(name: str) -> Locale:
    """Return CLDR's data for a name, or for its language where CLDR has no data for the whole."""
    from babel import UnknownLocaleError  # noqa: PLC0415  see `_babel`

    for identifier in (tag(name).replace("-", "_"), language(name)):
        try:
            return _babel(identifier)
        except (UnknownLocaleError, ValueError):
            continue
    return _babel("en")
