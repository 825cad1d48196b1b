"""Owns where the faults of findings stand in their PO files, through line breaks of the file and escapes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.errors import L10nError
from l10n.model import Spot, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from l10n.catalog.pofile import PoFile
    from l10n.model import Finding

__all__ = ["located", "spot"]

_LETTER = re.compile(r"\\(?:x[0-9A-Fa-f]+|[0-7]{1,3}|.)|.", re.DOTALL)
"""A character of a quoted string as it is written."""


def located(findings: Iterable[Finding], read: Callable[[str, str], PoFile | None]) -> tuple[Finding, ...]:
    """Return the findings with the places of their faults; `read` gives the catalogue of an article in a locale.

    A file is read once more, and only where it has some. What somebody changed meanwhile stays without a place.
    """
    finders: dict[tuple[str, str], Callable[[Finding], Spot | None]] = {}
    found = []
    for finding in findings:
        if finding.po and finding.start < finding.end:
            place = (finding.article, finding.locale)
            if place not in finders:
                finders[place] = _finder(read, *place)
            finding = replace(finding, spot=finders[place](finding))  # noqa: PLW2901  the same, with its place
        found.append(finding)
    return tuple(found)


def _finder(read: Callable[[str, str], PoFile | None], article: str, locale: str) -> Callable[[Finding], Spot | None]:
    try:
        po = read(article, locale)
    except L10nError:
        po = None
    entries = po.catalog.entries if po else ()
    where = {entry.key: at for at, entry in enumerate(entries) if entry.state is not State.OBSOLETE}

    @lru_cache(maxsize=1)  # findings come entry by entry, many of one
    def written(at: int) -> list[_Letter]:
        return _written(po, at) if po else []

    def find(finding: Finding) -> Spot | None:
        at = where.get(finding.key) if finding.key else None
        if po is None or at is None or entries[at].target != finding.text:
            return None
        return _within(written(at), finding.start, finding.end)

    return find


def spot(po: PoFile, at: int, start: int, end: int) -> Spot | None:
    """Return where `start`…`end` of the translation of `catalog.entries[at]` stands; None where the entry is odd.

    The entry is live; one with plural forms, or whose keywords do not begin lines of their own, is odd.
    """
    return _within(_written(po, at), start, end)


_Letter = tuple[int, int, int]
"""Line of the file, column, and the column behind it."""


def _written(po: PoFile, at: int) -> list[_Letter]:
    """Return where each character of a translation stands in the file; empty where the entry is odd."""
    entry, raw = po.catalog.entries[at], po.raw(at)
    if not raw.regular or "msgstr" not in raw.fields:
        return []
    first = entry.line - (raw.line - raw.gap.count("\n"))
    letters = [(first + line, column, behind) for line, column, behind in _letters(raw.text)]
    return letters if len(letters) == len(entry.target) else []


def _within(letters: list[_Letter], start: int, end: int) -> Spot | None:
    if not 0 <= start < end <= len(letters):
        return None
    (line, column, _), (end_line, _, end_column) = letters[start], letters[end - 1]
    return Spot(line, column, end_line, end_column)


def _letters(text: str) -> Iterator[_Letter]:
    """Yield each character of an entry's msgstr: its line, its column, and the column behind it, from 1."""
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.lstrip()
        inside = bare.startswith("msgstr") or (inside and bare.startswith('"'))
        if inside:
            begin, close = line.index('"') + 1, line.rindex('"')
            for letter in _LETTER.finditer(line, begin, close):
                yield number, letter.start() + 1, letter.end() + 1
