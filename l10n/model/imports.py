"""The values of an import: translations that a person brings in, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.model.documents import Key

__all__ = ["Brought", "BroughtRow", "Reception", "Unplaced"]


@dataclass(frozen=True, slots=True)
class Brought:
    """A translation that a person brings in for one text of an article."""

    key: Key
    text: str
    """Never empty."""
    origin: str
    """Where it comes from, for the line `# import:`: the path of a file, without white space at its ends."""
    doubt: str = ""
    """Why it may not be the translation of the text; empty where that is sure."""
    probability: float = 1.0
    """0…1: that it is."""


class Reception(StrEnum):
    """What became of a translation that was brought in."""

    REVIEWED = "reviewed"
    """It is there and counts as reviewed: the person said that she trusts it."""
    IN_WORK = "in work"
    """It is there and waits for a person."""
    SAME = "same"
    """It was there already, as a person's."""
    KEPT = "kept"
    """A person's text is there that is another; it stays."""
    NO_ENTRY = "no entry"
    """The catalogue has no such text."""


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """A translation that was brought in, and what became of it."""

    article: str
    locale: str
    po: str
    """The path of the catalogue, relative to the project."""
    brought: Brought
    reception: Reception


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What was brought in and belongs to no text, or a text for which nothing was brought."""

    path: str
    """Of the file that has it."""
    line: int
    """1-based; 0 where that is not known."""
    text: str
    reason: str
