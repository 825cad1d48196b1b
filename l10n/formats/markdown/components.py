"""Owns how an MDX text is shown to the parser of CommonMark: components apart, their tags and expressions masked."""

from __future__ import annotations

import html
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.html.blocks import BLOCKS
from l10n.formats.inlines import VOID
from l10n.formats.jsx.flow import outline
from l10n.formats.jsx.inline import asunder, embedded, masked
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.events import Event, Source, events
from l10n.formats.markdown.marks import DialectMark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.formats.jsx.flow import Flow
    from l10n.formats.jsx.inline import Embedded
    from l10n.formats.jsx.tags import JsxTag
    from l10n.formats.markdown.blocks import Leaf

__all__ = ["Page", "as_html", "page"]

_TEXTS = frozenset({"Paragraph", "Run", "Heading", "TableCell"})


@dataclass(frozen=True, slots=True)
class Page:
    """An MDX text, its components masked."""

    source: Source
    marks: tuple[DialectMark, ...]
    flows: tuple[Flow, ...]
    elements: dict[int, int]

    def keeps(self, mark: DialectMark) -> bool:
        """Tell whether MDX has what another dialect would mask: callouts, containers and mathematics, with plug-ins."""
        if mark.kind is MarkKind.CALLOUT:
            return True
        return mark.kind is MarkKind.OPAQUE and self.source.data[mark.start : mark.start + 1] in {b":", b"$"}

    def parsed(self, source: Source) -> list[Event]:
        """Return the events of a text, in which lines of tags and expressions are blocks of HTML."""
        return list(_renamed(events(source), self.flows, source))


def page(body: str) -> Page:
    """Read an MDX text and mask what is JSX, an expression or a module in it."""
    source = Source(body)
    data = source.data
    out = outline(data)
    flows = tuple(out.flows)
    source = source.masked(out.masks, tuple(out.dropped))
    marks = [DialectMark(MarkKind.OPAQUE, one.start, one.end, tags=one.tags) for one in flows]
    pieces: list[tuple[int, bytes]] = []
    for leaf in leaves(list(_renamed(events(source), flows, source)), source.shown):
        found = embedded(data, leaf.start, leaf.end) if leaf.name in _TEXTS else []
        if found:
            pieces += [(one.start, masked(data, one)) for one in found]
            marks += _marks(data, found, leaf)
    source = source.masked(pieces) if pieces else source
    marks.sort(key=lambda mark: mark.start)
    return Page(source, tuple(marks), flows, _elements(flows))


def _marks(data: bytes, found: Sequence[Embedded], leaf: Leaf) -> Iterator[DialectMark]:
    dividing = asunder(data, found, leaf.start, leaf.end)
    if dividing is None:
        yield DialectMark(MarkKind.UNEVEN, leaf.start, leaf.end)
    elif leaf.name != "Heading":
        for one in dividing:
            tags = (one.tag,) if one.tag else ()
            yield DialectMark(MarkKind.TAG, one.start, one.end, tags=tags)


def _elements(flows: Sequence[Flow]) -> dict[int, int]:
    """Map the end of each line of tags that leaves an element open to the end of that element."""
    found: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    for flow in flows:
        for tag in flow.tags:
            if tag.close:
                if opened and opened[-1][0] == tag.name:
                    found[opened.pop()[1]] = flow.end
            elif not tag.alone:
                opened.append((tag.name, flow.end))
    return found


def _renamed(found: list[Event], flows: Sequence[Flow], source: Source) -> Iterator[Event]:
    """Yield the events, the headings that stand for lines of MDX as blocks of HTML."""
    starts = [flow.start for flow in flows]
    taken: Flow | None = None
    for event in found:
        if taken is not None:
            if event.op == "End" and event.name == "Heading":
                yield Event("End", "HtmlBlock", None, taken.start, taken.end)
                taken = None
            continue
        index = bisect_left(starts, event.start) if event.name == "Heading" and event.op == "Start" else len(starts)
        if index < len(starts) and starts[index] < event.end:
            taken = flows[index]
            yield Event("Start", "HtmlBlock", None, taken.start, taken.end)
            yield Event("Html", "", source.slice(taken.start, taken.end), taken.start, taken.end)
        else:
            yield event


def as_html(data: bytes, tag: JsxTag) -> str:
    """Return a tag as HTML has it, with the properties that are strings; the name of a component is no element's."""
    name = tag.name.lower() if tag.name else "x-fragment"
    if name != tag.name and (name in BLOCKS or name in VOID):
        name = f"x-{name}"
    if tag.close:
        return f"</{name}>"
    values = (
        (one.name, data[one.start : one.end].decode("utf-8", "replace"))
        for one in tag.props
        if one.style in {"double", "single"}
    )
    shown = "".join(
        f' {"class" if key == "className" else key}="{html.escape(html.unescape(value))}"' for key, value in values
    )
    return f"<{name}{shown}>"
