"""What a dashboard tells of an article: each of its texts in each locale, and what would be published of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.model.results import Coverage, Standing, Tally

__all__ = ["ArticleDetail", "LocaleDetail", "ShownLanguage", "TextDetail", "TrendPoint"]


@dataclass(frozen=True, slots=True)
class TextDetail:
    """One segment of an article in one locale."""

    standing: Standing
    target: str
    """Empty where there is no translation."""
    before: str
    """The English that a stale text was made for; empty where that is not known, and for other texts."""
    shown: str
    """What readers see in its place: one of the names of `publish.policy.Shown`."""
    why: str


@dataclass(frozen=True, slots=True)
class LocaleDetail:
    """An article in one locale."""

    row: Coverage
    held: str
    """Why it is not published; empty where it is."""
    texts: tuple[TextDetail, ...]
    """Every occurrence of every segment, in the order of the article."""


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """An article in every locale."""

    article: str
    locales: Mapping[str, LocaleDetail] = field(default_factory=dict)
    """Without those in which something of it cannot be read."""


@dataclass(frozen=True, slots=True)
class ShownLanguage:
    """How a page names a language, and writes it."""

    locale: str
    """Gettext name."""
    name: str
    """In English."""
    tag: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """How many words of the source stood where in a locale at the end of a day."""

    day: str
    """ISO 8601, in UTC."""
    words: Tally
