"""Owns what a block of an article shows of its place: kind, field, what stands before it on its line, and its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Kind, SpanKind
from l10n.text.identity.echo import visible
from l10n.text.markup.addresses import bares, links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from l10n.model import Document, Inline

__all__ = ["Editions", "Passage", "blocks"]

_HEADS = {Kind.HEADLINE: Kind.HEADING, Kind.BYLINE: Kind.PARAGRAPH, Kind.ASIDE: Kind.PARAGRAPH}
"""Kinds that are told by the words of a block, which another language has others of."""
_CODE = re.compile(r"\A[`\s]+|[`\s]+\Z|<[^>]*>")
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of an article, as far as it may be compared with one of its other edition."""

    text: str
    """Its words, without the markup among them."""
    kind: Kind = Kind.PARAGRAPH
    field: str = ""
    """Where it stands in the front matter; empty elsewhere."""
    lead: str = ""
    """What stands before it on its line: `## `, `- `, `<h2>`."""
    marks: frozenset[str] = frozenset()
    """Code, and where its links and pictures lead: what a translation has too."""


@dataclass(frozen=True, slots=True)
class Editions:
    """An article in both languages."""

    source: tuple[Passage, ...]
    target: tuple[Passage, ...]


def blocks(document: Document, inline: Callable[[str], Sequence[Inline]]) -> tuple[Passage, ...]:
    """Return the blocks of an article in their order, one for each segment; `inline` is its format's."""
    source = document.source
    found = []
    for segment in document.segments:
        text = segment.key.text
        start = source.rfind("\n", 0, segment.start) + 1
        spans = inline(text)
        kind = _HEADS.get(segment.kind, segment.kind)
        found.append(
            Passage(
                visible(text, spans).strip() or text,
                kind,
                segment.key.context or "",
                _GAP.sub(" ", source[start : segment.start].strip()),
                frozenset(_marks(text, spans)),
            )
        )
    return tuple(found)


def _marks(text: str, spans: Sequence[Inline]) -> Iterator[str]:
    for span in spans:
        if span.kind is SpanKind.CODE:
            yield _CODE.sub("", text[span.start : span.end])
    yield from (_place(link.address) for link in links(text))
    yield from (_place(address) for *_, address in bares(text))


def _place(address: str) -> str:
    """Return where a link leads, without what a translation may have otherwise: its anchor, a language in its path."""
    return re.sub(r"#.*|/(?=\?|\Z)|(?<=/)[a-z]{2}(?:-[A-Za-z]{2,4})?/", "", address)
