"""Owns where the targets of links and the headings are in a whole text of Markdown: what publishing settles."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from l10n.formats.html import targets as elements
from l10n.formats.jsx.inline import embedded
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.dialects import read
from l10n.formats.markdown.events import definitions
from l10n.formats.markdown.raw_blocks import named
from l10n.model import HeadingPlace, LinkPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.jsx.tags import JsxTag
    from l10n.formats.markdown.events import Event
    from l10n.formats.markdown.marks import Read

__all__ = ["headings", "links"]

_TARGET = (
    rb"[ \t\r\n>]*+(?:<(?P<angle>(?:[^<>\\\r\n]|\\.)*+)>"
    rb"|(?P<bare>(?:[^\s()\\<]|\\[^\s]|\((?:[^\s()\\]|\\[^\s]|\([^\s()]*+\))*+\))(?:[^\s()\\]|\\[^\s]"
    rb"|\((?:[^\s()\\]|\\[^\s]|\([^\s()]*+\))*+\))*+))"
)
_INLINE = re.compile(rb"\]\(" + _TARGET)
_DEFINED = re.compile(rb"\[(?:[^\[\]\\]|\\.)++\]:" + _TARGET)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TEXTS = frozenset({"Paragraph", "Run", "Heading", "TableCell"})
_WORDS = {"Text", "Code"}


def links(body: str, raw_blocks: tuple[str, ...] = (), *, mdx: bool = False) -> tuple[LinkPlace, ...]:
    """Return the targets of a body in its order, none twice; those in code are none."""
    seen = read(body, named(raw_blocks), mdx=mdx)
    data = seen.source.data
    found = [*_inline(seen), *_defined(seen), *_in_tags(seen, mdx=mdx)]
    at = _characters(data, {place for one in found for place in (one.start, one.end)})
    placed = {at[one.start]: LinkPlace(at[one.start], at[one.end], one.path, one.asset) for one in found}
    return tuple(placed[start] for start in sorted(placed))


def _inline(seen: Read) -> Iterator[LinkPlace]:
    """Yield the targets of links and images, in bytes."""
    data = seen.source.data
    opened: list[int] = []
    for index, event in enumerate(seen.events):
        if event.name not in {"Link", "Image"}:
            continue
        if event.op == "Start":
            opened.append(index)
            continue
        first = seen.events[opened.pop()]
        if first.data["link_type"] != "Inline":
            continue
        last = seen.events[index - 1]
        inner = first.start if last is first else last.end
        target = _INLINE.match(data, data.find(b"](", inner, event.end), event.end)
        if target:
            yield from _target(target, asset=event.name == "Image", means=first.data["dest_url"])


def _defined(seen: Read) -> Iterator[LinkPlace]:
    """Yield the targets of reference definitions, in bytes; those of images alone are files all the same."""
    pictured = {
        str(event.data["id"]).casefold()
        for event in seen.events
        if event.op == "Start" and event.name == "Image" and event.data["link_type"] != "Inline"
    }
    for one in definitions(seen.source):
        target = _DEFINED.match(seen.source.data, one.start, one.end)
        if target:
            yield from _target(target, asset=one.label.casefold() in pictured, means=one.url)


def _target(found: re.Match[bytes], *, asset: bool, means: str) -> Iterator[LinkPlace]:
    """Yield the path of a target, if it is read here as the parser reads it."""
    name = "bare" if found["angle"] is None else "angle"
    raw = found[name].decode("utf-8", "surrogatepass")
    if _meaning(raw) == means:
        path = elements.path_of(raw)
        start = found.start(name)
        yield LinkPlace(start, start + len(path.encode("utf-8", "surrogatepass")), _meaning(path), asset)


def _meaning(raw: str) -> str:
    return html.unescape(_ESCAPED.sub(r"\1", raw) if "\\" in raw else raw)


def _in_tags(seen: Read, *, mdx: bool) -> Iterator[LinkPlace]:
    """Yield the targets in elements of HTML and in components, in bytes."""
    data = seen.source.data
    block: Event | None = None
    for event in seen.events:
        if event.name == "HtmlBlock":
            block = event if event.op == "Start" else None
            if block and not mdx:
                yield from _in_html(seen, block.start, block.end)
        elif event.op == "InlineHtml" and block is None and not mdx:
            yield from _in_html(seen, event.start, event.end)
    tags = [tag for mark in seen.marks for tag in mark.tags]
    for leaf in leaves(seen.events, data) if mdx else ():
        if leaf.name in _TEXTS:
            tags += [one.tag for one in embedded(data, leaf.start, leaf.end) if one.tag]
    yield from _in_props(data, tags)


def _in_html(seen: Read, start: int, end: int) -> Iterator[LinkPlace]:
    text = seen.source.slice(start, end)
    for one in elements.links(text, fragment=True):
        first = start + len(text[: one.start].encode("utf-8", "surrogatepass"))
        over = first + len(text[one.start : one.end].encode("utf-8", "surrogatepass"))
        yield LinkPlace(first, over, one.path, one.asset)


def _in_props(data: bytes, tags: Iterable[JsxTag]) -> Iterator[LinkPlace]:
    for prop in (prop for tag in tags for prop in tag.props):
        if prop.style in {"double", "single"} and prop.name in elements.PAGES | elements.ASSETS - {"srcset"}:
            raw = data[prop.start : prop.end].decode("utf-8", "surrogatepass")
            path = elements.path_of(raw)
            over = prop.start + len(path.encode("utf-8", "surrogatepass"))
            yield LinkPlace(prop.start, over, html.unescape(path), prop.name in elements.ASSETS)


def headings(body: str, raw_blocks: tuple[str, ...] = (), *, mdx: bool = False) -> tuple[HeadingPlace, ...]:
    """Return the headings of a body that have words, in its order."""
    seen = read(body, named(raw_blocks), mdx=mdx)
    data = seen.source.data
    given = [event.data for event in seen.events if event.op == "Start" and event.name == "Heading"]
    starts = {event.start: detail for event, detail in zip(_opening(seen.events), given, strict=True)}
    opens = sorted(starts)
    rows = []
    for leaf in leaves(seen.events, data):
        if leaf.level:
            detail = starts[max(start for start in opens if start <= leaf.start)] if opens else None
            words = "".join(
                str(event.data) if event.op in _WORDS else " "
                for event in leaf.events
                if event.op in _WORDS | {"SoftBreak", "HardBreak"}
            )
            listed = bool(detail and (detail["id"] or detail["classes"] or detail["attrs"]))
            rows.append((leaf.end, words, str(detail["id"] or "") if detail else "", listed))
    at = _characters(data, {end for end, *_ in rows})
    return tuple(HeadingPlace(at[end], words, name, listed) for end, words, name, listed in rows)


def _opening(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.op == "Start" and event.name == "Heading"]


def _characters(data: bytes, places: Iterable[int]) -> dict[int, int]:
    """Map byte offsets to the indexes of their characters."""
    at: dict[int, int] = {}
    done = index = 0
    for place in sorted(places):
        index += len(data[done:place].decode("utf-8", "surrogatepass"))
        at[place] = index
        done = place
    return at
