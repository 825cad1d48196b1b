"""Owns what a catalogue teaches the memory: the texts that a person translated."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import State, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Catalog

__all__ = ["NOTHING", "Lesson", "lesson"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt from one catalogue."""

    translations: tuple[Translation, ...] = ()
    """What was reviewed, in the order of the catalogue."""

    @property
    def digest(self) -> str:
        """Name the lesson, so that a draft in its catalogue does not make it news."""
        return hashlib.sha256("\0".join(map(repr, self.translations)).encode()).hexdigest()


NOTHING = Lesson()


def lesson(catalog: Catalog, source: str) -> Lesson:
    """Return what a person translated from the locale `source`.

    A text that covers the next sentence too is the translation of neither.
    """
    return Lesson(tuple(_translations(catalog, source)))


def _translations(catalog: Catalog, source: str) -> Iterator[Translation]:
    entries = list(catalog)
    for at, entry in enumerate(entries, start=1):
        following = entries[at] if at < len(entries) else None
        covers = following is not None and following.state is State.REVIEWED and not following.target
        if entry.state is State.REVIEWED and entry.target and not covers:
            key, target = entry.key, entry.target
            yield Translation(key.text, target, source, catalog.locale, key.context, entry.origin, catalog.article)
