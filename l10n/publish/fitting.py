"""Owns the question which texts keep the structure of their article."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.model import Segment
from l10n.publish.glue import glue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Document
    from l10n.protocols import Format

__all__ = ["fitting"]

_LOOKS = 64
"""How often a whole article is read to find single texts; it is long, or has many such texts, if that does not do."""
_REACH = 24
"""Parts on each side of a text that are read with it then."""


def fitting(
    document: Document, fmt: Format, texts: Sequence[str | None], wanted: Sequence[int], *, joint: str
) -> list[str | None]:
    """Return the texts at the `wanted` indexes that keep the structure, and None for all others.

    Texts are tried together and, where they do not fit, in halves. Where that takes too many looks at the whole
    article, each is judged with its neighbours alone, and what passes is tried together once more: time grows with the
    article and not with its square. Where no text is wanted, nothing is read.
    """
    accepted: list[str | None] = [None] * len(texts)
    if not wanted:
        return accepted
    shape = _own_shape(fmt, document.source, document.raw_blocks)  # type: ignore[arg-type]  # formats are modules

    def fits(group: Sequence[int]) -> bool:
        return _shape(document, fmt, _with(accepted, group, texts), joint) == shape

    groups, looks = [list(wanted)], 0
    while groups and looks < _LOOKS:
        group, looks = groups.pop(), looks + 1
        if fits(group):
            accepted = _with(accepted, group, texts)
        elif len(group) > 1:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    rest = [index for group in groups for index in group]
    near = _near(document, fmt, texts, rest, joint)
    return _with(accepted, near, texts) if near and fits(near) else accepted


def _with(accepted: Sequence[str | None], group: Sequence[int], texts: Sequence[str | None]) -> list[str | None]:
    found = list(accepted)
    for index in group:
        found[index] = texts[index]
    return found


@lru_cache(maxsize=4)
def _own_shape(fmt: Format, source: str, raw_blocks: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the structure of an article as it was written: one for all locales that it is built in."""
    try:
        return fmt.skeleton(source, raw_blocks)
    except ArticleError:
        return None


def _shape(document: Document, fmt: Format, texts: Sequence[str | None], joint: str) -> tuple[str, ...] | None:
    """Return the structure with these texts; None where they make an article of it that cannot be read."""
    try:
        return fmt.skeleton(glue(document, fmt, texts, joint=joint), document.raw_blocks)
    except ArticleError:
        return None


def _near(
    document: Document, fmt: Format, texts: Sequence[str | None], indexes: Sequence[int], joint: str
) -> list[int]:
    """Return the indexes of the texts that keep the structure of what stands around them."""
    places = [at for at, part in enumerate(document.parts) if isinstance(part, Segment)]
    found = []
    for index in indexes:
        first = max(0, places[index] - _REACH)
        around = replace(document, parts=document.parts[first : places[index] + _REACH])
        nothing: list[str | None] = [None] * sum(isinstance(part, Segment) for part in around.parts)
        own = sum(isinstance(part, Segment) for part in document.parts[first : places[index]])
        alone = [*nothing[:own], texts[index], *nothing[own + 1 :]]
        if _shape(around, fmt, alone, joint) == _shape(around, fmt, nothing, joint):
            found.append(index)
    return found
