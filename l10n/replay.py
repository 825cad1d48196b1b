"""Owns repeating what a command said where nothing has changed since: its files are looked at, and none is opened.

A command that wrote nothing and failed at nothing would say the same again as long as all it depends on is the same:
the program, its arguments, its environment, the day, and the files that it could have read. What it said is kept with a
`Snapshot` of those, in the user's cache folder, as a project must not bring what `check` is to say of it. It can be
deleted at any time, and `--no-cache` leaves it aside.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import cache, disk, program
from l10n.snapshots import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.snapshots import Snapshot

__all__ = ["Kept", "Recording", "earlier", "key", "outdated"]

_VERSION = 3
_MOST = 1 << 26
"""Bytes of what a command said, as it is kept."""
_COMMANDS = 200
"""Whose last results are kept, over all projects of a user."""
_now = time.time_ns
_outdated: set[str] = set()
"""The keys of commands whose files have changed since."""
_PASSING = frozenset({"_", "OLDPWD", "PWD", "SHLVL"})
"""Variables that shells set anew for every command."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a command said, and how it ended."""

    said: tuple[tuple[bool, str], ...]
    """Each text in its order, and whether it is an error or a notice."""
    code: int

    def tell(self) -> None:
        """Say it again."""
        for aside, text in self.said:
            (sys.stderr if aside else sys.stdout).write(text)
            if aside:
                sys.stderr.flush()
            else:
                sys.stdout.flush()


class Recording:
    """A command under way, and what its files looked like before it read them."""

    def __init__(self, key: str, root: Path, files: Iterable[Path], places: Iterable[Path] = ()) -> None:
        """Look at the files and folders on which the command depends, before it reads them.

        `places` are the paths by which the project and its articles were named: what they lead to may be another.
        """
        self._key = key
        self._root = root
        self._files = list(dict.fromkeys(map(os.fspath, files)))
        self._places = sorted(set(map(os.fspath, places)))
        self._began = _now()
        self._before = tuple(_looks(self._files, self._places))

    def keep(self, said: Sequence[tuple[bool, str]], code: int) -> None:
        """Keep what the command said, if its files stand as they stood; a cache that cannot be written is none."""
        path = _path(self._key, self._root)
        if path is None or not all(one.settled(self._began) for one in self._before):
            return
        if tuple(_looks(self._files, self._places)) != self._before:
            return
        value = {
            "version": _VERSION,
            "root": os.fspath(self._root),
            "files": self._files,
            "places": self._places,
            "digests": [one.digest for one in self._before],
            "said": [[aside, text] for aside, text in said],
            "code": code,
        }
        try:
            data = json.dumps(value).encode()
            if len(data) > _MOST:
                return
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk.replace(path, data)
            _tidy(path.parent)
        except (OSError, ValueError):
            return


def key(arguments: Sequence[str]) -> str:
    """Return what tells a command apart from others: all it depends on save files."""
    shown = [(stream.isatty(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
    size = os.get_terminal_size(sys.stdout.fileno()) if sys.stdout.isatty() else None
    around = sorted((name, value) for name, value in os.environ.items() if name not in _PASSING)
    day = time.strftime("%Y-%m-%d %z")
    parts = [program.digest(), list(arguments), str(Path.cwd()), shown, size, around, day]
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def earlier(named: str) -> Kept | None:
    """Return what a command of this key said, if all that it depends on stands as it stood then.

    At the first difference nothing more is looked at, and what was kept is removed.
    """
    _outdated.discard(named)
    folder = cache.base()
    if folder is None:
        return None
    try:
        path = _inside(folder, named)
        value = json.loads(disk.read(path, most=_MOST))
        if value["version"] != _VERSION or _path(named, Path(value["root"])) is None:
            return None
        looks = _looks(value["files"], value["places"])
        if not all(one.digest == digest for one, digest in zip(looks, value["digests"], strict=True)):
            path.unlink()
            _outdated.add(named)
            return None
        return Kept(tuple((bool(aside), str(text)) for aside, text in value["said"]), int(value["code"]))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def outdated(named: str) -> bool:
    """Tell whether `earlier` has found that something has changed since the command was run last."""
    return named in _outdated


def _looks(files: Sequence[str], places: Sequence[str]) -> Iterator[Snapshot]:
    """Look at where files and folders lie, then at one after the other."""
    yield snapshot((), places={*files, *places})
    for file in files:
        yield snapshot((file,))


def _inside(folder: Path, named: str) -> Path:
    return folder / "commands" / f"{named}.json"


def _path(named: str, root: Path) -> Path | None:
    """Return where a command's result is kept; None where that would be inside of the project."""
    folder = cache.outside(root)
    return None if folder is None else _inside(folder, named)


def _tidy(folder: Path) -> None:
    """Remove the oldest of too many results."""
    found = list(folder.iterdir())
    if len(found) > _COMMANDS:
        for one in sorted(found, key=lambda path: path.stat().st_mtime_ns)[: len(found) - _COMMANDS]:
            one.unlink(missing_ok=True)
