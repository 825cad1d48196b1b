"""Owns reading tables out of files: CSV in the encodings that spreadsheets write, and the first sheet of an XLSX."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["TableRow", "rows"]

_ENCODINGS = ("utf-8-sig", "cp949")
"""Tried in this order; whatever else it is, the one is strict enough to tell it from the other."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LARGEST = 1 << 28
"""Bytes that a part of an XLSX may have when it is unpacked."""
_CELL = 1 << 16
"""Characters of a cell."""
_COLUMN = re.compile(r"[A-Z]{1,3}")
_SHARED = "si"
"""The tag of a text that cells share."""
_WIDEST = 1 << 10
"""Columns that are read."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table."""

    number: int
    """1-based: the line of a CSV where it begins, the row of a sheet."""
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    """Columns, from 0, whose cells are worked out by a formula."""


def rows(data: bytes, *, path: str) -> Iterator[TableRow]:
    """Yield the rows of a table; raises `UsageError` with `path` and line where the file is none."""
    if data.startswith(_OLE):
        raise _fault("an Excel file of before 2007", path, 0, "Save it as XLSX or as CSV.")
    yield from _sheet(data, path) if data.startswith(_ZIP) else _lines(_decoded(data, path), path)


def _fault(message: str, path: str, line: int, remedy: str) -> UsageError:
    return UsageError(message, path=path, line=line, remedy=remedy)


# CSV


def _decoded(data: bytes, path: str) -> str:
    first = ""
    for encoding in (_WIDE[data[:2]],) if data[:2] in _WIDE else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as err:
            first = first or f"{encoding}:{data.count(10, 0, err.start) + 1}"
            continue
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            raise _fault("holds a NUL character", path, line, "Save the table as CSV in UTF-8.")
        return text
    line = int(first.rpartition(":")[2])
    raise _fault("neither UTF-8 nor CP949", path, line, "Save the table as CSV in UTF-8.")


def _lines(text: str, path: str) -> Iterator[TableRow]:
    head = text[:_CELL].split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t" if "\t" in head else ",")
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as err:
            told = "Look for a quotation mark that is not closed, or not doubled inside of a cell."
            raise _fault(f"cannot be read as CSV: {err}", path, line, told) from err
        if cells is None:
            return
        yield TableRow(line, tuple(cells[:_WIDEST]))
        line = reader.line_num + 1


# XLSX


def _sheet(data: bytes, path: str) -> Iterator[TableRow]:
    told = "Open it in a spreadsheet program, and save it as XLSX or as CSV."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = _Texts()
            if "xl/sharedStrings.xml" in archive.namelist():
                _parsed(archive, "xl/sharedStrings.xml", texts, path)
            sheet = _Sheet(texts.found)
            _parsed(archive, _first_sheet(archive, path), sheet, path)
    except (zipfile.BadZipFile, zlib.error, LookupError, OSError, EOFError, ValueError, RuntimeError) as err:
        raise _fault(f"cannot be read as XLSX: {err}", path, 0, told) from err
    yield from sheet.found


def _first_sheet(archive: zipfile.ZipFile, path: str) -> str:
    names = sorted(
        (name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
        key=lambda name: int("".join(filter(str.isdigit, name))),
    )
    if not names:
        raise _fault("no XLSX: there is no sheet in it", path, 0, "Save the table as XLSX or as CSV.")
    return names[0]


def _parsed(archive: zipfile.ZipFile, name: str, handler: _Texts | _Sheet, path: str) -> None:
    """Give a part of an XLSX to a handler; without entities, and no more of it than it says it has."""
    if archive.getinfo(name).file_size > _LARGEST:
        raise _fault(f"{name} unpacks to more than {_LARGEST >> 20} MB", path, 0, "Save the table as CSV.")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = _local(handler.start)
    parser.EndElementHandler = lambda tag: handler.end(tag.rpartition(" ")[2])
    parser.CharacterDataHandler = handler.text

    def refuse(*_: object) -> None:
        raise _fault("declares entities, which no spreadsheet program does", path, 0, "Save the table as CSV.")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        with archive.open(name, mode="r") as file:
            parser.ParseFile(file)
    except expat.ExpatError as err:
        raise _fault(f"{name} is broken: {err}", path, 0, "Save the table as CSV.") from err


def _local(start: Callable[[str, dict[str, str]], None]) -> Callable[[str, dict[str, str]], None]:
    return lambda tag, attributes: start(tag.rpartition(" ")[2], attributes)


class _Texts:
    """The texts that cells share: rich text is joined, its phonetic reading left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open: list[str] | None = None
        self._silent = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        if tag == _SHARED:
            self.found.append("")
        self._silent = tag == "rPh" or (self._silent and tag != _SHARED)
        self._open = [] if tag == "t" and not self._silent else None

    def text(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)

    def end(self, tag: str) -> None:
        if tag == "t" and self._open is not None and self.found:
            self.found[-1] += "".join(self._open)
            self._open = None
        self._silent = self._silent and tag != "rPh"


class _Sheet:
    """The rows of a sheet."""

    def __init__(self, shared: list[str]) -> None:
        self.found: list[TableRow] = []
        self._shared = shared
        self._number = 0
        self._cells: dict[int, str] = {}
        self._formulas: set[int] = set()
        self._column, self._kind = -1, ""
        self._open: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._cells, self._formulas, self._column = {}, set(), -1
        elif tag == "c":
            self._column = _column(attributes.get("r", ""), self._column + 1)
            self._kind = attributes.get("t", "")
        elif tag == "f":
            self._formulas.add(self._column)
        self._open = [] if tag in {"v", "t"} else None

    def text(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)

    def end(self, tag: str) -> None:
        if tag in {"v", "t"} and self._open is not None and self._column < _WIDEST:
            value = "".join(self._open)
            if self._kind == "s" and tag == "v":
                value = self._shared[int(value)] if 0 <= int(value) < len(self._shared) else ""
            self._cells[self._column] = self._cells.get(self._column, "") + value
        elif tag == "row" and self._cells:
            width = max(self._cells) + 1
            cells = tuple(self._cells.get(at, "") for at in range(width))
            self.found.append(TableRow(self._number, cells, frozenset(self._formulas)))
        self._open = None


def _column(place: str, following: int) -> int:
    """Return the column of a cell, from 0, by its place (`AB12`); the following one where it has none."""
    match = _COLUMN.match(place)
    if not match:
        return following
    number = 0
    for letter in match.group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
