"""What a report of coverage is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.model.results import Coverage, DraftRisk, Standing
    from l10n.model.reviews import BulkReview, ReviewShare

__all__ = ["By", "Overview"]


class By(StrEnum):
    """What coverage is summed up by, besides the locale."""

    ARTICLE = "article"
    SECTION = "section"
    LOCALE = "locale"
    STATE = "state"
    """What the texts are."""
    ENGINE = "engine"
    """The machines that texts came from."""
    REVIEWER = "reviewer"
    """Who reviewed them, by git."""

    @property
    def from_history(self) -> bool:
        """Whether git is asked."""
        return self in {By.ENGINE, By.REVIEWER}


@dataclass(frozen=True, slots=True)
class Overview:
    """What was counted, and how it is to be told."""

    rows: tuple[Coverage, ...]
    """One an article and locale; sums are of all of them."""
    errors: tuple[L10nError, ...] = ()
    """What could not be read."""
    shown: tuple[Coverage, ...] | None = None
    """The rows that stand one by one; None: as the report sees fit. Of sections they are sums."""
    by: By = By.ARTICLE
    shares: tuple[ReviewShare, ...] | None = None
    """Of reviewers or machines; None where they are not asked for."""
    bulks: tuple[BulkReview, ...] | None = None
    """Who accepted many drafts at once, likewise."""
    segments: tuple[Standing, ...] | None = None
    """For programs, likewise."""
    risks: tuple[DraftRisk, ...] | None = None
    width: int = 0
    """Columns of the terminal; 0 where there is none."""

    @property
    def dated(self) -> bool:
        """Whether the shares are those of periods."""
        return any(one.period for one in self.shares or ())
