"""Owns callouts with a title or of a kind that GitHub does not know: `> [!warning] Title`, `> [!faq]- Title`.

Obsidian, Hugo, Docsy and others take any kind, a sign that says whether the box is folded, and words behind them on
the first line of a quotation; GitHub takes its five kinds alone, which the parser knows itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.marks import DialectMark, MarkKind
from l10n.formats.places import line_start

if TYPE_CHECKING:
    from l10n.formats.markdown.blocks import Leaf

__all__ = ["MARKER", "callout"]

MARKER = r"\[!(?=[A-Za-z])[^\[\]\r\n]{1,100}\][+-]?(?=[ \t\r\n]|\Z)"
_LINE = re.compile(MARKER.encode() + rb"[ \t]*+(?P<title>[^\r\n]*[^\s])?")
_QUOTES = re.compile(rb"[ \t>]*+")


def callout(shown: bytes, start: int, end: int, leaf: Leaf) -> DialectMark | None:
    """Find the first line of a callout, which is the first one of a quotation."""
    found = _LINE.match(shown, start, end)
    if found is None or start != leaf.start or leaf.containers[-1:] != ("BlockQuote",):
        return None
    line = line_start(shown, start)
    ended = line - (2 if shown.endswith(b"\r\n", 0, line) else 1)
    above = _QUOTES.match(shown, line_start(shown, ended)) if line else None
    if above and above[0].count(b">") >= shown.count(b">", line, start):
        return None
    title = found.span("title") if found["title"] else None
    return DialectMark(MarkKind.CALLOUT, start, found.end(), title)
