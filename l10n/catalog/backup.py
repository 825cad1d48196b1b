"""Owns what is written besides `store.update`: backups, rejected parts, mended files, the files of a merge driver."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from l10n import disk
from l10n.catalog import atomic_write
from l10n.catalog.store import refused
from l10n.errors import CatalogBusyError, CatalogError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["free_folder", "load", "mended", "move", "overwrite", "save"]


def free_folder(base: Path, name: str) -> Path:
    """Return `base/name`, or the first of `base/name-2`, `base/name-3` … that does not exist; nothing is made."""
    folder, number = base / name, 1
    while folder.exists():
        number += 1
        folder = base / f"{name}-{number}"
    return folder


def load(path: Path, *, name: str) -> bytes:
    """Read a file; raises `StorageError` where there is none or the disk refuses."""
    with _storage(name, "read"):
        data = atomic_write.read_bytes(path)
    if data is None:
        raise StorageError("there is no such file", path=name, remedy="Name a PO file that exists.")
    return data


def save(path: Path, data: bytes, *, name: str, like: Path) -> None:
    """Write a new file, on disk and read again when this returns, that no more people may read than they may `like`.

    Raises `StorageError`, also where it exists.
    """
    with _storage(name, "write"):
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, like.stat().st_mode & 0o777), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        atomic_write.sync_folder(path.parent)
        same = disk.read(path) == data
    if not same:
        raise StorageError("the disk gives back other bytes than were written", path=name, remedy="Check the disk.")


def move(path: Path, to: Path, *, name: str) -> None:
    """Give a file another place, with whatever anyone saved in it until now; raises `StorageError`."""
    with _storage(name, "move"):
        to.parent.mkdir(parents=True, exist_ok=True)
        path.rename(to)
        atomic_write.sync_folder(to.parent)
        atomic_write.sync_folder(path.parent)


def overwrite(path: Path, data: bytes, *, name: str) -> None:
    """Replace a file that is nobody else's, whole or not at all; raises `StorageError`."""
    temp = path.with_name(f"{path.name}.l10n-tmp")
    with _storage(name, "write"):
        temp.unlink(missing_ok=True)
    save(temp, data, name=name, like=path)
    with _storage(name, "write"):
        temp.chmod(path.stat().st_mode & 0o7777)
        temp.replace(path)


def mended(path: Path, base: bytes, data: bytes, *, name: str) -> None:
    """Put a readable catalogue in the place of a broken one that holds `base`.

    Raises `CatalogBusyError` where somebody saved the file meanwhile, `StorageError` where the disk refuses.
    """
    swap = path.with_name(f".{path.name}.l10n-swap")
    with _storage(name, "write"), disk.locked(path.parent):
        if swap.exists():
            raise CatalogError(
                f"an interrupted command left {swap.name} beside it, which may hold somebody's work",
                path=name,
                remedy="Compare the two files, remove that one, then run again.",
            )
        save(swap, data, name=name, like=path)
        swap.chmod(path.stat().st_mode & 0o7777)
        done = atomic_write.replace(swap, path, base, data)
        atomic_write.sync_folder(path.parent)
    if not done:
        raise CatalogBusyError("somebody saved the file meanwhile", path=name, remedy="Run the command again.")


@contextmanager
def _storage(name: str, doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise refused(err, name, doing) from err
