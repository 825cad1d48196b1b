"""Owns doing one thing to many articles: here, one after the other, or where an executor does it.

Here the work on one article meets the rest: whatever it raises is that article's failure, and the others go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from l10n.errors import L10nError, blaming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor

__all__ = ["Failure", "UnitOfWork", "attempt", "mapped"]


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


def mapped(
    function: Callable[[_Given], _Done],
    inputs: Iterable[_Given],
    failures: list[Failure],
    executor: Executor | None = None,
    *,
    doing: str,
) -> Iterator[_Done]:
    """Yield what `function` makes of each input, in their order; one that it fails on goes to `failures`.

    `doing` says in a message what is done. Without an executor an input is taken when its result is asked for, so that
    one is in memory at a time. For a pool of processes the function and the inputs, and what comes back, have to be
    values that pickle.
    """
    work = partial(attempt, function, doing)
    for done in map(work, inputs) if executor is None else executor.map(work, inputs):
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
