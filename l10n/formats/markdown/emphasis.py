"""Owns the emphasis that CommonMark does not render before a letter: `**국가보위성(MSS)**은`, `_강조_는`.

A closing `**` after punctuation and before a letter does not close, nor does a closing `_` before any letter
(CommonMark 0.31.2, "left- and right-flanking"). English rarely meets the rule, Korean's particles meet it all the time.
The spellings of `l10n.text.markup.emphasis` are parsed in their order, and the first that renders is taken.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from l10n.formats.markdown.events import Event, inline_events
from l10n.text.markup.emphasis import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mend", "mendable"]

_RUN = re.compile(r"(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_)|(?<!~)~~(?!~)")
"""A whole run; a longer one means something else: a rule, a blank to fill in, a fence."""
_MARKS = re.compile(r"[*_]|~~")
_LIMIT = 16
"""Pairs mended in one text; a person wrote no more."""
_EMPHASIS = frozenset({"Strong", "Emphasis", "Strikethrough"})


class _Pair(NamedTuple):
    """Two delimiter runs that stand in the text as they are; character offsets."""

    start: int
    inner: int
    close: int
    end: int


_Run = tuple[int, int]
"""Where a mark begins and ends, in characters."""


def mendable(text: str, events: list[Event]) -> list[tuple[_Run, _Run]]:
    """Return the marks that do not render here and do once mended, the opening with the closing one.

    What `mend` makes of a source without such marks renders as much emphasis as the text and these marks have.
    """
    found: list[tuple[_Run, _Run]] = []
    for pair in islice(_unrendered(text, events), _LIMIT):
        if _meant(text, pair) and _mended(text, pair, _count(events)) is not None:
            inner, outer = pair.start + 1, pair.end - 1
            if pair.inner - pair.start == 3:  # noqa: PLR2004  # strong inside of plain emphasis
                found.append(((pair.start, inner), (outer, pair.end)))
                found.append(((inner, pair.inner), (pair.close, outer)))
            else:
                found.append(((pair.start, pair.inner), (pair.close, pair.end)))
    return found


def _meant(text: str, pair: _Pair) -> bool:
    """Tell whether marks are meant as emphasis: two, or one with a letter behind it as Korean's particles are."""
    return pair.inner - pair.start > 1 or (not text[pair.end].isascii() if pair.end < len(text) else False)


def mend(source: str, text: str) -> str:
    """Return the text with the least intrusive spelling in which its emphasis renders.

    Two `**` around words are meant as emphasis, and single marks before a letter that is not Latin; other single marks
    only where the source has more emphasis than the text.
    """
    if not _MARKS.search(text):
        return text
    skip = 0
    for _ in range(_LIMIT):
        events = inline_events(text)
        pairs = list(_unrendered(text, events))[skip:]
        if not pairs:
            break
        pair = pairs[0]
        rendered, shown = _emphasis(source)
        meant = rendered > _count(events) or (_meant(text, pair) and not shown)
        better = _mended(text, pair, _count(events)) if meant else None
        if better is None:
            skip += 1
        else:
            text = better
    return text


@lru_cache(maxsize=16)
def _emphasis(source: str) -> tuple[int, bool]:
    """Return how much emphasis a source has, and whether it shows marks that render none."""
    events = inline_events(source)
    return _count(events), any(_unrendered(source, events))


def _count(events: list[Event]) -> int:
    return sum(event.op == "Start" and event.name in _EMPHASIS for event in events)


def _unrendered(text: str, events: list[Event]) -> Iterator[_Pair]:
    """Yield the pairs of delimiter runs that are words to the parser, first closed first."""
    opened: list[tuple[int, int]] = []
    for start, end in _runs(text, events):
        mark = text[start:end]
        before, after = text[start - 1 : start], text[end : end + 1]
        if opened and text[slice(*opened[-1])] == mark and before.strip() and opened[-1][1] < start:
            first, inner = opened.pop()
            yield _Pair(first, inner, start, end)
        elif after.strip() and not (mark[0] == "_" and before.isalnum()):
            opened.append((start, end))


def _runs(text: str, events: list[Event]) -> Iterator[tuple[int, int]]:
    """Yield the delimiter runs inside plain text that no backslash escapes."""
    shown = [event for event in events if event.op == "Text"]
    if not any("*" in one.data or "_" in one.data or "~" in one.data for one in shown):
        return
    data = text.encode("utf-8", "surrogatepass")
    joined: list[list[int]] = []
    for event in shown:
        if joined and joined[-1][1] == event.start:
            joined[-1][1] = event.end
        else:
            joined.append([event.start, event.end])
    first = done = 0
    for start, end in joined:
        first += len(data[done:start].decode("utf-8", "surrogatepass"))
        done = start
        piece = data[start:end].decode("utf-8", "surrogatepass")
        escaped = data[start - 1 : start] == b"\\"
        for found in _RUN.finditer(piece, 1 if escaped else 0):
            yield first + found.start(), first + found.end()


def _mended(text: str, pair: _Pair, rendered: int) -> str | None:
    """Return the first spelling in which one more emphasis renders; None when none does."""
    before, after = text[: pair.start], text[pair.end :]
    for middle in spellings(text[pair.start : pair.inner], text[pair.inner : pair.close]):
        spelled = before + middle + after
        events = inline_events(spelled)
        if _count(events) > rendered and not any(
            len(before) <= start < len(before) + len(middle) for start, _ in _runs(spelled, events)
        ):
            return spelled
    return None
