"""Owns the escaping of translations for the place in HTML where they are put."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from l10n.formats import params
from l10n.formats.folding import fold
from l10n.formats.html import jsonld
from l10n.formats.html.spans import held, items
from l10n.formats.html.tokens import SPACE, TokenKind, tokens
from l10n.model import Place
from l10n.text.markup import active

if TYPE_CHECKING:
    from l10n.model import Segment

__all__ = ["encode"]

_BRACKET = {"[": "&#91;"}
"""A word in brackets may be a shortcode to WordPress, and never is with this."""
_AMPERSAND = re.compile(r"&(?!#[0-9]+;|#[xX][0-9A-Fa-f]+;)([A-Za-z][A-Za-z0-9]*;)?")


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for the place of its segment: one line, no bare `&` or `<`, quotes as the attribute's.

    Character references stay as they are. Tags stay in running text, where `skeleton` tells whether the source has
    them; in a title or an attribute they become text.
    """
    if text == segment.key.text:
        return segment.raw
    style = segment.shell.style
    written = style.removeprefix("html-")
    if written == "json" or params.is_param(written):
        return jsonld.encode(_one_line(text)) if written == "json" else params.encode(written, text)
    text = active.neutral(segment.key.text, text, _BRACKET, Place.PLAIN)
    if style == "html-block":
        return _block(_one_line(text, markup=True))
    plain = _ampersands(_one_line(text)).replace("<", "&lt;")
    if style == "html-attribute-single":
        return plain.replace("'", "&#39;")
    if style == "html-title":
        return plain
    plain = plain.replace('"', "&quot;")
    return f'"{plain}"' if style == "html-attribute-bare" else plain


def _one_line(text: str, *, markup: bool = False) -> str:
    stripped = text.strip(SPACE)
    return fold(stripped, keep=held(stripped) if markup else ()).text


def _ampersands(text: str) -> str:
    return _AMPERSAND.sub(
        lambda found: found[0] if found[1] and found[1] in html5 else "&amp;" + (found[1] or ""), text
    )


def _block(text: str) -> str:
    """Escape the text between the markup of a run; a tag that never ends is text."""
    out: list[str] = []
    for item in items(text, list(tokens(text))):
        piece = text[item.start : item.end]
        if item.opaque or item.token.kind not in (TokenKind.TEXT, TokenKind.TAIL):
            out.append(piece)
        else:
            out.append(_ampersands(piece).replace("<", "&lt;"))
    return "".join(out)
