"""Owns the keys of services: where they come from, and the places they may be sent to.

A project's configuration can name an address and an environment variable; anyone can write one. So a key goes only
where a grant lets it: a service's own key to that service, every other as its user says outside of all projects, in
the environment or in a file of her own. This machine is no exception: another user of it may listen there.
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from l10n.errors import ConfigError
from l10n.web.userfile import place, user_file, user_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["HOSTS", "LOOPBACK", "Secret", "home", "key", "user"]

HOSTS: dict[str, str] = {
    "deepl": "api.deepl.com",
    "google": "translate.google.com",
    "libre": "libretranslate.com",
    "microsoft": "api.cognitive.microsofttranslator.com",
    "mymemory": "api.mymemory.translated.net",
    "openai": "api.openai.com",
}
"""The host of a service when no other is set; what is not here has none of its own."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

_FREE = "api-free.deepl.com"
_OWN: dict[str, frozenset[str]] = {name: frozenset({host}) for name, host in HOSTS.items()} | {
    "deepl": frozenset({HOSTS["deepl"], _FREE})
}
_NOWHERE: frozenset[str] = frozenset()
_DEFAULT: dict[str, str] = {
    "deepl": "DEEPL_API_KEY",
    "microsoft": "MICROSOFT_API_KEY",
    "openai": "OPENAI_API_KEY",
    "wordpress": "L10N_WORDPRESS_PASSWORD",
}
"""The variable that is read where none is named; such a key goes to the service's own host only."""
_NAMES = frozenset({*HOSTS, *_DEFAULT})
_KEY_NAME = re.compile(r"(?:L10N_[A-Z0-9_]+|[A-Z0-9_]+_API_KEY)\Z")
_PORTS = {"http": 80, "https": 443}
_TELLING = 8
"""A key of fewer characters may stand in a text by chance."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A key that never shows itself."""

    value: str = ""
    variable: str = ""
    """Where there is none: the variable that could have held it."""

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


def _grants(name: str, asked: str, tables: Sequence[Mapping[str, str]]) -> Iterator[_Grant]:
    """Yield what may go where: as the user's tables say, then what no table of hers speaks of.

    A variable that a table binds goes nowhere else. `VARIABLE_HOST` in the environment is hers as well.
    """
    own, usual = _OWN.get(name, _NOWHERE), _DEFAULT.get(name, "")
    bound = [table.get("variable", usual) for table in tables]
    for table, variable in zip(tables, bound, strict=True):
        places = frozenset({table["host"]}) if table.get("host") else own
        said = os.environ.get(variable, "") if variable and asked in {"", variable} else ""
        yield _Grant(Secret(said or table.get("value", "")), places | _by_environment(variable))
    variable = asked or usual
    if variable and variable not in bound:
        service = variable == f"{name.upper()}_API_KEY" or variable.startswith(f"L10N_{name.upper()}_")
        yield _Grant(Secret(os.environ.get(variable, "")), (own if service else _NOWHERE) | _by_environment(variable))


def _by_environment(variable: str) -> frozenset[str]:
    written = os.environ.get(f"{variable}_HOST", "") if variable else ""
    return frozenset({place(written, f"{variable}_HOST")}) if written else _NOWHERE


def _place(parts: SplitResult) -> str:
    """Return a place as the user writes it: without the port where it is the scheme's own."""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    usual = _PORTS.get(parts.scheme)
    return host if (parts.port or usual) == usual else f"{host}:{parts.port}"


def key(name: str, asked: str, url: str) -> Secret:
    """Return a service's key for an address, empty when there is none.

    `asked` is the variable that the project's configuration names, or empty. Raises `ConfigError` where sending the key
    there is not the user's own decision; where no key was asked for, a server of another's is used without one.
    """
    tables = user_tables(name, _NAMES)
    variables = [table["variable"] for table in tables if table.get("variable")]
    if asked and not _KEY_NAME.match(asked) and asked not in variables:
        raise ConfigError(
            f"{name}: {asked!r} is not the name of a key", remedy="Name the variable L10N_… or …_API_KEY."
        )
    parts = urlsplit(url)
    there = _place(parts)
    places = {there, f"{there}:{_PORTS.get(parts.scheme)}"}
    held = [grant for grant in _grants(name, asked, tables) if grant.secret]
    variable = asked or next(iter(variables), _DEFAULT.get(name, ""))
    nothing = Secret(variable="" if held else variable)
    secret = next((grant.secret for grant in held if grant.places & places), nothing)
    if held and not secret and (asked or there in _OWN.get(name, _NOWHERE)):
        raise ConfigError(
            f"the key of {name} would be sent to {there}, and only you can allow that, outside of the project",
            remedy=_lines(name, variable, there, several=len(tables) != 1),
        )
    if secret and parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ConfigError(f"the key of {name} would be sent unencrypted", remedy="Write https in its url.")
    return secret


def _lines(name: str, variable: str, there: str, *, several: bool) -> str:
    """Return the lines with which a user allows a key to go to a place."""
    other = "" if several else f" (and make the [key.{name}] that is there [[key.{name}]])"
    named = f'variable = "{variable}"\n' if variable else ""
    or_else = f"\n\nor set this in your environment, as in CI: {variable}_HOST={there}" if variable else ""
    return (
        f'If you want it, add these lines to {user_file()}{other}:\n\n[[key.{name}]]\n{named}host = "{there}"{or_else}'
    )


def user(name: str) -> str:
    """Return the name by which a service knows its user, as she says it in her environment; empty without one."""
    return os.environ.get(f"L10N_{name.upper()}_USER", "")


def home(name: str, asked: str = "") -> str:
    """Return the host of a service where no address is set; DeepL's free keys, which end in `:fx`, have their own."""
    if name == "deepl":
        with contextlib.suppress(ConfigError):  # raised again where the key is about to be used
            if key(name, asked, f"https://{_FREE}/").value.endswith(":fx"):
                return _FREE
    return HOSTS.get(name, "")
