"""Owns the block structure of a Markdown body: what must be equal before and after translation."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from l10n.formats.jsx.props import strings
from l10n.formats.markdown import embedded
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.comments import bare
from l10n.formats.markdown.dialects import read
from l10n.formats.markdown.events import BLOCK_TAGS, BLOCKS, Event, definitions
from l10n.formats.markdown.given import alone, blank
from l10n.formats.markdown.raw_blocks import named
from l10n.formats.markdown.skips import MAYBE, ambiguous
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.markdown.marks import Read

__all__ = ["skeleton"]

_TABLE = re.compile(rb"\|[^|\r\n]*+[\r\n]++[ \t>]*+[|:]?[ \t]*+-")
_CALL = re.compile(rb"\{[{%]")
_GIVEN = re.compile(rb"\{[{%]|`{3}|~{3}|:{3}")
_ALONE = {"TaskListMarker": "box {}", "Rule": "rule"}
_BLOCK_TAG = re.compile(rf"</?(?:{BLOCK_TAGS})(?=[\s/>])", re.IGNORECASE)


def skeleton(body: str, raw_blocks: tuple[str, ...], *, mdx: bool = False) -> tuple[str, ...]:
    """Return one item a block boundary, list marker, code block, HTML block and link reference definition."""
    seen = read(body, named(raw_blocks), mdx=mdx)
    lines = {mark.start for mark in seen.marks} if mdx else frozenset[int]()
    source = seen.source
    rows: list[str] = []
    verbatim: list[str] | None = None
    language = ""
    found = seen.events
    for event in found:
        if verbatim is not None and event.op in {"Text", "Html", "InlineHtml"}:
            verbatim.append(event.data)
        elif event.op == "Start" and event.name in BLOCKS:
            rows.append(_opened(event))
            language = _info(event)
            verbatim = [] if event.name in {"CodeBlock", "HtmlBlock"} else None
        elif event.op == "End" and event.name in BLOCKS:
            if verbatim is not None:
                text = "".join(verbatim)
                if event.name == "CodeBlock":
                    rows.append(_code(language, text))
                elif event.start not in lines:
                    hidden = not mdx and source.shown[event.start : event.end] != source.data[event.start : event.end]
                    rows += embedded.skeleton(source.slice(event.start, event.end) if hidden else text)
                verbatim = None
            rows.append(f"/{event.name}")
        elif event.op == "InlineHtml":
            tag = _BLOCK_TAG.match(event.data)
            rows += [f"tag {tag[0].lower()}"] if tag else []
        elif event.op in _ALONE:
            rows.append(_ALONE[event.op].format(event.data))
    rows += [f"definition {item.label.casefold()} {item.url}" for item in definitions(source)]
    rows += _hidden(seen, found)
    return tuple(rows)


def _hidden(seen: Read, found: list[Event]) -> Iterator[str]:
    """Yield what is hidden from the parser, without the words of titles, and each line that is not prose."""
    data = seen.source.data
    for mark in seen.marks:
        words = [mark.title] if mark.title else [at for tag in mark.tags for at in strings(data, tag)]
        kept, done = [], mark.start
        for start, end in words:
            kept.append(data[done:start])
            done = end
        text = b"".join([*kept, data[done : mark.end]])
        yield f"{mark.kind} {_digest(_unworded(text, first=True))}"
    if MAYBE.search(data) or _TABLE.search(data) or _CALL.search(data):
        marked = Ranges((mark.start, mark.end) for mark in seen.marks)
        for leaf in leaves(found, data):
            if ambiguous(leaf, data):
                yield "table elsewhere"
            for start, end in alone(leaf, data):
                if not marked.hold(start):
                    yield f"line {_digest(_unworded(data[start:end].strip()))}"


def _unworded(text: bytes, *, first: bool = False) -> bytes:
    """Return lines of syntax without the words that are given to what they call; to the `first` call only, if so."""
    if not _GIVEN.match(text):
        return text
    return blank(text.decode("utf-8", "surrogatepass"), first=first).encode("utf-8", "surrogatepass")


def _code(language: str, text: str) -> str:
    """Return the digest of a code block, blind to the words of its comments."""
    shown = bare(blank(f"```{language}\n{text}")) if language else text
    return _digest(shown.encode("utf-8", "surrogatepass"))


def _digest(text: bytes) -> str:
    return sha256(text).hexdigest()[:16]


def _info(event: Event) -> str:
    """Return what stands behind the mark of a fence."""
    return str(event.data.get("Fenced", "")) if event.name == "CodeBlock" and isinstance(event.data, dict) else ""


def _opened(event: Event) -> str:
    """Name a block with what a translation must not change of it."""
    detail = event.data
    if event.name == "Heading":
        attributes = [detail["id"] or "", *detail["classes"], *(f"{key}={value}" for key, value in detail["attrs"])]
        return " ".join(["Heading", detail["level"], *attributes]).rstrip()
    if info := _info(event):
        return f"{event.name} {blank(f'```{info}')}"
    return event.name if detail is None else f"{event.name} {detail}"
