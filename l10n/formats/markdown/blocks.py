"""Owns the cutting of Markdown into the blocks that hold text: which bytes, in what role, under which headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.formats.markdown.events import BLOCKS, Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Leaf", "apart", "leaves", "pieces", "prefix"]

_LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "HtmlBlock", "CodeBlock"})
_NAMED = frozenset({"BlockQuote", "Item"})
_NONE: Mapping[int, str] = {}
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]:")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block without blocks in it."""

    name: str
    """`Paragraph`, `Heading`, `TableCell`, `HtmlBlock`, `CodeBlock` (fenced), `IndentedCode`,
    or `Run`: the text of a tight list item."""
    start: int
    """Byte offset; the text's own, without the marks and white space around it."""
    end: int
    level: int
    """1…6 for a heading, else 0."""
    containers: tuple[str, ...]
    """Outermost first: `BlockQuote`, `Note` (an alert), `Item`, `FootnoteDefinition`, `Table`, `TableHead` …"""
    events: tuple[Event, ...]
    """The inline events, or those of the HTML block."""
    column: int = 0
    """Index of a table cell in its row."""

    @property
    def quotes(self) -> int:
        """How many block quotes the leaf is in: the most `>` a line of it begins with."""
        return sum(name in {"BlockQuote", "Note"} for name in self.containers)


def leaves(events: list[Event], data: bytes, named: Mapping[int, str] = _NONE) -> Iterator[Leaf]:
    """Yield the leaves of a document in the order of its text.

    `named` maps the offset of an item or a quotation to what it is called among the containers.
    """
    stack: list[str] = []
    inside: list[Event] = []
    opened: Event | None = None
    column = 0
    for event in events:
        block = event.op in {"Start", "End"} and event.name in BLOCKS
        if not block and event.op != "Rule":
            if event.op != "TaskListMarker":
                inside.append(event)
            continue
        if opened is not None:
            yield from _leaf(opened, inside, data, stack, column)
            column += opened.name == "TableCell"
            opened, inside = None, []
            continue
        if inside:
            yield from _run(inside, data, stack)
            inside = []
        if event.op == "End":
            stack.pop()
        elif event.op == "Start":
            column = 0 if event.name in {"TableHead", "TableRow"} else column
            if event.name in _LEAVES:
                opened = event
            else:
                name = "Note" if event.name == "BlockQuote" and event.data else event.name
                stack.append(named.get(event.start, name) if name in _NAMED else name)


def pieces(leaf: Leaf, ranges: Iterable[tuple[int, int]]) -> Iterator[Leaf]:
    """Divide a leaf into byte ranges that ascend, each with the events up to its end that the one before has not."""
    done = 0
    for start, end in ranges:
        over = bisect_left(leaf.events, end, done, key=lambda event: event.start) if end < leaf.end else None
        yield replace(leaf, start=start, end=end, events=leaf.events[done:over])
        done = over or 0


def apart(ranges: Iterable[tuple[int, int]], between: list[tuple[int, int]], data: bytes) -> Iterator[tuple[int, int]]:
    """Yield what is left of byte ranges without what stands `between`; both ascend."""
    for start, end in ranges:
        place = start
        for index in range(bisect_left(between, (start, 0)), len(between)):
            first, last = between[index]
            if first >= end:
                break
            yield from _filled(data, place, first)
            place = last
        yield from _filled(data, place, end)


def _filled(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = _trimmed(data, start, end)
    if start < end:
        yield start, end


def _run(inside: list[Event], data: bytes, stack: list[str]) -> Iterator[Leaf]:
    """Yield the text of a tight list item, which has no paragraph of its own."""
    start, end = _extent(inside, data)
    start, end = _trimmed(data, start, end)
    if start < end:
        yield Leaf("Run", start, end, 0, tuple(stack), tuple(inside))


def _leaf(opened: Event, inside: list[Event], data: bytes, stack: list[str], column: int) -> Iterator[Leaf]:
    level = 0
    start, end = opened.start, opened.end
    if opened.name == "Heading":
        if not inside:
            return
        level = int(opened.data["level"][1])
        start, end = _extent(inside, data)
    if opened.name != "HtmlBlock":
        start, end = _trimmed(data, start, end)
    if start < end:
        name = "IndentedCode" if opened.data == "Indented" else opened.name
        yield Leaf(name, start, end, level, tuple(stack), tuple(inside), column)


def _extent(inside: list[Event], data: bytes) -> tuple[int, int]:
    """Return the bytes from the first inline event to the last, with what their ranges leave out."""
    start = inside[0].start
    if inside[0].op == "Text" and start and data[start - 1 : start] == b"\\":
        start -= 1
    last = max(inside, key=lambda event: (event.end, event.op == "End" and event.name in {"Link", "Image"}))
    end = last.end
    collapsed = last.op == "End" and last.name in {"Link", "Image"} and data[end : end + 2] == b"[]"
    if collapsed and _is_collapsed(inside, last):
        end += 2
    return start, end


def _is_collapsed(inside: list[Event], last: Event) -> bool:
    """Tell whether the link or image that ends here is written `[words][]`."""
    return any(
        event.op == "Start" and event.start == last.start and str(event.data["link_type"]).startswith("Collapsed")
        for event in inside
        if event.name == last.name
    )


def _trimmed(data: bytes, start: int, end: int) -> tuple[int, int]:
    raw = data[start:end]
    left = len(raw) - len(raw.lstrip(b" \t\r\n"))
    return start + left, start + max(left, len(raw.rstrip(b" \t\r\n")))


def prefix(line: str) -> str:
    """Return what stands before each further line of a text whose first line begins with `line`.

    Quotation marks and tabs stay, a footnote's mark counts four columns, everything else (list markers, task boxes)
    becomes as many spaces.
    """
    line = _FOOTNOTE.sub("    ", line.expandtabs(4) if "\t" in line.strip() else line)
    return re.sub(r"[^>\t]", " ", line)
