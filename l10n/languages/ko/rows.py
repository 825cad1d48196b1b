"""Owns the rows of tables that say how a stretch of Korean is written, finding them in a text, and telling them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Respelling", "behind", "found", "respelt"]


class Respelling(NamedTuple):
    """A stretch that is wrong, and what stands there instead."""

    word: str
    right: str
    before: str = ""
    """What stands before it, as a pattern of no width."""
    after: str = ""
    sure: bool = True
    """False where a name may be written so."""


def behind(words: str) -> str:
    """Return a pattern of no width: one of these words stands before."""
    return f"(?:{'|'.join(f'(?<={word})' for word in words.split())})"


def found(text: str, rows: Iterable[Respelling]) -> Iterator[tuple[int, int, Respelling]]:
    """Yield start and end of each stretch of the text that a row says is wrong, with the row."""
    for row in rows:
        if row.word in text:
            for match in _pattern(row).finditer(text):
                yield match.start(), match.end(), row


@cache
def _pattern(row: Respelling) -> re.Pattern[str]:
    return re.compile(row.before + re.escape(row.word) + row.after)


def respelt(text: str, start: int, end: int, right: str) -> Flaw:
    """Return the fault of a stretch, told with the words that its mending touches."""
    before, after = _around(text, start, end, text[start:end]), _around(text, start, end, right)
    return Flaw(f"“{before}” is written “{after}”", start, end, right)


_SHOWN = 40
"""Characters of a word that are told before and behind."""
_HEAD, _TAIL = re.compile(rf"\S{{0,{_SHOWN}}}\Z"), re.compile(rf"[가-힣]{{0,{_SHOWN}}}")


def _around(text: str, start: int, end: int, middle: str) -> str:
    head, tail = _HEAD.search(text, max(0, start - _SHOWN), start), _TAIL.match(text, end)
    return f"{head[0] if head else ''}{middle}{tail[0] if tail else ''}"
