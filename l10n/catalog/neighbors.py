"""Owns what stands beside what, in a catalogue and in an article: gaps between neighbors, sentences of one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from l10n.model import Entry, Joint, Key, Segment, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Document

__all__ = ["covered", "gaps", "joined", "jointed"]

_Item = TypeVar("_Item")
_Gap = tuple["Key | None", "Key | None"]


def gaps(items: Iterable[tuple[_Item, Key | None]]) -> Iterator[tuple[_Gap, list[_Item]]]:
    """Yield each row of items without a key, by the keys of the items before and after it."""
    row: list[_Item] = []
    last: Key | None = None
    for item, key in items:
        if key is None:
            row.append(item)
            continue
        if row:
            yield (last, key), row
        row, last = [], key
    if row:
        yield (last, None), row


def jointed(document: Document) -> frozenset[Key]:
    """Return the keys of segments that are a part of a block only."""
    parts = document.parts
    found: set[Key] = set()
    for at, part in enumerate(parts):
        if isinstance(part, Joint):
            found.update(
                side.key for side in (*parts[at - 1 : at], *parts[at + 1 : at + 2]) if isinstance(side, Segment)
            )
    return frozenset(found)


def covered(old: tuple[Entry, ...]) -> dict[int, list[int]]:
    """Map each entry that covers others to those: the entries behind it that say `# joined`."""
    found: dict[int, list[int]] = {}
    head: int | None = None
    for at, entry in enumerate(old):
        if not joined(entry):
            head = at
        elif head is not None:
            found.setdefault(head, []).append(at)
    return found


def joined(entry: Entry | None) -> bool:
    """Tell whether an entry is one that the entry before it covers (`# joined`)."""
    return entry is not None and entry.state is State.REVIEWED and not entry.target
