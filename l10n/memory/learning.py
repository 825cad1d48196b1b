"""Owns what a catalogue teaches the memory: the texts that a person translated."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Catalog

__all__ = ["NOTHING", "Lesson", "lesson"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt from one catalogue."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Sources and their reviewed translations."""

    @property
    def digest(self) -> str:
        """Name the lesson, so that a draft in its catalogue does not make it news."""
        return hashlib.sha256("\0".join(text for pair in self.pairs for text in pair).encode()).hexdigest()


NOTHING = Lesson()


def lesson(catalog: Catalog) -> Lesson:
    """Return what a person translated; a text that covers the next sentence too is no pair."""
    return Lesson(tuple(_pairs(catalog)))


def _pairs(catalog: Catalog) -> Iterator[tuple[str, str]]:
    entries = list(catalog)
    for at, entry in enumerate(entries, start=1):
        following = entries[at] if at < len(entries) else None
        covers = following is not None and following.state is State.REVIEWED and not following.target
        if entry.state is State.REVIEWED and entry.target and not covers:
            yield entry.key.text, entry.target
