"""Owns doing one thing to many articles: here, batch after batch, or where an executor does it.

Here the work on one article meets the rest: whatever it raises is that article's failure, and the others go on.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from l10n.errors import L10nError, blaming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future

__all__ = ["Failure", "UnitOfWork", "attempt", "mapped", "spread"]

_AHEAD = 3
"""Batches for each worker that are being done, or wait for it: enough that none is idle, and all that is in memory."""
_JOBS = 4
"""Workers of an executor that does not say how many it has."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or done, and where it would have been counted; it pickles."""

    article: str
    """Empty where it is of no one article."""
    locale: str
    """Empty where it is the article itself."""
    error: L10nError


class UnitOfWork(Protocol):
    """What is to be known to work on one article, as far as a failure has to name it."""

    @property
    def article(self) -> str:
        """Its path below the folder of articles."""

    @property
    def locale(self) -> str:
        """The locale it is done in; empty where it is done for all of them."""

    @property
    def name(self) -> str:
        """The file that is named where the work fails, relative to the project."""


_Given = TypeVar("_Given", bound=UnitOfWork)
_Done = TypeVar("_Done")
_One = TypeVar("_One")


def mapped(
    function: Callable[[_Given], _Done], inputs: Iterable[_Given], failures: list[Failure], *, doing: str
) -> Iterator[_Done]:
    """Yield what `function` makes of each input, in their order; one that it fails on goes to `failures`.

    `doing` says in a message what is done. An input is taken when its result is asked for, so that one is in memory
    at a time.
    """
    for one in inputs:
        done = attempt(function, doing, one)
        if isinstance(done, Failure):
            failures.append(done)
        else:
            yield done


def attempt(function: Callable[[_Given], _Done], doing: str, one: _Given) -> _Done | Failure:
    """Return what `function` makes of one input, or why it makes nothing."""
    try:
        with blaming(one.name, f"{doing} it in {one.locale}" if one.locale else f"{doing} it"):
            return function(one)
    except L10nError as err:
        return Failure(one.article, one.locale, err)


def spread(
    function: Callable[[Sequence[_One]], Sequence[_Done]],
    batches: Iterable[Sequence[_One]],
    executor: Executor | None,
    lost: Callable[[_One], _Done],
) -> Iterator[_Done]:
    """Yield what `function` makes of batches, in their order, whatever does it: this process, or those of an executor.

    For an executor the function, the batches and what comes back have to be values that pickle; few batches are with
    it at a time. Where a worker dies (killed, or for want of memory), the batches that were with it are done once more,
    one at a time, so that it shows which of them it dies of; what is in that one is `lost`, and the others go on.
    """
    if executor is None:
        for batch in batches:
            yield from function(batch)
        return
    waiting: deque[tuple[Sequence[_One], Future[Sequence[_Done]]]] = deque()
    for batch in batches:
        waiting.append((batch, _handed(executor, function, batch)))
        if len(waiting) >= _AHEAD * int(getattr(executor, "jobs", _JOBS)):
            yield from _next(waiting, function, executor, lost)
    while waiting:
        yield from _next(waiting, function, executor, lost)


def _next(
    waiting: deque[tuple[Sequence[_One], Future[Sequence[_Done]]]],
    function: Callable[[Sequence[_One]], Sequence[_Done]],
    executor: Executor,
    lost: Callable[[_One], _Done],
) -> Iterator[_Done]:
    """Yield what comes of the first batch; of all that wait, where a worker has died."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415  most commands have little to do, and none of it

    batch, future = waiting.popleft()
    try:
        done = future.result()
    except BrokenExecutor:
        again = [(batch, future), *waiting]
        waiting.clear()
        for some, was in again:
            yield from _alone(some, was, function, executor, lost)
    else:
        yield from done


def _handed(
    executor: Executor, function: Callable[[Sequence[_One]], Sequence[_Done]], batch: Sequence[_One]
) -> Future[Sequence[_Done]]:
    from concurrent.futures import BrokenExecutor, Future  # noqa: PLC0415  see `_next`

    try:
        return executor.submit(function, batch)
    except BrokenExecutor as err:
        refused: Future[Sequence[_Done]] = Future()
        refused.set_exception(err)
        return refused


def _alone(
    batch: Sequence[_One],
    was: Future[Sequence[_Done]],
    function: Callable[[Sequence[_One]], Sequence[_Done]],
    executor: Executor,
    lost: Callable[[_One], _Done],
) -> Sequence[_Done]:
    """Return what comes of a batch that was with an executor when one of its workers died."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415  see `_next`

    try:
        return was.result()
    except BrokenExecutor:
        pass
    try:
        return _handed(executor, function, batch).result()
    except BrokenExecutor:
        return [lost(one) for one in batch]
