"""Owns doing one thing to many articles: here, one after the other, or where an executor does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor

__all__ = ["mapped"]

_Given = TypeVar("_Given")
_Done = TypeVar("_Done")


def mapped(
    function: Callable[[_Given], _Done], inputs: Iterable[_Given], executor: Executor | None = None
) -> Iterator[_Done]:
    """Yield what `function` makes of each input, in their order.

    Without an executor an input is taken when its result is asked for, so that one is in memory at a time. For a pool
    of processes the function and the inputs, and what comes back, have to be values that pickle.
    """
    return map(function, inputs) if executor is None else executor.map(function, inputs)
