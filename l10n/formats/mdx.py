"""Owns the format `mdx`: Markdown with components, cut by the rules of MDX 3, which are not CommonMark's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.formats import alike, markdown
from l10n.formats.html.left import attributes_of
from l10n.formats.inlines import Mark, numbered
from l10n.formats.jsx.inline import embedded, masked
from l10n.formats.markdown import drawn, fields, fill, head, restated, stated, statement
from l10n.model import HeadingPlace, Inline, LinkPlace, Place, SpanKind
from l10n.text.markup import active
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from l10n.model import Edition, Part, Segment
    from l10n.protocols import ParseOptions

__all__ = [
    "body",
    "drawn",
    "encode",
    "extensions",
    "fields",
    "fill",
    "head",
    "headings",
    "inline",
    "links",
    "mark",
    "name",
    "notices",
    "parse",
    "place",
    "restated",
    "skeleton",
    "stated",
    "statement",
    "uniform",
]

name = "mdx"
extensions = (".mdx",)


def parse(source: str, options: ParseOptions) -> tuple[Part, ...]:
    """Cut an article; raise `ArticleError` with a line for front matter that cannot be read."""
    return markdown.parse(source, options, comment="mdx")


def skeleton(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the block structure: equal for two texts that differ only in the words of their segments."""
    return markdown.skeleton(source, raw_blocks, mdx=True)


def links(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[LinkPlace, ...]:
    """Return the targets of links and pictures, in properties of components too."""
    return markdown.links(source, raw_blocks, mdx=True)


def headings(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[HeadingPlace, ...]:
    """Return the headings of an article that are written in Markdown."""
    return markdown.headings(source, raw_blocks, mdx=True)


def notices(source: str) -> tuple[tuple[int, str], ...]:
    """Return line and message of each stretch of an article that is left alone by accident."""
    return markdown.notices(source, mdx=True)


def body(source: str) -> str:  # noqa: ARG001  the protocol's
    """Raise `ArticleError`: components are what the site makes of them."""
    raise ArticleError(
        "is written in MDX, whose components only its own site can render",
        remedy="Publish it there from the folder of builds.",
    )


_REFERENCES = {"<": "&lt;", "{": "&#123;", "}": "&#125;"}
_BREAKS = re.compile(r"\s*\n\s*")
_MODULE = re.compile(r"(?m:^)(?:import|export)(?=[ \t{*'\"])")


def place(segment: Segment) -> Place:
    """Tell how MDX reads the place of a segment: text in JSX as any other, front matter and properties as they are."""
    found = markdown.place(segment)
    return Place.MDX if found is Place.MARKDOWN or segment.shell.style.startswith("html-") else found


def encode(segment: Segment, text: str) -> str:
    """Escape a translation as Markdown's is, and what would be JSX, an expression or a module.

    Each `<` begins a tag and each brace an expression, also where no name follows (MDX, "Troubleshooting MDX").
    """
    if text == segment.key.text:
        return segment.raw
    if place(segment) is Place.MDX:
        text = active.neutral(segment.key.text, text, _REFERENCES, Place.MDX)
        if not _MODULE.match(segment.key.text):
            text = _MODULE.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", text)
        text = _on_one_line(text, segment.key.text)
    return markdown.encode(segment, text)


def mark(segment: Segment, edition: Edition, *, whole: bool) -> str:
    """Return the raw text of a paragraph that stays in the language of the source, in an element that says so.

    A tag with nothing but words on its line is no part of a paragraph in MDX: a whole one stands in a block of its own.
    """
    if not whole or not markdown.markable(segment):
        return segment.raw
    end = "\r\n" if segment.shell.style.partition("\x1f")[0].endswith(" crlf") else "\n"
    return f"<div{attributes_of(edition)}>{end}{end}{segment.raw}{end}{end}</div>"


def _on_one_line(text: str, source: str) -> str:
    """Set each tag of a translation on one line, save what its source has: a line in it may begin like a block."""
    if "\n" not in text or "<" not in text:
        return text
    data = text.encode("latin-1", "replace")
    out, done = [], 0
    for one in embedded(data, 0, len(data)):
        piece = text[one.start : one.end]
        if one.tag and "\n" in piece and piece not in source:
            out += [text[done : one.start], _BREAKS.sub(" ", piece)]
            done = one.end
    return "".join([*out, text[done:]])


def inline(text: str) -> tuple[Inline, ...]:
    """Return the markup of a segment's text as Markdown's is returned; an expression in braces is a variable."""
    if "{" not in text and "<" not in text:
        return markdown.inline(text)
    data = text.encode("latin-1", "replace")
    pieces = embedded(data, 0, len(data))
    shown, done = [], 0
    for one in pieces:
        shown += [text[done : one.start], masked(data, one).decode("latin-1")]
        done = one.end
    found = markdown.inline("".join([*shown, text[done:]]))
    starts = [one.start for one in found]
    within = []
    for one in pieces:
        before, over = bisect_right(starts, one.start), bisect_left(starts, one.end)
        inside = before and found[before - 1].end > one.start and starts[before - 1] < one.start
        if not inside and not (over and found[over - 1].end > one.end):
            within.append(Mark(one.start, one.end, SpanKind.TAG if one.tag or one.comment else SpanKind.VARIABLE))
    covered = Ranges((new.start, new.end) for new in within)
    kept = [
        Mark(one.start, one.end, one.kind, one.role, min(one.id, one.pair) if one.pair else 0)
        for one in found
        if not covered.hold(one.start)
    ]
    return numbered(text, sorted([*kept, *within], key=lambda one: one.start))


def uniform(text: str) -> str:
    """Return a segment's text with its markup in one spelling."""
    return alike.uniform(text, inline(text) if "_" in text or "&" in text else ())
