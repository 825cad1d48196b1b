"""Owns where elements state that their words are in the language of the articles, which a translation's are not."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from l10n.model import Segment, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.html.tokens import Attribute
    from l10n.model import Edition, Joint

__all__ = ["Found", "StatedLanguage", "spoken", "starts", "stated"]

Found: TypeAlias = "tuple[int, int, tuple[Segment | Joint | Slot, ...]]"
"""Start, end, and what a stretch of the source was cut into."""


@dataclass(frozen=True, slots=True)
class StatedLanguage:
    """An attribute that states the language of an element, or its direction."""

    attribute: Attribute
    kind: SlotKind
    end: int
    """Where the element ends."""


def spoken(slot: Slot, edition: Edition) -> str:
    """Write the language or the direction of an edition into an attribute; the style tells how much of it there is."""
    value = edition.language if slot.kind is SlotKind.LANG else edition.direction
    if not edition.translated or not value or value == slot.value:
        return slot.raw
    shown = escape(value)
    return shown if slot.style == "html-quoted" else f'{slot.style.removeprefix("html-value:")}"{shown}"'


def stated(source: str, languages: Iterable[StatedLanguage], found: Iterable[Found]) -> Iterator[Found]:
    """Yield a slot for each statement, with how many of the segments behind it are inside its element; none without."""
    places = sorted(starts(found))
    for one in languages:
        start, end = one.attribute.start, one.attribute.end
        covers = bisect_left(places, one.end) - bisect_left(places, end)
        if covers > 0:
            raw = source[start:end]
            yield start, end, (Slot(one.kind, raw, raw, "html-quoted", covers),)


def starts(found: Iterable[Found]) -> Iterator[int]:
    """Yield where each segment begins."""
    for start, _, pieces in found:
        place = start
        for piece in pieces:
            if isinstance(piece, Segment):
                yield place
            place += len(piece.raw)
