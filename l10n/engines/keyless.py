"""Owns the engines that anybody can add without a key or a server, and which languages they have."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from l10n import locales
from l10n.engines import models
from l10n.engines.apertium_codes import CODES
from l10n.engines.services import code
from l10n.errors import EngineError, EngineMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Keyless", "keyless"]


@dataclass(frozen=True, slots=True)
class Keyless:
    """An engine that has a pair of languages, or may have it."""

    name: str
    command: str = ""
    """What to run first; only that tells whether the engine has the pair. Empty where it has it."""


def keyless(source: str, target: str) -> Iterator[Keyless]:
    """Yield the engines for a pair of languages (gettext names), those that keep the text on this machine first."""
    english = locales.language(source) == "en"
    if _model(source, target):
        yield Keyless("firefox")
    elif english:
        yield Keyless("firefox", models.command(target))
    if english and locales.language(target) in CODES:
        yield Keyless("apertium")
    if _google(source, target):
        yield Keyless("google")


def _model(source: str, target: str) -> bool:
    try:
        return find_spec("fxtranslate") is not None and models.find(source, target) is not None
    except EngineError:
        return False


def _google(source: str, target: str) -> bool:
    try:
        return bool(code("google", source) and code("google", target))
    except EngineMissingError:
        return False
