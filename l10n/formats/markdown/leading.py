"""Owns where an article's own text begins: behind statements that must stay first in their file.

Nothing may stand above `<?php`, `{% extends %}` or the modules of MDX, or the page breaks.
"""

from __future__ import annotations

import re

__all__ = ["lead"]

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
