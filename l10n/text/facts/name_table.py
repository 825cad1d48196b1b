"""Owns the name memory's file: reading its rows, and renewing those that no person has changed.

A row of which the cell `learned` holds the digest of its other cells is the program's; whoever changes anything in it
makes it hers, and so is a row without that cell. Lines that are not renewed keep their bytes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.model import KnownName
from l10n.text.digest import digest
from l10n.text.facts.name_pairs import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["COLUMNS", "Clash", "NameTable", "Renewed", "fault", "parse", "renewed"]

COLUMNS = ("source", "target", "from", "learned", "note")
_EMPTY = dict.fromkeys(COLUMNS, "")
_NEEDED = frozenset({"source", "target"})
_FORMULA = "=+-@"
"""Signs with which a cell begins that a spreadsheet runs."""
_MARKUP = re.compile(r"[<>{}\[\]|`\\]|[^\S ]")
_JOINERS = re.compile("[\u200c\u200d]")
"""Unseen characters that are a part of words in some scripts."""
_MOST = 200
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """A name memory as it stands in its file."""

    rows: tuple[KnownName, ...]
    columns: tuple[str, ...]
    """As the first row of the file names them; empty where there is no such row."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A name that stands in the memory otherwise than it would be written now; nothing is written."""

    kept: KnownName
    other: KnownName


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of a name memory."""

    text: str
    added: tuple[KnownName, ...]
    changed: tuple[KnownName, ...]
    """Rows of the program's that are spelt otherwise now."""
    clashes: tuple[Clash, ...]


def parse(text: str, *, path: str, marks: bool = False) -> NameTable:
    """Read a name memory: tab-separated rows under a row of column names, of which `source` and `target` are needed.

    Empty lines and lines that begin with `#` are passed over. With `marks` the cell `learned` is held against
    the others; else it is believed. Raises `UsageError` with `path` and line for a row that
    cannot be what its author meant: a cell missing or too many, a name twice, a formula, markup.
    """
    columns: tuple[str, ...] = ()
    rows: list[KnownName] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(_lines(text), 1):
        bare = line.rstrip("\r\n").removeprefix("\ufeff")
        if not bare.strip() or bare.startswith("#"):
            continue
        cells = [cell.strip() for cell in unicodedata.normalize("NFC", bare).split("\t")]
        if not columns:
            columns = _columns(cells, path, number)
            continue
        row = _row(columns, cells, path, number)
        if marks and row.learned:
            row = replace(row, learned=cells[columns.index("learned")] == _mark(row))
        key = folded(row.source)
        if key in seen:
            raise _fault(f"`{row.source}` stands in line {seen[key]} already", path, number, "Delete one of the two.")
        seen[key] = number
        rows.append(row)
    return NameTable(tuple(rows), columns)


def fault(cell: str) -> str:
    """Say why a cell is no name; empty where it may be one."""
    if not cell:
        return "is empty"
    if cell[0] in _FORMULA:
        return f"begins with `{cell[0]}`, as a formula does"
    if _MARKUP.search(cell) or not _JOINERS.sub("", cell).isprintable():
        return "holds markup or a control character"
    return "is longer than any name" if len(cell) > _MOST else ""


def renewed(text: str | None, names: Iterable[KnownName], *, path: str) -> Renewed:
    """Return a name memory with names learnt or imported now, `text` being what the file holds; None for no file.

    A name that is not there is put in its alphabetical place, or at the end where the rows are in no such order. A row
    of the program's is renewed by what is of the same kind (`KnownName.imported`) only; all other differences are
    clashes. Raises what `parse` does.
    """
    before = text or ""
    table = parse(before, path=path, marks=True)
    known = {folded(row.source): row for row in table.rows}
    added: list[KnownName] = []
    changed: dict[int, KnownName] = {}
    clashes: list[Clash] = []
    for name in names:
        row = known.get(folded(name.source))
        if row is None:
            added.append(name)
            known[folded(name.source)] = name
        elif row.target == name.target:
            continue
        elif row.learned and row.imported == name.imported and row.line:
            changed[row.line] = replace(row, target=name.target, origin=name.origin)
        else:
            clashes.append(Clash(row, name))
    if not added and not changed:
        return Renewed(before, (), (), tuple(clashes))
    columns = (*table.columns, *(column for column in COLUMNS if column not in table.columns))
    return Renewed(
        _written(before, table, columns, added, changed), tuple(added), tuple(changed.values()), tuple(clashes)
    )


def _written(
    before: str,
    table: NameTable,
    columns: Sequence[str],
    added: Sequence[KnownName],
    changed: dict[int, KnownName],
) -> str:
    lines = _lines(before)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    head = next((at for at, line in enumerate(lines) if table.columns and _is_row(line)), None)
    if head is None:
        lines.append("\t".join(columns) + end)
    elif len(columns) > len(table.columns):
        lines[head] = lines[head].rstrip("\r\n") + "\t" + "\t".join(columns[len(table.columns) :]) + end
    for number, row in changed.items():
        lines[number - 1] = _line(row, columns) + end
    keys = [folded(row.source) for row in table.rows]
    new = sorted(added, key=lambda row: (folded(row.source), row.source))
    if keys != sorted(keys):
        return "".join([*lines, *(_line(row, columns) + end for row in new)])
    pieces: list[str] = []
    at = 0
    for row in table.rows:
        pieces += lines[at : row.line - 1]
        at = row.line - 1
        while new and folded(new[0].source) < folded(row.source):
            pieces.append(_line(new.pop(0), columns) + end)
    return "".join([*pieces, *lines[at:], *(_line(row, columns) + end for row in new)])


def _lines(text: str) -> list[str]:
    """Return the lines of a file with their ends; nothing but a line feed ends one."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _is_row(line: str) -> bool:
    bare = line.removeprefix("\ufeff")
    return bool(bare.strip()) and not bare.startswith("#")


def _line(row: KnownName, columns: Sequence[str]) -> str:
    cells = {"source": row.source, "target": row.target, "from": row.origin, "note": row.note, "learned": _mark(row)}
    return "\t".join(cells[column] for column in columns).rstrip("\t")


def _mark(row: KnownName) -> str:
    """Return the digest by which a row is known to be the program's."""
    return digest(f"{row.source}\t{row.target}\t{row.origin}\t{row.note}")


def _columns(cells: Sequence[str], path: str, line: int) -> tuple[str, ...]:
    for name in cells:
        if name not in COLUMNS:
            raise _fault(f"unknown column `{name}`", path, line, f"Use these, divided by tabs: {' '.join(COLUMNS)}.")
    if len(set(cells)) < len(cells) or not set(cells) >= _NEEDED:
        raise _fault("the columns source and target are needed, each once", path, line, "Mend the first row.")
    return tuple(cells)


def _row(columns: Sequence[str], cells: Sequence[str], path: str, line: int) -> KnownName:
    if any(cells[len(columns) :]):
        raise _fault(f"{len(cells)} cells under {len(columns)} columns", path, line, "Take the tab too many out.")
    found = _EMPTY | dict(zip(columns, cells, strict=False))
    for column in ("source", "target"):
        if why := fault(found[column]):
            told = "Write a name into it, or delete the row."
            raise _fault(f"the {column} {why}", path, line, told)
    learned = bool(found["learned"])
    return KnownName(found["source"], found["target"], found["from"], learned, found["note"], line)


def _fault(message: str, path: str, line: int, remedy: str) -> UsageError:
    return UsageError(message, path=path, line=line, remedy=remedy)
