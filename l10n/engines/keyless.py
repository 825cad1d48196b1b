"""Owns the engines that anybody can add without a key or a server, and which languages they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import locales
from l10n.engines.apertium_codes import CODES
from l10n.engines.services import code
from l10n.errors import EngineMissingError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KEYLESS", "keyless"]


def _apertium(source: str, target: str) -> bool:
    return locales.language(source) == "en" and locales.language(target) in CODES


def _google(source: str, target: str) -> bool:
    try:
        return bool(code("google", source) and code("google", target))
    except EngineMissingError:
        return False


KEYLESS: dict[str, Callable[[str, str], bool]] = {"apertium": _apertium, "google": _google}
"""Engine → whether it has a pair of languages (gettext names); those that keep the text on this machine come first."""


def keyless(source: str, target: str) -> list[str]:
    """Return the engines that have a pair of languages, those that keep the text on this machine first."""
    return [name for name, has in KEYLESS.items() if has(source, target)]
