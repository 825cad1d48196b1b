"""Owns which blocks of plain text hold several paragraphs without a blank line between them.

Newsrooms write a paragraph as one long line, or indent its first line, or put the byline right below the headline. What
is decided here is decided for a source only: the layout that a translation must keep does not depend on it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.formats.places import line_start
from l10n.formats.plain.blocks import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["divided", "is_byline"]

_LINE = re.compile(r"[^\r\n]+")
_INDENT = re.compile(r"[ \t]{2,}|\t")
_NAME = r"[A-Z][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:By|BY|Reported by|Written by|Story by|Text by|Words by|Words:)\s+{_NAME}"
    rf"(?:,?(?: (?:and|in|for|of|with|\||[-–—]))? {_NAME}|, [a-z]+ [a-z]+)*\Z"
    rf"|{_NAME}(?: {_NAME}){{1,3}}(?: \||,| [-–—]) "
    r"(?:[A-Z][\w ]{0,40} )?(?:[Ss]taff|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]olumnist)[\w ,&]{0,40}\Z"
)
_LONGEST_BYLINE = 90
_UNWRAPPED = 120
"""Characters of a line that no editor wraps at."""


def is_byline(text: str) -> bool:
    """Tell whether a text says who wrote the article, and nothing else."""
    return len(text) <= _LONGEST_BYLINE and _BYLINE.match(text) is not None and not re.search(r"[\r\n]", text)


def divided(source: str, block: Block) -> Iterator[Block]:
    """Yield the paragraphs of a block: itself, its lines, or what begins at each indented line."""
    if block.kind is not BlockKind.BLOCK:
        yield block
        return
    lines = [(found.start(), *_trimmed(found)) for found in _LINE.finditer(source, block.start, block.end)]
    texts = [source[start:end] for _, start, end in lines]
    if len(lines) > 1 and (max(map(len, texts)) > _UNWRAPPED or any(map(is_byline, texts))):
        for place, (_, start, end) in enumerate(lines):
            yield Block(BlockKind.LINE, start, end, block.line + place)
        return
    starts = [0, *(place for place, (margin, _, _) in enumerate(lines) if place and _INDENT.match(source, margin))]
    if len(starts) in {1, len(lines)} or not _INDENT.match(source, line_start(source, block.start)):
        yield block
        return
    for place, over in pairwise([*starts, len(lines)]):
        yield replace(block, start=lines[place][1], end=lines[over - 1][2], line=block.line + place)


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Return where the words of a line are."""
    text = found[0]
    return found.end() - len(text.lstrip(" \t")), found.start() + len(text.rstrip(" \t"))
