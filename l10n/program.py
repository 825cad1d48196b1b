"""Owns which program this is: the same code, on the same Python, with the same libraries, has the same digest."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import blake2b

from l10n.snapshots import seen_at
from l10n.version import __version__

__all__ = ["digest", "files"]

_LIBRARIES = ("site-packages", "dist-packages")
"""How folders are called into which libraries are installed."""
_RECORDS = (".dist-info", ".egg-info", ".egg-link", ".pth")
"""How the names end that installers leave there, with a library's version in them."""
_HERE = os.path.dirname(__file__)  # noqa: PTH120  quick


@lru_cache(maxsize=1)
def digest() -> str:
    """Return 32 hex digits. Files of the package are told apart by their times and sizes, libraries by their names."""
    names = sorted(
        f"{folder}/{name}"
        for folder in sys.path
        if folder.endswith(_LIBRARIES)
        for name in _listed(folder)
        if name.endswith(_RECORDS)
    )
    own = seen_at(sorted(files())).digest
    return blake2b("\n".join([__version__, sys.version, own, *names]).encode(), digest_size=16).hexdigest()


def files(folder: str = _HERE) -> list[str]:
    """Return the files of the package, but for what Python itself keeps beside them."""
    found: list[str] = []
    for entry in os.scandir(folder):
        if not entry.is_dir(follow_symlinks=False):
            found.append(entry.path)
        elif entry.name != "__pycache__":
            found += files(entry.path)
    return found


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  quick
    except OSError:
        return []
