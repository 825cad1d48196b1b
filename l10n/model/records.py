"""What is put down of a localized article when it is built: whose words are in it, and why it may appear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model.revisions import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.model.results import Coverage, Standing
    from l10n.model.reviews import BulkReview, ReviewShare

__all__ = ["BuildRecord", "FileMark", "LastChange", "ManifestHead", "ManifestRow", "WorkHistory"]


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What was there to publish of an article in a locale, and what was made of it; it pickles."""

    policy: str
    fallback: str
    row: Coverage
    """How much of it was reviewed."""
    reviewed: tuple[Standing, ...]
    """The texts that were, one for each occurrence."""
    shown: Mapping[str, int]
    """Name of `publish.policy.Shown` → segments in whose place readers see that, or would if it were not held."""
    disclosure: str = ""
    """What the article tells its readers, all of it; empty where it tells nothing."""
    left_out: int = 0
    """Texts that could not be put in."""
    translated: bool = False
    """Some text is in the language of the locale."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file as it was."""

    path: str
    """Relative to the project."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class LastChange:
    """The commit that changed an article or its catalogue last."""

    commit: str
    """Its id."""
    time: int
    """Unix time of its committer."""

    @property
    def date(self) -> str:
        """The same, ISO 8601 in UTC."""
        return moment(self.time)


@dataclass(frozen=True, slots=True)
class WorkHistory:
    """What is known of the people behind a localized article, and of its last change."""

    translators: tuple[str, ...] = ()
    """Whose texts came from no machine."""
    reviewers: tuple[str, ...] = ()
    """Who reviewed drafts."""
    modified: str = ""
    """When the article or its catalogue was changed last, ISO 8601 in UTC; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What the manifest of a build says of one article in one locale."""

    article: str
    locale: str
    source: FileMark | None
    catalog: FileMark | None
    """None for a file that is not there, or was taken away meanwhile."""
    built: FileMark | None
    """What readers have; None where they have nothing."""
    held: str
    """Why it is not published as it is; empty where it is."""
    record: BuildRecord
    """Without the single texts."""
    reviewers: tuple[ReviewShare, ...]
    changed: LastChange | None
    """None where the history does not tell."""
    uncommitted: bool
    """The article or its catalogue has changes that are in no commit."""


@dataclass(frozen=True, slots=True)
class ManifestHead:
    """What the manifest of a build says of all of it."""

    source: str
    locales: tuple[str, ...]
    whole: bool
    """Of all articles in all locales of the project."""
    history: str
    """How much of it git has: `whole`, `shallow` or `none`."""
    bulks: tuple[BulkReview, ...]
    notices: tuple[str, ...]
    """What is not known, and why."""
