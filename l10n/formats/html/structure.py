"""Owns the structure of HTML apart from its words: what a translation must neither add, drop nor change."""

from __future__ import annotations

import html
import re

from l10n.formats import params
from l10n.formats.html import jsonld
from l10n.formats.html.blocks import BLOCKS
from l10n.formats.html.spans import spoken
from l10n.formats.html.tokens import Token, TokenKind, attributes, tokens
from l10n.text.markup.tags import INERT, inert

__all__ = ["skeleton"]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}")
_CODE = ("style", "srcdoc")


def skeleton(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[str, ...]:  # noqa: ARG001  the protocol's
    """Return the blocks in their order and, between them, the inline markup sorted.

    Equal for two sources that differ in words only, wherever inline markup stands within its block. A tag counts with
    its attribute names, the URL schemes of their values, and the whole value of `style` and of event handlers;
    scripts, comments and other raw text count with every character. What only sets words or links does not count.
    """
    blocks: list[str] = []
    run: list[str] = []
    linked = False
    for token in tokens(source):
        if token.kind is TokenKind.TEXT or (token.kind is TokenKind.RAW and token.name == "title"):
            text = source[token.start : token.end].strip() if token.kind is TokenKind.TEXT else ""
            if params.is_calls(text):
                run.append(params.blank(text, params.called(text)))
            continue
        if _sets(source, token):
            continue
        piece = source[token.start : token.end]
        if token.kind is TokenKind.OPEN and token.name == "script":
            linked = jsonld.holds(source, token)
        elif token.kind is TokenKind.RAW and token.name == "script" and linked:
            piece = jsonld.blank(source, token.start, token.end)
        shown = signature(source, token) if token.kind in (TokenKind.OPEN, TokenKind.CLOSE) else piece
        if token.name in BLOCKS or piece.startswith(("<!-- l10n:", "<!--l10n:")):
            blocks.extend(sorted(run))
            run.clear()
            blocks.append(shown)
        else:
            run.append(shown)
    return (*blocks, *sorted(run))


def _sets(source: str, token: Token) -> bool:
    """Tell whether a tag only sets words or links to a page; the ends of such elements do, whatever begins them."""
    if token.kind is TokenKind.CLOSE:
        return token.name in INERT or token.name == "a"
    pairs = ((one.name, html.unescape(source[one.start : one.end])) for one in attributes(source, token))
    return token.kind is TokenKind.OPEN and inert(token.name, pairs)


def signature(source: str, token: Token) -> str:
    """Return a tag as its name, attribute names, URL schemes and code."""
    words = {one.start for one in spoken(source, token)}
    found = attributes(source, token)
    shown = sorted(one.name if one.start in words else _shown(one.name, source[one.start : one.end]) for one in found)
    return " ".join(("</" + token.name if token.kind is TokenKind.CLOSE else "<" + token.name, *shown)) + ">"


def _shown(name: str, value: str) -> str:
    if name.startswith("on") or name in _CODE:
        return f"{name}={value}"
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(value)).lower()
    schemes = sorted({found[0] for part in plain.split(",") if (found := _SCHEME.match(part))})
    return f"{name}={','.join(schemes)}" if schemes else name
