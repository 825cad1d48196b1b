"""Owns where a line of JSX ends in Markdown: tags of components that hold no words of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.jsx.tags import tag_at

if TYPE_CHECKING:
    from l10n.formats.jsx.tags import JsxTag, SearchBudget

__all__ = ["tag_end"]

_OPENS = re.compile(rb"<(?:/?(?=[\w.]*[a-z.])[A-Z][\w.]*+(?=[\s/>])|/?(?=>))")
_EMPTY = re.compile(rb"[ \t]*(?=[\r\n]|\Z)")


def tag_end(data: bytes, start: int, reach: SearchBudget) -> tuple[int, tuple[JsxTag, ...]]:
    """Return the offset after the tags that fill the lines from `start`, and the tags; 0 for anything else."""
    place, tags = start, []
    while _OPENS.match(data, place):
        limit = reach.limit(place, len(data))
        tag = tag_at(data, place, limit)
        if tag is None:
            reach.failed(place, limit)
            return 0, ()
        tags.append(tag)
        place = tag.end
        if _EMPTY.match(data, place):
            return place, tuple(tags)
        while data[place : place + 1] in {b" ", b"\t"}:
            place += 1
    reach.failed(start, place)
    return 0, ()
