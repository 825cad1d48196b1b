"""Owns one spelling for markup that a format reads alike: the signs of emphasis, character references."""

from __future__ import annotations

import html
import re
import types
from typing import TYPE_CHECKING

from l10n.model import InlineRole, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Inline

__all__ = ["uniform"]

_AMPERSAND = "&amp;"
_SAFE = frozenset("'\"%,.;?/@+-")
"""ASCII signs that are no markup, so that a reference to one is the sign itself."""
_WORD = re.compile(r"[A-Za-z0-9_]+")
_BEHIND = re.compile(r"[(\[=]|\.\w")
_PYTHON = frozenset(
    name.strip("_")
    for kind in (object, type, int, str, list, dict, types.FunctionType, types.ModuleType, types.GeneratorType)
    for name in dir(kind)
    if name.startswith("__")
) | {"file", "main"}
"""What Python itself writes between two underscores: a name, though Markdown shows it in bold type."""


def uniform(text: str, spans: Iterable[Inline]) -> str:
    """Return a text with its markup in one spelling; of two that are equal then, readers see the same.

    `spans` are the text's, as its format finds them. Emphasis is written with `*`, an ampersand as `&amp;`, any other
    character reference as the character where that is no markup and by its number where it is. Not touched are names
    with underscores around them (`__init__`), code, tags, addresses and template syntax.
    """
    if "_" not in text and "&" not in text:
        return text
    spans = tuple(spans)
    signs = _signs(text, spans)
    pieces: list[str] = []
    done = 0
    for span in spans:
        pieces.append(text[done : span.start].replace("&", _AMPERSAND))
        piece = text[span.start : span.end]
        if span.kind is SpanKind.ESCAPE:
            piece = _reference(piece)
        pieces.append(signs.get(span.id, piece))
        done = span.end
    pieces.append(text[done:].replace("&", _AMPERSAND))
    return "".join(pieces)


def _signs(text: str, spans: tuple[Inline, ...]) -> dict[int, str]:
    """Return the number of each sign of emphasis that is written with underscores, and its other spelling."""
    known = {span.id: span for span in spans}
    found: dict[int, str] = {}
    for one in _opening(spans):
        sign = text[one.start : one.end]
        other = known.get(one.pair or 0)
        if "_" in sign and other is not None and not _is_name(text, one, other):
            found |= {one.id: "*" * len(sign), other.id: "*" * (other.end - other.start)}
    return found


def _opening(spans: Iterable[Inline]) -> Iterator[Inline]:
    return (one for one in spans if one.kind is SpanKind.EMPHASIS and one.role is InlineRole.OPEN)


def _is_name(text: str, opened: Inline, closed: Inline) -> bool:
    """Tell whether signs are part of a program's name, not emphasis that somebody meant."""
    inner = text[opened.end : closed.start]
    if not _WORD.fullmatch(inner):
        return False
    beside = text[: opened.start].endswith(".") or _BEHIND.match(text, closed.end) is not None
    return beside or "_" in inner or (closed.end - closed.start > 1 and inner in _PYTHON)


def _reference(piece: str) -> str:
    if piece == "\\&":
        return _AMPERSAND
    meant = html.unescape(piece) if piece.startswith("&") else ""
    if len(meant) != 1:
        return piece
    plain = not meant.isascii() or meant.isalnum() or meant in _SAFE
    return meant if plain else _AMPERSAND if meant == "&" else f"&#{ord(meant)};"
