"""Owns keeping what was worked out last, so that it is not worked out again, within a bound of size."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["Recent"]

_Made = TypeVar("_Made")


class Recent(Generic[_Made]):
    """Values by what they are made of; the one that was asked for longest ago goes first.

    A key holds all that its value depends on, so that a value is never stale. What fails is not kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[_Made, int]] = OrderedDict()
        self._size = 0

    def peek(self, key: Hashable, otherwise: _Made) -> _Made:
        """Return the value for a key where it is kept."""
        found = self._kept.get(key)
        return otherwise if found is None else found[0]

    def get(self, key: Hashable, size: int, make: Callable[[], _Made]) -> _Made:
        """Return the value for a key, made now unless it is kept; `size` is what it counts for."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found[0]
        made = make()
        if size <= self._most and key not in self._kept:
            self._kept[key] = made, size
            self._size += size
            while self._size > self._most:
                _, (_, gone) = self._kept.popitem(last=False)
                self._size -= gone
        return made
