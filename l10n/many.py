"""Owns going through more values than memory should hold: a file without a name has them, and one at a time is here."""

from __future__ import annotations

import tempfile
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from l10n.errors import StorageError
from l10n.values import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

__all__ = ["Anew", "Pile", "Room", "apart"]

_HELD = 1 << 23
"""Bytes that are kept here before they go into the file: what fits makes none."""
_PARTS = 256
"""Into how many parts marks are dealt out, each of which is sorted for itself."""

_Value = TypeVar("_Value")
_Part = TypeVar("_Part")


class Room:
    """The bytes of any number of piles, in one file that nobody else sees and that is gone with this process."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._there = 0
        self._here = bytearray()

    def put(self, data: bytes) -> int:
        """Take bytes in, and return where they begin; raises `StorageError` where there is no place for them."""
        at = self._there + len(self._here)
        self._here += data
        if len(self._here) > _HELD:
            self._move()
        return at

    def get(self, at: int, size: int) -> bytes:
        """Return bytes that were taken in; raises `StorageError`."""
        if at >= self._there:
            start = at - self._there
            return bytes(self._here[start : start + size])
        assert self._file is not None  # noqa: S101  something is in it
        try:
            self._file.seek(at)
            return self._file.read(size)
        except OSError as err:
            raise _refused(err) from err

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def _move(self) -> None:
        try:
            self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115  gone with this object
            self._file.seek(self._there)
            self._file.write(self._here)
            self._file.flush()
        except OSError as err:
            raise _refused(err) from err
        self._there += len(self._here)
        self._here = bytearray()


def _refused(err: OSError) -> StorageError:
    return StorageError(
        f"what is found of many articles cannot be put aside: {err.strerror}",
        path=tempfile.gettempdir(),
        remedy="Make room there, or set TMPDIR to another folder.",
    )


class Pile(Generic[_Value]):
    """Values in their order, each with a number; they are unpacked whenever they are asked for."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._numbers = array("L")
        self._begin = array("Q")
        self._sizes = array("L")

    def append(self, number: int, packed: bytes) -> None:
        """Add a value as `values.packed` made it."""
        self._begin.append(self._room.put(packed))
        self._numbers.append(number)
        self._sizes.append(len(packed))

    def __getitem__(self, at: int) -> tuple[int, _Value]:
        return self._numbers[at], unpacked(self._room.get(self._begin[at], self._sizes[at]))

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[tuple[int, _Value]]:
        return (self[at] for at in range(len(self)))


@dataclass(frozen=True, slots=True)
class Anew(Generic[_Part]):
    """A part of each of many values, made anew each time that they are gone through."""

    values: Iterable[Any]
    part: Callable[[Any], _Part]

    def __iter__(self) -> Iterator[_Part]:
        return map(self.part, self.values)


def apart(rows: Iterable[tuple[int, int]]) -> set[int]:
    """Return the marks that come with more than one value, of any number of rows: 16 bytes are kept of each.

    A mark, and a value, is a number of up to 64 bits.
    """
    parts = [(array("Q"), array("Q")) for _ in range(_PARTS)]
    for key, value in rows:
        keys, values = parts[key % _PARTS]
        keys.append(key)
        values.append(value)
    found: set[int] = set()
    while parts:
        known: dict[int, int] = {}
        for key, value in zip(*parts.pop(), strict=True):
            if known.setdefault(key, value) != value:
                found.add(key)
    return found
