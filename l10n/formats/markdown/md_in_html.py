"""Owns the elements of HTML whose author asks for Markdown in them: `<div markdown="1">`, `<div markdown>`.

kramdown ("HTML Blocks") and Python-Markdown ("Markdown in HTML") read Markdown from the next line on; for CommonMark
the block of HTML goes on up to a blank line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.formats.markdown.events import Event

__all__ = ["asked"]

_TAGS = re.compile(
    rb"[ \t]*+(?P<tags>(?:<[A-Za-z/][^<>]*+>\s*+)*?<[A-Za-z][^<>]*?[\s\"']markdown(?:=(?:\"(?:1|block|span)\""
    rb"|'(?:1|block|span)'|1|block|span))?(?=[\s>])[^<>]*+>)[ \t]*+(?:\r\n|\n|\r)(?=[ \t]*+[^\s<])"
)
_INNER = re.compile(rb"[^\r\n]")
_LEAST = len("<!---->")


def asked(data: bytes, seen: Iterable[Event]) -> list[tuple[int, bytes]]:
    """Return where such tags begin blocks of HTML that do not end there, and a comment of their size, which does."""
    found: list[tuple[int, bytes]] = []
    for event in seen:
        if event.op != "Start" or event.name != "HtmlBlock" or b"markdown" not in data[event.start : event.end]:
            continue
        tags = _TAGS.match(data, event.start, event.end)
        if tags and len(tags["tags"]) >= _LEAST:
            inner = _INNER.sub(b"x", tags["tags"][4:-3])
            found.append((tags.start("tags"), b"<!--" + inner + b"-->"))
    return found
