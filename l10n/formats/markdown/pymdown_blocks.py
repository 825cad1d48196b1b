"""Owns the first lines of PyMdown's blocks: `/// note | Title` ("Blocks"), with options indented below it."""

from __future__ import annotations

import re

from l10n.formats.markdown.marks import DialectMark, MarkKind
from l10n.formats.places import line_start

__all__ = ["block"]

_FIRST = re.compile(
    rb"/{3,}[ \t]++(?P<name>[a-z][\w-]*+)[ \t]*+(?:\|[ \t]*+(?P<title>[^\s](?:[^\r\n]*[^\s])?)?[ \t]*+)?(?=[\r\n]|\Z)"
)
_UNTITLED = re.compile(rb"html|fancylists|.*caption")
"""Blocks whose argument is a selector, a style or a number."""
_ROW = re.compile(rb"(?:\r\n|\n|\r)(?P<margin>[ \t>]*+)(?=[^\s>])(?P<key>[\w-]++[ \t]*+:(?=[ \t\r\n]|\Z))?[^\r\n]*+")
_DEEPER = 4
"""Columns by which options are indented."""
_TAB = 4


def block(shown: bytes, start: int) -> DialectMark | None:
    """Find the first line of a block that begins here, and its options: what it is, and what it is called."""
    first = _FIRST.match(shown, start)
    if first is None:
        return None
    titled = first["title"] and not _UNTITLED.fullmatch(first["name"])
    return DialectMark(
        MarkKind.OPAQUE, start, _options(shown, start, first.end()), first.span("title") if titled else None
    )


def _options(shown: bytes, start: int, end: int) -> int:
    """Return where the options end that are in the lines behind `end`: a key first, then what is as deep."""
    least = len(shown[line_start(shown, start) : start].expandtabs(_TAB)) + _DEEPER
    row = _ROW.match(shown, end)
    if row is None or not row["key"]:
        return end
    while row is not None and len(row["margin"].expandtabs(_TAB)) >= least:
        end = row.end()
        row = _ROW.match(shown, end)
    return end
