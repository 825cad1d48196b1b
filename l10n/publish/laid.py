"""Owns what a layout asks for within one article: its fields, the anchors of its headings, where its links are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Kind
from l10n.publish.anchors import SLUGS, anchored
from l10n.publish.layouts import PLAIN, for_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Document, LinkPlace
    from l10n.protocols import Format
    from l10n.publish.layouts import Layout

__all__ = ["laid", "stated_address"]

_NONE = frozenset({"", "null", "~", "false", "true"})
"""What says that a page has no address of its own, or none at all."""


def laid(document: Document, fmt: Format, text: str, layout: Layout, locale: str) -> tuple[str, tuple[LinkPlace, ...]]:
    """Return a localized article as its generator wants it, and its links, which are settled when all are known."""
    if layout is PLAIN:
        return text, ()
    values = {
        name: [for_language(template if stated.startswith("/") else template.replace("}{value}", "}/{value}"), locale)]
        for name, template in layout.fields.items()
        if (stated := stated_address(fmt, text, (name,)))
    }
    if layout.slugged and (slug := SLUGS["python"][0](_title(document))):
        values["slug"] = ["{value}", slug]
    if values:
        text = fmt.restated(text, values)
    if layout.headings:
        own, found = (fmt.headings(one, document.raw_blocks) for one in (document.source, text))
        text = anchored(text, own, found, layout.headings)
    return text, fmt.links(text, document.raw_blocks)


def stated_address(fmt: Format, source: str, names: Sequence[str]) -> str:
    """Return the address at which an article says its page is, under one of some names; empty where it says none.

    What a template makes of it is not known, and what is no text is none.
    """
    values = fmt.stated(source, names) if names else ()
    value = values[0].strip() if len(values) == 1 else ""
    return "" if "{" in value or value in _NONE else value


def _title(document: Document) -> str:
    """Return the headline of an article, of which Pelican makes a slug."""
    return next((one.key.text for one in document.segments if one.kind is Kind.HEADLINE), "")
