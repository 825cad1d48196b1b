"""Owns what a page of HTML holds for readers, and what it states of itself in its head."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import TokenKind, attributes, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.formats.html.tokens import Token

__all__ = ["body", "element", "stated", "words"]

_STORY = ("article", "main", "body")
"""What holds the story of a page, the most certain first."""
_DISCLOSED = re.compile(r'<p class="l10n-disclosure"[^>]*+>[^<]*+</p>')
"""What readers are told of where texts come from, as `fill` writes it: it goes wherever the story goes."""


def stated(source: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return what `<meta>`, or microdata of `<time>`, says under the first of some names, or `<title>` under that."""
    said: dict[str, list[str]] = {}
    for token in tokens(source):
        if token.kind is TokenKind.OPEN and token.name in {"meta", "time"}:
            values = {one.name: unescape(source[one.start : one.end]).strip() for one in attributes(source, token)}
            name = values.get("property") or values.get("name") or values.get("itemprop", "")
            said.setdefault(name.lower(), []).append(values.get("datetime") or values.get("content", ""))
        elif token.kind is TokenKind.RAW and token.name == "title":
            said.setdefault("<title>", []).append(_joined(unescape(source[token.start : token.end])))
    found = next((said[name] for name in names if any(said.get(name, ()))), [])
    return tuple(filter(None, found))


def body(source: str) -> str:
    """Return what stands in the one `<article>` of a page, else in its `<main>` or `<body>`; else all of it.

    What readers are told of it stands before.
    """
    for name in _STORY:
        found = element(source, name)
        if found:
            inner = source[found[1] : found[2]].strip()
            told = [one for one in _DISCLOSED.findall(source) if one not in inner]
            return "\n".join([*told, inner])
    return source.removeprefix("\ufeff").strip()


def element(source: str, name: str) -> tuple[int, int, int, int] | None:
    """Return where an element begins, its content begins and ends, and it ends; None unless just one stands outside.

    An element that is not closed ends with the source.
    """
    found: list[tuple[Token, Token | None]] = []
    depth = 0
    for token in tokens(source):
        if token.name != name or token.kind not in {TokenKind.OPEN, TokenKind.CLOSE}:
            continue
        if token.kind is TokenKind.OPEN:
            if depth == 0:
                found.append((token, None))
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found[-1] = (found[-1][0], token)
    if len(found) != 1:
        return None
    opened, closed = found[0]
    if closed is None:
        return opened.start, opened.end, len(source), len(source)
    return opened.start, opened.end, closed.start, closed.end


def words(source: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return _joined(
        unescape("".join(source[one.start : one.end] for one in tokens(source) if one.kind is TokenKind.TEXT))
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
