"""Owns what the services behind deep-translator differ in: addresses, limits, language codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from l10n.errors import EngineMissingError
from l10n.text.identity import scripts
from l10n.web.http import check_url

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SERVICES", "Service", "address", "code", "plain_name"]


@dataclass(frozen=True, slots=True)
class Service:
    """What differs between the services."""

    module: str
    kind: str
    url: str
    fits: Callable[[str], bool]
    codes: str = ""
    """Name of the table of language codes in `deep_translator.constants`; empty where `more` has them all."""
    special: dict[str, str] = field(default_factory=dict)
    """Gettext name to the service's code, where it is neither the name nor its language."""
    more: frozenset[str] = frozenset()
    """Languages the service has and the table lacks."""


_CHINESE = {"zh": "zh-CN", "zh_hans": "zh-CN", "zh_sg": "zh-CN", "zh_hant": "zh-TW", "zh_hk": "zh-TW", "zh_mo": "zh-TW"}
_MORE_LIBRE = "bg bn ca cs da el eo et fa fi he hu lt lv ms nb nl pt-BR ro sk sl sq sv th tl uk ur zt"
_MICROSOFT = (
    "af am ar as az ba be bg bn bo brx bs ca cs cy da de dv el en es et eu fa fi fil fj fo fr fr-CA ga gl gu ha he hi "
    "hr hsb ht hu hy id ig ikt is it iu ja ka kk km kmr kn ko ku ky ln lo lt lug lv mg mi mk ml mn-Cyrl mr ms mt my "
    "nb ne nl nso ny or otq pa pl prs ps pt pt-PT ro ru run rw sd si sk sl sm sn so sq sr-Cyrl sr-Latn st sv sw ta te "
    "th ti tk tn to tr tt ty ug uk ur uz vi xh yo yua yue zh-Hans zh-Hant zu"
)
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
        {
            "zh_cn": "zh",
            "zh_tw": "zt",
            **{code: name.replace("zh-CN", "zh").replace("zh-TW", "zt") for code, name in _CHINESE.items()},
        },
        frozenset(_MORE_LIBRE.split()),
    ),
    "microsoft": Service(
        "microsoft",
        "MicrosoftTranslator",
        "https://api.cognitive.microsofttranslator.com/translate",
        lambda text: len(text) < 5000,  # noqa: PLR2004  well under the service's 50,000
        special={
            **{code: name.replace("CN", "Hans").replace("TW", "Hant") for code, name in _CHINESE.items()},
            "zh_cn": "zh-Hans",
            "zh_tw": "zh-Hant",
            "pt_br": "pt",
            "pt": "pt-PT",
            "fr_ca": "fr-CA",
            "no": "nb",
            "nn": "nb",
            "sr": "sr-Cyrl",
            "sr@latin": "sr-Latn",
            "tl": "fil",
            "mn": "mn-Cyrl",
        },
        more=frozenset(_MICROSOFT.split()),
    ),
}


@cache
def _codes(name: str) -> frozenset[str]:
    """Return the codes a service knows; loads deep-translator."""
    service = SERVICES[name]
    if not service.codes:
        return service.more
    try:
        table = getattr(import_module("deep_translator.constants"), service.codes)
    except ImportError as err:
        raise EngineMissingError(
            f'engine "{name}" needs deep-translator', remedy="Install it: pip install deep-translator."
        ) from err
    return frozenset(table.values()) | service.more


def plain_name(locale: str) -> str:
    """Return a gettext name in lower case as tables of codes have it: a script tells more than the country.

    `zh_Hant_HK` is `zh_hant`, and `sr_Latn_RS` is gettext's `sr@latin`.
    """
    low = locale.replace("-", "_").lower()
    language, *rest = low.partition("@")[0].split("_")
    if "@" in low or not rest or len(rest[0]) != _SCRIPT:
        return low
    if rest[0] != "latn":
        return f"{language}_{rest[0]}"
    return "_".join([language, *rest[1:]]) if "latin" in scripts.expected(language) else f"{language}@latin"


_SCRIPT = 4
"""Letters of a script's code."""


def code(name: str, locale: str) -> str:
    """Return a service's code of a gettext locale; empty when it has none."""
    service, known = SERVICES[name], _codes(name)
    low = plain_name(locale)
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
