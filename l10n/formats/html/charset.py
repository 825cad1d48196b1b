"""Owns where a page declares its charset, which is another one once it is published: every build is UTF-8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.charsets import labels
from l10n.formats.html.tokens import TokenKind, attributes
from l10n.model import Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.html.tokens import Token

__all__ = ["UTF_8", "stated"]

UTF_8 = "utf-8"
"""What all built pages declare."""
_XML = re.compile(r"\ufeff?\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def stated(source: str, seen: Iterable[Token]) -> Iterator[tuple[int, Slot]]:
    """Yield a slot, with its offset, for each declaration of another charset than UTF-8.

    What names no charset, as a template's placeholder, declares nothing.
    """
    if xml := _XML.match(source):
        yield from _slot(source, *xml.span(xml.lastindex or 0))
    for token in seen:
        if token.kind is not TokenKind.OPEN or token.name != "meta":
            continue
        told = {one.name: one for one in reversed(list(attributes(source, token)))}
        if one := told.get("charset"):
            yield from _slot(source, one.start, one.end)
        kind, content = told.get("http-equiv"), told.get("content")
        if kind and content and source[kind.start : kind.end].strip().lower() == "content-type":
            span = labels.named(source[content.start : content.end])
            yield from _slot(source, *(content.start + place for place in span)) if span else ()


def _slot(source: str, start: int, end: int) -> Iterator[tuple[int, Slot]]:
    raw = source[start:end]
    named = labels.called(raw)
    if named and raw.strip().lower() not in {"utf-8", "utf8"}:
        yield start, Slot(SlotKind.CHARSET, raw, raw)
