"""Owns the user's own file, in which she says where keys and texts may go: where it lies, if it counts, its tables."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n import disk
from l10n.config import has_table
from l10n.errors import ConfigError, L10nError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["place", "user_cluster", "user_file", "user_memory", "user_tables"]

_KNOWN = frozenset({"variable", "host", "value"})
_OF_MEMORY = frozenset({"url", "names"})
_LEVELS = 8
"""How deep its brackets nest and its dotted keys reach."""
_PLACE = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?")
"""A host, an IPv6 one in brackets, with a port or without."""
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


def user_tables(name: str, services: Collection[str]) -> list[dict[str, str]]:
    """Return the user's tables `[[key.NAME]]`, or her one `[key.NAME]`; `services` are the names there may be.

    Raises `ConfigError` where her file cannot be used.
    """
    path = user_file()
    chosen = _chosen(_every(path), name, services, str(path))
    if any(table.get("value") for table in chosen):
        _check_readers(path)
    if chosen:
        _check_place(path)
    return chosen


def user_memory() -> Mapping[str, Any]:
    """Return the user's table `[memory]`: `url` of a shared memory, and `names` of projects that may be in it.

    Raises `ConfigError` where her file cannot be used.
    """
    path = user_file()
    table = _every(path).get("memory", {})
    names = table.get("names", []) if isinstance(table, dict) else None
    if (
        not isinstance(table, dict)
        or set(table) - _OF_MEMORY
        or not isinstance(table.get("url", ""), str)
        or not isinstance(names, list)
        or not all(isinstance(name, str) for name in names)
    ):
        raise ConfigError(
            "[memory] is not understood",
            path=str(path),
            remedy='Write `url = "postgresql://…"` and `names = ["…"]`.',
        )
    if table:
        _check_readers(path)
        _check_place(path)
    return table


def user_cluster() -> str:
    """Return `address` of the user's table `[cluster]`: the scheduler whose workers do her work; empty for none.

    Raises `ConfigError` where her file cannot be used.
    """
    path = user_file()
    table = _every(path).get("cluster", {})
    address = table.get("address", "") if isinstance(table, dict) else None
    if not isinstance(table, dict) or set(table) - {"address"} or not isinstance(address, str):
        raise ConfigError(
            "[cluster] is not understood", path=str(path), remedy='Write `address = "tcp://10.0.0.5:8786"`.'
        )
    if table:
        _check_place(path)
    return address


def _every(path: Path) -> dict[str, Any]:
    """Read the file and refuse one that others may write; empty where there is none."""
    if not path.is_absolute():
        return {}
    try:
        every = _loaded(path)
    except FileNotFoundError:
        return {}
    except OSError as err:
        told = disk.remedy(err, "Check its permissions.")
        raise ConfigError(f"cannot be read: {err.strerror}", path=str(path), remedy=told) from None
    if every:
        _check_writers(path)
    return every


def _check_readers(path: Path) -> None:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise ConfigError("holds a key and can be read by others", path=str(path), remedy=f"Run: chmod 600 {path}")


def _check_place(path: Path) -> None:
    if any(_is_project(folder) for folder in path.parents):
        raise ConfigError(
            "lies in a project, which cannot say where your keys go",
            path=str(path),
            remedy="Say it in your environment, and delete the file.",
        )


def _loaded(path: Path) -> dict[str, Any]:
    """Read the file; raises `OSError`, and `ConfigError` with its line for what is no TOML. Neither quotes it."""
    from l10n import toml  # noqa: PLC0415  most users have no such file

    data = disk.read(path, linked=True, most=_MOST)
    try:
        return toml.loads(data.decode(), levels=_LEVELS)
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        raise ConfigError("not UTF-8", path=str(path), line=line, remedy="Save it as UTF-8.") from None
    except L10nError as err:
        raise ConfigError(
            f"cannot be read as TOML: {err.message}", path=str(path), line=err.line, remedy="Mend it, or delete it."
        ) from None


def _chosen(every: dict[str, Any], name: str, services: Collection[str], path: str) -> list[dict[str, str]]:
    """Return the tables of one service; raises `ConfigError` for a table that nothing would ever read."""
    keys = every.get("key", {})
    wrong = [f"[{other}]" for other in every if other not in {"cluster", "key", "memory"}]
    wrong = wrong or ([] if isinstance(keys, dict) else ["[key]"])
    wrong = wrong or [f"[key.{other}]" for other in keys if other not in services]
    if wrong:
        raise ConfigError(
            f"{wrong[0]} is not understood",
            path=path,
            remedy=f"Write tables [[key.NAME]], with one of these names: {' '.join(sorted(services))}.",
        )
    found = keys.get(name, [])
    chosen: list[Any] = found if isinstance(found, list) else [found]
    for table in chosen:
        if (
            not isinstance(table, dict)
            or set(table) - _KNOWN
            or not all(isinstance(one, str) for one in table.values())
        ):
            raise ConfigError(
                f"[key.{name}] is not understood", path=path, remedy="Write `variable`, `host` or `value`, as texts."
            )
    return [_placed(table, f"host of [key.{name}]", path) for table in chosen]


def _placed(table: dict[str, str], where: str, path: str) -> dict[str, str]:
    return table | {"host": place(table["host"], where, path)} if table.get("host") else table


def place(written: str, where: str, path: str = "") -> str:
    """Return a place to which a key may go, in small letters; `where` it was written is told.

    Raises `ConfigError` for what is none, which would never fit an address.
    """
    if _PLACE.fullmatch(written):
        return written.lower()
    bare = written.partition("://")[2].partition("/")[0].rpartition("@")[2]
    example = bare if _PLACE.fullmatch(bare) else "127.0.0.1:8080"
    raise ConfigError(
        f"{where} is no host to which a key could go",
        path=path,
        remedy=f"Write the host alone, without scheme and path, as `{example}`.",
    )


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
