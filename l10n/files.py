"""Owns plain file access for the project: walking, reading, replacing, and the list of what was built."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import ArticleError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BuildList", "decoded", "name_fault", "read", "read_text", "replace", "walk"]


def walk(base: Path) -> Iterator[Path]:
    """Yield the files below a folder in order; hidden ones and editors' backups are passed over."""
    for folder, subfolders, names in os.walk(base):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not (name.startswith((".", "#")) or name.endswith("~")):
                yield Path(folder, name)


def name_fault(name: str) -> str:
    """Say what keeps a file's name out of a PO file; empty for a good name."""
    for letter in name:
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            return f"its name holds the character U+{ord(letter):04X}"
    return ""


def read_text(path: Path, shown: str) -> str:
    """Read a UTF-8 file as it stands; `shown` is its name in messages. Raises what `read` and `decoded` do."""
    return decoded(read(path, shown), shown)


def read(path: Path, shown: str) -> bytes:
    """Read a file; raises `StorageError` where there is no regular one or it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StorageError("is no regular file", path=shown, remedy="Move it out of the folder.")
        return path.read_bytes()
    except FileNotFoundError as err:
        raise StorageError("leads nowhere", path=shown, remedy="Remove the broken link.") from err
    except OSError as err:
        raise StorageError(f"cannot be read: {err.strerror}", path=shown, remedy="Check its permissions.") from err


def decoded(data: str | bytes, shown: str) -> str:
    """Return the text of a file; raises `ArticleError` where it is not UTF-8 or holds a NUL."""
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError as err:
        raise ArticleError(
            f"not UTF-8: byte 0x{err.object[err.start]:02x} at offset {err.start}",
            path=shown,
            line=err.object.count(b"\n", 0, err.start) + 1,
            remedy="Save the article as UTF-8.",
        ) from err
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError("holds a NUL character", path=shown, line=line, remedy="Save the article as plain UTF-8.")
    return text


def replace(path: Path, data: bytes) -> None:
    """Put a whole file in the place of another, so that a reader sees the old or the new one; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".l10n-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class BuildList:
    """The list of files that builds have written, so that a later one knows which of them to take back.

    It lies among the caches: without it nothing is taken back, and nothing else is lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            read = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            read = {}
        self._before: dict[str, str] = read if isinstance(read, dict) else {}
        self._now = dict(self._before)

    def note(self, name: str, data: bytes | None) -> None:
        """Remember what a file was written with; None for one that was removed."""
        if data is None:
            self._now.pop(name, None)
        else:
            self._now[name] = hashlib.sha256(data).hexdigest()

    def ours(self, root: Path) -> Iterator[str]:
        """Yield the files, relative to `root`, that still hold what a build wrote."""
        for name, digest in sorted(self._before.items()):
            try:
                data = (root / name).read_bytes()
            except OSError:
                continue
            if hashlib.sha256(data).hexdigest() == digest:
                yield name

    def save(self) -> None:
        """Write the list where it changed; raises `StorageError`."""
        if self._now == self._before:
            return
        try:
            replace(self._path, json.dumps(dict(sorted(self._now.items())), indent=1).encode() + b"\n")
        except OSError as err:
            raise StorageError(
                f"cannot be written: {err.strerror}", path=self._path.name, remedy="Check permissions and free space."
            ) from err
        self._before = dict(self._now)
