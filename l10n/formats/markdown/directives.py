"""Owns what an author says to the tool in comments, HTML's or MDX's `{/* … */}`: skip, end, note, context.

`<!-- l10n:skip -->` leaves the next block untranslated, or everything up to `<!-- l10n:end -->` where one follows
before the next `skip`; `<!-- l10n:note text -->` tells the translator of the next segment something;
`<!-- l10n:context name -->` keeps the next segment apart from others with the same text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.events import BLOCKS, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["directives", "skipped"]

_COMMENT = re.compile(r"(?:<!--|\{/\*)\s*l10n:(skip|end|note|context)\b\s*(.*?)\s*(?:-->|\*/\})", re.DOTALL)


def directives(text: str) -> list[tuple[str, str]]:
    """Return verb and argument of each directive in an HTML block or a paragraph that holds nothing else.

    In a block with other content they are the HTML format's to follow.
    """
    if "l10n:" not in text or _COMMENT.sub("", text).strip():
        return []
    return [(found[1], " ".join(found[2].split())) for found in _COMMENT.finditer(text)]


def skipped(events: list[Event], data: bytes) -> list[tuple[int, int]]:
    """Return the byte ranges that are not translated, ascending."""
    if b"l10n:skip" not in data:
        return []
    marks = list(_marks(events, data))
    ranges: list[tuple[int, int]] = []
    for position, (index, verb) in enumerate(marks):
        if verb != "skip":
            continue
        start = events[index].end
        after = next((mark for mark in marks[position + 1 :] if mark[1] in {"skip", "end"}), None)
        if after is not None and after[1] == "end":
            ranges.append((start, events[after[0]].start))
        else:
            ranges.append((start, _next_block(events, index, start)))
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


def _next_block(events: list[Event], index: int, start: int) -> int:
    """Return where the block after a directive ends, or the directive itself if it is the last of its container."""
    for event in events[index + 1 :]:
        if event.op == "Start" and event.name in BLOCKS and event.start >= start:
            return event.end
        if event.op == "End" and event.name not in {"HtmlBlock", "Paragraph"} and event.name in BLOCKS:
            return start
    return start
