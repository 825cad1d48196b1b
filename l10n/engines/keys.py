"""Owns the keys of services: where they come from, and the places they may be sent to.

A project's configuration can name an address and an environment variable; anyone can write one. So a key goes only
where a grant lets it: a service's own key to that service, every other as its user says outside of all projects, in
the environment or in a file of her own. This machine is no exception: another user of it may listen there.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from l10n import disk
from l10n.config import has_table
from l10n.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
_NOWHERE: frozenset[str] = frozenset()
_DEFAULT: dict[str, str] = {"deepl": "DEEPL_API_KEY", "microsoft": "MICROSOFT_API_KEY", "openai": "OPENAI_API_KEY"}
"""The variable that is read where none is named; such a key goes to the service's own host only."""
_KEY_NAME = re.compile(r"(?:L10N_[A-Z0-9_]+|[A-Z0-9_]+_API_KEY)\Z")
_PORTS = {"http": 80, "https": 443}
_MOST = 1 << 20
"""Bytes of the user's file."""
_TELLING = 8
"""A key of fewer characters may stand in a text by chance."""

_Table = dict[str, str]


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
        return len(self.value) >= _TELLING and self.value.casefold() in text.casefold()


@dataclass(frozen=True, slots=True)
class _Grant:
    """That a key may be sent to these places."""

    secret: Secret
    places: frozenset[str]
    """`host:port`, or `host` for the port of the address's scheme; an IPv6 host stands in brackets."""


def user_file() -> Path:
    """Return where the user's own configuration is: `l10n/config.toml` in the platform's folder for configurations.

    A folder that is no absolute path is no user's (XDG Base Directory Specification): it would lie in the project.
    """
    usual = "~/.config"
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA", "")
    elif sys.platform == "darwin":
        folder = usual = "~/Library/Application Support"
    else:
        folder = os.environ.get("XDG_CONFIG_HOME", "")
    chosen = folder if os.path.isabs(folder) else usual  # noqa: PTH117  a Path would take an empty text for a folder
    return Path(os.path.expanduser(chosen)) / "l10n" / "config.toml"  # noqa: PTH111  a user without a home is no error


def _user(name: str) -> list[_Table]:
    """Return the user's tables `[[key.NAME]]`, or her one `[key.NAME]`.

    Raises `ConfigError` where her file cannot be used.
    """
    path = user_file()
    if not path.is_absolute():
        return []
    try:
        found: Any = tomllib.loads(disk.read(path, linked=True, most=_MOST).decode()).get("key", {}).get(name, [])
        mode = path.stat().st_mode if os.name == "posix" else 0
    except FileNotFoundError:
        return []
    except (OSError, ValueError, AttributeError, RecursionError):
        raise ConfigError("cannot be read as TOML", path=str(path), remedy="Mend it, or delete it.") from None
    tables: list[Any] = found if isinstance(found, list) else [found]
    known = {"variable", "host", "value"}
    for table in tables:
        if not isinstance(table, dict) or set(table) - known or not all(isinstance(one, str) for one in table.values()):
            raise ConfigError(
                f"[key.{name}] is not understood",
                path=str(path),
                remedy="Write `variable`, `host` or `value`, as texts.",
            )
    if any(table.get("value") for table in tables) and mode & 0o077:
        raise ConfigError("holds a key and can be read by others", path=str(path), remedy=f"Run: chmod 600 {path}")
    if tables and mode & 0o002:
        raise ConfigError("can be written by others", path=str(path), remedy=f"Run: chmod o-w {path}")
    if tables and any(_is_project(folder) for folder in path.parents):
        raise ConfigError(
            "lies in a project, which cannot say where your keys go",
            path=str(path),
            remedy="Say it in your environment, and delete the file.",
        )
    return tables


def _is_project(folder: Path) -> bool:
    file = folder / "pyproject.toml"
    with contextlib.suppress(OSError, ValueError):
        return has_table(disk.read(file, linked=True, most=_MOST).decode())
    return False


def _grants(name: str, asked: str, tables: Sequence[Mapping[str, str]]) -> Iterator[_Grant]:
    """Yield what may go where: as the user's tables say, then what no table of hers speaks of.

    A variable that a table binds goes nowhere else. `VARIABLE_HOST` in the environment is hers as well.
    """
    own, usual = _OWN.get(name, _NOWHERE), _DEFAULT.get(name, "")
    bound = [table.get("variable", usual) for table in tables]
    for table, variable in zip(tables, bound, strict=True):
        places = frozenset({table["host"].lower()}) if table.get("host") else own
        said = os.environ.get(variable, "") if variable and asked in {"", variable} else ""
        yield _Grant(Secret(said or table.get("value", "")), places | _by_environment(variable))
    variable = asked or usual
    if variable and variable not in bound:
        service = variable == f"{name.upper()}_API_KEY" or variable.startswith(f"L10N_{name.upper()}_")
        yield _Grant(Secret(os.environ.get(variable, "")), (own if service else _NOWHERE) | _by_environment(variable))


def _by_environment(variable: str) -> frozenset[str]:
    place = os.environ.get(f"{variable}_HOST", "") if variable else ""
    return frozenset({place.lower()}) if place else _NOWHERE


def _place(parts: SplitResult) -> str:
    """Return a place as the user writes it: without the port where it is the scheme's own."""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    usual = _PORTS.get(parts.scheme)
    return host if (parts.port or usual) == usual else f"{host}:{parts.port}"


def key(name: str, asked: str, url: str) -> Secret:
    """Return an engine's key for an address, empty when there is none.

    `asked` is the variable that the project's configuration names, or empty. Raises `ConfigError` where sending the key
    there is not the user's own decision; where no key was asked for, a server of another's is used without one.
    """
    tables = _user(name)
    variables = [table["variable"] for table in tables if table.get("variable")]
    if asked and not _KEY_NAME.match(asked) and asked not in variables:
        raise ConfigError(
            f'engine "{name}": {asked!r} is not the name of a key', remedy="Name the variable L10N_… or …_API_KEY."
        )
    parts = urlsplit(url)
    place = _place(parts)
    places = {place, f"{place}:{_PORTS.get(parts.scheme)}"}
    held = [grant for grant in _grants(name, asked, tables) if grant.secret]
    secret = next((grant.secret for grant in held if grant.places & places), Secret())
    if held and not secret and (asked or place in _OWN.get(name, _NOWHERE)):
        variable = asked or next(iter(variables), _DEFAULT.get(name, ""))
        raise ConfigError(
            f'engine "{name}": its key would be sent to {place}, and only you can allow that, outside of the project',
            remedy=_lines(name, variable, place, several=len(tables) != 1),
        )
    if secret and parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ConfigError(f'engine "{name}": its key would be sent unencrypted', remedy="Write https in its url.")
    return secret


def _lines(name: str, variable: str, place: str, *, several: bool) -> str:
    """Return the lines with which a user allows a key to go to a place."""
    other = "" if several else f" (and make the [key.{name}] that is there [[key.{name}]])"
    named = f'variable = "{variable}"\n' if variable else ""
    or_else = f"\n\nor set this in your environment, as in CI: {variable}_HOST={place}" if variable else ""
    return (
        f'If you want it, add these lines to {user_file()}{other}:\n\n[[key.{name}]]\n{named}host = "{place}"{or_else}'
    )


def home(name: str, asked: str = "") -> str:
    """Return the host of a service where no address is set; DeepL's free keys, which end in `:fx`, have their own."""
    if name == "deepl":
        with contextlib.suppress(ConfigError):  # raised again where the key is about to be used
            if key(name, asked, f"https://{_FREE}/").value.endswith(":fx"):
                return _FREE
    return HOSTS.get(name, "")
