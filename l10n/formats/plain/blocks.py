"""Owns the layout of plain text: which lines are blocks, list items and directives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Block", "BlockKind", "blocks", "is_directive"]

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)?")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣]|[0-9]{1,2}[.)])[ \t]+(?=[^ \t\r\n])")
"""An en dash is none: at the start of a paragraph it opens a dialogue."""
_LONE = re.compile(r"[ \t]*(?:[-*•‣]|[0-9]{1,2}[.)])[ \t]*(?:\r\n|\r|\n)?")
"""A bullet without words: folded with the line below it, it would make that a list item."""
_DIRECTIVE = re.compile(r"[ \t]*\[l10n:(skip|end|note|context|credits)(?:[ \t]+([^\]\r\n]*))?\][ \t]*(?:\r\n|\r|\n)?")


class BlockKind(StrEnum):
    """What a stretch of plain text is."""

    BLOCK = "block"
    ITEM = "item"
    """A list item without its bullet."""
    LINE = "line"
    """A line of a block whose lines are paragraphs."""
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of plain text; between two blocks lies what is never translated."""

    kind: BlockKind
    start: int
    end: int
    """Offsets in the source, the white space at the edges left out."""
    line: int
    """0-based number of its first line."""
    directive: str = ""
    value: str = ""
    """What follows the directive's name; for a part of a block, what it is called."""


def is_directive(line: str) -> bool:
    """Tell whether a line with its end is a directive."""
    return _DIRECTIVE.fullmatch(line) is not None


def blocks(source: str) -> Iterator[Block]:
    """Yield blocks, list items and directives in order; skipped stretches yield their directives only."""
    lines: list[tuple[int, int]] = []
    skipping = False
    number = first = 0
    position = 1 if source.startswith("\ufeff") else 0
    while position < len(source):
        found = _LINE.match(source, position)
        end = found.end() if found else len(source)
        directive = _DIRECTIVE.fullmatch(source, position, end)
        if directive or not source[position:end].strip(" \t\r\n"):
            yield from _block(source, lines, first)
            lines = []
        elif not skipping:
            first = first if lines else number
            lines.append((position, end))
        if directive:
            skipping = directive[1] == "skip" or (skipping and directive[1] != "end")
            value = " ".join((directive[2] or "").split())
            if not (skipping and directive[1] == "credits"):
                yield Block(BlockKind.DIRECTIVE, position, end, number, directive[1], value)
        position = end
        number += 1
    yield from _block(source, lines, first)


def _block(source: str, lines: list[tuple[int, int]], number: int) -> Iterator[Block]:
    """Cut the lines between two blank lines at the bullets of a list; bullets alone on the first lines are left out.

    A single bullet below another line is a wrapped line that happens to begin with a dash or a number. No word is
    looked at, so that a translation cannot change what is a list.
    """
    lone = sum(1 for _ in takewhile(lambda line: _LONE.fullmatch(source, *line), lines))
    lines, number = lines[lone:], number + lone
    bullets = [_BULLET.match(source, start, end) for start, end in lines]
    if lines and not bullets[0] and sum(map(bool, bullets)) == 1:
        bullets = []
    pieces: list[tuple[BlockKind, int, int, int]] = []
    for place, ((start, end), bullet) in enumerate(zip_longest(lines, bullets)):
        if bullet:
            pieces.append((BlockKind.ITEM, bullet.end(), end, number + place))
        elif pieces:
            kind, first, _, line = pieces[-1]
            pieces[-1] = kind, first, end, line
        else:
            pieces.append((BlockKind.BLOCK, start, end, number))
    for kind, start, end, line in pieces:
        text = source[start:end]
        yield Block(
            kind,
            start + len(text) - len(text.lstrip(" \t")),
            start + len(text.rstrip(" \t\r\n")),
            line,
        )
