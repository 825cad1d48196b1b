"""Owns the format `markdown`: CommonMark with tables, footnotes, task lists, alerts and front matter.

Text is cut out of the source by the byte ranges of the parser and put back in place; nothing is rendered.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.formats import alike, frontmatter, params
from l10n.formats.html.left import attributes_of
from l10n.formats.jsx import props
from l10n.formats.markdown import comments, embedded, escaping, events, spans, structure, targets
from l10n.formats.markdown import notices as noticing
from l10n.formats.markdown.cutting import cut
from l10n.formats.markdown.leading import lead
from l10n.model import (
    Edition,
    FrontField,
    HeadingPlace,
    HeadPlace,
    Inline,
    InlineRole,
    Kind,
    LinkPlace,
    Part,
    Place,
    Segment,
    Slot,
    SlotKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

name = "markdown"
extensions = (".md", ".markdown")
_BOM = "\ufeff"
_DEFINES = re.compile(r"^[ \t]*\[[^\[\]\r\n]*\]:[ \t]*\Z", re.MULTILINE)
"""A line that would define a link if anything stood behind it."""
_BESIDE = (
    (comments.is_comment, comments.encode),
    (props.is_prop, props.encode),
    (params.is_param, params.encode),
)
"""How words are written that stand beside the text, by what tells so of the style of their shell."""


def parse(source: str, options: ParseOptions, *, comment: str = "comment") -> tuple[Part, ...]:
    """Cut an article; raise `ArticleError` with a line for front matter that cannot be read.

    `comment` is how the provenance is written where no front matter can hold it: `comment` in HTML, `mdx` in braces.
    """
    bom = _BOM if source.startswith(_BOM) else ""
    text = source[len(bom) :]
    front = frontmatter.cut(text, options)
    newline = "\r\n" if "\r\n" in text else "\n"
    flags = " crlf" if newline == "\r\n" else ""
    body = text[front.end :]
    place = lead(body)
    above = text[: front.end] + body[:place]
    if above and not above.endswith(("\n", "\r")):
        flags += " bare"
    slots = [] if front.provenance else [Slot(SlotKind.PROVENANCE, "", "", comment + flags)]
    slots.append(Slot(SlotKind.DISCLOSURE, "", "", f"sentence{flags}"))
    line = text.count("\n", 0, front.end) + 1
    mdx = comment == "mdx"
    parts = cut(body, options, line=line, newline=newline, titled=front.title, slots=slots, place=place, mdx=mdx)
    return tuple(part for part in (bom, *front.parts, *parts) if part != "")


def place(segment: Segment) -> Place:
    """Tell how renderers read the place of a segment."""
    style = segment.shell.style
    if comments.is_comment(style):
        return Place.CODE
    if style.startswith("html-") and " " in style.partition("\x1f")[0]:
        return Place.MARKDOWN
    if params.is_param(style):
        return Place.VALUE
    beside = style.startswith(("html-", "yaml-", "toml-")) or any(written(style) for written, _ in _BESIDE)
    return Place.PLAIN if beside else Place.MARKDOWN


def encode(segment: Segment, text: str) -> str:
    """Escape a translation so that it stays the text of its place; the segment's own text gives its raw text."""
    if text == segment.key.text:
        return segment.raw
    style = segment.shell.style
    if style.startswith("html-"):
        return embedded.encode(segment, text)
    if style.startswith(("yaml-", "toml-")):
        return frontmatter.encode(segment, text)
    write = next((write for written, write in _BESIDE if written(style)), None)
    return write(style, text) if write else escaping.encode(segment, text)


def fill(slot: Slot, edition: Edition) -> str:
    """Write what an edition states into a slot; the slot's own text where it states nothing."""
    name, *flags = slot.style.split() or [""]
    if name.startswith("html-"):
        return embedded.fill(slot, edition)
    if name not in {"sentence", "comment", "credits", "mdx"}:
        return frontmatter.fill(slot, edition)
    newline = "\r\n" if "crlf" in flags else "\n"
    if name == "credits":
        above, below = (newline if side in flags else "" for side in ("above", "below"))
        return f"{above}*{escaping.sentence(edition.credits)}*{below}" if edition.credits.strip() else slot.raw
    rows = [f"  {key}: {' '.join(value.split())}" for key, value in edition.provenance.items()]
    lines: list[str] = []
    if name == "sentence":
        lines = [f"*{escaping.sentence(edition.disclosure)}*"] if edition.disclosure.strip() else []
    elif rows and name == "comment":
        lines = ["<!-- translation", *(row.replace("--", "-\u2010") for row in rows), "-->"]
    elif rows:
        lines = ["{/* translation", *(row.replace("*/", "* /") for row in rows), "*/}"]
    if not lines:
        return slot.raw
    return newline.join(["", "", *lines, "", ""] if "bare" in flags else [*lines, "", ""])


def mark(segment: Segment, edition: Edition, *, whole: bool) -> str:  # noqa: ARG001  the protocol's
    """Return the raw text of a segment that stays in the language of the source, in an element that says so.

    Only a paragraph of the article itself has one: in a heading its address would change, in lists, cells and
    quotations some renderers would read it otherwise. A single word may be a call, such as `[TOC]`.
    """
    return f"<span{attributes_of(edition)}>{segment.raw}</span>" if markable(segment) else segment.raw


def markable(segment: Segment) -> bool:
    """Tell whether a text is a paragraph of the article itself whose markup is all in it."""
    style = segment.shell.style.partition("\x1f")[0].partition(" ")[0]
    return (
        style == "paragraph"
        and segment.kind is Kind.PARAGRAPH
        and not segment.shell.prefix
        and len(segment.raw.split()) > 1
        and not _DEFINES.search(segment.raw)
        and all(one.role is InlineRole.STANDALONE or one.pair for one in inline(segment.raw))
    )


def skeleton(source: str, raw_blocks: tuple[str, ...] = (), *, mdx: bool = False) -> tuple[str, ...]:
    """Return the block structure: equal for two texts that differ only in the words of their segments."""
    text = source.removeprefix(_BOM)
    rows, end = frontmatter.skeleton(text)
    return rows + structure.skeleton(text[end:], raw_blocks, mdx=mdx)


def statement(source: str, name: str) -> tuple[str, int] | None:
    """Return the value of a field of the front matter, and its line."""
    return frontmatter.statement(source.removeprefix(_BOM), name)


def stated(source: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the values of the first of some fields that the front matter has."""
    return frontmatter.stated(source.removeprefix(_BOM), names)


def drawn(source: str) -> str:
    """Return the body as CommonMark has it; what belongs to a dialect stands there as it is written."""
    text = source.removeprefix(_BOM)
    return events.html(text[frontmatter.skeleton(text)[1] :])


def body(source: str) -> str:
    """Return the same: a system that keeps articles as posts gets what CommonMark makes of them."""
    return drawn(source)


def notices(source: str, *, mdx: bool = False) -> tuple[tuple[int, str], ...]:
    """Return line and message of each stretch of an article that is left alone by accident."""
    text = source.removeprefix(_BOM)
    end = frontmatter.skeleton(text)[1]
    return noticing.notices(text[end:], line=text.count("\n", 0, end) + 1, mdx=mdx)


def fields(source: str, options: ParseOptions) -> tuple[FrontField, ...]:
    """Return the texts in the front matter."""
    return frontmatter.fields(source.removeprefix(_BOM), options)


def links(source: str, raw_blocks: tuple[str, ...] = (), *, mdx: bool = False) -> tuple[LinkPlace, ...]:
    """Return the targets of links and pictures in an article, and those that its front matter holds."""
    bom = len(source) - len(source.removeprefix(_BOM))
    stated, end = frontmatter.links(source[bom:])
    body = bom + end
    moved = [(one, bom) for one in stated]
    moved += [(one, body) for one in targets.links(source[body:], raw_blocks, mdx=mdx)]
    return tuple(replace(one, start=one.start + by, end=one.end + by) for one, by in moved)


def head(source: str) -> HeadPlace | None:  # noqa: ARG001  the protocol's
    """Return nothing: an article is told of other languages by what renders it."""
    return None


def headings(source: str, raw_blocks: tuple[str, ...] = (), *, mdx: bool = False) -> tuple[HeadingPlace, ...]:
    """Return the headings of an article."""
    body = len(source) - len(source.removeprefix(_BOM))
    body += frontmatter.skeleton(source[body:])[1]
    return tuple(replace(one, end=one.end + body) for one in targets.headings(source[body:], raw_blocks, mdx=mdx))


def restated(source: str, values: Mapping[str, Sequence[str]]) -> str:
    """Return an article with fields of its front matter set."""
    bom = _BOM if source.startswith(_BOM) else ""
    return bom + frontmatter.restated(source[len(bom) :], values)


def inline(text: str) -> tuple[Inline, ...]:
    """Find the markup inside a segment's text."""
    return spans.spans(text)


def uniform(text: str) -> str:
    """Return a segment's text with its markup in one spelling."""
    return alike.uniform(text, inline(text) if "_" in text or "&" in text else ())
