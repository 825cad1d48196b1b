"""Owns the words in the attributes of tags between the words of Markdown: `<a href="x"><img alt="A boat"></a>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.html import cutting
from l10n.formats.html.spans import marks
from l10n.formats.html.tokens import TokenKind, tokens
from l10n.formats.markdown.marks import Title
from l10n.model import Segment, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.inlines import Mark
    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.events import Source
    from l10n.protocols import ParseOptions

__all__ = ["attribute_words", "divided"]

_OTHER = re.compile(rb"[^\r\n]")
_PREFIX = re.compile(rb"(?<=[\r\n])[ \t]*>[ \t>]*")


def divided(text: str, found: Iterable[Mark]) -> Iterator[Mark]:
    """Divide tags of HTML at the words in their attributes, which are left free."""
    for mark in found:
        piece = text[mark.start : mark.end]
        token = next(tokens(piece), None) if mark.kind is SpanKind.TAG and "=" in piece else None
        if token is None or token.kind is not TokenKind.OPEN or token.end < len(piece):
            yield mark
            continue
        for one in marks(piece, token):
            yield one._replace(start=mark.start + one.start, end=mark.start + one.end)


def attribute_words(source: Source, leaf: Leaf, options: ParseOptions) -> Iterator[Title]:
    """Yield the words in the attributes of the tags of a text that has no others.

    The format HTML reads the tags, with blanks for what stands between them.
    """
    inside = [(max(one.start, leaf.start), one.end) for one in leaf.events if one.op == "InlineHtml"]
    if not inside:
        return
    shown, done = [], leaf.start
    for start, end in inside:
        tag = source.data[start:end]
        tag = _PREFIX.sub(lambda one: b" " * len(one[0]), tag) if leaf.quotes else tag
        shown += [_OTHER.sub(b" ", source.data[done:start]), tag]
        done = end
    place = leaf.start
    cell = " cell" if leaf.name == "TableCell" else " tag"
    for part in cutting.cut(b"".join(shown).decode("utf-8", "surrogatepass"), options):
        raw = part if isinstance(part, str) else part.raw
        size = len(raw.encode("utf-8", "surrogatepass"))
        if isinstance(part, Segment):
            text = part.key.text.replace("\\|", "|") if cell == " cell" else part.key.text
            yield Title(place, place + size, text, part.shell.style + cell, part.kind, part.note)
        place += size
