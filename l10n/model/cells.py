"""The finest that coverage tells apart: what a text is, where it stands, and which machine it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Cell", "Prominence", "Substate", "added"]


class Substate(StrEnum):
    """What a text is; the values are those of the JSON report, in the order of the reports."""

    ACCEPTED = "accepted"
    """Reviewed, letter for letter as a machine had drafted it."""
    EDITED = "edited"
    """Reviewed, a machine's draft that a person changed."""
    HUMAN = "human"
    """Reviewed, a person's from the start."""
    DRAFT = "draft"
    """A machine's, that nobody has read."""
    IN_WORK = "in_work"
    """A draft that a person has begun, or begun to change."""
    URGENT = "urgent"
    """Stale, as a number, a negation, a name or a quotation of the source changed."""
    STALE = "stale"
    """Stale for any other change."""
    MISSING = "missing"


class Prominence(StrEnum):
    """How early a reader meets a segment."""

    HEADLINE = "headline"
    LEDE = "lede"
    """The first paragraph, and all above it that may be one."""
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """Segments of one sort, every occurrence counted; a coverage has one for each sort that it has."""

    substate: Substate
    prominence: Prominence
    engine: str
    """The machine that the text came from, with its model (`Origin.machine`); empty where it came from none."""
    segments: int
    words: int
    """Words of the source."""


_SUBSTATES = {one: at for at, one in enumerate(Substate)}
_PROMINENCES = {one: at for at, one in enumerate(Prominence)}


def added(cells: Iterable[tuple[Substate, Prominence, str, int, int]]) -> tuple[Cell, ...]:
    """Add up what is of one sort; each is given as the fields of a `Cell`. They come in the order of the reports."""
    sums: dict[tuple[Substate, Prominence, str], tuple[int, int]] = {}
    for substate, prominence, engine, segments, words in cells:
        sort = substate, prominence, engine
        before = sums.get(sort, (0, 0))
        sums[sort] = before[0] + segments, before[1] + words
    order = sorted(sums, key=lambda one: (_SUBSTATES[one[0]], one[2], _PROMINENCES[one[1]]))
    return tuple(Cell(*sort, *sums[sort]) for sort in order)
