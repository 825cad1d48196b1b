"""Owns the folding of a block's lines into the text a translator reads, with the way back to the raw text.

A soft line break, with the white space and container marks around it, becomes one space. A hard break becomes a
backslash and a newline, visible in every editor, whichever of the two spellings the article has. A line break inside
an inline HTML tag or comment stays a newline, because a tag alone on a line would open an HTML block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from l10n.formats.folding import Folded

if TYPE_CHECKING:
    from l10n.formats.markdown.events import Event

__all__ = ["fold", "traced"]

_BREAK = re.compile(rb"(?<![ \t])[ \t]*(?:\r\n|\n|\r)")


def fold(raw: bytes, base: int, events: tuple[Event, ...], quotes: int) -> str:
    """Fold a block's bytes, which begin at byte `base` of the source the events are of.

    `quotes` is how many `>` a line may begin with.
    """
    if b"\n" not in raw and b"\r" not in raw:
        return raw.decode("utf-8", "surrogatepass")
    text: list[str] = []
    done = 0
    for start, end, mark in _edits(raw, base, events, quotes):
        text += [raw[done:start].decode("utf-8", "surrogatepass"), mark]
        done = end
    text.append(raw[done:].decode("utf-8", "surrogatepass"))
    return "".join(text)


def traced(raw: bytes, base: int, events: tuple[Event, ...], quotes: int) -> Folded:
    """Fold like `fold`, with the way back; the origin counts characters of the decoded raw text."""
    origin: list[int] = []
    at = done = 0
    for start, end, mark in _edits(raw, base, events, quotes):
        size = len(raw[done:start].decode("utf-8", "surrogatepass"))
        origin += [*range(at, at + size), *([at + size] * len(mark))]
        at += size + len(raw[start:end].decode("utf-8", "surrogatepass"))
        done = end
    origin += range(at, at + len(raw[done:].decode("utf-8", "surrogatepass")) + 1)
    return Folded(fold(raw, base, events, quotes), tuple(origin))


def _within(line: int, held: list[tuple[int, int]]) -> bool:
    """Tell whether a line that begins at `line` begins inside one of the ranges, which ascend."""
    index = bisect_left(held, (line, 0)) - 1
    return index >= 0 and line <= held[index][1]


@cache
def _marks(quotes: int) -> re.Pattern[bytes]:
    """Return what stands before the words of a line in as many quotes."""
    return re.compile(rb"[ \t]*(?:>[ \t]*){0,%d}" % quotes)


def _edits(raw: bytes, base: int, events: tuple[Event, ...], quotes: int) -> list[tuple[int, int, str]]:
    """Return which bytes of raw are replaced by what."""
    if b"\n" not in raw and b"\r" not in raw:
        return []
    hard = {(event.start - base, event.end - base) for event in events if event.op == "HardBreak"}
    held = [
        (event.start - base, event.end - base) for event in events if event.op == "InlineHtml" and "\n" in event.data
    ]
    ends = {end: start for start, end in hard}
    marks = _marks(quotes)
    edits: list[tuple[int, int, str]] = []
    for found in _BREAK.finditer(raw):
        start, line = found.span()
        over = marks.match(raw, line)
        end = over.end() if over else line
        if line in ends:
            edits.append((min(start, ends[line]), end, "\\\n"))
        elif _within(line, held):
            edits.append((start, end, "\n"))
        elif edits and edits[-1][1] >= start:
            edits[-1] = (edits[-1][0], end, edits[-1][2])
        else:
            edits.append((start, end, " "))
    return edits
