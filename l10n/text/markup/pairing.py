"""Owns which of the links or codes that a translation lost became which of those it added."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["likeness", "paired"]

_NEAR = 12
"""Added ones among which the most alike is looked for; both stand in the order of the text."""
_HEAD = 300
"""Characters of a link or code by which it is compared."""


def paired(lost: Sequence[str], added: Sequence[str], alike: Callable[[str, str], object]) -> Iterator[tuple[str, str]]:
    """Yield each that is lost with the most alike of those that are added, each of which is taken once.

    The first of those that are equally alike is taken, and none where none is left.
    """
    left = dict.fromkeys(added)
    for old in lost:
        near = list(islice(left, _NEAR))
        if near:
            new = max(near, key=lambda other: alike(old, other))  # type: ignore[arg-type, return-value]
            del left[new]
            yield old, new


def likeness(one: str, other: str) -> float:
    """Return how alike two links or codes are, 0…1."""
    return SequenceMatcher(None, one[:_HEAD], other[:_HEAD]).ratio()
