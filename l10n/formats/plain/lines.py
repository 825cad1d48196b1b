"""Owns which lines of a block go together: running text is folded, lines with a meaning stay lines.

A line is folded with the next one only where that one's first word had no place on it: this is what wrapping means.
One exception: where the line, or most of the block, comes near the margin, a sentence that visibly goes on is one.
What is decided here is decided for a source only: the layout that a translation must keep does not depend on it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.formats.places import line_start
from l10n.formats.plain.blocks import Block, BlockKind
from l10n.formats.plain.evidence import is_rule, is_table, is_verse, labelled, opening, speaks
from l10n.formats.plain.width import NARROW, UNWRAPPED, Line, Measured, full, measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["divided", "is_byline", "page", "unspaced"]

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_NAME = r"[A-Z][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:By|BY|Reported by|Written by|Story by|Text by|Words by|Words:)\s+{_NAME}"
    rf"(?:,?(?: (?:and|in|for|of|with|\||[-–—]))? {_NAME}|, [a-z]+ [a-z]+)*\Z"
    rf"|{_NAME}(?: {_NAME}){{1,3}}(?: \||,| [-–—]) "
    r"(?:[A-Z][\w ]{0,40} )?(?:[Ss]taff|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Ee]ditor|[Cc]olumnist)[\w ,&]{0,40}\Z"
)
_LONGEST_BYLINE = 90
_STOP = re.compile(r"[.!?…:;。！？][\"'”’)\]»]*\Z")
_END = re.compile(r"[.!?…。！？][\"'”’)\]»]*\Z")
_TAB = 8
_DOUBLE = 2
"""Line breaks between lines with a blank one between them."""
_FEWEST = 4
"""Lines that show double spacing."""
_RAGGED = 0.8
"""Part of the width that a line has where its author did not care for the margin."""
_NEAR = 1.25
"""How many times as wide as the page a block may be that was only wrapped later than others."""
_HALF = 1.6
"""How many times as wide as its lines a page may be before nobody would have wrapped them there."""


def is_byline(text: str) -> bool:
    """Tell whether a text says who wrote the article, and nothing else."""
    return len(text) <= _LONGEST_BYLINE and _BYLINE.match(text) is not None and not re.search(r"[\r\n]", text)


def unspaced(source: str, found: Iterable[Block]) -> list[Block]:
    """Join what was typed with a blank line below each line; blocks that are no such lines come as they are."""
    runs: list[list[Block]] = []
    for block in found:
        near = runs and _breaks(source, runs[-1][-1], block) == _DOUBLE
        plain = block.kind is BlockKind.BLOCK and not _BREAK.search(source, block.start, block.end)
        if near and plain and runs[-1][0].kind is BlockKind.BLOCK:
            runs[-1].append(block)
        else:
            runs.append([block])
    apart = _is_apart(source, runs)
    return [block for run in runs for block in _joined(source, run, apart)]


def _is_apart(source: str, runs: Sequence[Sequence[Block]]) -> Measured | None:
    """Return how wide text is whose paragraphs, of double-spaced lines, are set apart by more; None where it is not.

    A paragraph of two lines shows nothing by itself; all of an article together show how its lines were spaced.
    """
    gaps = [_breaks(source, above[-1], run[0]) for above, run in pairwise(runs)]
    rows = [[line for block in run for line in _lines(source, block)] for run in runs if len(run) > 1]
    pairs = [pair for lines in rows for pair in pairwise(lines)]
    if max(gaps, default=0) <= _DOUBLE or len(pairs) < _DOUBLE:
        return None
    wrap = measured(rows)
    going = sum(_goes_on(line, below) for line, below in pairs)
    wrapped = wrap.sure and wrap.filled * 3 >= len(pairs) * 2 and going * 3 >= wrap.filled
    return wrap if wrapped else None


def _joined(source: str, run: Sequence[Block], apart: Measured | None) -> Iterator[Block]:
    """Yield the blocks of a run, those that are lines of one paragraph as one."""
    if apart is None:
        yield from [_whole(run)] if _is_wrapped(source, run) else run
        return
    first = 0
    for place, (above, below) in enumerate(pairwise(run), start=1):
        line, after = _lines(source, above)[-1], _lines(source, below)[0]
        if not (full(line, after, apart.width) or _goes_on(line, after)):
            yield _whole(run[first:place])
            first = place
    yield _whole(run[first:])


def _breaks(source: str, above: Block, below: Block) -> int:
    return len(_BREAK.findall(source, above.end, below.start))


def _whole(run: Sequence[Block]) -> Block:
    return replace(run[0], end=run[-1].end)


def _is_wrapped(source: str, run: Sequence[Block]) -> bool:
    """Tell whether blocks of a line each are lines of running text: full, and one sentence in many goes on below."""
    lines = [line for block in run for line in _lines(source, block)]
    if not len(run) == len(lines) >= _FEWEST:
        return False
    wrap = measured([lines])
    going = sum(_goes_on(line, below) for line, below in pairwise(lines))
    return wrap.sure and wrap.filled * 3 >= len(lines) * 2 - 2 and going * 3 >= wrap.filled


def page(source: str, found: Iterable[Block]) -> Measured:
    """Measure the lines of an article; where nothing shows that it was wrapped, it is as wide as its widest line."""
    kinds = (BlockKind.BLOCK, BlockKind.ITEM)
    blocks = [(block.kind, _lines(source, block)) for block in found if block.kind in kinds]
    running = [(kind, lines) for kind, lines in blocks if not _kept(lines)]
    wrap = measured(lines for _, lines in running)
    widest = max((line.width for kind, lines in running if kind is BlockKind.BLOCK for line in lines), default=0)
    return wrap if wrap.sure else replace(wrap, width=widest)


def divided(source: str, block: Block, wrap: Measured) -> Iterator[Block]:
    """Yield the paragraphs of a block, and each line that stays one; `wrap` is that of the whole article."""
    listed = block.kind is BlockKind.ITEM
    lines = _lines(source, block) if block.kind is BlockKind.BLOCK or (listed and wrap.sure) else []
    if len(lines) < 2:  # noqa: PLR2004 -- there is nothing to divide
        yield block
        return
    role = _kept(lines)
    starts = [0, *(place for place in range(1, len(lines)) if role), len(lines)] if role else _starts(lines, wrap)
    if len(starts) == 2:  # noqa: PLR2004 -- the same
        yield block
        return
    for first, over in pairwise(starts):
        text = lines[first].text
        if listed and not first:
            yield replace(block, end=lines[over - 1].end)
            continue
        kind = BlockKind.LINE if over - first == 1 else BlockKind.BLOCK
        under = over < len(lines) and is_rule(lines[over].text) and kind is BlockKind.LINE and not role
        said = (
            "heading"
            if under and not is_rule(text)
            else role or ("line" if kind is BlockKind.LINE and not _END.search(text) else "")
        )
        yield Block(kind, lines[first].start, lines[over - 1].end, block.line + lines[first].row, value=said)


def _lines(source: str, block: Block) -> list[Line]:
    found: list[Line] = []
    row, done = 0, block.start
    for one in _LINE.finditer(source, block.start, block.end):
        text = one[0].strip(" \t")
        start = one.end() - len(one[0].lstrip(" \t"))
        row += len(_BREAK.findall(source, done, one.start()))
        done = one.end()
        if text:
            margin = source[line_start(source, start) if not found else one.start() : start].removeprefix("\ufeff")
            found.append(Line(start, start + len(text), len(margin.expandtabs(_TAB)), len(margin), text, row))
    return found


def _kept(lines: Sequence[Line]) -> str:
    """Return what the lines of a block are called where all of them stay lines; nothing where they may be folded."""
    if len(lines) > 1 and is_table(lines):
        return "table row"
    if labelled(lines) or (is_verse(lines) and not any(is_rule(line.text) for line in lines)):
        return "line"
    return ""


def _starts(lines: Sequence[Line], page_wrap: Measured) -> list[int]:
    """Return the places of the lines that begin a paragraph, and the number of lines."""
    own = measured([lines])
    wide = max(line.width for line in lines)
    wrap = page_wrap if page_wrap.sure else own
    width = wrap.width if wrap.sure else wide
    if not wrap.sure and page_wrap.width > wide * _HALF and wide < UNWRAPPED // 2:
        width = page_wrap.width
    elif width < wide <= width * _NEAR:
        width = wide
    if own.sure and not own.over and own.filled * 3 >= len(lines) * 2 - 2:
        width = own.width
    filled = [width <= UNWRAPPED and full(line, below, width) for line, below in pairwise(lines)]
    opened = opening(lines, filled)
    over = sum(line.narrow > width for line in lines)
    lone = width < NARROW or over * 3 > sum(filled)
    mostly = sum(filled) * 2 >= len(filled)
    spoken = speaks(lines[0].text)
    starts = [0]
    for place, (line, below) in enumerate(pairwise(lines), start=1):
        marked = is_rule(line.text) or is_rule(below.text) or is_byline(line.text) or is_byline(below.text)
        long = lone and max(line.narrow, below.narrow) > width
        ragged = mostly or line.width >= width * _RAGGED
        soft = filled[place - 1] or (ragged and width <= UNWRAPPED and _goes_on(line, below))
        if place in opened or marked or (spoken and speaks(below.text) and _END.search(line.text)) or long or not soft:
            starts.append(place)
    return [*starts, len(lines)]


def _goes_on(line: Line, below: Line) -> bool:
    """Tell whether a sentence visibly goes on from one line to the next."""
    return below.text[:1].islower() and not _STOP.search(line.text)
