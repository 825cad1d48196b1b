"""Owns what a process elsewhere has to have in common with this one, before it is given any of its work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import config, disk, program
from l10n.errors import L10nError
from l10n.version import __version__
from l10n.web.memory_address import memory_address

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Likeness", "WorkerPlace", "here", "unlike"]

_NAME = re.compile(r"[A-Za-z0-9._-]+")
"""The name of a library, at the beginning of what is asked of it."""
_MOST = 1 << 24
"""Bytes of a configuration."""
_MICRO = 1000
"""Nanoseconds that systems tell apart everywhere."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a process and of the project as it sees it makes a difference; it pickles."""

    version: str
    python: str
    code: str
    """The digest of the program's files."""
    libraries: tuple[tuple[str, str], ...]
    """Those that the program asks for, and which version of each there is."""
    configuration: str
    """The digest of the project's file; empty where none can be read."""
    folder: tuple[int, int]
    """By which file and time of change that file is known: a copy on another disk has others."""
    memory: str = ""
    """The digest of which shared memory it has, whoever it is there; empty for none."""
    fault: str = ""
    """Why the project cannot be worked on."""


@dataclass(frozen=True, slots=True)
class WorkerPlace:
    """Where a process sees a project, and what it is called in a shared memory; it pickles."""

    root: str
    name: str
    also: tuple[str, ...]
    """Other projects whose memories it reads."""


def here(place: WorkerPlace) -> Likeness:
    """Look at this process, and at a project where it sees it; whatever is wrong is told in it."""
    root = Path(place.root)
    data, folder, fault, shared = b"", (0, 0), "", ""
    try:
        address = memory_address(place.name, place.also)
        shared = _digest(address.url.rpartition("@")[2]) if address else ""
    except L10nError as err:
        fault = str(err)
    try:
        data = disk.read(root / config.FILE, linked=True, most=_MOST)
        found = (root / config.FILE).stat()
        folder = found.st_ino, found.st_ctime_ns // _MICRO
        fault = fault or ("" if os.access(root, os.W_OK) else f"it may not write in {root}. Let it")
    except OSError as err:
        fault = (
            f"it sees no project at {root} ({err.strerror}). "
            "Mount the project there, or say with `--project-at` where it is"
        )
    known = _digest(data.decode("utf-8", "replace")) if data else ""
    return Likeness(__version__, platform.python_version(), _code(), _libraries(), known, folder, shared, fault)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def unlike(wanted: Likeness, there: Likeness) -> str:
    """Return what differs, for people, with the remedy; empty where nothing does."""
    return next(_differences(wanted, there), "")


def _differences(wanted: Likeness, there: Likeness) -> Iterator[str]:
    own = dict(wanted.libraries)
    others = {name for name, version in there.libraries if own.get(name) != version} | own.keys() - dict(
        there.libraries
    )
    named = ", ".join(f"{name} {dict(there.libraries).get(name, 'none')}" for name in sorted(others))
    yield from (
        told
        for differs, told in (
            (
                there.version != wanted.version,
                f"it has l10n {there.version}, and this is {wanted.version}. Install the same version there",
            ),
            (
                there.python != wanted.python,
                f"it has Python {there.python}, and this is {wanted.python}. Start it with the same",
            ),
            (
                there.code != wanted.code,
                "its program has other code of the same version. Install the same there, and start it anew",
            ),
            (bool(others), f"it has other versions of libraries ({named}). Install the same there as here"),
            (bool(there.fault), there.fault),
            (
                there.configuration != wanted.configuration,
                f"its {config.FILE} says something else. Have it see the same files",
            ),
            (
                there.folder != wanted.folder,
                "it sees a copy of the project, and what it wrote would stay there. Have it see the same files",
            ),
            (
                there.memory != wanted.memory,
                "it has not the same shared memory. Set L10N_MEMORY where it is started as it is here",
            ),
        )
        if differs
    )


@cache
def _code() -> str:
    """Return 32 hex digits by which the same code has the same name on every machine: no times are in it."""
    found = hashlib.blake2b(digest_size=16)
    above = os.path.dirname(program.__file__)  # noqa: PTH120  quick
    for path in sorted(program.files()):
        data = disk.read(Path(path), linked=True)
        found.update(f"{os.path.relpath(path, above).replace(os.sep, '/')} {len(data)} ".encode())
        found.update(data)
    return found.hexdigest()


@cache
def _libraries() -> tuple[tuple[str, str], ...]:
    from importlib import metadata  # noqa: PLC0415  slow

    found: list[tuple[str, str]] = []
    with contextlib.suppress(metadata.PackageNotFoundError):
        for line in metadata.requires("article-l10n") or ():
            name = _NAME.match(line)
            if name and "extra ==" not in line:
                with contextlib.suppress(metadata.PackageNotFoundError):
                    found.append((name[0].lower(), metadata.version(name[0])))
    return tuple(found)
