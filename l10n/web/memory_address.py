"""Owns where a shared memory is, as its user says outside of all projects, and which projects she lets into it.

A project's configuration could be anyone's: it names itself and the memories it would read, and no more. Where texts
are sent, and whose memory a project may write and read, is said in the environment or in the user's own file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from l10n.errors import ConfigError
from l10n.web.userfile import user_file, user_memory

__all__ = ["NAMES", "URL", "MemoryAddress", "memory_address", "memory_url"]

URL = "L10N_MEMORY"
"""The variable that holds the address."""
NAMES = "L10N_MEMORY_NAMES"
"""The variable that holds the names of projects, with spaces or commas between them."""
_SCHEMES = ("postgresql://", "postgres://")
_ALL = "*"


@dataclass(frozen=True, slots=True, repr=False)
class MemoryAddress:
    """A shared memory and a project in it; it never shows its address, which may hold a password."""

    url: str
    name: str
    """By what the project is known there."""
    also: tuple[str, ...] = ()
    """Other projects whose memories it reads."""

    def __repr__(self) -> str:
        return f"MemoryAddress({self.name!r})"


def memory_url() -> str:
    """Return the address of the user's shared memory, empty where she has none; raises `ConfigError`."""
    url = os.environ.get(URL, "").strip() or str(user_memory().get("url", "")).strip()
    if url and not url.startswith(_SCHEMES):
        raise ConfigError(
            "the address of the shared memory is none of PostgreSQL",
            remedy=f"Write postgresql://USER@HOST/DATABASE in {URL}, or in `url` of [memory] in {user_file()}.",
        )
    return url


def memory_address(name: str, also: tuple[str, ...]) -> MemoryAddress | None:
    """Return the shared memory for a project of this name that reads others also; None where there is none.

    Raises `ConfigError` where the user has one and has not let all these names into it.
    """
    url = memory_url()
    if not url:
        return None
    if not name:
        raise ConfigError(
            "there is a shared memory, and the project has no name in it",
            remedy='Set `memory-name = "…"` in [tool.l10n] of pyproject.toml, a name that no other project has.',
        )
    said = os.environ.get(NAMES)
    allowed = set(said.replace(",", " ").split()) if said is not None else set(user_memory().get("names", ()))
    refused = [one for one in (name, *also) if one not in allowed]
    if refused and _ALL not in allowed:
        every = " ".join(sorted(allowed | {name, *also}))
        listed = ", ".join(f'"{one}"' for one in every.split())
        raise ConfigError(
            f"the project would use the shared memory of {', '.join(refused)}, and only you can allow that",
            remedy=f'If you want it, set {NAMES}="{every}" in your environment, or `names = [{listed}]` of [memory] in '
            f"{user_file()}.",
        )
    return MemoryAddress(url, name, also)
