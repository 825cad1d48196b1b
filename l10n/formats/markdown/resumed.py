"""Owns where HTML goes on behind the blank line that ends its block for CommonMark.

For CommonMark (0.31.2, "HTML blocks", kind 6) what follows and is indented by four columns is code. kramdown ("HTML
Blocks") and Python-Markdown read HTML on to the closing tag, and so do authors who indent their elements: rows of
tables, and paragraphs in cells. It is code all the same unless something says that it cannot be: it ends an element
from outside, or stands where only certain elements may; or its element ends at the level where it began, and two signs
come together: a tag begins it, it is indented as what is in its element, no code may stand there, the article has
syntax that only those two know.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import TokenKind, names, tokens
from l10n.formats.inlines import VOID
from l10n.formats.markdown.events import BLOCKS, Event
from l10n.formats.markdown.md_in_html import asks
from l10n.formats.places import line_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.events import Source

__all__ = ["resumed"]

_CODE = 4
"""Columns by which code is indented."""
_LEAVES = frozenset({"Paragraph", "Heading", "TableCell", "HtmlBlock", "CodeBlock"})
_SETS = names("table thead tbody tfoot tr colgroup ul ol menu dl select optgroup picture")
"""Elements that hold certain others only."""
_PHRASES = names("p h1 h2 h3 h4 h5 h6 label legend button span a em strong b i small")
"""Elements whose end tag a block of code in them would come before."""
_VERBATIM = names("pre listing script style textarea xmp template")
_SIGNS = 2
_TAGGED = re.compile(rb"\s*</?[A-Za-z]")
_BLANK = re.compile(rb"[ \t]*")
_DIALECT = re.compile(
    rb"(?m)^[ \t]*\{:[ \t]*[.#a-z][^{}\r\n]*\}[ \t]*\r?$|[)\]*_`]\{:[ \t]*[.#a-z][^{}\r\n]*\}"
    rb"|<[a-z][^<>]*[ \t]markdown(?:=[\"']?(?:0|1|block|span)\b|[ \t>])|^(?:!!!|\?\?\?\+?)[ \t]+[a-z]"
)
"""What kramdown and Python-Markdown have, and CommonMark has not."""


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    opens: bool
    place: int
    """Where it is, so that no two are alike."""
    column: int
    """Of its line."""
    first: bool
    """It begins the line."""
    barred: bool
    """What is in its element is code, or Markdown because it asks for that."""

    def level(self, closing: _Tag | None) -> bool:
        """Tell whether an end tag stands below this one."""
        return closing is not None and closing.first and closing.column == self.column


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that may hold tags, with the indices of its first and last event."""

    name: str
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class _Elements:
    """The elements that are open within one container, while its blocks are read."""

    opened: list[_Tag] = field(default_factory=list)
    named: dict[str, list[_Tag]] = field(default_factory=dict)
    barred: int = 0
    closing: dict[_Tag, _Tag] = field(default_factory=dict)
    """The opening tag → its end tag."""

    def read(self, tags: Iterable[_Tag]) -> None:
        """Open and close elements."""
        for tag in tags:
            if tag.opens:
                self.opened.append(tag)
                self.named.setdefault(tag.name, []).append(tag)
                self.barred += tag.barred
            elif self.named.get(tag.name):
                while (last := self._pop()).name != tag.name:
                    pass
                self.closing[last] = tag

    def _pop(self) -> _Tag:
        last = self.opened.pop()
        self.named[last.name].pop()
        self.barred -= last.barred
        return last


def resumed(source: Source, seen: list[Event]) -> list[Event]:
    """Return the events, with code that is HTML joined to the blocks of HTML beside it."""
    kinds = {event.name for event in seen if event.op == "Start" and (event.name == "HtmlBlock" or _is_code(event))}
    if len(kinds) < 2:  # noqa: PLR2004  # code and HTML
        return seen
    groups: dict[int, list[_Block]] = {}
    for group, block in _blocks(seen):
        groups.setdefault(group, []).append(block)
    dialect = _DIALECT.search(source.data) is not None
    found = {one.first for blocks in groups.values() for one in _html(source, seen, blocks, dialect=dialect)}
    return _joined(source, seen, found) if found else seen


def _is_code(event: Event) -> bool:
    return event.name == "CodeBlock" and event.data == "Indented"


def _blocks(seen: list[Event]) -> Iterator[tuple[int, _Block]]:
    """Yield the blocks outside quotations, each with a number of what it stands in."""
    around = [0]
    quotes = number = first = 0
    for index, event in enumerate(seen):
        if event.name in _LEAVES:
            if event.op == "Start":
                first = index
            elif not quotes and (event.name != "CodeBlock" or _is_code(seen[first])):
                yield around[-1], _Block(event.name, first, index, event.start, event.end)
        elif event.name in BLOCKS:
            quotes += (event.name == "BlockQuote") * (1 if event.op == "Start" else -1)
            if event.op == "Start":
                number += 1
                around.append(number)
            else:
                around.pop()


def _html(source: Source, seen: list[Event], blocks: list[_Block], *, dialect: bool) -> Iterator[_Block]:
    """Yield the blocks of code within one container that are HTML."""
    tags = [list(_tags(source, seen, block)) for block in blocks]
    known = _Elements()
    for block, found in zip(blocks, tags, strict=True):
        if block.name != "CodeBlock":
            known.read(found)
    open_here = _Elements()
    for block, found in zip(blocks, tags, strict=True):
        if block.name != "CodeBlock":
            open_here.read(found)
        elif open_here.opened and not open_here.barred:
            start = line_start(source.shown, block.start)
            plain = source.shown[start : block.end] == source.data[start : block.end]
            if plain and _goes_on(source.shown[start : block.end], open_here, known.closing, found, dialect=dialect):
                open_here.read(found)
                yield block


def _goes_on(code: bytes, around: _Elements, closing: dict[_Tag, _Tag], tags: list[_Tag], *, dialect: bool) -> bool:
    """Tell whether what would be code is HTML of the elements around."""
    ended = next((tag for tag in _unopened(tags) if around.named.get(tag.name)), None)
    if ended is not None:
        begun = around.named[ended.name][-1]
        return not begun.level(closing.get(begun))
    last = around.opened[-1]
    tagged = _TAGGED.match(code) is not None
    if last.name in _SETS:
        return tagged
    near = _width(code) - last.column < _CODE
    signs = (tagged, near, last.name in _PHRASES, dialect)
    return last.level(closing.get(last)) and sum(signs) >= _SIGNS


def _unopened(tags: Iterable[_Tag]) -> Iterator[_Tag]:
    """Yield the end tags of elements that begin elsewhere."""
    count: Counter[str] = Counter()
    for tag in tags:
        if tag.opens:
            count[tag.name] += 1
        elif count[tag.name]:
            count[tag.name] -= 1
        else:
            yield tag


def _tags(source: Source, seen: list[Event], block: _Block) -> Iterator[_Tag]:
    """Yield the tags in a block."""
    if block.name in {"HtmlBlock", "CodeBlock"}:
        yield from _read(source, block.start, block.end)
        return
    for event in seen[block.first : block.last]:
        if event.op == "InlineHtml":
            yield from _read(source, event.start, event.end)


def _read(source: Source, start: int, end: int) -> Iterator[_Tag]:
    begin = line_start(source.shown, start)
    text = source.shown[begin:end].decode("utf-8", "replace")
    skip = len(source.shown[begin:start].decode("utf-8", "replace"))
    text = " " * skip + text[skip:] if text[:skip].strip() else text
    for token in tokens(text):
        opens = token.kind is TokenKind.OPEN
        if token.name in VOID or not (opens or token.kind is TokenKind.CLOSE):
            continue
        if opens and text.endswith("/", 0, token.end - 1):
            continue
        first = text.rfind("\n", 0, token.start) + 1
        barred = token.name in _VERBATIM or (opens and asks(text, token))
        lone = not text[first : token.start].strip()
        yield _Tag(token.name, opens, begin + token.start, _width(text[first:].encode()), lone, barred)


def _width(line: bytes) -> int:
    """Return the columns by which a line is indented."""
    blank = _BLANK.match(line)
    return len(blank[0].expandtabs(_CODE)) if blank else 0


def _joined(source: Source, seen: list[Event], found: set[int]) -> list[Event]:
    """Return the events with the blocks of code that begin there, and those of HTML beside them, as one block each."""
    out: list[Event] = []
    place = 0
    while place < len(seen):
        end, some = place, False
        while end < len(seen) and (end in found or _joins(source, seen[end])):
            some = some or end in found
            name = seen[end].name
            while seen[end].op != "End" or seen[end].name != name:
                end += 1
            end += 1
        if some:
            first, last = seen[place].start, seen[end - 1].end
            out.append(Event("Start", "HtmlBlock", None, first, last))
            out.append(Event("Html", "", source.shown[first:last].decode("utf-8", "replace"), first, last))
            out.append(Event("End", "HtmlBlock", None, first, last))
        else:
            end = max(end, place + 1)
            out += seen[place:end]
        place = end
    return out


def _joins(source: Source, event: Event) -> bool:
    """Tell whether a block of HTML begins that has no directive for this program in it."""
    begins = event.op == "Start" and event.name == "HtmlBlock"
    return begins and b"l10n:" not in source.shown[event.start : event.end]
