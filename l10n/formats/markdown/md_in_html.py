"""Owns the elements of HTML whose author asks for Markdown in them: `<div markdown="1">`, `<figcaption markdown>`.

kramdown ("HTML Blocks") and Python-Markdown ("Markdown in HTML") read Markdown from the next line on; for CommonMark
the block of HTML goes on up to a blank line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.formats.markdown.links import taken, told
from l10n.model import Segment, Shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from l10n.formats.markdown.events import Event
    from l10n.model import Part

__all__ = ["asked", "linked"]

_TAGS = re.compile(
    rb"[ \t]*+(?P<tags>(?:<[A-Za-z/][^<>]*+>\s*+)*?<[A-Za-z][^<>]*?[\s\"']markdown(?:=(?:\"(?:1|block|span)\""
    rb"|'(?:1|block|span)'|1|block|span))?(?=[\s>])[^<>]*+>)[ \t]*+(?:\r\n|\n|\r)(?=[ \t]*+[^\s<])"
)
_ASKS = re.compile(r"[\s\"']markdown(?:=(?:\"(?:1|block|span)\"|'(?:1|block|span)'|1|block|span))?(?=[\s>])")
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


def linked(parts: Iterable[Part], known: AbstractSet[str]) -> Iterator[Part]:
    """Yield the parts of a block of HTML, the texts of such elements with the labels that are words of their links."""
    before = ""
    for part in parts:
        tag = before[before.rfind("<") :].rstrip() if isinstance(part, Segment) and known else ""
        asks = tag[1:2].isalpha() and tag.endswith(">") and _ASKS.search(tag)
        named = taken(part.key.text, known) if asks and isinstance(part, Segment) else ()
        if named and isinstance(part, Segment):
            shell = Shell("\x1f".join([part.shell.style, *named]), part.shell.prefix)
            yield replace(part, shell=shell, note=part.note + told(named))
        else:
            yield part
        before = part if isinstance(part, str) else ""
