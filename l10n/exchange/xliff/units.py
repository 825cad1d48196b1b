"""Owns the values of a work file: the texts that go out to a translator's tool, and what comes back of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.model import Inline, Key

__all__ = [
    "NAMESPACE",
    "ReturnedFile",
    "ReturnedUnit",
    "Said",
    "WorkFile",
    "WorkState",
    "WorkUnit",
    "exact",
    "unit_id",
]

NAMESPACE = "urn:article-l10n:xliff:1"
"""Of the attributes and elements that XLIFF has no place for; docs/xliff.md tells what they mean."""


class WorkState(StrEnum):
    """How a text stands when it goes out."""

    MISSING = "missing"
    MACHINE = "machine-draft"
    """As an engine wrote it."""
    MEMORY = "memory-draft"
    """As the memory put it in."""
    IN_WORK = "in-work"
    """A person's, not ready."""
    STALE = "stale"
    """A person's, for a source that changed."""
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class WorkUnit:
    """One text of an article as it goes out."""

    key: Key
    state: WorkState
    mark: str
    """What its entry is known by; comes back as it is."""
    source: tuple[Inline, ...] = ()
    """The markup in the source."""
    target: str = ""
    inlines: tuple[Inline, ...] = ()
    """The markup in the target."""
    note: str = ""
    """For the translator, lines."""
    comments: tuple[str, ...] = ()
    """What translators noted."""
    provenance: tuple[str, ...] = ()
    """Where the text came from and who read it, as comments of the PO file say it."""
    previous: Key | None = None
    """The source that the target was made for, when it is another."""

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """Whose note and the note: `developer`, `translator`."""
        both = (("developer", self.note), ("translator", "\n".join(self.comments)))
        return tuple((whose, text) for whose, text in both if text)


@dataclass(frozen=True, slots=True)
class WorkFile:
    """An article in one locale as it goes out."""

    article: str
    source: str
    """BCP 47 tag of its language."""
    target: str
    """BCP 47 tag."""
    format: str
    """The name of its format."""
    units: tuple[WorkUnit, ...]


class Said(StrEnum):
    """What whoever had the file says of a text."""

    APPROVED = "approved"
    """It was not when it went out."""
    STILL_APPROVED = "still approved"
    """It was when it went out, and nobody changed that."""
    NEEDS_WORK = "in need of work"
    """It was not so marked when it went out."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """One text as it comes back."""

    id: str
    line: int
    source: str
    target: str
    """Empty where there is none."""
    said: Said = Said.NOTHING
    lead: str = ""
    """What stands in the target before its first code; all of it where there is none."""
    exported: str = ""
    """`exact` of the target as it went out; empty where the file does not tell any more."""
    mark: str = ""
    """As in `WorkUnit`; empty where the file does not tell any more."""
    notes: tuple[str, ...] = ()
    """Those that did not go out with it."""
    fault: str = ""
    """Why source or target cannot be read; empty where they can."""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """An article in one locale as it comes back."""

    article: str
    target: str
    """BCP 47 tag; empty where the file does not tell."""
    line: int
    units: tuple[ReturnedUnit, ...]


def exact(text: str) -> str:
    """Return a digest that a space more makes another: 16 hex digits of SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def unit_id(key: Key) -> str:
    """Return what a text is known by in a work file: its source and context, and nothing else, decide."""
    return exact(key.text if key.context is None else f"{key.context}\x04{key.text}")
