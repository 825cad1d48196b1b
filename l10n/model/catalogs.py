"""The values of a catalogue: entries, where they stand, and where their words came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model.documents import Key

__all__ = ["Catalog", "Entry", "Origin", "State"]


class State(StrEnum):
    """Where an entry stands between source and release; the table is in `docs/architecture.md`."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a machine draft came from: the PO comment `# draft: <engine> <date> <digest>`."""

    engine: str
    """The engine's name, with `/model` or a score where it has one; no white space."""
    date: str
    """ISO 8601 calendar date."""
    digest: str
    """First 12 hex digits of SHA-256 over the drafted text, NFC, outer white space stripped."""


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
    """Translator's comment lines (`# `) as written after the `# `, the draft line excepted."""
    flags: tuple[str, ...] = ()
    """Flags other than `fuzzy`; an obsolete entry keeps it here, so that a revived draft is still one."""
    previous: Key | None = None
    """The source that `target` was made for (`#| msgid`), when it is not `key`."""
    origin: Origin | None = None
    """The last machine draft of this entry, whether or not a person has changed it since."""
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
