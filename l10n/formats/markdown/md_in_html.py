"""Owns the elements of HTML whose author asks for Markdown in them: `<div markdown="1">`, `<div markdown>`.

kramdown ("HTML Blocks") and Python-Markdown ("Markdown in HTML") read Markdown from the next line on, also behind an
element that ends, such as `<summary>…</summary>`; for CommonMark the block of HTML goes on up to a blank line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.html.blocks import BLOCKS
from l10n.formats.html.tokens import TokenKind, attributes, tokens
from l10n.formats.inlines import VOID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.formats.html.tokens import Token
    from l10n.formats.markdown.events import Event, Source

__all__ = ["asked", "asks"]

_INNER = re.compile(rb"[^\r\n]")
_NEXT = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?=[ \t]*[^\s<])")
"""The end of a line before one that begins with no tag."""
_LEAST = len("<!---->")


def asks(source: str, tag: Token) -> bool:
    """Tell whether a tag asks for Markdown in its element."""
    said = next((one for one in attributes(source, tag) if one.name == "markdown"), None)
    return said is not None and source[said.start : said.end] in {"", "1", "block", "span"}


def asked(source: Source, seen: Iterable[Event]) -> list[tuple[int, bytes]]:
    """Return where blocks of HTML begin that end for Markdown before they do, and a comment up to there, which does."""
    found: list[tuple[int, bytes]] = []
    if b"markdown" not in source.data:
        return found
    opened = _Opened()
    for event in seen:
        block = event.op == "Start" and event.name == "HtmlBlock"
        if not block and event.op != "InlineHtml":
            continue
        text = source.slice(event.start, event.end)
        size = opened.read(text)
        if block and size and source.shown[event.start : event.end] == source.data[event.start : event.end]:
            piece = text[:size].encode("utf-8", "surrogatepass")
            start = event.start + len(piece) - len(piece.lstrip(b" \t"))
            tags = piece.strip(b" \t")
            if len(tags) >= _LEAST:
                found.append((start, b"<!--" + _INNER.sub(b"x", tags[4:-3]) + b"-->"))
    return found


class _Opened:
    """The elements that are open while a text is read."""

    def __init__(self) -> None:
        self._names: list[tuple[str, bool]] = []
        self._count: dict[str, int] = {}

    def read(self, text: str) -> int:
        """Open and close what a piece of HTML does; return the first place after which Markdown goes on, or 0."""
        size = 0
        for token in tokens(text):
            if token.kind is TokenKind.OPEN and token.name not in VOID and not text.endswith("/", 0, token.end - 1):
                self._names.append((token.name, asks(text, token)))
                self._count[token.name] = self._count.get(token.name, 0) + 1
            elif token.kind is TokenKind.CLOSE and self._count.get(token.name):
                self._close(token.name)
            else:
                continue
            inside = self._names[-1][1] if self._names else False
            first = not size and (token.name in BLOCKS or token.kind is TokenKind.OPEN)
            if inside and first and _NEXT.match(text, token.end):
                size = token.end
        return size

    def _close(self, name: str) -> None:
        while True:
            last, _ = self._names.pop()
            self._count[last] -= 1
            if last == name:
                return
