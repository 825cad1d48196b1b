"""Owns merging versions of one PO file, bytes and all: what git hands over when two branches changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.catalog.lossless import decode, encode
from l10n.catalog.merge3 import threeway
from l10n.errors import CatalogError
from l10n.model import Catalog

if TYPE_CHECKING:
    from datetime import date

    from l10n.catalog.pofile import PoFile
    from l10n.model import Key

__all__ = ["merge_versions", "version"]


def version(data: bytes, *, name: str, which: str) -> PoFile | None:
    """Read a version of the file `name`; None for an empty one, where a side has no such file.

    Raises `CatalogError` that says which version it is where it cannot be read completely.
    """
    if not data.strip():
        return None
    try:
        return decode(data, path=name, article="", locale="")
    except CatalogError as err:
        raise CatalogError(
            f"{which} cannot be read: {err.message}", path=name, line=err.line, remedy="Merge this file by hand."
        ) from err


def merge_versions(
    before: PoFile | None, ours: PoFile, theirs: PoFile, *, today: date
) -> tuple[bytes, tuple[Key, ...]]:
    """Return the bytes of the merged file, and the entries that two people translated differently.

    The header is ours, unless only theirs changed it. Raises `CatalogError` where the result cannot be written.
    """
    merged = threeway(before.catalog if before else Catalog("", ""), ours.catalog, theirs.catalog, today=today)
    mine = ours
    if before and _header(ours) == _header(before) != _header(theirs):
        mine = _with_header(ours, theirs)
    data = encode(merged.catalog, mine)
    again = decode(data, path=ours.path, article="", locale="")
    if again.catalog.entries != merged.catalog.entries:
        raise CatalogError("the merged file cannot be written as it is", path=ours.path, remedy="Merge it by hand.")
    return data, merged.conflicts


def _header(po: PoFile) -> str:
    return po.header.text.replace("\r\n", "\n") if po.header else ""


def _with_header(mine: PoFile, other: PoFile) -> PoFile:
    """Return our file with their header, where both are of one charset."""
    if mine.header is None or other.header is None or mine.codec != other.codec:
        return mine
    text = _header(other).replace("\n", mine.newline)
    old, new = mine.header.text.encode(mine.codec), text.encode(mine.codec)
    return decode(mine.data.replace(old, new, 1), path=mine.path, article="", locale="")
