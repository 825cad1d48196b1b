"""Owns where the title of a link reference definition lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Kind

if TYPE_CHECKING:
    from l10n.formats.markdown.events import Definition, Source

__all__ = ["Title", "title"]

_TITLES = (
    ("title-double", re.compile(r'(?<=\s)"((?:[^"\\]|\\.)*)"\s*\Z')),
    ("title-single", re.compile(r"(?<=\s)'((?:[^'\\]|\\.)*)'\s*\Z")),
    ("title-paren", re.compile(r"(?<=\s)\(((?:[^()\\]|\\.)*)\)\s*\Z")),
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title on one line, without its quotation marks: of a link, a box, a container or a tab."""

    start: int
    """Byte offset."""
    end: int
    text: str
    style: str
    kind: Kind = Kind.META
    role: str = "title of a link, shown when pointing at it"


def title(source: Source, definition: Definition) -> Title | None:
    """Find the title of a definition; None without one, or where it has several lines."""
    start = definition.start
    if not definition.title:
        return None
    raw = source.slice(start, definition.end)
    for style, pattern in _TITLES:
        found = pattern.search(raw)
        if found and found[1].strip() and not re.search(r"[\r\n]", found[1]):
            first = start + len(raw[: found.start(1)].encode("utf-8", "surrogatepass"))
            return Title(first, first + len(found[1].encode("utf-8", "surrogatepass")), found[1], style)
    return None
