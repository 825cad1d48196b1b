"""Owns where directives with Markdown in them stand in a text, and how their first and last lines are hidden.

The lines are masked as thematic breaks, which end what stands above them and leave what stands below them to be read. A
directive in which something else stays open, so that its last line would be no such break, is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.fenced import head, holds_markdown
from l10n.formats.markdown.marks import DialectMark, MarkKind
from l10n.formats.markdown.raw_blocks import hides, within
from l10n.formats.places import line_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.events import Event, Source
    from l10n.formats.markdown.fenced import Head
    from l10n.formats.markdown.raw_blocks import RawNames

__all__ = ["boxes", "broken", "ruled"]

_MAY = ("{", "admonish", "ad-")
_LAST = re.compile(rb"[\r\n][ \t>]*+(?P<mark>`{3,}|~{3,})[ \t]*+\Z")
_COLONS = re.compile(
    rb"(?m)(?:^|(?<=\r))[ \t>]*+(?:(?:[-+*]|\d{1,9}[.)])[ \t]++)*+(?P<all>:{3,}[ \t]*+\{[A-Za-z][\w.:-]*+\}[^\r\n]*+"
    rb"(?:(?:\r\n|\n|\r)[ \t>]*+(?:---[ \t]*+[\r\n]|:[A-Za-z]).*)?+)"
)
_LINE = re.compile(rb"(?m)(^[ \t>]*+)?+([^\r\n]++)")
_REACH = 4000
"""Most bytes of options."""
_LEAST = 3
"""Signs of a thematic break."""


def boxes(source: Source, seen: Iterable[Event], raw: RawNames, left: frozenset[int]) -> list[DialectMark]:
    """Return the first and last lines of the outermost directives in fences, and the first ones of those in colons.

    Those that begin where `left` says are left alone.
    """
    events = list(seen)
    found = [mark for event in events if event.start not in left for mark in _fenced(source, event, raw)]
    if b":::" in source.shown:
        held = [(one.start, one.end) for one in events if hides(one, source.shown)]
        found += (one for one in _between_colons(source) if one.start not in left and not within(held, one.start))
    return sorted(found, key=lambda mark: mark.start)


def _fenced(source: Source, event: Event, raw: RawNames) -> Iterator[DialectMark]:
    if event.op != "Start" or event.name != "CodeBlock" or not isinstance(event.data, dict):
        return
    if not event.data["Fenced"].startswith(_MAY):
        return
    end = event.start + len(source.shown[event.start : event.end].rstrip())
    first, last = source.shown[event.start : event.start + 1], _LAST.search(source.shown, event.start, end)
    block = source.slice(event.start, end)
    opened = head(block) if last and last["mark"][:1] == first else None
    if opened is None or last is None or not opened.directive or not holds_markdown(opened.directive, raw):
        return
    over = event.start + _size(block, opened.end)
    if over < last.start("mark"):
        yield DialectMark(MarkKind.RULE, event.start, over, _titled(opened, block, event.start), over=end)
        yield DialectMark(MarkKind.RULE, *last.span("mark"))


def _between_colons(source: Source) -> Iterator[DialectMark]:
    """Yield the first lines of directives that have options."""
    place = 0
    while found := _COLONS.search(source.shown, place):
        start, place = found.span("all")
        reach = start + _REACH
        block = source.slice(start, line_start(source.shown, reach) if reach < len(source.shown) else len(source.shown))
        opened = head(block)
        over = start + _size(block, opened.end) if opened else start
        if opened and b"\n" in source.shown[start:over]:
            yield DialectMark(MarkKind.RULE, start, over, _titled(opened, block, start))


def _titled(opened: Head, block: str, start: int) -> tuple[int, int] | None:
    """Return where the title is of a directive that begins at a byte."""
    if opened.title is None:
        return None
    return start + _size(block, opened.title[0]), start + _size(block, opened.title[1])


def _size(text: str, end: int) -> int:
    return len(text[:end].encode("utf-8", "surrogatepass"))


def ruled(shown: bytes, mark: DialectMark) -> tuple[int, bytes]:
    """Return what is seen in the place of such lines."""

    def line(found: re.Match[bytes]) -> bytes:
        size = len(found[2])
        return (found[1] or b"") + (b"_" if size >= _LEAST else b" ") * size

    return mark.start, _LINE.sub(line, shown[mark.start : mark.end])


def broken(marks: Iterable[DialectMark], seen: Iterable[Event]) -> frozenset[int]:
    """Return where directives begin whose first or last line is no thematic break."""
    breaks = {event.start for event in seen if event.op == "Rule"}
    found: set[int] = set()
    opened: list[DialectMark] = []
    for mark in marks:
        while opened and mark.start >= opened[-1].over:
            opened.pop()
        if mark.start not in breaks:
            found.add(opened[-1].start if opened else mark.start)
        if mark.over >= 0:
            opened.append(mark)
    return frozenset(found)
