"""Owns which elements of a page may stay in the language of the articles as a whole, and how their tags say so."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING

from l10n.formats.html.stated import starts
from l10n.formats.html.tokens import TokenKind, attributes
from l10n.formats.inlines import VOID
from l10n.model import Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.html.stated import Found
    from l10n.formats.html.tokens import Token
    from l10n.model import Edition

__all__ = ["LeftElements", "attributes_of", "said"]

_SPEAKING = frozenset({"lang", "xml:lang"})
_WHOLE = frozenset({"body", "head", "html", "script"})
"""Elements that hold the page, whose language is that of the edition, or no words that anybody reads."""


class LeftElements:
    """The elements that hold texts and no other block element, met while a source is read from front to back."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tag: Token | None = None
        self._depth = 0
        self._found: list[tuple[int, int]] = []

    def void(self, token: Token) -> None:
        """Take a tag whose attributes are read."""
        if token.name in VOID:
            self._add(token, token.end)

    def block(self, token: Token, depth: int) -> None:
        """Take the next piece of a block element; behind it `depth` of them are open."""
        if token.kind is TokenKind.RAW:
            return
        opens = token.kind is TokenKind.OPEN and token.name not in VOID
        if depth < self._depth or (opens and depth == self._depth):
            self.end(token.start)
        elif token.kind is TokenKind.OPEN:
            self._tag = None
        if opens:
            self._tag, self._depth = token, depth

    def end(self, place: int) -> None:
        """Close the element that is open."""
        if self._tag and self._tag.name not in _WHOLE:
            self._add(self._tag, place)
        self._tag = None

    def slots(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield a slot in the tag of each element, with how many of the segments behind it are inside; none without."""
        places = sorted(starts(found))
        for start, end in self._found:
            covers = bisect_left(places, end) - bisect_left(places, start)
            if covers > 0:
                yield start, start, (Slot(SlotKind.LEFT, "", style="html-left", covers=covers),)

    def _add(self, token: Token, end: int) -> None:
        tag = self._source[token.start : token.end].lower()
        if "lang" not in tag or _SPEAKING.isdisjoint(one.name for one in attributes(self._source, token)):
            self._found.append((token.start + len(f"<{token.name}"), end))


def said(edition: Edition) -> str:
    """Return the attributes of what stays in the language of the articles; nothing where the whole page does."""
    return attributes_of(edition) if edition.translated and edition.marked else ""


def attributes_of(edition: Edition) -> str:
    """Return the attributes of an element that stays in the language of the articles."""
    direction = f' dir="{escape(edition.marked_direction)}"' if edition.marked_direction else ""
    return f' lang="{escape(edition.marked)}"{direction}'
