"""Owns the elements of HTML whose author asks for Markdown in them: `<div markdown="1">`, `<figcaption markdown>`.

kramdown ("HTML Blocks") and Python-Markdown ("Markdown in HTML") read Markdown from the next line on, also behind an
element that ends, such as `<summary>…</summary>`; for CommonMark the block of HTML goes on up to a blank line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n.formats.html.blocks import BLOCKS
from l10n.formats.html.tokens import TokenKind, attributes, tokens
from l10n.formats.inlines import VOID
from l10n.formats.markdown.links import taken, told
from l10n.formats.places import line_start
from l10n.model import Segment, Shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from l10n.formats.html.tokens import Token
    from l10n.formats.markdown.events import Event, Source
    from l10n.model import Part

__all__ = ["asked", "asks", "asks_somewhere", "linked"]

_ASKS = re.compile(rb"<[A-Za-z][^<>]*[\s\"']markdown[\s=>]")

_INNER = re.compile(rb"((?<=[\r\n])[ \t>]+)|[^\r\n]")
"""What a comment hides; how its lines are indented stays."""
_NEXT = re.compile(r"[ \t]*(?:\r\n|\n|\r)([ \t>]*)[^\s<]")
"""The end of a line before one that begins with no tag."""
_INDENT = re.compile(r"[ \t>]*\Z")
_CODE = 4
"""Columns by which code is indented."""
_LEAST = len("<!---->")


def asks(source: str, tag: Token) -> bool:
    """Tell whether a tag asks for Markdown in its element."""
    said = next((one for one in attributes(source, tag) if one.name == "markdown"), None)
    return said is not None and source[said.start : said.end] in {"", "1", "block", "span"}


def asks_somewhere(data: bytes) -> bool:
    """Tell whether a tag of an article asks for Markdown, so that renderers may read it in any element."""
    return b"markdown" in data and _ASKS.search(data) is not None


def asked(source: Source, seen: Sequence[Event]) -> list[tuple[int, bytes]]:
    """Return where blocks of HTML begin that end for Markdown before they do, and a comment up to there, which does."""
    found: list[tuple[int, bytes]] = []
    if b"markdown" not in source.data:
        return found
    opened = _Opened()
    for index, event in enumerate(seen):
        block = event.op == "Start" and event.name == "HtmlBlock"
        if not block and event.op != "InlineHtml":
            continue
        text = source.slice(event.start, event.end)
        size = opened.read(text, _margin(source, seen, index) if block else 0)
        if block and size and source.shown[event.start : event.end] == source.data[event.start : event.end]:
            piece = text[:size].encode("utf-8", "surrogatepass")
            start = event.start + len(piece) - len(piece.lstrip(b" \t"))
            tags = piece.strip(b" \t")
            if len(tags) >= _LEAST:
                found.append((start, b"<!--" + _INNER.sub(lambda one: one[1] or b"x", tags[4:-3]) + b"-->"))
    return found


def linked(parts: Iterable[Part], known: AbstractSet[str]) -> Iterator[Part]:
    """Yield the parts of a block of HTML, the texts of such elements with the labels that are words of their links."""
    before = ""
    for part in parts:
        tag = before[before.rfind("<") :].rstrip() if isinstance(part, Segment) and known else ""
        token = next(iter(tokens(tag)), None) if tag.endswith(">") else None
        opens = token is not None and token.kind is TokenKind.OPEN and asks(tag, token)
        named = taken(part.key.text, known) if opens and isinstance(part, Segment) else ()
        if named and isinstance(part, Segment):
            shell = Shell("\x1f".join([part.shell.style, *named]), part.shell.prefix)
            yield replace(part, shell=shell, note=part.note + told(named))
        else:
            yield part
        before = part if isinstance(part, str) else ""


def _margin(source: Source, seen: Sequence[Event], index: int) -> int:
    """Return how far the lines of a block are indented by what it stands in: as far as the parser leaves them out."""
    first = seen[index].start
    for place in range(index + 1, len(seen)):
        event = seen[place]
        if event.op == "End":
            break
        start = line_start(source.data, event.start)
        if event.op == "Html" and start > first and event.data.strip("\r\n"):
            return _width(source.data[start : event.start].decode("utf-8", "replace"))
    return 0


@dataclass(slots=True)
class _Element:
    name: str
    asks: bool
    deep: bool = False
    """Its end tag is indented as code is, so that for Markdown its text would not end there."""


@dataclass(slots=True)
class _Opened:
    """The elements that are open while a text is read."""

    elements: list[_Element] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)

    def read(self, text: str, margin: int) -> int:
        """Open and close what a piece of HTML does; return the first place after which Markdown goes on, or 0.

        `margin` is how far its lines are indented by what it stands in.
        """
        places: list[tuple[int, _Element]] = []
        for token in tokens(text):
            if token.kind is TokenKind.OPEN and token.name not in VOID and not text.endswith("/", 0, token.end - 1):
                self.elements.append(_Element(token.name, asks(text, token)))
                self.count[token.name] += 1
            elif token.kind is TokenKind.CLOSE and self.count[token.name]:
                before = text[text.rfind("\n", 0, token.start) + 1 : token.start]
                self._close(token.name, deep=bool(_INDENT.match(before)) and _width(before) >= margin + _CODE)
            else:
                continue
            around = self.elements[-1] if self.elements else None
            if around and around.asks and (token.name in BLOCKS or token.kind is TokenKind.OPEN):
                following = _NEXT.match(text, token.end)
                if following and _width(following[1]) < margin + _CODE:
                    places.append((token.end, around))
        return next((size for size, element in places if not element.deep), 0)

    def _close(self, name: str, *, deep: bool) -> None:
        while True:
            last = self.elements.pop()
            self.count[last.name] -= 1
            if last.name == name:
                last.deep = deep
                return


def _width(before: str) -> int:
    return len(before.expandtabs(_CODE))
