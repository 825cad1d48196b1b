"""Owns the user's own file, in which she says where keys may go: where it lies, whether it counts, its tables."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

from l10n import disk
from l10n.config import has_table
from l10n.errors import ConfigError

__all__ = ["user_file", "user_tables"]

_MOST = 1 << 20
"""Bytes of the user's file."""
_GROUP_OR_OTHERS_WRITE = 0o022
"""Who may put lines into the file, or another in its place, sends keys where he wants; ssh asks the same of its own."""


def user_file() -> Path:
    """Return where the user's own configuration is: `l10n/config.toml` in the platform's folder for configurations.

    A folder that is no absolute path is no user's (XDG Base Directory Specification): it would lie in the project.
    """
    usual = "~/.config"
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA", "")
    elif sys.platform == "darwin":
        folder = usual = "~/Library/Application Support"
    else:
        folder = os.environ.get("XDG_CONFIG_HOME", "")
    chosen = folder if os.path.isabs(folder) else usual  # noqa: PTH117  a Path would take an empty text for a folder
    return Path(os.path.expanduser(chosen)) / "l10n" / "config.toml"  # noqa: PTH111  a user without a home is no error


def user_tables(name: str) -> list[dict[str, str]]:
    """Return the user's tables `[[key.NAME]]`, or her one `[key.NAME]`.

    Raises `ConfigError` where her file cannot be used.
    """
    path = user_file()
    if not path.is_absolute():
        return []
    try:
        every: Any = tomllib.loads(disk.read(path, linked=True, most=_MOST).decode()).get("key", {})
        found: Any = every.get(name, [])
        mode = path.stat().st_mode if os.name == "posix" else 0
    except FileNotFoundError:
        return []
    except (OSError, ValueError, AttributeError, RecursionError):
        raise ConfigError("cannot be read as TOML", path=str(path), remedy="Mend it, or delete it.") from None
    if every:
        _check_writers(path)
    chosen: list[Any] = found if isinstance(found, list) else [found]
    known = {"variable", "host", "value"}
    for table in chosen:
        if not isinstance(table, dict) or set(table) - known or not all(isinstance(one, str) for one in table.values()):
            raise ConfigError(
                f"[key.{name}] is not understood",
                path=str(path),
                remedy="Write `variable`, `host` or `value`, as texts.",
            )
    if any(table.get("value") for table in chosen) and mode & 0o077:
        raise ConfigError("holds a key and can be read by others", path=str(path), remedy=f"Run: chmod 600 {path}")
    if chosen and any(_is_project(folder) for folder in path.parents):
        raise ConfigError(
            "lies in a project, which cannot say where your keys go",
            path=str(path),
            remedy="Say it in your environment, and delete the file.",
        )
    return chosen


def _check_writers(path: Path) -> None:
    """Refuse a file that others may write, or whose folder is theirs to write: with links, at both of their ends."""
    if os.name != "posix":
        return
    for one in dict.fromkeys((path, path.parent, path.resolve().parent)):
        bits = one.stat().st_mode & _GROUP_OR_OTHERS_WRITE
        if bits:
            who = {0o020: "its group", 0o002: "others"}.get(bits, "its group and others")
            raise ConfigError(
                f"can be written by {who}, who could say where your keys go",
                path=str(one),
                remedy=f"Run: chmod go-w {shlex.quote(str(one))}",
            )


def _is_project(folder: Path) -> bool:
    file = folder / "pyproject.toml"
    with contextlib.suppress(OSError, ValueError):
        return has_table(disk.read(file, linked=True, most=_MOST).decode())
    return False
