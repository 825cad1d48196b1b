"""Owns what the online services differ in: addresses, limits, language codes, and where their keys may go."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from l10n.engines.http import check_url, is_local
from l10n.errors import ConfigError, EngineMissingError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SERVICES", "Service", "address", "code", "key"]


@dataclass(frozen=True, slots=True)
class Service:
    """What differs between the services."""

    module: str
    kind: str
    url: str
    fits: Callable[[str], bool]
    codes: str
    """Name of the table of language codes in `deep_translator.constants`."""
    special: dict[str, str] = field(default_factory=dict)
    """Gettext name to the service's code, where it is neither the name nor its language."""
    more: frozenset[str] = frozenset()
    """Languages the service has and the table lacks."""


_CHINESE = {"zh": "zh-CN", "zh_hans": "zh-CN", "zh_sg": "zh-CN", "zh_hant": "zh-TW", "zh_hk": "zh-TW", "zh_mo": "zh-TW"}
_MORE_LIBRE = "bg bn ca cs da el eo et fa fi he hu lt lv ms nb nl pt-BR ro sk sl sq sv th tl uk ur zt"
SERVICES: dict[str, Service] = {
    "google": Service(
        "google",
        "GoogleTranslator",
        "https://translate.google.com/m",
        lambda text: len(text) < 5000,  # noqa: PLR2004  deep-translator's own limit
        "GOOGLE_LANGUAGES_TO_CODES",
        {**_CHINESE, "he": "iw", "jv": "jw", "nb": "no", "nn": "no", "fil": "tl"},
    ),
    "mymemory": Service(
        "mymemory",
        "MyMemoryTranslator",
        "https://api.mymemory.translated.net/get",
        lambda text: len(text.encode()) < 500,  # noqa: PLR2004  the service counts bytes
        "MY_MEMORY_LANGUAGES_TO_CODES",
        {
            **_CHINESE,
            "ar": "ar-SA",
            "de": "de-DE",
            "en": "en-GB",
            "es": "es-ES",
            "fr": "fr-FR",
            "it": "it-IT",
            "nb": "nb-NO",
            "nl": "nl-NL",
            "pt": "pt-PT",
            "ru": "ru-RU",
            "sr@latin": "sr-Latn-RS",
            "sr": "sr-Cyrl-RS",
        },
    ),
    "libre": Service(
        "libre",
        "LibreTranslator",
        "https://libretranslate.com/",
        lambda text: len(text) < 5000,  # noqa: PLR2004  what public servers allow
        "LIBRE_LANGUAGES_TO_CODES",
        {"zh_cn": "zh", "zh_hans": "zh", "zh_tw": "zt", "zh_hant": "zt", "zh_hk": "zt"},
        frozenset(_MORE_LIBRE.split()),
    ),
}
_KEY_NAME = re.compile(r"(?:L10N_[A-Z0-9_]+|[A-Z0-9_]+_API_KEY)\Z")


@cache
def _codes(name: str) -> frozenset[str]:
    """Return the codes a service knows; loads deep-translator."""
    service = SERVICES[name]
    try:
        table = getattr(import_module("deep_translator.constants"), service.codes)
    except ImportError as err:
        raise EngineMissingError(
            f'engine "{name}" needs deep-translator', remedy="Install it: pip install deep-translator."
        ) from err
    return frozenset(table.values()) | service.more


def code(name: str, locale: str) -> str:
    """Return a service's code of a gettext locale; empty when it has none."""
    service, known = SERVICES[name], _codes(name)
    low = locale.replace("-", "_").lower()
    language, _, region = low.partition("@")[0].partition("_")
    if low in service.special:
        return service.special[low]
    if "@" in low:
        return ""
    exact = f"{language}-{region.upper()}"
    if exact in known:
        return exact
    if language in service.special:
        return service.special[language]
    if language in known:
        return language
    return min((other for other in known if other.startswith(f"{language}-")), default="")


def address(url: str, default: str) -> str:
    """Return where to send requests; a server without a path gets the path of the protocol."""
    if not url:
        return default
    parts = urlsplit(check_url(url))
    return url if parts.path.strip("/") else f"{parts.scheme}://{parts.netloc}{urlsplit(default).path}"


def key(name: str, variable: str, url: str) -> str:
    """Return the service's key; raises `ConfigError` where sending it there is not the user's own decision.

    A project's configuration can name a variable and an address, so neither decides alone: the variable is named like
    a key, and a host other than the service's own stands in `<variable>_HOST`, which only the user sets.
    """
    if not variable:
        return ""
    if not _KEY_NAME.match(variable):
        raise ConfigError(
            f'engine "{name}": {variable} is not the name of a key', remedy="Name the variable L10N_… or …_API_KEY."
        )
    secret = os.environ.get(variable, "")
    parts = urlsplit(url)
    own = parts.hostname == urlsplit(SERVICES[name].url).hostname
    local = is_local(parts.hostname)
    if secret and not (own or local or os.environ.get(f"{variable}_HOST") == parts.hostname):
        raise ConfigError(
            f'engine "{name}": its key would be sent to {parts.hostname}',
            remedy=f"Set {variable}_HOST={parts.hostname} in your environment if that is what you want.",
        )
    if secret and parts.scheme != "https" and not local:
        raise ConfigError(f'engine "{name}": its key would be sent unencrypted', remedy="Write https in its url.")
    return secret
