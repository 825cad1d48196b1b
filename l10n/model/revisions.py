"""What a history tells of a catalogue: one commit after the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.model.catalogs import Entry
    from l10n.model.documents import Key

__all__ = ["CatalogChange", "moment"]


def moment(time: int) -> str:
    """Return a Unix time of a commit as programs read it: ISO 8601 in UTC."""
    return datetime.fromtimestamp(time, UTC).isoformat()


@dataclass(frozen=True, slots=True)
class CatalogChange:
    """What one commit made of one catalogue."""

    article: str
    locale: str
    at: int
    """Its place in the history: a commit is behind those it builds on."""
    asked: bool
    """It is one of the commits that are asked about; the others are before them."""
    who: str
    """What tells authors apart; never shown."""
    name: str
    """The author's name."""
    written: int
    committed: int
    """Unix times: the second is later where a commit was amended or moved."""
    before: Mapping[Key, Entry] | None
    """Its live entries that it changed, as they were; None where that is not known: the file cannot be read, or the
    history begins here without being whole. `after` has all entries then."""
    after: Mapping[Key, Entry] | None
    """Those that it changed or brought, as they are then; None where the file cannot be read."""
