"""Owns where a piece of a translation stands in its PO file, through line breaks of the file and escapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.catalog.lossless import PoFile

__all__ = ["spot"]

_LETTER = re.compile(r"\\(?:x[0-9A-Fa-f]+|[0-7]{1,3}|.)|.", re.DOTALL)
"""A character of a quoted string as it is written."""


def spot(po: PoFile, at: int, start: int, end: int) -> Spot | None:
    """Return where `start`…`end` of the translation of `catalog.entries[at]` stands; None where the entry is odd.

    The entry is live; one with plural forms, or whose keywords do not begin lines of their own, is odd.
    """
    entry, raw = po.catalog.entries[at], po.raw(at)
    letters = list(_letters(raw.text)) if raw.regular and "msgstr" in raw.fields else []
    if not 0 <= start < end or len(letters) != len(entry.target) or end > len(letters):
        return None
    first = entry.line - (raw.line - raw.gap.count("\n"))
    (line, column, _), (end_line, _, end_column) = letters[start], letters[end - 1]
    return Spot(first + line, column, first + end_line, end_column)


def _letters(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each character of an entry's msgstr: its line, its column, and the column behind it, from 1."""
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.lstrip()
        inside = bare.startswith("msgstr") or (inside and bare.startswith('"'))
        if inside:
            begin, close = line.index('"') + 1, line.rindex('"')
            for letter in _LETTER.finditer(line, begin, close):
                yield number, letter.start() + 1, letter.end() + 1
