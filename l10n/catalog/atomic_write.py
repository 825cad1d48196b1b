"""Owns putting a written file in another's place without losing what anyone saves meanwhile."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import signal
import sys
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from l10n import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = [
    "create",
    "interrupted",
    "read_bytes",
    "replace",
    "replace_verified",
    "swap_name",
    "swap_of",
    "sync",
    "sync_folder",
    "temp_of",
]

_NOREPLACE, _EXCHANGE = 1, 2
_AT_FDCWD = -100
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}
_SWAPS = 100
_MANY = 8
"""From so many files on, one wait for the whole file system is shorter than one for each (measured: 3 ms a file)."""
_WAITS = 400
_WAIT = 0.005
"""Seconds between two looks at a file that somebody is writing; with `_WAITS`, two seconds in all."""


def temp_of(path: Path) -> Path:
    """Return where a new file is written: that of `ko/a.po` is `ko/.a.po.l10n-tmp`, hidden, and no `*.po`."""
    return path.with_name(f".{path.name}.l10n-tmp")


def swap_of(path: Path) -> Path:
    """Return where it is exchanged: after a kill, what a person saved may be there."""
    return path.with_name(swap_name(path.name))


def swap_name(name: str) -> str:
    """Return that of a path with `/`."""
    folder, between, last = name.rpartition("/")
    return f"{folder}{between}.{last}.l10n-swap"


def interrupted(path: Path) -> bool:
    """Tell whether a process was killed in an exchange; whoever updates the file clears that away."""
    return os.path.lexists(swap_of(path))


def read_bytes(path: Path) -> bytes | None:
    """Read a regular file, never through a symbolic link; None where there is none. Raises `OSError`."""
    try:
        return disk.read(path)
    except FileNotFoundError:
        return None


def create(temp: Path, path: Path) -> bool:
    """Give a temporary file its name where no file is; False where one is by now. Raises `OSError`."""
    try:
        if _rename(temp, path, _NOREPLACE):
            return True
        os.link(temp, path)
    except FileExistsError:
        return False
    temp.unlink()
    return True


def replace(temp: Path, path: Path, base: bytes, new: bytes) -> bool:
    """Put the temporary file, which holds `new`, in the place of a file that holds `base`.

    False, with the newest content in place, where somebody else has changed the file; the temporary file is gone
    in either case. Raises `OSError` with the old file in place.
    """
    if not _can_swap(temp):
        return replace_verified(temp, path, base)
    believed, put = base, new
    for turn in range(_SWAPS):
        try:
            _swap(temp, path)
        except FileNotFoundError:
            # Somebody removed the file: what is newest besides ours goes back.
            if turn and not create(temp, path):
                continue
            temp.unlink(missing_ok=True)
            return False
        except OSError:
            if not turn:
                temp.unlink()
            raise
        displaced = _settled(temp)
        if displaced == believed:
            temp.unlink()
            return turn == 0
        # Somebody saved this after what we believed to be there: it goes back, and what comes out in exchange must
        # be what we had just put there, else that is newer still.
        believed, put = put, displaced
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), os.fspath(path))


def _settled(path: Path) -> bytes:
    """Read a displaced file when nobody has it open for writing any more."""
    with os.fdopen(disk.opened(path), "rb") as file, _unwritten(file.fileno()):
        return file.read()


@contextlib.contextmanager
def _unwritten(handle: int) -> Iterator[None]:
    """Wait until no program has an open file open for writing (a read lease says so); at most two seconds."""
    if sys.platform != "linux":
        yield
        return
    import fcntl  # noqa: PLC0415 - absent on Windows

    for _ in range(_WAITS):
        try:
            # The signal of a broken lease is SIGIO unless another is set, and SIGIO ends the process.
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as err:
            if err.errno != errno.EAGAIN:
                break
            time.sleep(_WAIT)
        else:
            try:
                yield
            finally:
                fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
            return
    yield


def replace_verified(temp: Path, path: Path, base: bytes) -> bool:
    """Replace where two files cannot be exchanged: hold the old one by a second name and look at it again."""
    keep = temp.with_name(temp.name + "-old")
    keep.unlink(missing_ok=True)
    try:
        os.link(path, keep)
    except OSError as err:
        if err.errno not in _UNSUPPORTED:
            raise
        temp.replace(path)
        return True
    try:
        if _settled(keep) != base or not keep.samefile(path):
            temp.unlink()
            return False
        temp.replace(path)
        if _settled(keep) != base:
            keep.replace(path)
            return False
    finally:
        keep.unlink(missing_ok=True)
    return True


@cache
def _libc(name: str) -> Any:
    """Find a call of Linux that Python lacks; None where there is none."""
    if sys.platform != "linux":
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is not None and name == "renameat2":
        function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return function


def _rename(one: Path, two: Path, flag: int) -> bool:
    """Call renameat2; False where the system or the file system has no such call. Raises `OSError`."""
    function = _libc("renameat2")
    if function is None:
        return False
    if function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(two), flag) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), os.fspath(two))


def _can_swap(temp: Path) -> bool:
    """Ask the file system by exchanging the temporary file with itself."""
    return _swap(temp, temp)


def _swap(one: Path, two: Path) -> bool:
    return _rename(one, two, _EXCHANGE)


def sync(files: Iterable[Path]) -> None:
    """Make files and their names survive a power cut, all at once where the system can. Raises `OSError`."""
    waiting = list(files)
    folders = sorted({file.parent for file in waiting})
    function = _libc("syncfs")
    if function is None or len(waiting) < _MANY:
        for path in (*waiting, *folders):
            _fsync(path)
        return
    for folder in {folder.stat().st_dev: folder for folder in folders}.values():
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if function(handle) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code), os.fspath(folder))
        finally:
            os.close(handle)


def _fsync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY | os.O_NONBLOCK)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can. Raises `OSError`."""
    _fsync(folder)
