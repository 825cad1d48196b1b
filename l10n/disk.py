"""Owns plain files on the disk: only regular ones are ever opened, and a new one takes the place of the old whole.

A named pipe, a device or a socket in the place of a file would keep whoever opens it waiting, or feed it without end.
"""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import secrets
import stat
import sys
import weakref
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "MOST",
    "MOST_OPEN",
    "Folders",
    "IrregularError",
    "check_folder",
    "direct",
    "locked",
    "opened",
    "read",
    "remedy",
    "replace",
    "sweep",
    "writable",
]

MOST = 1 << 30
"""Bytes of a file where no other limit is named."""
_MORE = 1 << 12
"""Bytes of a file that are asked for at least."""
MOST_OPEN = 16
"""Folders that stay open."""
_BEGUN = ".l10n-"
"""What the name of a file begins with that is being written."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class IrregularError(OSError):
    """Something else stands where a file is wanted, or a folder: a symbolic link, a pipe, a device."""


def remedy(err: Exception, otherwise: str) -> str:
    """Return what helps where the disk refused: what stands there has to go, or else what the caller knows of."""
    if not isinstance(err, IrregularError):
        return otherwise
    wanted = "folder" if err.errno == errno.ENOTDIR else "file"
    return f"Delete it, or put a real {wanted} in its place."


def opened(path: Path, *, linked: bool = False, folder: int | None = None) -> int:
    """Open a regular file for reading and return its descriptor; through symbolic links only where `linked`.

    A relative path begins at the open `folder`. The file is looked at before it is opened, for opening alone does
    something to some devices, and after, for it may have been changed meanwhile. Raises `IrregularError`, and `OSError`
    where the disk refuses.
    """
    _check(os.stat(path, dir_fd=folder, follow_symlinks=linked), path)
    handle = os.open(path, _FLAGS | (0 if linked else getattr(os, "O_NOFOLLOW", 0)), dir_fd=folder)
    try:
        _check(os.fstat(handle), path)
    except BaseException:
        os.close(handle)
        raise
    return handle


def read(path: Path, *, linked: bool = False, folder: int | None = None, most: int = MOST) -> bytes:
    """Read a regular file of at most so many bytes; raises what `opened` does, and `OSError` for a larger one."""
    handle = opened(path, linked=linked, folder=folder)
    try:
        size = os.fstat(handle).st_size
        data = b"" if size > most else _all(handle, size)
    finally:
        os.close(handle)
    if max(size, len(data)) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most >> 20} MB", os.fspath(path))
    return data


def _all(handle: int, size: int) -> bytes:
    """Read an open regular file to its end; one of that size at once, for what gets less than it asked for is there."""
    pieces: list[bytes] = []
    got = 0
    while piece := os.read(handle, max(size - got, _MORE) + 1):
        pieces.append(piece)
        got += len(piece)
        if got == size:
            break
    return b"".join(pieces)


def direct(root: str, path: str) -> bool:
    """Tell whether a path leads down from a root through no symbolic link; False where another look is needed."""
    if sys.platform == "win32" or not path.startswith(f"{root}{os.sep}"):
        return False
    here, below = root, path[len(root) + 1 :].split("/")
    if not {"", ".", ".."}.isdisjoint(below):
        return False
    for part in below:
        here = f"{here}/{part}"
        try:
            mode = os.lstat(here).st_mode
        except FileNotFoundError:
            return True
        except OSError:
            return False
        if stat.S_ISLNK(mode):
            return False
    return True


def writable(path: Path, *, keep: bool) -> int:
    """Open a regular file for writing and return its descriptor, at its end to `keep` what it has, or emptied.

    It is made where there is none. Raises `IrregularError` where anything else stands there, a link too, and `OSError`.
    """
    with contextlib.suppress(FileNotFoundError):
        _check(path.stat(follow_symlinks=False), path)
    flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if keep else os.O_TRUNC)
    handle = os.open(path, flags | _FLAGS | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _check(os.fstat(handle), path)
    except BaseException:
        os.close(handle)
        raise
    return handle


def replace(path: Path, data: bytes, *, folder: int | None = None) -> None:
    """Put a whole file in the place of another, so that a reader sees the old or the new one.

    A relative path begins at the open `folder`. A new file has the permissions that the umask leaves, another keeps
    its own. A symbolic link is replaced itself. Raises `IrregularError` where anything else stands there, and
    `OSError` where the disk refuses.
    """
    mode = None
    try:
        before = os.stat(path, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        if folder is None:
            path.parent.mkdir(parents=True, exist_ok=True)
    else:
        if not stat.S_ISLNK(before.st_mode):
            _check(before, path)
            mode = stat.S_IMODE(before.st_mode)
    temporary = path.with_name(f"{_BEGUN}{_host()}-{os.getpid()}-{secrets.token_hex(4)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o666, dir_fd=folder), "wb") as file:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), mode)
            file.write(data)
        os.replace(temporary, path, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary, dir_fd=folder)
        raise


def sweep(folder: Path) -> None:
    """Remove what processes of this machine that are no more had begun to write for `replace`.

    Nothing is done where the system cannot be asked which processes there are, and what cannot be removed stays.
    """
    begun = f"{_BEGUN}{_host()}-"
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  names only, of folders with many files
            process = name.removeprefix(begun).split("-")[0]
            if name.startswith(begun) and process.isascii() and process.isdigit() and _ended(int(process)):
                (folder / name).unlink(missing_ok=True)


@cache
def _host() -> str:
    """Return a short name of this machine: others may write into the same folder."""
    return f"{zlib.crc32(platform.node().encode('utf-8', 'surrogateescape')):08x}"


def _ended(process: int) -> bool:
    if sys.platform == "win32":
        return False  # to ask there is to end it
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False


def _check(found: os.stat_result, path: Path) -> None:
    """Refuse what is no regular file."""
    if stat.S_ISREG(found.st_mode):
        return
    what = next((name for test, name in _KINDS if test(found.st_mode)), "no regular file")
    code = errno.ELOOP if stat.S_ISLNK(found.st_mode) else errno.EINVAL
    raise IrregularError(code, f"it must be a file, and is {what}", os.fspath(path))


_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def check_folder(folder: Path) -> None:
    """Refuse a folder that is there and is a symbolic link, or no folder; raises `IrregularError`."""
    with contextlib.suppress(FileNotFoundError):
        mode = folder.stat(follow_symlinks=False).st_mode
        if not stat.S_ISDIR(mode):
            what = "a symbolic link" if stat.S_ISLNK(mode) else "no folder"
            raise IrregularError(errno.ENOTDIR, f"{folder.name} must be a folder, and is {what}", os.fspath(folder))


_Known = tuple[str, int, int]
"""A path, and the device and inode that it leads to."""


class Folders:
    """Folders below `root`, opened through no symbolic link; those that were asked for last stay open.

    Whatever happens to the folders meanwhile, it is the open one in which a path is found; one to which another way
    leads when it is asked for again is opened anew.
    """

    def __init__(self, root: Path) -> None:
        """Begin with none."""
        self._root = os.fspath(root)
        self._open: dict[str, tuple[int, tuple[_Known, ...]]] = {}
        weakref.finalize(self, _let_go, self._open)

    def place(self, name: str) -> tuple[Path, int | None]:
        """Return the path of a file by its name below the root, and the open folder that the path begins at.

        Where the system cannot open folders there is none, and the path is whole. Raises `OSError`, also for a name
        that does not lead down from the root.
        """
        *folders, last = name.split("/")
        if not {"", ".", ".."}.isdisjoint((*folders, last)):
            raise OSError(errno.EINVAL, "it does not lead into a folder", name)
        if os.open not in os.supports_dir_fd:
            path = Path(self._root) / name
            if os.path.realpath(path.parent) != os.fspath(path.parent):
                raise IrregularError(errno.ELOOP, "it lies behind a symbolic link", name)
            return path, None
        folder = "/".join(folders)
        kept = self._open.pop(folder, None)
        if kept is not None and not all(map(_stands, kept[1])):
            os.close(kept[0])
            kept = None
        if kept is None:
            kept = _folder(self._root, folders)
            if len(self._open) >= MOST_OPEN:
                os.close(self._open.pop(next(iter(self._open)))[0])
        self._open[folder] = kept
        return Path(last), kept[0]


def _folder(root: str, folders: Sequence[str]) -> tuple[int, tuple[_Known, ...]]:
    """Open a folder through no symbolic link below the root; return the descriptor, and all that was gone through."""
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    way: list[_Known] = []
    try:
        for folder in folders:
            deeper = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=handle)
            os.close(handle)
            handle, seen = deeper, os.fstat(deeper)
            way.append((f"{way[-1][0] if way else root}/{folder}", seen.st_dev, seen.st_ino))
    except BaseException:
        os.close(handle)
        raise
    return handle, tuple(way)


def _stands(known: _Known) -> bool:
    path, device, inode = known
    try:
        seen = os.lstat(path)
    except OSError:
        return False
    return (seen.st_dev, seen.st_ino) == (device, inode)


def _let_go(kept: dict[str, tuple[int, tuple[_Known, ...]]]) -> None:
    for handle, _ in kept.values():
        os.close(handle)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep our own processes from writing in a folder at the same time; other programs are not kept from anything."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - absent on Windows

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks: the exchange alone must do
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
