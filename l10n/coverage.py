"""Owns how much of an article is translated, by segments and by source words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from l10n.model import Catalog, Coverage, Document, Entry, Key, Kind, State, Tally

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["measure"]


def measure(document: Document, catalog: Catalog | None, words: Callable[[str], int]) -> Coverage:
    """Count every occurrence of every segment; one the catalogue does not know is missing.

    `words` counts the words of a source text in the article's format.
    """
    entries = catalog.live() if catalog else {}
    segments: Counter[State] = Counter()
    weights: Counter[State] = Counter()
    for segment in document.segments:
        state = _state(entries.get(segment.key))
        segments[state] += 1
        weights[state] += words(segment.key.text)
    return Coverage(
        article=document.path,
        locale=catalog.locale if catalog else "",
        segments=_tally(segments),
        words=_tally(weights),
        headline=_first_reviewed(document, entries, Kind.HEADLINE),
        lede=_first_reviewed(document, entries, Kind.PARAGRAPH),
    )


def _state(entry: Entry | None) -> State:
    return entry.state if entry else State.MISSING


def _tally(counts: Counter[State]) -> Tally:
    return Tally(
        reviewed=counts[State.REVIEWED],
        draft=counts[State.DRAFT],
        stale=counts[State.STALE],
        missing=counts[State.MISSING],
    )


def _first_reviewed(document: Document, entries: dict[Key, Entry], kind: Kind) -> bool:
    first = next((segment for segment in document.segments if segment.kind is kind), None)
    if first is None:
        return True
    entry = entries.get(first.key)
    return entry is not None and entry.state is State.REVIEWED
