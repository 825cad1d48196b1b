"""Owns what an author says to the tool in comments, HTML's or MDX's `{/* … */}`: skip, end, note, context, credits.

`<!-- l10n:skip -->` leaves the next block untranslated, or everything up to `<!-- l10n:end -->` where one follows
before the next `skip`; `<!-- l10n:note text -->` tells the translator of the next segment something;
`<!-- l10n:context name -->` keeps the next segment apart from others with the same text; `<!-- l10n:credits -->` is
where those are named who translated and reviewed the article.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from l10n.formats.markdown.events import BLOCKS, Event
from l10n.formats.places import Ahead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["directives", "skipped"]

_OPENS = re.compile(r"(?:<!--|\{/\*)\s*l10n:(skip|end|note|context|credits)\b")
_CLOSES = ("-->", "*/}")


def directives(text: str) -> list[tuple[str, str]]:
    """Return verb and argument of each directive in an HTML block or a paragraph that holds nothing else.

    In a block with other content they are the HTML format's to follow.
    """
    found: list[tuple[str, str]] = []
    if "l10n:" not in text:
        return found
    ahead = Ahead(text)
    place = 0
    while opened := _OPENS.search(text, place):
        ends = [(end, len(mark)) for mark in _CLOSES if (end := ahead.find(mark, opened.end())) >= 0]
        if not ends or text[place : opened.start()].strip():
            return []
        end, size = min(ends)
        found.append((opened[1], " ".join(text[opened.end() : end].split())))
        place = end + size
    return [] if text[place:].strip() else found


def skipped(events: list[Event], data: bytes, wholes: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the byte ranges that are not translated, ascending.

    `wholes` maps where a block begins that is hidden from the parser to where it ends.
    """
    if b"l10n:skip" not in data:
        return []
    marks = list({index: (index, verb) for index, verb in _marks(events, data) if verb in {"skip", "end"}}.values())
    ranges: list[tuple[int, int]] = []
    for (index, verb), after in zip_longest(marks, marks[1:]):
        if verb != "skip":
            continue
        start = events[index].end
        if after is not None and after[1] == "end":
            ranges.append((start, events[after[0]].start))
        else:
            ranges.append((start, _next_block(events, index, start, wholes)))
    return ranges


def _marks(events: list[Event], data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the index of the start event of an HTML block or a paragraph with each verb in it."""
    opened, text = 0, ""
    for index, event in enumerate(events):
        if event.name == "HtmlBlock":
            if event.op == "Start":
                opened, text = index, ""
            else:
                yield from ((opened, verb) for verb, _ in directives(text))
        elif event.name == "Paragraph" and event.op == "Start":
            if data.startswith(b"{/*", event.start):
                words = data[event.start : event.end].decode("utf-8", "surrogatepass")
                yield from ((index, verb) for verb, _ in directives(words))
        elif event.op == "Html":
            text += event.data


def _next_block(events: list[Event], index: int, start: int, wholes: Mapping[int, int]) -> int:
    """Return where the block after a directive ends, or the directive itself if it is the last of its container."""
    for place in range(index + 1, len(events)):
        event = events[place]
        if event.op == "Rule" and event.start in wholes:
            return wholes[event.start]
        if event.op == "Start" and event.name in BLOCKS and event.start >= start:
            return event.end
        if event.op == "End" and event.name not in {"HtmlBlock", "Paragraph"} and event.name in BLOCKS:
            return start
    return start
