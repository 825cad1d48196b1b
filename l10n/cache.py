"""Owns the user's cache folder: what is kept there of a project, which can be deleted at any time and is made anew.

It is hers alone, unlike a folder of the project, which comes with what anybody has put into it. So what lies in the
project is never believed, and a cache folder inside of the project is not used.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

from l10n import disk
from l10n.errors import StorageError

__all__ = ["Cache", "base", "outside"]

_VERSION = 1
_MOST = 1 << 28
"""Bytes of a cache that is read; 100,000 articles in ten locales take half of it."""


def base() -> Path | None:
    """Return the platform's folder for the user's caches; None where there is none, as for a user without a home."""
    if sys.platform == "win32":
        named, other = os.environ.get("LOCALAPPDATA", ""), "~/AppData/Local"
    elif sys.platform == "darwin":
        named, other = "", "~/Library/Caches"
    else:
        named, other = os.environ.get("XDG_CACHE_HOME", ""), "~/.cache"
    # A relative path is to be ignored, says the XDG Base Directory Specification.
    folder = named if os.path.isabs(named) else os.path.expanduser(other)  # noqa: PTH111, PTH117  nothing may be raised
    return Path(folder) / "l10n" if os.path.isabs(folder) else None  # noqa: PTH117


def outside(root: Path) -> Path | None:
    """Return that folder where it lies outside of a project; None where it does not, or there is none."""
    folder = base()
    inside = folder is not None and Path(os.path.realpath(folder)).is_relative_to(root)
    return None if inside else folder


class Cache:
    """One value of a project that lies in the user's cache folder; what is no such value there is no value."""

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        folder = outside(root)
        key = hashlib.sha256(os.fsencode(root)).hexdigest()[:32]
        self.path = None if folder is None else folder / key / name
        """Where it lies; None where there is no folder for it."""

    def load(self) -> Any:
        """Return the value that was kept, as JSON; None where there is none that this version kept of this project."""
        if self.path is None:
            return None
        try:
            kept = json.loads(disk.read(self.path, most=_MOST))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict) or (kept.get("version"), kept.get("root")) != (_VERSION, self._shown()):
            return None
        return kept.get("value")

    def keep(self, value: object) -> None:
        """Put a value in the place of what is there; raises `StorageError` where it cannot be kept."""
        if self.path is None:
            raise StorageError(
                "there is no folder for caches outside of the project", remedy="Set XDG_CACHE_HOME to one."
            )
        from l10n import databases  # noqa: PLC0415  SQLite is not needed by who only looks

        kept = {"version": _VERSION, "root": self._shown(), "value": value}
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            databases.clear(self.path)
            disk.replace(self.path, _written(kept))
        except OSError as err:
            raise StorageError(
                f"the cache cannot be written: {err.strerror}", path=str(self.path), remedy="Make its folder writable."
            ) from err

    def _shown(self) -> str:
        return os.fsencode(self._root).decode("utf-8", "backslashreplace")


def _written(value: object) -> bytes:
    """Return a value as JSON, put down piece by piece: in one go the pieces of a large one take four times as much."""
    data = io.BytesIO()
    data.writelines(chunk.encode() for chunk in json.JSONEncoder(indent=1, sort_keys=True).iterencode(value))
    data.write(b"\n")
    return data.getvalue()
