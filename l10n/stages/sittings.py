"""Owns adding up which reviewed drafts one person accepted unchanged in which commit, as far as they still stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import reviews
from l10n.model import Taken
from l10n.reviews import AcceptedWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.model import BulkReview, Standing
    from l10n.reviews import KnownReview

__all__ = ["MANY", "Sittings"]

MANY = 1000
"""Words that are many to accept unchanged at once, where the project does not say."""


@dataclass(slots=True)
class _CommitSum:
    """What is added up for one `AcceptedWords`."""

    written: int
    until: int
    began: set[int | None] = field(default_factory=set)
    places: set[tuple[str, str]] = field(default_factory=set)
    accepted: int = 0
    edited: int = 0

    @property
    def since(self) -> int | None:
        """Since when the drafts may have been read; None where that is not known of all of them."""
        return min(one or 0 for one in self.began) if None not in self.began else None


@dataclass(slots=True)
class Sittings:
    """The drafts that still stand as they were reviewed, by reviewer and commit."""

    _sums: dict[tuple[str, int], _CommitSum] = field(default_factory=dict)

    def take(self, one: Standing, text: KnownReview | None) -> None:
        """Count a reviewed draft with its review; what was carried was reviewed elsewhere."""
        if text is None or text.taken is not Taken.REVIEWED or not text.by:
            return
        total = self._sums.setdefault((text.by, text.at), _CommitSum(text.written, text.until))
        total.began.add(text.since)
        if one.edited:
            total.edited += one.words
        else:
            total.accepted += one.words
            total.places.add((one.article, one.locale))

    def bulks(self, commits: Mapping[int, str], least: int) -> tuple[BulkReview, ...]:
        """Return who accepted so many words at once; `commits` has the ids of the commits by their places."""
        rows = (
            AcceptedWords(
                name=name,
                commit=commits[at],
                written=total.written,
                since=total.since,
                until=total.until,
                places=frozenset(total.places),
                accepted=total.accepted,
                edited=total.edited,
            )
            for (name, at), total in self._sums.items()
        )
        return tuple(reviews.at_once(rows, least))
