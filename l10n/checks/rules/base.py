"""Owns making a rule about many pairs of a function about one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from l10n.protocols import Flaw, Pair

__all__ = ["per_pair"]


def per_pair(find: Callable[[Pair], Iterable[Flaw]]) -> Callable[[Sequence[Pair]], Iterator[tuple[int, Flaw]]]:
    """Return a function that applies `find` to each pair and yields its faults with the pair's index."""

    def found(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
        for index, pair in enumerate(pairs):
            for flaw in find(pair):
                yield index, flaw

    return found
