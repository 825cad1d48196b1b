"""Owns changing a text that lies beside the catalogues, such as a name memory, as safely as these."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from l10n import disk
from l10n.catalog import atomic_write
from l10n.catalog.store import refused
from l10n.errors import CatalogBusyError, CatalogError, StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["read_side_file", "update_side_file"]

_ATTEMPTS = 8


def read_side_file(path: Path, name: str, *, most: int = disk.MOST) -> str | None:
    """Return the text of a file, `name` in messages; None where there is none.

    Raises `StorageError` where the disk refuses, and `UsageError` with the line where it is not UTF-8.
    """
    try:
        data = disk.read(path, most=most)
    except FileNotFoundError:
        return None
    except OSError as err:
        raise refused(err, name, "read") from err
    return _decoded(data, name)


def update_side_file(path: Path, compute: Callable[[str | None], str], *, name: str, most: int = disk.MOST) -> bool:
    """Change a file by a pure function of what it holds (None: no file); return whether it was written.

    `compute` is called again where somebody saved the file meanwhile. The file is at every instant the complete old or
    the complete new one, and never larger than may be read again. Raises what `read_side_file` and `compute` do, and
    `CatalogBusyError` where it kept changing.
    """
    for _ in range(_ATTEMPTS):
        before = read_side_file(path, name, most=most)
        data = compute(before).encode()
        base = None if before is None else before.encode()
        if data == (base or b""):
            return False
        if len(data) > most:
            told = f"the file would be larger than {most >> 20} MB"
            raise StorageError(told, path=name, remedy="Write less into it: nothing was written.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with disk.locked(path.parent):
                done = _put(path, base, data)
        except OSError as err:
            raise refused(err, name, "write") from err
        if done:
            return True
    raise CatalogBusyError("the file kept changing while it was to be written", path=name, remedy="Run again later.")


def _put(path: Path, base: bytes | None, data: bytes) -> bool:
    """Put new bytes in the place of those that were read, under the folder's lock; False where others are there."""
    temp, swap = atomic_write.temp_of(path), atomic_write.swap_of(path)
    temp.unlink(missing_ok=True)
    _recover(path, swap)
    if atomic_write.read_bytes(path) != base:
        return False
    try:
        disk.replace(temp, data)
        if base is None:
            done = atomic_write.create(temp, path)
        else:
            temp.chmod(path.stat().st_mode & 0o7777)
            atomic_write.sync([temp])
            temp.rename(swap)
            done = atomic_write.replace(swap, path, base, data)
        atomic_write.sync([path])
    finally:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
    return done


def _recover(path: Path, swap: Path) -> None:
    """Clear away what a process left that was killed in an exchange; it may be what a person saved in that instant."""
    left = atomic_write.read_bytes(swap)
    if left is None:
        return
    if set(left.splitlines()) <= set((atomic_write.read_bytes(path) or b"").splitlines()):
        swap.unlink()
        return
    kept = path.with_name(f"{path.name}.rej")
    swap.replace(kept)
    message = f"an interrupted command left lines that the file has not; they are in {kept.name}"
    raise CatalogError(message, path=path.name, remedy="Compare the two files, then run again.")


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as err:
        line = err.object.count(b"\n", 0, err.start) + 1
        raise UsageError("not UTF-8", path=name, line=line, remedy="Save the file as UTF-8.") from err
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UsageError("holds a NUL character", path=name, line=line, remedy="Save the file as plain UTF-8.")
    return text
