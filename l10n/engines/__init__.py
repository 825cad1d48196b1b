"""Owns the table of drafting engines; an engine's module and its libraries are imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from l10n.engines.settings import EngineSettings
from l10n.errors import ConfigError
from l10n.web.keys import HOSTS, LOOPBACK, home

if TYPE_CHECKING:
    from l10n.protocols import Engine

__all__ = ["HOSTS", "NAMES", "ONLINE", "TABLE", "EngineSettings", "destination", "load"]

TABLE: dict[str, str] = {
    "apertium": "l10n.engines.apertium",
    "apy": "l10n.engines.apy",
    "deepl": "l10n.engines.deepl",
    "firefox": "l10n.engines.firefox",
    "google": "l10n.engines.deep",
    "libre": "l10n.engines.deep",
    "microsoft": "l10n.engines.deep",
    "mymemory": "l10n.engines.deep",
    "openai": "l10n.engines.openai",
    "pseudo": "l10n.engines.pseudo",
}
"""Engine name to the module that makes it; the module has `create(name, settings) -> Engine`."""

NAMES: tuple[str, ...] = tuple(sorted(TABLE))
ONLINE: frozenset[str] = frozenset({*HOSTS, "apy"})
"""Engines that are asked over a network, if only this machine's."""


def _known(name: str) -> str:
    if name not in TABLE:
        raise ConfigError(f'there is no engine "{name}"', remedy=f"Use one of: {', '.join(NAMES)}.")
    return name


def load(name: str, settings: EngineSettings) -> Engine:
    """Make an engine; raises `ConfigError` for an unknown name or settings it cannot use."""
    module = import_module(TABLE[_known(name)])
    return cast("Engine", module.create(name, settings))


def destination(name: str, settings: EngineSettings) -> str:
    """Return the host that texts are sent to, without loading the engine; empty when they stay on this machine."""
    host = home(_known(name), settings.key_variable)
    if settings.url and (host or name == "apy"):
        try:
            host = urlsplit(settings.url).hostname or ""
        except ValueError as err:
            raise ConfigError(
                f'engine "{name}": url is not an address', remedy="Write http://host/ or https://host/."
            ) from err
    return "" if host in LOOPBACK else host
