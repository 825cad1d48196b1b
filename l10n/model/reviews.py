"""What a history tells of reviews: who took which text for reviewed, and what became of a machine's drafts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.model.revisions import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Band", "BulkReview", "ReviewEvent", "ReviewShare", "Taken"]


class Band(StrEnum):
    """What a reviewed text came from, as invoices count words; the values are those of the JSON report."""

    NEW = "new"
    """A machine's draft, or nothing."""
    NEAR = "near"
    """What a person wrote for a text like it: a near match of the memory, or a stale text."""
    EXACT = "exact"
    """What a person wrote for the same text, by the memory."""
    REPEATED = "repeated"
    """The same source was reviewed before, or stands in the article again."""


class Taken(StrEnum):
    """How a commit made a text reviewed."""

    REVIEWED = "reviewed"
    """It was none before."""
    REVISED = "revised"
    """It was reviewed, and is another text now."""
    CARRIED = "carried"
    """It came as reviewed, and may have been reviewed elsewhere."""
    UNKNOWN = "unknown"
    """What it was before is not known."""


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One text that a commit made reviewed; texts are told by their digests."""

    article: str
    locale: str
    key: str
    """Of source and context (`l10n.reviews.place`)."""
    source: str
    text: str
    at: int
    """The place of the commit in the history."""
    asked: bool
    """The commit is one of those that are asked about."""
    written: int
    """Unix time of its author."""
    taken: Taken
    by: str
    """Who took it for reviewed: never an address; empty where that is not known."""
    words: int
    """Of the source, which is counted once."""
    engine: str
    """The machine whose draft it was; empty where it was none, or one for another source."""
    accepted: bool
    """It is that draft, letter for letter."""
    edited: tuple[int, int] | None
    """Edits from the draft, and words of the text (`text.sentences.postedit`); None where the history has no draft."""
    band: Band
    score: float | None
    """Of a near match, 0…1; None where it is none or that is not known."""
    since: int | None
    """Unix time since when the draft may have been read; None where that is not known."""
    until: int
    """Unix time by which it was reviewed."""


@dataclass(frozen=True, slots=True)
class BulkReview:
    """Drafts that one person accepted unchanged in one commit, or some within minutes, as far as they still stand."""

    name: str
    """Of the reviewer; never an address, and empty where that is not known."""
    commits: tuple[str, ...]
    """Their ids, the oldest first."""
    written: int
    """Unix time of the author of the last."""
    locales: tuple[str, ...]
    articles: int
    """Different ones."""
    accepted: int
    """Words of the source that were accepted as drafted."""
    drafted: int
    """Those, and words of drafts that were edited in the same commits."""
    seconds: float | None
    """No more than so many were there for an accepted word; None where it is not known since when the drafts were."""

    @property
    def date(self) -> str:
        """When the last was written, ISO 8601 in UTC."""
        return moment(self.written)


@dataclass(frozen=True, slots=True)
class ReviewShare:
    """What one reviewer reviewed, or one machine drafted, in one locale and period."""

    name: str
    """Of the reviewer or the machine; empty where that is not known."""
    locale: str
    period: str = ""
    """A month such as `2026-05`, two revisions, or empty for what stands now."""
    segments: int = 0
    """Reviewed ones; every occurrence counts."""
    accepted: int = 0
    """Words of the source that were accepted as drafted."""
    edited: int = 0
    """Words of drafts that a person changed."""
    human: int = 0
    """Words of what was no draft."""
    draft: int = 0
    """Words of drafts that nobody has read; of machines only, and of what stands now."""
    in_work: int = 0
    """Words of drafts in work; likewise."""
    bands: Mapping[Band, int] = field(default_factory=dict)
    """Reviewed words by band; empty for what stands now."""
    scores: Mapping[str, int] = field(default_factory=dict)
    """Words of near matches by score."""
    drafted: int = 0
    """New words of which there was a machine's draft."""
    edits: int = 0
    length: int = 0
    """Edits of drafts, and words of the texts that came of them, where both are known."""
    unknown: int = 0
    """Words of the source of reviewed drafts of which the edits are not known."""

    @property
    def words(self) -> int:
        """Reviewed words of the source."""
        return self.accepted + self.edited + self.human

    @property
    def accepted_percent(self) -> float | None:
        """Words accepted as drafted in per cent of those that were drafted; None where none was."""
        drafted = self.accepted + self.edited
        return 100.0 * self.accepted / drafted if drafted else None

    @property
    def distance(self) -> float | None:
        """Edits a word of the final text (HTER); None where no draft is known."""
        return self.edits / self.length if self.length else None
