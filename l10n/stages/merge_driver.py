"""The verb `merge-driver`: merge two versions of a PO file for git."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.catalog import PoFile, backup, decode, encode
from l10n.catalog.merge3 import threeway
from l10n.errors import CatalogError
from l10n.model import Catalog

if TYPE_CHECKING:
    from pathlib import Path

    from l10n.model import Key

__all__ = ["Driven", "merge_driver"]


@dataclass(frozen=True, slots=True)
class Driven:
    """What became of the file."""

    conflicts: tuple[Key, ...]
    """Entries that two people translated differently."""


def merge_driver(base: Path, ours: Path, theirs: Path, *, name: str) -> Driven:
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
    before = _read(base, name, "the common version")
    merged = threeway(before.catalog if before else Catalog("", ""), mine.catalog, other.catalog)
    present = mine.data
    if before and _header(mine) == _header(before) != _header(other):
        mine = _with_header(mine, other)
    data = encode(merged.catalog, mine)
    again = decode(data, path=name, article="", locale="")
    if again.catalog.entries != merged.catalog.entries:
        raise CatalogError("the merged file cannot be written as it is", path=name, remedy="Merge it by hand.")
    if data != present:
        backup.overwrite(ours, data, name=name)
    return Driven(merged.conflicts)


def _read(path: Path, name: str, which: str) -> PoFile | None:
    data = backup.load(path, name=str(path))
    if not data.strip():
        return None
    try:
        return decode(data, path=name, article="", locale="")
    except CatalogError as err:
        raise CatalogError(
            f"{which} cannot be read: {err.message}", path=name, line=err.line, remedy="Merge this file by hand."
        ) from err


def _header(po: PoFile) -> str:
    return po.header.text.replace("\r\n", "\n") if po.header else ""


def _with_header(mine: PoFile, other: PoFile) -> PoFile:
    """Return our file with their header, where both are of one charset."""
    if mine.header is None or other.header is None or mine.codec != other.codec:
        return mine
    text = _header(other).replace("\n", mine.newline)
    old, new = mine.header.text.encode(mine.codec), text.encode(mine.codec)
    return decode(mine.data.replace(old, new, 1), path=mine.path, article="", locale="")
