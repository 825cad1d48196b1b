"""Owns which rows of a coverage report are shown, and in which order."""

from __future__ import annotations

import difflib
import math
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Coverage

__all__ = ["STATES", "Shape", "Sort", "chosen", "ordered"]

_UNDER = "under="


class Sort(StrEnum):
    """What decides the order of the rows of a locale."""

    ARTICLE = "article"
    PERCENT = "percent"
    """The least reviewed first."""
    STALE = "stale"
    """The most stale words first."""
    MISSING = "missing"
    """The most missing words first."""
    URGENT = "urgent"
    """The most urgent segments first."""


_MEASURES: dict[str, Callable[[Coverage], int]] = {
    "stale": lambda row: row.segments.stale,
    "missing": lambda row: row.segments.missing,
    "draft": lambda row: row.segments.draft,
    "urgent": lambda row: row.urgent,
}
STATES = tuple(_MEASURES)
"""What `--only` may name besides `under=N`."""

_ORDERS: dict[Sort, Callable[[Coverage], float]] = {
    Sort.ARTICLE: lambda _row: 0,
    Sort.PERCENT: lambda row: row.percent,
    Sort.STALE: lambda row: -row.words.stale,
    Sort.MISSING: lambda row: -row.words.missing,
    Sort.URGENT: lambda row: -row.urgent,
}


class Shape(StrEnum):
    """How coverage is printed: the reports that `report.load` knows."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


def chosen(rows: Iterable[Coverage], wanted: Sequence[str]) -> list[Coverage]:
    """Return the rows that have something of each that is wanted: a state, `urgent`, or `under=N` per cent.

    Raises `UsageError` for a word that is none of these.
    """
    tests = [_test(word.strip()) for words in wanted for word in words.split(",")]
    return [row for row in rows if all(test(row) for test in tests)]


def ordered(rows: Iterable[Coverage], order: Sort) -> list[Coverage]:
    """Return the rows in an order; rows that are alike in it stay as they were."""
    return sorted(rows, key=_ORDERS[order])


def _test(word: str) -> Callable[[Coverage], bool]:
    if word in _MEASURES:
        measure = _MEASURES[word]
        return lambda row: measure(row) > 0
    if word.startswith(_UNDER):
        limit = _number(word)
        return lambda row: row.percent < limit
    near = difflib.get_close_matches(word.partition("=")[0], [*STATES, "under"], 1)
    help_ = f"Did you mean `{near[0]}`? " if near else ""
    raise UsageError(f"`--only {word}` is unknown", remedy=f"{help_}Use {', '.join(STATES)} or under=80.")


def _number(word: str) -> float:
    try:
        limit = float(word.removeprefix(_UNDER))
    except ValueError:
        limit = math.nan
    if not 0 <= limit <= 100:  # noqa: PLR2004  per cent
        raise UsageError(f"`--only {word}` names no per cent", remedy="Write a number from 0 to 100: under=80.")
    return limit
