"""Owns which part of a run of inline HTML is the segment: edges that hold no words stay outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.formats.html.spans import items, strip
from l10n.formats.html.tokens import TokenKind
from l10n.formats.inlines import VOID

if TYPE_CHECKING:
    from l10n.formats.html.spans import RunItem
    from l10n.formats.html.tokens import Token

__all__ = ["core", "unclosed"]

_ICONS = ("svg", "math")


def core(source: str, run: list[Token]) -> tuple[int, int]:
    """Return the range of a run to translate; empty (start == end) where nothing in it can be words.

    Outside stay white space, line breaks, images, comments and icons at the edges, tags without their partner,
    empty elements at the edges, and a pair of tags around the whole.
    """
    parts = list(items(source, run))
    match = _partners(parts)
    filled = [0]
    for part in parts:
        filled.append(filled[-1] + _filled(source, part))
    low, high = 0, len(parts)
    while low < high and filled[high] > filled[low]:
        first, last = match.get(low, low), match.get(high - 1, high - 1)
        first = first if low <= first < high else low
        last = last if low <= last < high else high - 1
        if low < first == high - 1:
            low, high = low + 1, high - 1
        elif filled[first + 1] == filled[low]:
            low = first + 1
        elif filled[high] == filled[last]:
            high = last
        else:
            return strip(source, parts[low].start, parts[high - 1].end)
    return run[0].start, run[0].start


def _filled(source: str, part: RunItem) -> bool:
    if part.opaque:
        return part.token.name not in _ICONS
    return part.token.kind is TokenKind.TEXT and not source[part.start : part.end].isspace()


def _partners(parts: list[RunItem]) -> dict[int, int]:
    """Map the place of each paired tag to the place of its partner."""
    match: dict[int, int] = {}
    stacks: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        token = part.token
        if part.opaque or token.name in VOID:
            continue
        if token.kind is TokenKind.OPEN:
            stacks.setdefault(token.name, []).append(place)
        elif token.kind is TokenKind.CLOSE and stacks.get(token.name):
            other = stacks[token.name].pop()
            match[place], match[other] = other, place
    return match


def unclosed(source: str, run: list[Token]) -> list[Token]:
    """Return the tags of a run whose elements go on behind it, the outermost first."""
    opened: list[Token] = []
    for token in run:
        if token.kind is TokenKind.OPEN and token.name not in VOID and not source.endswith("/", 0, token.end - 1):
            opened.append(token)
        elif token.kind is TokenKind.CLOSE and opened and opened[-1].name == token.name:
            opened.pop()
    return opened
