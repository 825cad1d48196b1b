"""Owns where a program will put something into a text: `{name}`, `{user.name}`, `{0}`, `${name}`, `#{name}`, `%{name}`.

They are that in an article of every format, save in mathematics, whose braces group, and in code, which its format
knows. `{{ name }}` and `{% tag %}` are syntax of templates, `{#id}` and `{.class}` attribute lists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.markup.mathematics import formulas
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["variables"]

_BRACES = re.compile(
    r"\\[A-Za-z]+(?:\{[^{}]{0,300}\})++|[_^]\{[^{}]{0,300}\}"
    r"|(?<![{%\\])(?P<variable>[$#%]?\{(?P<name>[A-Za-z_]\w*(?:[.-]\w+)*|(?<!\w\{)\d{1,2})\})(?!\})",
    re.ASCII,
)
"""A command of TeX with what it takes, an index, or a variable."""


def variables(text: str) -> Iterator[tuple[int, int]]:
    """Yield where variables in braces stand in a text, ascending."""
    if "{" not in text:
        return
    inside = Ranges(formulas(text))
    last = -1
    for found in _BRACES.finditer(text):
        start, end = found.span()
        before = text[start - 1 : start]
        grouped = before == "}" and start != last
        plural = len(found["name"] or "") == 1 and end - start == len("{s}") and before.isalpha()
        if found["variable"] and not grouped and not plural and not inside.hold(start):
            last = end
            yield start, end
