"""Owns where a page declares its charset, which is another one once it is published: every build is UTF-8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.charsets import labels
from l10n.formats.html.tokens import TokenKind, attributes
from l10n.model import Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.formats.html.tokens import Token

__all__ = ["declared", "stated"]

_UTF_8 = "utf-8"
_MISSING = "html-missing"
_XML = re.compile(r"\ufeff?\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TEMPLATE = re.compile(r"\{[{%]|<[?%]")
"""What may put anything into a head."""


def declared(slot: Slot) -> str:
    """Write the charset of every build into a slot."""
    return f'<meta charset="{_UTF_8}">' if slot.style == _MISSING else _UTF_8


def stated(source: str, seen: Sequence[Token]) -> Iterator[tuple[int, Slot]]:
    """Yield a slot, with its offset, for each declaration of another charset than UTF-8, and where one is missing.

    What names no charset, as a template's placeholder, is left alone. A page that says nothing at all is in whatever a
    browser likes, and a translation has letters that its source had not.
    """
    if xml := _XML.match(source):
        yield from _slot(source, *xml.span(xml.lastindex or 0))
    said = source.lstrip().startswith(("\ufeff", "<?xml"))
    for token in seen:
        if token.kind is not TokenKind.OPEN or token.name != "meta":
            continue
        told = {one.name: one for one in reversed(list(attributes(source, token)))}
        said = said or "charset" in told
        if one := told.get("charset"):
            yield from _slot(source, one.start, one.end)
        kind, content = told.get("http-equiv"), told.get("content")
        if kind and content and source[kind.start : kind.end].strip().lower() == "content-type":
            said = True
            span = labels.named(source[content.start : content.end])
            yield from _slot(source, *(content.start + place for place in span)) if span else ()
    if not said:
        yield from _missing(source, seen)


def _missing(source: str, seen: Sequence[Token]) -> Iterator[tuple[int, Slot]]:
    head = next((one for one in seen if one.kind is TokenKind.OPEN and one.name == "head"), None)
    end = next((one for one in seen if head and one.start > head.start and one.name in {"head", "body"}), None)
    if head and not _TEMPLATE.search(source, 0, end.start if end else len(source)):
        yield head.end, Slot(SlotKind.CHARSET, "", style=_MISSING)


def _slot(source: str, start: int, end: int) -> Iterator[tuple[int, Slot]]:
    raw = source[start:end]
    named = labels.called(raw)
    if named and raw.strip().lower() not in {_UTF_8, "utf8"}:
        yield start, Slot(SlotKind.CHARSET, raw, raw)
