"""Owns the unpacking of a fetched file: Zstandard, gzip or neither, by its first bytes, within a size that is known.

Zstandard comes with Python 3.14, and before with the package backports.zstd, which the extra `[firefox]` brings along.
"""

from __future__ import annotations

import hashlib
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from l10n.errors import EngineError, EngineMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["unpack"]

_ZSTD = b"\x28\xb5\x2f\xfd"
_GZIP = b"\x1f\x8b"
_WITH_HEADER = 31
"""zlib's name for gzip with the largest window."""
_PIECE = 1 << 18
"""Bytes that are read, and unpacked, at a time."""


class _Unpacker(Protocol):
    """Python's decompressors, all alike."""

    @property
    def eof(self) -> bool:
        """The end of what is packed was seen."""

    @property
    def needs_input(self) -> bool:
        """There is nothing left to unpack of what was given."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most so many bytes; what of `data` is left is kept for the next call."""


class _Gzip:
    """gzip in the shape of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(_WITH_HEADER)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def unpack(packed: BinaryIO, into: BinaryIO, size: int, most: int) -> tuple[int, str]:
    """Write what is packed in a file into another; return its bytes and SHA-256.

    `size` is how many bytes there should be, -1 where nobody knows; no more than `most` are ever written. Raises
    `EngineError` for what is packed badly or unpacks to more, `OSError` where the disk refuses.
    """
    most = min(most, size) if size >= 0 else most
    digest, written = hashlib.sha256(), 0
    for piece in _unpacked(packed):
        written += len(piece)
        if written > most:
            raise EngineError(f"it unpacks to more than {most:,} bytes")
        digest.update(piece)
        into.write(piece)
    return written, digest.hexdigest()


def _unpacked(packed: BinaryIO) -> Iterator[bytes]:
    data = packed.read(_PIECE)
    unpacker, broken = _for(data)
    if unpacker is None:
        while data:
            yield data
            data = packed.read(_PIECE)
        return
    try:
        while not unpacker.eof:
            yield unpacker.decompress(data, _PIECE)
            data = packed.read(_PIECE) if unpacker.needs_input and not unpacker.eof else b""
            if not data and unpacker.needs_input and not unpacker.eof:
                raise EngineError("it breaks off")
    except broken as err:
        raise EngineError("it is packed badly") from err


def _for(begin: bytes) -> tuple[_Unpacker | None, type[Exception]]:
    """Return what unpacks a file that begins so, or none, and what that raises for garbage."""
    if begin.startswith(_GZIP):
        return _Gzip(), zlib.error
    if not begin.startswith(_ZSTD):
        return None, zlib.error
    zstd = _zstd()
    unpacker: _Unpacker = zstd.ZstdDecompressor()
    return unpacker, zstd.ZstdError


def _zstd() -> Any:
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise EngineMissingError(
        "Mozilla's models are packed with Zstandard, which Python has from 3.14 on",
        remedy="Install what engine firefox needs: pip install 'article-l10n[firefox]'.",
    )
