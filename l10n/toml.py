"""Owns reading TOML that anybody may have written: within limits, where Python's reader would fall over.

It calls itself for each level of brackets, copies a dotted key for each of its parts, and raises a bare `ValueError`
for an integer of more than 4,300 digits.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from l10n.errors import L10nError

__all__ = ["STRING", "loads"]

STRING = re.compile(r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
"""A string of any of the four kinds, with its quotation marks."""
_NO_STRUCTURE = re.compile(rf"{STRING.pattern}|\\.|#[^\n]*", re.DOTALL)
"""What holds no structure: texts, comments, and a mark that begins no text as a backslash stands before it."""
_BRACKET = re.compile(r"[\[\]{}]")
_DOTTED = re.compile(r"(?<![\w\-. \t])[\w-]*+(?:[ \t]*+\.[ \t]*+[\w-]*+)+")
_LONG = re.compile(r"[0-9A-Fa-f_xob]{4300,}")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def loads(text: str, *, levels: int) -> dict[str, Any]:
    """Read a TOML text whose brackets nest, and whose dotted keys reach, `levels` deep at most.

    Raises `L10nError` without a path, with the 1-based line where that is known.
    """
    text = text.replace("\r\n", "\n")
    bare = _NO_STRUCTURE.sub(lambda found: "\n" * found[0].count("\n"), text)
    if at := _too_deep(bare, levels):
        raise L10nError(f"more than {levels} levels", line=_line(bare, at - 1))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        where = _AT.search(str(err))
        line = int(where[1]) if where and where[1] else text.rstrip().count("\n") + 1
        raise L10nError(_AT.sub("", str(err)), line=line) from err
    except (ValueError, RecursionError) as err:
        long = _LONG.search(bare)
        what = "a number of so many digits cannot be read" if long else "it cannot be read"
        raise L10nError(what, line=_line(bare, long.start()) if long else 0) from err


def _too_deep(bare: str, levels: int) -> int:
    """Return where a text without strings is deeper than allowed, as an offset from 1; 0 where it is not."""
    depth = 0
    for found in _BRACKET.finditer(bare):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > levels:
            return found.end()
    for found in _DOTTED.finditer(bare):
        if found[0].count(".") >= levels:
            return found.start() + 1
    return 0


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
