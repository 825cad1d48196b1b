"""Owns `locales/` on disk: every PO file is read here, and written here only."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog import exchange
from l10n.catalog.lossless import PoFile, decode, encode
from l10n.catalog.ownership import is_person
from l10n.errors import CatalogBusyError, CatalogError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from l10n.model import Catalog, Entry

__all__ = ["TEMP_SUFFIX", "preview", "read", "update"]

TEMP_SUFFIX = ".l10n-tmp"
"""The temporary file of `ko/a.po` is `ko/.a.po.l10n-tmp`: hidden, and no `*.po`."""

_SWAP_SUFFIX = ".l10n-swap"
_ATTEMPTS = 8
_PAUSE = 0.05
"""Seconds before a file that could not be read is looked at again: somebody may just be saving it."""


@dataclass(frozen=True, slots=True)
class _Target:
    """The file that is written and the catalogue that it holds."""

    path: Path
    root: Path
    name: str
    article: str
    locale: str
    plural_forms: str
    released: Callable[[Entry], bool] | None


def read(path: Path, *, name: str, article: str, locale: str) -> PoFile | None:
    """Read a PO file; None where there is none. `name` is its path in messages.

    Raises `CatalogError` where it cannot be read completely, `StorageError` where the disk refuses or the path is a
    symbolic link or no file.
    """
    try:
        data = exchange.read_bytes(path)
    except OSError as err:
        raise refused(err, name, "read") from err
    return None if data is None else decode(data, path=name, article=article, locale=locale)


def preview(
    path: Path,
    compute: Callable[[Catalog | None], Catalog],
    *,
    name: str,
    article: str,
    locale: str,
    plural_forms: str = "",
) -> bool:
    """Return whether `update` would write; nothing is written."""
    base = read(path, name=name, article=article, locale=locale)
    new = compute(base.catalog if base else None)
    return base is None or encode(new, base, plural_forms=plural_forms) != base.data


def update(
    path: Path,
    compute: Callable[[Catalog | None], Catalog],
    *,
    root: Path,
    name: str,
    article: str,
    locale: str,
    plural_forms: str = "",
    released: Callable[[Entry], bool] | None = None,
) -> bool:
    """Change a PO file by a pure function of what it holds (None: no file); return whether it was written.

    `compute` is called again where somebody saved the file meanwhile. `released` says which texts of persons this
    command may change or drop because a person asked for just that (an edit on the review page, a purge); any other
    that would be lost is refused. The file is at every instant the complete old or the complete new version.

    Raises `CatalogError` where the file cannot be read or a person's text would be lost (what would have been written
    is left in `<path>.rej`), `CatalogBusyError` where it kept changing, `StorageError` where the disk refuses or
    the path leads out of `root`; the old file is intact in each case.
    """
    target = _Target(path, root, name, article, locale, plural_forms, released)
    _check_inside(target)
    for _ in range(_ATTEMPTS):
        base = _read_settled(target)
        new = compute(base.catalog if base else None)
        data = encode(new, base, plural_forms=plural_forms)
        if base is not None and data == base.data:
            return False
        _verify(new, data, base, target)
        with _storage(target, "write"):
            path.parent.mkdir(parents=True, exist_ok=True)
            with exchange.locked(path.parent):
                done = _commit(target, base, data)
        if done:
            return True
    raise CatalogBusyError("the file kept changing while it was to be written", path=name, remedy="Run again later.")


def _commit(target: _Target, base: PoFile | None, data: bytes) -> bool:
    """Write under the folder's lock; False where the file is no longer the base.

    The temporary file has one name while it is ours alone and another once it may be in exchange with the catalogue,
    so that after a kill what a person saved is told from what we had only prepared.
    """
    path = target.path
    temp = path.with_name(f".{path.name}{TEMP_SUFFIX}")
    swap = path.with_name(f".{path.name}{_SWAP_SUFFIX}")
    temp.unlink(missing_ok=True)
    _recover(swap, target)
    if exchange.read_bytes(path) != (base.data if base else None):
        return False
    try:
        _write(temp, data, path.stat().st_mode & 0o7777 if base else None)
        temp.rename(swap)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
        raise
    done = exchange.create(swap, path) if base is None else exchange.replace(swap, path, base.data, data)
    swap.unlink(missing_ok=True)
    exchange.sync_folder(path.parent)
    return done


def _write(temp: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temp, flags, 0o666)
    with os.fdopen(handle, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        file.write(data)
        file.flush()
        os.fsync(handle)
    if temp.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(temp))


def _recover(swap: Path, target: _Target) -> None:
    """Clear away what a process left that was killed in an exchange; it may be what a person saved in that instant."""
    data = exchange.read_bytes(swap)
    if data is None:
        return
    now = read(target.path, name=target.name, article=target.article, locale=target.locale)
    lost = True
    with contextlib.suppress(CatalogError):
        left = decode(data, path=target.name, article=target.article, locale=target.locale)
        lost = now is not None and bool(_lost(left.catalog, now.catalog, None))
    if not lost:
        swap.unlink()
        return
    rejected = _reject(target, data)
    swap.unlink()
    message = f"an interrupted command left texts that the file has not; they are in {rejected}"
    raise CatalogError(message, path=target.name, remedy="Compare the two files, then run again.")


def _verify(new: Catalog, data: bytes, base: PoFile | None, target: _Target) -> None:
    """Read our own bytes again: they must say what was computed and hold every person's text of the base."""
    again = decode(data, path=target.name, article=target.article, locale=target.locale)
    if again.catalog.entries != new.entries:
        pairs = zip(again.catalog.entries, new.entries, strict=False)
        bad = next((two for one, two in pairs if one != two), None)
        message = f"an entry cannot be written as it is: {bad.key.text[:40]!r}" if bad else "entries cannot be written"
        raise CatalogError(message, path=target.name, remedy="Report this as a fault of l10n.")
    if base is None:
        return
    lost = _lost(base.catalog, again.catalog, target.released)
    if lost:
        with _storage(target, "write"):
            rejected = _reject(target, data)
        raise CatalogError(
            f"the translation of {lost[0].key.text[:40]!r} would be lost; the refused version is in {rejected}",
            path=target.name,
            line=lost[0].line,
            remedy="Report this as a fault of l10n.",
        )


def _lost(base: Catalog, new: Catalog, released: Callable[[Entry], bool] | None) -> list[Entry]:
    there = Counter(entry.target for entry in new.entries)
    lost = []
    for entry in base.entries:
        if entry.target and is_person(entry) and not (released and released(entry)):
            there[entry.target] -= 1
            if there[entry.target] < 0:
                lost.append(entry)
    return lost


def _reject(target: _Target, data: bytes) -> str:
    """Write beside the file; return the name for messages."""
    path = target.path.with_name(target.path.name + ".rej")
    path.unlink(missing_ok=True)
    _write(path, data, None)
    return target.name + ".rej"


def _read_settled(target: _Target) -> PoFile | None:
    """Read the file; where that fails look again while it changes, for a program may just be saving it in place."""
    seen: bytes | None = None
    for _ in range(_ATTEMPTS):
        with _storage(target, "read"):
            data = exchange.read_bytes(target.path)
        if data is None:
            return None
        try:
            return decode(data, path=target.name, article=target.article, locale=target.locale)
        except CatalogError:
            if data == seen:
                raise
            seen = data
            time.sleep(_PAUSE)
    raise CatalogBusyError("the file kept changing while it was read", path=target.name, remedy="Run again later.")


def _check_inside(target: _Target) -> None:
    """Refuse a path that leaves the root by `..` or by a symbolic link."""
    path, root = target.path, target.root
    problem = ""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        parts = ()
    if not parts or ".." in parts or ".git" in parts:
        problem = f"the file is not inside {root.name or root}"
    here = root
    for part in parts:
        here = here / part
        if here.is_symlink():
            problem = problem or f"{here.relative_to(root).as_posix()} is a symbolic link"
    if problem:
        raise StorageError(problem, path=target.name, remedy="Keep translations as real files inside the project.")


@contextlib.contextmanager
def _storage(target: _Target, doing: str) -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise refused(err, target.name, doing) from err


def refused(err: OSError, name: str, doing: str) -> StorageError:
    remedies = {
        errno.ENOSPC: "Free some space on the disk, then run again.",
        errno.EDQUOT: "Free some space within your quota, then run again.",
        errno.EROFS: "Make the file system writable, then run again.",
        errno.EACCES: "Give yourself permission on the file and its folder, then run again.",
        errno.EPERM: "Give yourself permission on the file and its folder, then run again.",
        errno.ELOOP: "Replace the symbolic link by a real file.",
    }
    reason = (err.strerror or str(err)).lower()
    remedy = remedies.get(err.errno or 0, "Check the disk and the path, then run again.")
    return StorageError(f"cannot {doing} the file: {reason}", path=name, remedy=remedy)
