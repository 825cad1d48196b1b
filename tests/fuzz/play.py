"""Owns one run: a fresh project, garbage for one reader by a seed, a command or two, and what went wrong."""

from __future__ import annotations

import contextlib
import random
import shutil
from typing import TYPE_CHECKING

from tests.fuzz.newsroom import Newsroom, faults
from tests.fuzz.readers import READERS, liar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HUNG = 120
"""Seconds after which a run hangs; it takes one."""


@contextlib.contextmanager
def prepared(top: Path) -> Iterator[Newsroom]:
    """Make the project that every run begins with, and a server that lies."""
    room = Newsroom(top)
    room.begin()
    with liar() as url:
        room.env["LIAR"] = url
        yield room


def played(first: Newsroom, name: str, seed: int, top: Path) -> list[str]:
    """Feed a reader in a copy of a project; return what must not be, each with its command."""
    rng, reader = random.Random(f"{name} {seed}"), READERS[name]  # noqa: S311  garbage, no secret
    shutil.rmtree(top, ignore_errors=True)
    room = first.copy(top)
    room.env.update(first.env)
    reader.feed(room, rng)
    commands = (reader.commands[0], rng.choice(reader.commands[1:] or reader.commands))
    return [
        f"{' '.join(command)}: {fault}" for command in commands for fault in faults(room, command, whole=reader.whole)
    ]
