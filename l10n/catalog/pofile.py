"""Owns a PO file that was read: its entries, and where each of them stands in its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.catalog import shape
from l10n.catalog.tokenizer import Raw, scan_one

if TYPE_CHECKING:
    from l10n.model import Catalog

__all__ = ["PoFile"]


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file that was read completely."""

    path: str
    catalog: Catalog
    data: bytes = field(repr=False)
    """The exact bytes."""
    text: str = field(repr=False, compare=False)
    """The bytes as characters, without a byte order mark."""
    starts: tuple[int, ...] = field(repr=False, compare=False)
    """Where each piece of `text` begins (see `reading.Reading`)."""
    header: Raw | None = field(repr=False, compare=False)
    place: int = field(repr=False, compare=False)
    """How many entries stand before the header; 0 in every file that a program wrote."""
    codec: str = "utf-8"
    bom: bool = False
    newline: str = "\n"
    """What ends the first line: LF or CRLF."""

    def piece(self, at: int) -> int:
        """Return which piece of the file `catalog.entries[at]` is; the header is a piece of its own."""
        return at + 1 if self.header is not None and at >= self.place else at

    def raw(self, at: int) -> Raw:
        """Read `catalog.entries[at]` once more, as it stands in the file."""
        start, end = self.starts[self.piece(at) : self.piece(at) + 2]
        return shape.common(self.text, start, end) or scan_one(self.text, start, self.path, 1)[0] or Raw()
