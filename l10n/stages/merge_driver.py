"""The verb `merge-driver`: merge two versions of a PO file for git."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog import backup
from l10n.catalog.versions import merge_versions, version

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from l10n.catalog import PoFile
    from l10n.model import Key

__all__ = ["Driven", "merge_driver"]


@dataclass(frozen=True, slots=True)
class Driven:
    """What became of the file."""

    conflicts: tuple[Key, ...]
    """Entries that two people translated differently."""


def merge_driver(base: Path, ours: Path, theirs: Path, *, name: str, today: date) -> Driven:
    """Merge `theirs` into `ours`, which is overwritten; `base` may be empty. `name` is the file's path in messages.

    The header is ours, unless only theirs changed it. Raises `CatalogError` where a version cannot be read completely,
    and `StorageError` where the disk refuses; `ours` is as it was then.
    """
    mine = _read(ours, name, "our version")
    other = _read(theirs, name, "their version")
    if other is None:
        return Driven(())
    if mine is None:
        backup.overwrite(ours, other.data, name=name)
        return Driven(())
    data, conflicts = merge_versions(_read(base, name, "the common version"), mine, other, today=today)
    if data != mine.data:
        backup.overwrite(ours, data, name=name)
    return Driven(conflicts)


def _read(path: Path, name: str, which: str) -> PoFile | None:
    return version(backup.load(path, name=str(path)), name=name, which=which)
