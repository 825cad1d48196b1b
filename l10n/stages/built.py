"""Owns what goes into building one article in one locale, and what comes of it: values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n import files
from l10n.config import DisclosureTable
from l10n.publish import layouts
from l10n.publish.policy import Release

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from l10n.model import (
        BuildRecord,
        Catalog,
        Coverage,
        Document,
        Edition,
        Explained,
        Finding,
        HeadPlace,
        LinkPlace,
        SlotPlace,
    )
    from l10n.protocols import ParseOptions
    from l10n.publish.assemble import Assembled
    from l10n.publish.layouts import Layout
    from l10n.publish.policy import Shown
    from l10n.publish.teaser import Teaser
    from l10n.stages.mapping import Failure

__all__ = ["BuildInput", "BuildResult", "BuiltArticle", "Inside", "standing"]


@dataclass(frozen=True, slots=True)
class BuildInput:
    """An article, its catalogue as it was read, and what may be published; it pickles."""

    document: Document
    locale: str
    catalog: Catalog | None
    """None where there is none yet."""
    po: str
    """The path of the catalogue, for findings."""
    now: datetime
    release: Release = field(default_factory=Release)
    own: DisclosureTable = field(default_factory=DisclosureTable)
    """The project's sentences for readers."""
    source: str = "en"
    """The language that the article is written in."""
    verbatim: bool = False
    """Replace segments and edit nothing else: no language, and no disclosure, so no drafts either."""
    layout: Layout = layouts.PLAIN
    listed: bool = False
    """It is asked what lists tell of it."""
    settled: bool = False
    """What stands in it besides texts is settled when all is known that is published."""
    explain: bool = False
    """Tell of each segment what stands in its place, and why."""
    inside: bool = False
    """Tell what the text was put together from."""
    record: bool = False
    """Put down whose words are in it."""
    later: ParseOptions | None = None
    """How it was cut, where it has slots that are filled when all is known of whose words are in it."""

    @property
    def article(self) -> str:
        """Return the path of the article below the folder of articles."""
        return self.document.path

    @property
    def name(self) -> str:
        """Return the path of the catalogue: its texts are what is put in."""
        return self.po


@dataclass(frozen=True, slots=True)
class Inside:
    """What a localized article was put together from."""

    coverage: Coverage | None
    """None for the article in its own language."""
    done: Assembled | None = None
    """None where it is held; so the next two are of no use."""
    shown: tuple[Shown, ...] = ()
    """What stands in the place of each segment."""
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What may be published of one article in one locale; it pickles."""

    article: str
    locale: str
    text: str | None
    """The localized article; None where it is held."""
    held: str = ""
    """Why it is not released yet."""
    findings: tuple[Finding, ...] = ()
    """Texts that would have changed the structure or added something active, and were left out."""
    standing: str = ""
    """The SHA-256 of the file of the build, where it has the text already."""
    written: bool = False
    """It was written just now where it was built, or would have been."""
    links: tuple[LinkPlace, ...] = ()
    """Where the text has links, which are not settled yet."""
    head: HeadPlace | None = None
    """Where it says in which other languages it is."""
    slots: tuple[SlotPlace, ...] = ()
    """What is filled when all is known of whose words are in it."""
    digest: str = ""
    """What the text is known by while they are not."""
    keeps: bool = False
    """What was built of it before stays although it is held: it was approved."""
    waits: bool = False
    """It is held until a time."""
    original: bool = False
    """Nothing in it is translated: to readers it is a page in the language of the articles."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """What it states of drafts in it (`Edition.provenance`)."""
    teaser: Teaser | None = None
    """What lists tell of it; None where they do not: it is held, nothing in it is translated, or it was not asked."""
    explained: Explained | None = None
    """None where it was not asked for."""
    inside: Inside | None = None
    """The same."""
    record: BuildRecord | None = None
    """Likewise."""


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """What may be published of one article; it pickles."""

    article: str
    rows: tuple[BuildResult, ...] = ()
    """One for each locale in which it could be built."""
    failures: tuple[Failure, ...] = ()
    address: str = ""
    """Where the article says that its page is (`publish.laid.stated_address`)."""


def standing(built: BuiltArticle) -> BuiltArticle | None:
    """Return the same when its files are written, without their texts; None while it waits for a time to come."""
    if any(row.waits for row in built.rows):
        return None
    return replace(built, rows=tuple(_standing(row) for row in built.rows))


def _standing(row: BuildResult) -> BuildResult:
    if row.text is None:
        return replace(row, written=False) if row.written else row
    return replace(
        row, text=None, standing=files.digest(files.encoded(row.text)), links=(), head=None, slots=(), digest=""
    )
