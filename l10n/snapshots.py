"""Owns telling whether files have changed since they were last looked at, without opening any of them.

A file is taken for unchanged while its size, its times and its number on the disk are. That fails where a file is
written again within one tick of the file system's clock, with as many bytes: Git calls such a file "racily clean". So a
look is trusted only where everything had been standing still for a moment when it was taken (`Snapshot.settled`).
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["Look", "Snapshot", "is_link", "look", "seen_at", "snapshot"]

_TICK = 100_000_000
"""Nanoseconds that are longer than a tick of any file system which counts parts of a second."""
_COARSE = 2_100_000_000
"""And of one that counts whole seconds, or pairs of them as FAT does."""
_SECOND = 1_000_000_000
_MANY = 10_000
"""Lines that are digested at once."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one file, folder or link looked like at one moment."""

    shown: str
    """The same for the same file with the same contents."""
    changed: int
    """When it changed last, in nanoseconds since 1970."""
    plain: bool
    """It is a regular file: what a symbolic link leads to may change unseen."""

    def settled(self, now: int) -> bool:
        """Tell whether it had stood still for a moment at a time, in nanoseconds since 1970."""
        return self.plain and _settled(self.changed, now)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What files and folders looked like at one moment; equal ones show the same files with the same contents."""

    digest: str
    latest: int
    """When something in it changed last, in nanoseconds since 1970; 0 where nothing is there."""
    plain: bool = True
    """It is all files and folders: what a symbolic link leads to may change unseen."""

    def settled(self, now: int) -> bool:
        """Tell whether all of it had stood still for a moment at a time, in nanoseconds since 1970."""
        return self.plain and _settled(self.latest, now)


def look(path: str) -> Look | None:
    """Look at one file; None where there is none."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        return Look("", 0, plain=False)
    return Look(_shown(found), _changed(found), plain=stat.S_ISREG(found.st_mode))


def is_link(path: str) -> bool:
    """Tell whether what is there leads elsewhere, or cannot be looked at."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0))


def snapshot(paths: Iterable[str | os.PathLike[str]], *, places: Collection[str] = ()) -> Snapshot:
    """Look at files, and at all there is in folders; what is not there or cannot be looked at counts as well.

    Of `places` counts where they lie, as that of the files does: a link above them may lead elsewhere by now.
    """
    named = sorted({os.fspath(path) for path in paths})
    return _taken(named, [f"{path}\0{os.path.realpath(path)}\n" for path in sorted({*named, *places})])


def seen_at(paths: Iterable[str]) -> Snapshot:
    """Do what `snapshot` does, wherever links above the files may lead; in the order in which they are named."""
    return _taken(paths, [])


def _taken(paths: Iterable[str], lines: list[str]) -> Snapshot:
    digest = blake2b(digest_size=16)
    latest, plain = 0, True
    waiting = list(paths)[::-1]
    while waiting:
        path = waiting.pop()
        try:
            found = os.lstat(path)
        except (OSError, ValueError) as err:
            lines.append(f"{path}\0none {getattr(err, 'errno', None)}\n")
            continue
        lines.append(f"{path}\0{_shown(found)}\n")
        latest = max(latest, _changed(found))
        kind = stat.S_IFMT(found.st_mode)
        if kind == stat.S_IFDIR:
            waiting += _inside(path)
            if len(lines) > _MANY:
                digest.update(_bytes(lines))
                lines.clear()
        elif kind != stat.S_IFREG:
            plain = False
    digest.update(_bytes(lines))
    return Snapshot(digest.hexdigest(), latest, plain=plain)


def _settled(changed: int, now: int) -> bool:
    """Tell whether what changed last had stood still then for longer than a file system can fail to show.

    So it is False, too, where the clock was set back since.
    """
    return changed + (_COARSE if changed % _SECOND == 0 else _TICK) <= now


def _changed(found: os.stat_result) -> int:
    """Return when a file changed: on POSIX the system alone sets `st_ctime`, which elsewhere is when it was made."""
    return found.st_ctime_ns if os.name == "posix" else max(found.st_mtime_ns, found.st_ctime_ns)


def _inside(folder: str) -> list[str]:
    """Return what is in a folder, the last first."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  half the time
    except OSError:
        # Its own line says that it is there; with other rights its times are others.
        return []
    names.sort(reverse=True)
    return [f"{folder}{os.sep}{name}" for name in names]


def _shown(found: os.stat_result) -> str:
    return f"{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_dev}"


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("utf-8", "surrogatepass")
