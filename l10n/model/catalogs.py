"""The values of a catalogue: entries, where they stand, and where their words came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model.documents import Key

__all__ = ["Catalog", "Entry", "Origin", "OriginKind", "Review", "Stale", "State"]


class State(StrEnum):
    """Where an entry stands between source and release; the table is in `docs/architecture.md`."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


class OriginKind(StrEnum):
    """What a text came from before a person had it in an editor."""

    MACHINE = "machine"
    """An engine."""
    MEMORY = "memory"
    """What people wrote for another text; put in by a machine, so that it is as much a draft as an engine's."""
    IMPORT = "import"
    """A file that a person brought in; the text is a person's."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from: the PO comment `# draft: …` or `# import: …`."""

    kind: OriginKind
    by: str
    """The engine's name, with `/model` or a score where it has one and no white space; for an import, from where."""
    date: str
    """ISO 8601 calendar date."""
    digest: str
    """First 12 hex digits of SHA-256 over the text as it came, NFC, outer white space stripped."""
    source_digest: str = ""
    """The same of the source that the text was made for; empty in a line that was written before there was one."""

    @property
    def drafted(self) -> bool:
        """Whether a machine put the text in."""
        return self.kind is not OriginKind.IMPORT

    @property
    def machine(self) -> str:
        """What put the text in, without the score of a match of the memory; empty where a person did."""
        return "" if not self.drafted else "memory" if self.kind is OriginKind.MEMORY else self.by


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a text: the PO comment `# reviewed: <name> <date> <digest>`."""

    by: str
    date: str
    digest: str
    """Of the text that was read."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Since when a text waits for a person: the PO comment `# stale: <date> <text digest> <source digest>`."""

    date: str
    digest: str
    """Of the text as it was when it became stale."""
    source_digest: str
    """Of the source that a person read it for; zeros where nobody has read it for one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue: a source text, what became of it, and where it stands.

    `state` is what the PO says by the design's table: a function of the other fields plus the fuzzy and
    obsolete marks, worked out when a file is read and honoured when it is written.
    """

    key: Key
    target: str = ""
    """The translation; empty when there is none."""
    state: State = State.MISSING
    refs: tuple[str, ...] = ()
    """Article paths (`#:`), never with a line."""
    note: str = ""
    """Extracted comment (`#.`) for the translator, lines joined with a newline."""
    comments: tuple[str, ...] = ()
    """Translator's comment lines (`# `) as written after the `# `, those of `origin`, `review` and `stale` excepted."""
    flags: tuple[str, ...] = ()
    """Flags other than `fuzzy`; an obsolete entry keeps it here, so that a revived draft is still one."""
    previous: Key | None = None
    """The source that `target` was made for (`#| msgid`), when it is not `key`."""
    origin: Origin | None = None
    """The last draft or import of this entry, whether or not a person has changed it since."""
    review: Review | None = None
    """The last review that was written down; most are not."""
    stale: Stale | None = None
    """Written beside `previous`, which some tools drop; never without a target."""
    line: int = field(default=0, compare=False)
    """1-based line of the entry's `msgid` in its PO file; 0 when it is new."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """What is known of one article in one locale, or its template (`locale` empty)."""

    article: str
    locale: str
    """Gettext name (`ko`, `pt_BR`); empty for a template."""
    entries: tuple[Entry, ...] = ()
    """In the order of the article, then obsolete ones; keys of entries that are not obsolete are unique."""

    def live(self) -> dict[Key, Entry]:
        """Map each key to its entry, obsolete entries left out."""
        return {entry.key: entry for entry in self.entries if entry.state is not State.OBSOLETE}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)
