"""The verb `add-locale`: name more languages in the project's configuration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from l10n import config, disk, locales
from l10n.errors import ConfigError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.project import ProjectFolder

__all__ = ["Added", "add_locale"]


@dataclass(frozen=True, slots=True)
class Added:
    """What `add-locale` did."""

    locales: tuple[str, ...]
    """The locales that are new."""
    known: tuple[str, ...]
    """Those that the project had."""
    changed: tuple[str, ...]
    """Files and folders written, relative to the project."""


def add_locale(project: ProjectFolder, codes: Iterable[str]) -> Added:
    """Add locales to `locales`; every other byte of the file stays as it is.

    Raises `LocaleError` for an unknown code, `ConfigError` where the file cannot be edited safely, `StorageError` where
    it cannot be written.
    """
    names = tuple(dict.fromkeys(locales.parse(code) for code in codes))
    new = tuple(name for name in names if name not in project.config.locales)
    known = tuple(name for name in names if name not in new)
    changed: list[str] = []
    if new:
        path = project.root / config.FILE
        try:
            before = disk.read(path, linked=True).decode()
            disk.replace(path, _with(before, new).encode())
            changed.append(config.FILE)
            for name in new:
                folder = project.root / project.config.catalogs / name
                if not folder.is_dir():
                    folder.mkdir(parents=True)
                    changed.append(f"{project.config.catalogs}/{name}/")
        except OSError as err:
            raise StorageError(
                f"cannot be written: {err.strerror}", path=config.FILE, remedy="Check its permissions."
            ) from err
    return Added(new, known, tuple(changed))


def _with(text: str, new: Sequence[str]) -> str:
    """Return the file with more locales; raises `ConfigError` where that would change anything else."""
    try:
        document: Any = tomlkit.parse(text)
        whole = document.as_string() == text
        array = document["tool"]["l10n"]["locales"]
        for name in new:
            array.append(name)
        after: str = document.as_string()
        told = config.load(after)
    except (TOMLKitError, KeyError, AttributeError, TypeError) as err:
        raise _by_hand(new) from err
    earlier = config.load(text)
    if not whole or told != replace(earlier, locales=(*earlier.locales, *new)):
        raise _by_hand(new)
    return after


def _by_hand(new: Sequence[str]) -> ConfigError:
    names = ", ".join(f'"{name}"' for name in new)
    return ConfigError(
        "cannot be edited without a change to something else",
        path=config.FILE,
        remedy=f"Add {names} to `locales` there.",
    )
