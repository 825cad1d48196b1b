"""Owns HTML blocks inside Markdown: cut by the HTML format, kept free of the blank line that would end them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats import htmlcut

if TYPE_CHECKING:
    from l10n.model import Part, Segment
    from l10n.protocols import ParseOptions

__all__ = ["cut", "encode", "skeleton"]

_BREAKS = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
_BLANK = re.compile(r"(\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+")


def cut(source: str, options: ParseOptions, line: int) -> tuple[Part, ...]:
    """Cut an HTML block that begins on that line of its article."""
    return htmlcut.cut(source, options, line=line)


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for its place in an HTML block.

    It stands on one line where its source does: a further line could leave the list item that holds the block, and
    a blank one ends every HTML block.
    """
    out = htmlcut.encode(segment, text)
    if not re.search(r"[\r\n]", segment.key.text):
        return _BREAKS.sub(" ", out)
    return _BLANK.sub(r"\1", out)


def skeleton(text: str) -> tuple[str, ...]:
    """Return the structure of an HTML block."""
    return htmlcut.skeleton(text)
