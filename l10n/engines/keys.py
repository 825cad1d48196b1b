"""Owns the keys of services: where they come from, and the hosts they may be sent to.

A project's configuration can name an address and an environment variable; anyone can write one. So neither decides
alone where a key goes: only the user does, in the environment or in a file of her own outside of every project.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from l10n import disk
from l10n.errors import ConfigError

__all__ = ["HOSTS", "LOOPBACK", "Secret", "home", "key", "user_file"]

HOSTS: dict[str, str] = {
    "deepl": "api.deepl.com",
    "google": "translate.google.com",
    "libre": "libretranslate.com",
    "microsoft": "api.cognitive.microsofttranslator.com",
    "mymemory": "api.mymemory.translated.net",
    "openai": "api.openai.com",
}
"""The host an engine sends texts to when no other is set; the others send nothing."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

_FREE = "api-free.deepl.com"
_OWN: dict[str, frozenset[str]] = {name: frozenset({host}) for name, host in HOSTS.items()} | {
    "deepl": frozenset({HOSTS["deepl"], _FREE})
}
_DEFAULT: dict[str, str] = {"deepl": "DEEPL_API_KEY", "microsoft": "MICROSOFT_API_KEY", "openai": "OPENAI_API_KEY"}
"""The variable that is read where none is named; such a key goes to the service's own host only."""
_KEY_NAME = re.compile(r"(?:L10N_[A-Z0-9_]+|[A-Z0-9_]+_API_KEY)\Z")
_MOST = 1 << 20
"""Bytes of the user's file."""
_TELLING = 8
"""A key of fewer characters may stand in a text by chance."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A key that never shows itself."""

    value: str = ""

    def __bool__(self) -> bool:
        return bool(self.value)

    def __repr__(self) -> str:
        return "Secret(…)" if self.value else "Secret()"

    __str__ = __repr__

    def stands_in(self, text: str) -> bool:
        """Tell whether a text gives the key away."""
        return len(self.value) >= _TELLING and self.value in text


def user_file() -> Path:
    """Return where the user's own configuration is: `l10n/config.toml` in the platform's folder for configurations."""
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA", "")
    elif sys.platform == "darwin":
        folder = "~/Library/Application Support"
    else:
        folder = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(folder or "~/.config").expanduser() / "l10n" / "config.toml"


def _user(name: str) -> dict[str, str]:
    """Return the user's table `[key.NAME]`; raises `ConfigError` where her file cannot be used."""
    path = user_file()
    try:
        table: Any = tomllib.loads(disk.read(path, linked=True, most=_MOST).decode()).get("key", {}).get(name, {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as err:
        raise ConfigError("cannot be read as TOML", path=str(path), remedy="Mend it, or delete it.") from err
    known = {"variable", "host", "value"}
    if not isinstance(table, dict) or set(table) - known or not all(isinstance(value, str) for value in table.values()):
        raise ConfigError(
            f"[key.{name}] is not understood", path=str(path), remedy="Write `variable`, `host` or `value`, as texts."
        )
    if table.get("value") and os.name == "posix" and path.stat().st_mode & 0o077:
        raise ConfigError("holds a key and can be read by others", path=str(path), remedy=f"Run: chmod 600 {path}")
    return table


def _variable(name: str, asked: str, user: dict[str, str]) -> str:
    if asked and not _KEY_NAME.match(asked) and asked != user.get("variable"):
        raise ConfigError(
            f'engine "{name}": {asked} is not the name of a key', remedy="Name the variable L10N_… or …_API_KEY."
        )
    return asked or user.get("variable", "") or _DEFAULT.get(name, "")


def _trusted(name: str, variable: str, host: str, user: dict[str, str], *, asked: bool) -> bool:
    """Tell whether the user, not the project, has decided that this key may go to this host."""
    if os.environ.get(f"{variable}_HOST") == host:
        return True
    hers = bool(user) and variable == user.get("variable", _DEFAULT.get(name, ""))
    if hers and user.get("host"):
        return host == user["host"]
    named = variable == f"{name.upper()}_API_KEY" or variable.startswith(f"L10N_{name.upper()}_")
    return (hers or named) and (host in _OWN.get(name, frozenset()) or (asked and host in LOOPBACK))


def key(name: str, asked: str, url: str) -> Secret:
    """Return an engine's key for an address, empty when there is none.

    `asked` is the variable that the project's configuration names, or empty. Raises `ConfigError` where sending the key
    there is not the user's own decision.
    """
    user = _user(name)
    variable = _variable(name, asked, user)
    if not variable and not user:
        return Secret()
    secret = Secret((os.environ.get(variable, "") if variable else "") or user.get("value", ""))
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not secret:
        return secret
    if not _trusted(name, variable, host, user, asked=bool(asked)):
        if not asked and host not in _OWN.get(name, frozenset()):
            return Secret()
        raise ConfigError(
            f'engine "{name}": its key would be sent to {host}',
            remedy=f"Set {variable}_HOST={host} in your environment if that is what you want.",
        )
    if parts.scheme != "https" and host not in LOOPBACK:
        raise ConfigError(f'engine "{name}": its key would be sent unencrypted', remedy="Write https in its url.")
    return secret


def home(name: str, asked: str = "") -> str:
    """Return the host of a service where no address is set; DeepL's free keys, which end in `:fx`, have their own."""
    if name == "deepl":
        with contextlib.suppress(ConfigError):  # raised again where the key is about to be used
            if key(name, asked, f"https://{_FREE}/").value.endswith(":fx"):
                return _FREE
    return HOSTS.get(name, "")
