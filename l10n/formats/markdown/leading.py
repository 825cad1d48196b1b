"""Owns where an article's own text begins: behind statements that must stay first in their file.

Nothing may stand above `<?php`, `{% extends %}` or the modules of MDX, or the page breaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.marks import MarkKind, marked
from l10n.formats.markdown.skips import stretches
from l10n.formats.markdown.titles import titles
from l10n.formats.places import line_start

if TYPE_CHECKING:
    from l10n.formats.markdown.marks import Read
    from l10n.protocols import ParseOptions

__all__ = ["clear", "lead"]

_BLANK = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r))*+")
_STATEMENT = re.compile(
    r"<\?(?:(?!\?>)[\s\S])*+\?>[ \t]*(?=[\r\n]|\Z)"
    r"|\{%-?[ \t]*(?:assign|block|extends|from|import|include|layout|load|set|use)\b(?:(?!%\})[\s\S])*+%\}"
    r"[ \t]*(?=[\r\n]|\Z)"
    r"|(?:import[ \t]++(?:['\"]|[^\r\n]*?\bfrom[ \t]+['\"]|\{[^}\r\n]*(?=[\r\n]))"
    r"|export[ \t]+(?:default[ \t]+(?:function|class|async|\{|\(|[A-Z])"
    r"|(?:const|let|var|function|class|async)[ \t]+\w|[{*]))"
    r"(?:[^\r\n]|(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|\Z)))*+"
)
"""A processing instruction, a template's statement, or modules of MDX up to the next blank line."""


def lead(body: str) -> int:
    """Return the character offset behind the leading statements and blank lines of a body."""
    place = 0
    while True:
        blank = _BLANK.match(body, place)
        place = blank.end() if blank else place
        statement = _STATEMENT.match(body, place)
        if statement is None:
            return place
        place = statement.end()


def clear(seen: Read, options: ParseOptions, place: int) -> int:
    """Return a byte offset no later than `place` with no text above it, at the start of a line."""
    data = seen.source.data
    beside = next((one.start for one in titles(seen, options)), place) if place else 0
    if beside < place:
        first = (mark.start for mark in seen.marks if mark.start <= beside < mark.end)
        place = line_start(data, min(beside, *first, beside))
    held = marked(seen.marks, MarkKind.OPAQUE)
    for leaf in leaves(seen.events, data) if place else ():
        if leaf.start >= place:
            break
        if leaf.name == "HtmlBlock" and held.hold(leaf.start):
            continue
        starts = [start for start, _ in stretches(leaf, data, held) if start < place]
        if starts and not data.startswith(b"<?", leaf.start):
            return line_start(data, starts[0])
    return place
