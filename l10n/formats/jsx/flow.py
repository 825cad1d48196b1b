"""Owns what of an MDX text stands apart from its paragraphs: tags, expressions and modules on lines of their own.

The lines are read as MDX reads them (micromark with its MDX extensions): containers first; there is no indented code
and no HTML; a tag or an expression that fills its lines ends what stands above it; a fence may be indented at will.
What it says for a parser of CommonMark is the same text with such lines masked and with the indentation left out that
would be code there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.formats.jsx.tags import SearchBudget, expression_end, statement_end, tag_at

if TYPE_CHECKING:
    from l10n.formats.jsx.tags import JsxTag

__all__ = ["Flow", "Outline", "outline"]

_LINE = re.compile(rb"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_INDENT = re.compile(rb"[ \t]*+")
_FENCE = re.compile(rb"(?P<mark>`{3,}(?=[^`\r\n]*+(?:[\r\n]|\Z))|~{3,})")
_HEADING = re.compile(rb"#{1,6}(?=[ \t\r\n]|\Z)")
_BREAK = re.compile(rb"(?:\*[ \t]*+){3,}(?=[\r\n]|\Z)|(?:-[ \t]*+){3,}(?=[\r\n]|\Z)|(?:_[ \t]*+){3,}(?=[\r\n]|\Z)")
_MARKER = re.compile(rb"(?:[-+*]|(?P<number>\d{1,9})[.)])(?=[ \t\r\n]|\Z)")
_UNDERLINE = re.compile(rb"=+[ \t]*+(?=[\r\n]|\Z)")
_DELIMITERS = re.compile(rb"[ \t|:-]*-[ \t|:-]*")
_MODULE = re.compile(
    rb"import[ \t]*+(?:['\"{*]|[\w$]++[ \t]*+,|[^\r\n]*?\bfrom[ \t]*+['\"])"
    rb"|export[ \t]*+(?:[{*]|default[ \t]++(?:function|class|async|\{|\(|[A-Z])"
    rb"|(?:const|let|var|function|class|async)[ \t]++[\w$\[{*])"
)
_BLANK = re.compile(rb"(?:\r\n|\n|\r)[ \t]*+(?=[\r\n]|\Z)|\Z")
_REST = re.compile(rb"[ \t]*+(?=[\r\n]|\Z)")
_ATTRIBUTES = re.compile(rb"\{(?:#[\w.:-]++|/\*[^{}]*\*/)\}[ \t]*+\Z")
"""The id of a heading, which Docusaurus reads before MDX does: in braces, or in a comment that MDX reads, too."""
_TAB = 4
_CODE = 4
"""Columns of indentation that are code to CommonMark."""
_MATH = 10_000
"""Most bytes of mathematics."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A tag, an expression, a comment or a module on lines of its own; byte offsets."""

    start: int
    end: int
    tags: tuple[JsxTag, ...] = ()


@dataclass(slots=True)
class Outline:
    """A text as its lines are to be seen by a parser of CommonMark."""

    flows: list[Flow] = field(default_factory=list)
    masks: list[tuple[int, bytes]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    """Byte ranges that the parser does not see; they ascend."""


@dataclass(slots=True)
class _Container:
    size: int
    """Columns that a further line of an item is indented by; 0 for a quotation."""
    less: int = 0
    """How many of them the parser does not see."""


@dataclass(slots=True)
class _Line:
    """Where a line is read."""

    data: bytes
    place: int
    end: int
    column: int = 0
    dropped: list[tuple[int, int]] = field(default_factory=list)

    def indent(self) -> tuple[int, int]:
        """Return the columns of white space here, and where it ends."""
        over = self.place
        column = self.column
        while over < self.end and self.data[over] in b" \t":
            column += _TAB - column % _TAB if self.data[over] == ord("\t") else 1
            over += 1
        return column - self.column, over

    def skip(self, columns: int) -> int:
        """Step over columns of white space; return where that ends."""
        goal = self.column + columns
        while self.place < self.end and self.column < goal and self.data[self.place] in b" \t":
            wide = _TAB - self.column % _TAB if self.data[self.place] == ord("\t") else 1
            if self.column + wide > goal:
                break
            self.column += wide
            self.place += 1
        return self.place

    def drop(self, start: int, end: int) -> None:
        if start < end:
            self.dropped.append((start, end))


def outline(data: bytes) -> Outline:
    """Read the lines of a text."""
    return _FlowReader(data).read()


@dataclass(slots=True)
class _FlowReader:
    data: bytes
    out: Outline = field(default_factory=Outline)
    opened: list[_Container] = field(default_factory=list)
    paragraph: bool = False
    table: bool = False
    """What stands above is a table, which no line goes on by the way."""
    fence: bytes = b""
    level: int = 0
    """In how many containers the fence stands."""
    margin: int = 0
    """By how many columns the fence is indented."""
    reach: SearchBudget = field(init=False)

    def read(self) -> Outline:
        self.reach = SearchBudget(4 * len(self.data) + 4000)
        place = 0
        while place < len(self.data):
            found = _LINE.match(self.data, place)
            line = _Line(self.data, place, found.end(1) if found else len(self.data))
            over = self.line(line)
            self.out.dropped += line.dropped
            after = _LINE.match(self.data, max(over, line.end))
            place = after.end() if after else len(self.data)
        return self.out

    def line(self, line: _Line) -> int:
        """Read a line; return where what begins on it ends, or 0."""
        blank = not self.data[line.place : line.end].strip(b" \t")
        matched = self.continued(line, blank=blank)
        inner = matched == len(self.opened)
        if self.fence and matched < self.level:
            self.fence = b""
        if self.fence:
            self.fenced(line)
            return 0
        if not self.data[line.place : line.end].strip(b" \t"):
            self.paragraph = self.table = False
            if blank or not inner:
                del self.opened[matched:]
            return 0
        fresh = self.containers(line, matched)
        return self.leaf(line, matched, fresh=fresh)

    def continued(self, line: _Line, *, blank: bool) -> int:
        """Step over the marks of the containers that go on; return how many do."""
        for index, one in enumerate(self.opened):
            columns, over = line.indent()
            if not one.size:
                if line.data[over : over + 1] != b">" or over >= line.end:
                    return index
                if columns >= _CODE:
                    line.drop(line.place, over)
                line.column += columns
                line.place = over
                self.mark(line, 1)
                if line.place < line.end and line.data[line.place] in b" \t":
                    line.skip(1)
            elif blank or over >= line.end:
                continue
            elif columns < one.size:
                return index
            else:
                start = line.place
                over = line.skip(one.size)
                line.drop(start, min(over, start + one.less))
        return len(self.opened)

    @staticmethod
    def mark(line: _Line, size: int) -> None:
        line.place += size
        line.column += size

    def fenced(self, line: _Line) -> None:
        """Read a line inside a fence."""
        columns, over = line.indent()
        row = line.data[over : line.end].rstrip(b" \t")
        if len(row) >= len(self.fence) and row.strip(self.fence[:1]) == b"":
            self.fence = b""
            line.drop(line.place, over)
        elif columns and self.margin >= _CODE:
            start = line.place
            line.drop(start, line.skip(min(columns, self.margin)))

    def containers(self, line: _Line, matched: int) -> bool:
        """Open the quotations and items that begin on a line; tell whether there are some."""
        fresh = False
        while True:
            columns, over = line.indent()
            if line.data[over : over + 1] == b">":
                self.close(matched, fresh=fresh)
                if columns >= _CODE:
                    line.drop(line.place, over)
                line.column += columns
                line.place = over
                self.mark(line, 1)
                if line.place < line.end and line.data[line.place] in b" \t":
                    line.skip(1)
                self.opened.append(_Container(0))
            elif item := self.item(line, over, lone=self.paragraph and not fresh and matched == len(self.opened)):
                self.close(matched, fresh=fresh)
                self.opened.append(self.begun(line, item, columns, over))
            else:
                return fresh
            fresh = True

    def close(self, matched: int, *, fresh: bool) -> None:
        if not fresh:
            del self.opened[matched:]
        self.paragraph = self.table = False

    def item(self, line: _Line, over: int, *, lone: bool) -> re.Match[bytes] | None:
        """Find the mark of an item; `lone` where it would end a paragraph, as few may (CommonMark, "List items")."""
        found = _MARKER.match(self.data, over, line.end)
        if found is None or _BREAK.match(self.data, over):
            return None
        empty = not self.data[found.end() : line.end].strip(b" \t")
        return None if lone and (empty or found["number"] not in {None, b"1"}) else found

    def begun(self, line: _Line, item: re.Match[bytes], columns: int, over: int) -> _Container:
        """Open an item."""
        less = 0
        if columns >= _CODE:
            line.drop(line.place, over)
            less = columns
        line.column += columns
        line.place = over
        self.mark(line, len(item[0]))
        wide, after = line.indent()
        if after >= line.end:
            return _Container(columns + len(item[0]) + 1, less)
        if wide > _CODE:
            line.drop(line.place + 1, after)
            less += wide - 1
        line.column += wide
        line.place = after
        return _Container(columns + len(item[0]) + wide, less)

    def leaf(self, line: _Line, matched: int, *, fresh: bool) -> int:
        """Read what stands on a line behind the marks of its containers."""
        columns, over = line.indent()
        if over >= line.end:
            return 0
        whole = fresh or matched == len(self.opened)
        around = self.opened if fresh else self.opened[:matched]
        end = line.end if any(not one.size for one in around) else len(self.data)
        found = self.flow(line, over, end, alone=not (self.paragraph or columns or around))
        if found is not None:
            if not fresh:
                del self.opened[matched:]
            self.paragraph = self.table = False
            self.out.flows.append(found)
            self.out.masks.append((found.start, b"#"))
            if columns >= _CODE:
                line.drop(line.place, over)
            line.drop(found.start + 1, found.end)
            return found.end
        self.prose(line, matched, columns, over, whole=whole)
        return 0

    def prose(self, line: _Line, matched: int, columns: int, over: int, *, whole: bool) -> None:
        """Read a line of what CommonMark has, too; `whole` where all containers go on."""
        data, row = self.data, self.data[over : line.end]
        fence = _FENCE.match(data, over, line.end)
        apart = fence or _HEADING.match(data, over, line.end) or _BREAK.match(data, over, line.end)
        if apart is None and self.paragraph and whole and _UNDERLINE.match(data, over):
            self.paragraph = False
            return
        if not whole and (apart or not self.paragraph):
            del self.opened[matched:]
        if columns >= _CODE or (not whole and self.paragraph):
            line.drop(line.place, over)
        if fence:
            self.fence, self.level, self.margin = fence["mark"], len(self.opened), columns
        else:
            self.hide(over, row)
        begun = self.paragraph and b"|" in row and _DELIMITERS.fullmatch(row)
        self.table = apart is None and (self.table or bool(begun))
        self.paragraph = apart is None and not self.table

    def hide(self, over: int, row: bytes) -> None:
        """Mask what would be HTML at the start of a line, or attributes at its end."""
        if row.startswith(b"<"):
            self.out.masks.append((over, b"0"))
        row = row.rstrip()
        if row.endswith(b"}") and not _ATTRIBUTES.search(row):
            self.out.masks.append((over + len(row) - 1, b"0"))

    def flow(self, line: _Line, over: int, end: int, *, alone: bool) -> Flow | None:
        """Find what stands apart, begins here and ends before `end`; `alone` where a module may begin."""
        data, head = self.data, self.data[over : over + 1]
        if head == b"<" and data.startswith(b"<!--", over):
            closed = data.find(b"-->", over, self.reach.limit(over, end))
            if closed < 0:
                self.reach.failed(over, end)
            return Flow(over, closed + 3) if closed >= 0 and _REST.match(data, closed + 3) else None
        if head in {b"<", b"{"}:
            return self.filled(over, end)
        if head == b"$" and data.startswith(b"$$", over):
            closed = data.find(b"$$", over + 2, min(end, over + _MATH))
            return Flow(over, closed + 2) if closed >= 0 and _REST.match(data, closed + 2) else None
        if alone and head in {b"i", b"e"} and _MODULE.match(data, over):
            limit = self.reach.limit(over, end)
            closed = statement_end(data, over, limit)
            if not closed:
                self.reach.failed(over, limit)
                blank = _BLANK.search(data, over)
                closed = statement_end(data, over, line.end) or (blank.start() if blank else end)
            return Flow(over, closed)
        return None

    def filled(self, start: int, end: int) -> Flow | None:
        """Return the tags and expressions that fill the lines from here; None where something else is there, too."""
        limit = self.reach.limit(start, end)
        place, tags = start, []
        while place < limit:
            if self.data[place : place + 1] == b"<":
                tag = tag_at(self.data, place, limit)
                if tag is None:
                    break
                tags.append(tag)
                place = tag.end
            else:
                over = expression_end(self.data, place, limit)
                if not over:
                    break
                place = over
            if _REST.match(self.data, place):
                return Flow(start, place, tuple(tags))
            while self.data[place : place + 1] in {b" ", b"\t"}:
                place += 1
            if self.data[place : place + 1] not in {b"<", b"{"}:
                self.reach.failed(start, place)
                return None
        self.reach.failed(start, limit)
        return None
