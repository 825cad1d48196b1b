"""Owns how a translation of Markdown text goes back: the name of its block, and what its further lines begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.formats.markdown.blocks import prefix
from l10n.formats.markdown.links import labels
from l10n.formats.places import line_start
from l10n.model import Shell

if TYPE_CHECKING:
    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.events import Source

__all__ = ["shell"]


def shell(leaf: Leaf, source: Source, newline: str) -> Shell:
    """Describe how a translation goes back: the block's name and flags, then the labels its words are."""
    data = source.data
    flag = " crlf" if newline == "\r\n" else ""
    if leaf.name == "TableCell":
        at = leaf.start
        while at and data[at - 1] in b" \t":
            at -= 1
        style, before = ("cell" if data[at - 1 : at] == b"|" else "cell open"), ""
    else:
        before = source.slice(line_start(data, leaf.start), leaf.start)
        before = before.partition("<")[0]
        style = "paragraph" if not leaf.level else "heading" if "#" in before else "underlined"
    kept = "" if style == "heading" else prefix(before)
    return Shell("\x1f".join([style + flag, *labels(leaf.events)]), kept)
