"""Owns where the targets of links and pictures are in HTML: what leads to another file of the site."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import TokenKind, attributes, tokens
from l10n.model import LinkPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ASSETS", "PAGES", "links", "path_of"]

PAGES = frozenset({"href", "to"})
"""Attributes of elements and properties of components that lead to pages."""
ASSETS = frozenset({"poster", "src", "srcset"})
"""Those that name a picture or another file."""
_ELEMENTS = {"a": False, "area": False, "link": True}
"""Elements whose `href` is a target, and whether it names a file that is no page."""
_SET = re.compile(r"(?:\A|,)\s*+([^\s,]++)")
_PATH = re.compile(r"(?:[^?#&]|&(?!#)|&#[xX]?[0-9A-Fa-f]++;?)*+")


def links(source: str, *, fragment: bool = False) -> tuple[LinkPlace, ...]:
    """Return the targets in a page or, with `fragment`, in a piece of one; none where the page names its own base."""
    return tuple(_found(source, fragment=fragment))


def _found(source: str, *, fragment: bool) -> Iterator[LinkPlace]:
    seen = list(tokens(source))
    if not fragment and any(token.name == "base" for token in seen):
        return
    for token in seen:
        if token.kind is not TokenKind.OPEN:
            continue
        for one in attributes(source, token):
            if one.name in ASSETS or (one.name == "href" and token.name in _ELEMENTS):
                asset = _ELEMENTS.get(token.name, True) or one.name != "href"
                yield from _targets(source[one.start : one.end], one.start, one.name, asset=asset)


def _targets(raw: str, start: int, name: str, *, asset: bool) -> Iterator[LinkPlace]:
    places = [found.span(1) for found in _SET.finditer(raw)] if name == "srcset" else [(0, len(raw))]
    for first, last in places:
        one = path_of(raw[first:last])
        lead = len(one) - len(one.lstrip())
        yield LinkPlace(start + first + lead, start + first + len(one), html.unescape(one).strip(), asset)


def path_of(raw: str) -> str:
    """Return what stands before the query and the anchor of a target, as it is written."""
    found = _PATH.match(raw)
    return found[0] if found else raw
