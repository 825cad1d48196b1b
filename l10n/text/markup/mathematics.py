r"""Owns what is mathematics inside a text: `$x_1$`, `$$ … $$`, `\(x^2\)` and `\[x^2\]`.

MathJax and KaTeX read the brackets with one backslash or, where Markdown eats one, with two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["formulas", "reckons"]

_DOLLARS = re.compile(
    r"(?<![\w$\\])(?:\$\$(?!\s)[^$]{1,500}?(?<!\s)\$\$"
    r"|\$(?![\s$])(?=[^$]*[\\^_=+<>{}*/]|[A-Za-z]\$)[^$\n]{1,300}?(?<![\s\\])\$)(?![\w${])"
)
"""Mathematics that is surely that: marks without space inside, no digit or brace after, and an operator or a lone
letter."""
_BACKSLASHES = re.compile(
    r"(?<!\\)(\\{1,2})(?:\(((?:(?!\\[()])[^\n]){1,300}?)\1\)|\[((?:(?!\\[\[\]])[^\n]){1,300}?)\1\])"
)
_OPERATOR = re.compile(r"\\[A-Za-z]|[\^_=+<>]|\A\s*(?:[A-Za-z]|-?\d+)\s*\Z|[\w)]\s*[-*/]\s*[\w(]")
_PROSE = re.compile(r"(?<![\\\w])[^\W\d_]{2,}[,;]?\s+[^\W\d_]{2,}[,;]?\s+[^\W\d_]{2,}|\]\(|://")
"""Three words in a row, or a link: no mathematics."""
_SPOKEN = re.compile(r"\\(?:text|mathrm|mbox|operatorname)\w*\{[^{}]*\}")


def formulas(text: str) -> Iterator[tuple[int, int]]:
    """Yield where mathematics stands in a text: first what dollars enclose, then what brackets do."""
    if "$" in text:
        yield from (found.span() for found in _DOLLARS.finditer(text))
    if "\\(" in text or "\\[" in text:
        yield from (found.span() for found in _BACKSLASHES.finditer(text) if reckons(found[2] or found[3]))


def reckons(text: str) -> bool:
    """Tell whether what stands between the brackets is mathematics and not words."""
    return _OPERATOR.search(text) is not None and not _PROSE.search(_SPOKEN.sub("", text))
