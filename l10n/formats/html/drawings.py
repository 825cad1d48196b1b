"""Owns where a drawing has words: SVG's `<title>`, `<desc>` and `<text>` (SVG 2, "Document Structure", "Text")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from l10n.formats.html.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.html.tokens import Token

__all__ = ["ROLES", "Caption", "captions", "drawn"]

ROLES = {"title": "title of a drawing", "desc": "description of a drawing", "text": "words in a drawing"}
"""What an element of a drawing holds, in a note."""


class Caption(NamedTuple):
    """What stands between the tags of such an element."""

    name: str
    start: int
    end: int


def captions(run: Iterable[Token]) -> Iterator[Caption]:
    """Yield the elements with words in the drawings of a run, without those inside another."""
    inside = 0
    opened: Token | None = None
    depth = 0
    for token in run:
        step = {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        if token.name == "svg":
            inside = max(0, inside + step)
            opened = None
        elif opened is None:
            if inside and step == 1 and token.name in ROLES:
                opened, depth = token, 1
        elif token.name == opened.name:
            depth += step
            if depth == 0:
                yield Caption(opened.name, opened.end, token.start)
                opened = None


def drawn(run: list[Token]) -> Iterator[Token]:
    """Yield the pieces of text in those elements."""
    found = captions(run)
    caption = next(found, None)
    for token in run:
        while caption is not None and token.start >= caption.end:
            caption = next(found, None)
        if caption is not None and token.start >= caption.start and token.kind in {TokenKind.TEXT, TokenKind.RAW}:
            yield token
