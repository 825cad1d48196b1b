"""Owns values as bytes: the same mark for equal ones, and reading back what was packed, if it is values alone."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import FunctionType
from typing import Any

__all__ = ["loads", "mark", "packed", "unpacked"]

_PLAIN = frozenset({date, frozenset, range, set})
_OTHERS = {(one.__module__, one.__name__): one for one in _PLAIN}
"""Classes of values that are not ours."""


def loads(data: bytes) -> Any:
    """Return a value that was pickled; raises `UnpicklingError` where it is more than a value."""
    return _Unpickler(io.BytesIO(data)).load()


def packed(value: object) -> bytes:
    """Return a value as bytes, for `unpacked` and as small as it quickly gets."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpacked(data: bytes) -> Any:
    """Return a value that was packed; raises `UnpicklingError` or `zlib.error` for anything else."""
    return loads(zlib.decompress(data))


class _Unpickler(pickle.Unpickler):
    """Makes values only: what is kept cannot have anything done."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; raises `UnpicklingError` for anything else, and imports nothing else."""
        found = super().find_class(module, name) if module.startswith("l10n.") else _OTHERS.get((module, name))
        if not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum) or found in _PLAIN)):
            raise pickle.UnpicklingError(f"{module}.{name} is no class of values")
        return found


def mark(value: object) -> bytes:
    """Return the same digest for equal values, in every process; raises `TypeError` for what has none."""
    seen = blake2b(digest_size=16)
    _feed(seen.update, value)
    return seen.digest()


def _feed(take: Callable[[bytes], object], value: object) -> None:
    """Give the bytes of a value, with its type and so that none runs into the next."""
    match value:
        case None | bool() | int() | float() | str() | bytes() | date() | Path() if not isinstance(value, Enum):
            shown = repr(value).encode("utf-8", "surrogatepass")
            take(f"{type(value).__name__} {len(shown)} ".encode() + shown)
        case Enum():
            take(f"{type(value).__qualname__}.{value.name} ".encode())
        case tuple() | list():
            take(f"row {len(value)} ".encode())
            for one in value:
                _feed(take, one)
        case frozenset() | set():
            take(b"set ")
            _feed(take, sorted(map(mark, value)))
        case Mapping():
            take(b"mapping ")
            _feed(take, sorted((mark(name), mark(one)) for name, one in value.items()))
        case partial():
            _feed(take, (value.func, value.args, value.keywords))
        case FunctionType() | type():
            take(f"{value.__module__}.{value.__qualname__} ".encode())
        case object(__wrapped__=wrapped):  # as by `lru_cache`
            _feed(take, wrapped)
        case _:
            _feed(take, (type(value), _parts(value)))


def _parts(value: object) -> dict[str, object]:
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value) if one.compare}
    raise TypeError(f"{type(value)} has no digest")
