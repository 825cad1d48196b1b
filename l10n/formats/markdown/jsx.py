"""Owns where a line of JSX ends: tags of components, with values in braces, that hold no words of their own."""

from __future__ import annotations

import re

__all__ = ["tag_end"]

_OPENS = re.compile(rb"<(?:/?(?=[\w.]*[a-z.])[A-Z][\w.]*+(?=[\s/>])|/?(?=>))")
_STEP = re.compile(rb"[^\"'`{}<>]++|\"[^\"]*+\"|'[^']*+'|`[^`]*+`|[{}>]|<")
_EMPTY = re.compile(rb"[ \t]*(?=[\r\n]|\Z)")
_LONGEST = 4000
"""Bytes of one tag."""


def tag_end(data: bytes, start: int) -> int:
    """Return the offset after the tags that fill the line (or lines) from `start`; 0 where something else is there."""
    place = start
    while opened := _OPENS.match(data, place):
        place = _closed(data, opened.end())
        if not place:
            return 0
        if _EMPTY.match(data, place):
            return place
        while data[place : place + 1] in {b" ", b"\t"}:
            place += 1
    return 0


def _closed(data: bytes, place: int) -> int:
    """Return the offset after the `>` that ends a tag, braces and quotation marks skipped; 0 without one."""
    depth, limit = 0, place + _LONGEST
    while place < limit and (step := _STEP.match(data, place)):
        place = step.end()
        depth += (step[0] == b"{") - (step[0] == b"}")
        if depth < 0 or (step[0] == b"<" and not depth):
            return 0
        if step[0] == b">" and not depth:
            return place
    return 0
