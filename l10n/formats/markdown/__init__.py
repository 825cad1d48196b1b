"""Owns the format `markdown`: CommonMark with tables, footnotes, task lists, alerts and front matter.

Text is cut out of the source by the byte ranges of the parser and put back in place; nothing is rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.formats import frontmatter
from l10n.formats.markdown import embedded, escaping, spans, structure
from l10n.formats.markdown.cutting import cut
from l10n.model import Edition, Part, Segment, Slot, SlotKind, Span

if TYPE_CHECKING:
    from l10n.protocols import ParseOptions

__all__ = ["encode", "extensions", "fill", "inline", "name", "parse", "skeleton"]

name = "markdown"
extensions = (".md", ".markdown", ".mdx")
_BOM = "\ufeff"


def parse(source: str, options: ParseOptions) -> tuple[Part, ...]:
    """Cut an article; raise `ArticleError` with a line for front matter that cannot be read."""
    bom = _BOM if source.startswith(_BOM) else ""
    text = source[len(bom) :]
    front = frontmatter.cut(text, options)
    newline = "\r\n" if "\r\n" in text else "\n"
    parts: list[Part] = [bom] if bom else []
    if not front.provenance:
        parts.append(Slot(SlotKind.PROVENANCE, "", "", "comment" if newline == "\n" else "comment crlf"))
    parts += front.parts
    body = text[front.end :]
    line = text.count("\n", 0, front.end) + 1
    parts += cut(body, options, line=line, newline=newline, titled=front.title)
    return tuple(part for part in parts if part != "")


def encode(segment: Segment, text: str) -> str:
    """Escape a translation so that it stays the text of its place; the segment's own text gives its raw text."""
    if text == segment.key.text:
        return segment.raw
    style = segment.shell.style
    if style.startswith("html-"):
        return embedded.encode(segment, text)
    if style.startswith(("yaml-", "toml-")):
        return frontmatter.encode(segment, text)
    return escaping.encode(segment, text)


def fill(slot: Slot, edition: Edition) -> str:
    """Write what an edition states into a slot; the slot's own text where it states nothing."""
    newline = "\r\n" if slot.style.endswith("crlf") else "\n"
    if slot.kind is SlotKind.DISCLOSURE:
        if not edition.disclosure.strip():
            return slot.raw
        return f"*{escaping.sentence(edition.disclosure)}*{newline}{newline}"
    if slot.style.startswith("comment"):
        return _comment(edition, newline) if edition.provenance else slot.raw
    return frontmatter.fill(slot, edition)


def _comment(edition: Edition, newline: str) -> str:
    rows = [f"  {key}: {' '.join(value.split())}".replace("--", "-\u2010") for key, value in edition.provenance.items()]
    return newline.join(["<!-- translation", *rows, "-->", "", ""])


def skeleton(source: str) -> tuple[str, ...]:
    """Return the block structure: equal for two texts that differ only in the words of their segments."""
    text = source.removeprefix(_BOM)
    rows, end = frontmatter.skeleton(text)
    return rows + structure.skeleton(text[end:])


def inline(text: str) -> tuple[Span, ...]:
    """Find the markup inside a segment's text."""
    return spans.spans(text)
