"""Owns the localized article in fields, as systems keep it that have fields and no files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHANGED", "PUBLISHED", "Story"]

PUBLISHED = (
    *("article:published_time", "date", "published", "pubDate", "pubdate", "publishDate", "publishdate"),
    *("published_at", "date_published", "datePublished", "datepublished", "dc.date"),
)
"""Names under which articles say when they were published, the most certain first: of front matter as generators know
them, of Open Graph, schema.org and Dublin Core in pages."""
CHANGED = (
    *("article:modified_time", "updated", "lastmod", "modified", "last_modified_at", "updatedDate"),
    *("date_modified", "dateModified", "datemodified", "last-modified"),
)
"""The same for when they were changed last."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a localized article says, field by field; words without markup, save in `html`.

    A field is empty where the article does not state it.
    """

    article: str
    """Its path below the folder of articles."""
    locale: str
    headline: str
    html: str
    """The body, without the headline."""
    summary: str = ""
    by: tuple[str, ...] = ()
    """The names that the article gives as its authors'."""
    date: str = ""
    """As the article writes it."""
    slug: str = ""
    """The name of its page, as the article states it; else that of its file."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """What is stated of drafts in it (`Edition.provenance`)."""
    apart: tuple[str, ...] = ()
    """What its links and pictures name that lies beside the article, and nowhere else."""
