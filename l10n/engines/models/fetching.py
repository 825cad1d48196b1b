"""Owns fetching one file over the web: on from where an earlier try broke off, and never more than it should have."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import disk
from l10n.web.faults import Fault
from l10n.web.http import Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from l10n.web.http import HttpStream

__all__ = ["Fetcher", "GoneError", "size_of"]

_TIMEOUT = 20.0
"""Seconds for the next bytes."""
_PATIENCE, _LEAST = 30.0, 30_000
"""In so many seconds so many bytes have to come: less is a server that never ends."""
_TRIES = 3
"""Tries in a row that bring nothing new."""
_MOST_TRIES = 50
_RESTS = (0.5, 2.0)
"""Seconds before the next try: after one that brought something, and after one that brought nothing."""
_DIGITS = 18
"""Of a number of bytes; Python refuses to read thousands."""
_OK, _PARTIAL, _GONE, _RANGE, _BUSY, _SERVER = 200, 206, {404, 410}, 416, 429, 500


class GoneError(Fault):
    """There is no such file."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches files; every method raises `Fault`."""

    wire: Wire
    rest: Callable[[float], None]

    @classmethod
    def new(cls, rest: Callable[[float], None] = time.sleep) -> Fetcher:
        """Return one with the usual patience."""
        return cls(Wire(_TIMEOUT), rest)

    def whole(self, url: str, most: int) -> bytes:
        """Return a small file of at most so many bytes."""
        body = bytearray()
        with self.wire.stream(url) as answer:
            _judge(answer.status, url.rpartition("/")[2])
            for piece in _watched(answer):
                body += piece
                if len(body) > most:
                    raise Fault(f"its list is larger than {most >> 20} MB", fatal=True)
        return bytes(body)

    def fetch(self, url: str, size: int, path: Path, tell: Callable[[int], None]) -> None:
        """Fetch what is not there yet of a file of so many bytes, however often it breaks off while more of it comes.

        `tell` is given the bytes that are there. Raises `OSError`, too, where the disk refuses.
        """
        idle = 0
        for _ in range(_MOST_TRIES):
            before = size_of(path)
            tell(before)
            try:
                self._go_on(url, size, path, tell)
            except Fault as err:
                idle = 0 if size_of(path) > before else idle + 1
                if not err.retry or idle == _TRIES:
                    raise
                self.rest(_RESTS[min(idle, len(_RESTS) - 1)])
            else:
                return
        raise Fault("the connection breaks off again and again", retry=True)

    def _go_on(self, url: str, size: int, path: Path, tell: Callable[[int], None]) -> None:
        have = size_of(path)
        if have == size:
            return
        have = have if have < size else 0
        with self.wire.stream(url, {"Range": f"bytes={have}-"} if have else {}) as answer:
            have = _start(answer, have, path)
            _check_length(answer, have, size)
            with os.fdopen(disk.writable(path, keep=bool(have)), "ab" if have else "wb") as out:
                for piece in _watched(answer):
                    have += len(piece)
                    if have > size:
                        raise Fault(f"more comes than the {size:,} bytes that the list says", fatal=True)
                    out.write(piece)
                    tell(have)
        if have < size:
            raise Fault("the connection broke off", retry=True)


def _start(answer: HttpStream, have: int, path: Path) -> int:
    """Return where the answer begins in the file: where it was asked to, or at 0 from a server that knows no parts."""
    if answer.status == _OK:
        return 0
    if have and answer.status == _PARTIAL:
        if answer.headers.get("content-range", "").startswith(f"bytes {have}-"):
            return have
        raise Fault("another part comes than the one that was asked for", fatal=True)
    if have and answer.status == _RANGE:
        path.unlink()
        raise Fault("it has no more than what is here already", retry=True)
    _judge(answer.status, "the file")
    raise Fault(f"it answers with status {answer.status}", fatal=True)


def _check_length(answer: HttpStream, have: int, size: int) -> None:
    length = answer.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and have + int(length[:_DIGITS]) != size:
        raise Fault(f"the file has {have + int(length[:_DIGITS]):,} bytes there, and {size:,} by the list", fatal=True)


def _judge(status: int, what: str) -> None:
    """Raise the `Fault` that a status means for a file, or none."""
    if status in _GONE:
        raise GoneError(f"{what} is not there ({status})", fatal=True, status=status)
    if status == _BUSY or status >= _SERVER:
        raise Fault(f"it cannot answer now ({status})", retry=True, status=status)
    if status not in {_OK, _PARTIAL, _RANGE}:
        raise Fault(f"it refuses {what} ({status})", fatal=True, status=status)


def _watched(answer: HttpStream) -> Iterator[bytes]:
    """Yield the pieces of an answer; raises `Fault` where they come too slowly to ever end."""
    since, many = time.monotonic(), 0
    for piece in answer.pieces:
        yield piece
        many += len(piece)
        if (now := time.monotonic()) - since > _PATIENCE:
            if many < _LEAST:
                raise Fault("it sends next to nothing", retry=True, slow=True)
            since, many = now, 0


def size_of(path: Path) -> int:
    """Return the bytes of a file; 0 where there is none."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_size
    return 0
