"""Owns the cutting of a block segment into its sentences, around the markup inside it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from l10n.formats.inlines import elements
from l10n.model import Joint, Key, Segment, SpanKind
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.folding import Folded
    from l10n.model import Inline

__all__ = ["split"]

_SPACE = re.compile(r"\s+")
_OBJECT = "\ufffc"
_BREAK = re.compile(r"\r\n|\r|\n")


def split(segment: Segment, folded: Folded, spans: tuple[Inline, ...]) -> tuple[Segment | Joint, ...]:
    """Cut a block segment into sentence segments with a `Joint` for the white space between two.

    `folded` is the segment's raw text folded, `spans` the markup in `folded.text`. The raw texts joined are the
    segment's. No cut lies inside a span, between an opening and its closing markup, or beside a piece without words.
    """
    text, origin, raw = folded.text, folded.origin, segment.raw
    gaps = list(_gaps(text, spans))
    if not gaps:
        return (segment,)
    parts: list[Segment | Joint] = []
    line, done = segment.line, 0
    begins, ends = [0, *(after for _, after in gaps)], [*(before for before, _ in gaps), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        start, stop = origin[begin] if begin else 0, origin[end] if end < len(text) else len(raw)
        if begin:
            parts.append(Joint(raw[done:start]))
        line += len(_BREAK.findall(raw, done, start))
        key = Key(text[begin:end], segment.key.context)
        parts.append(replace(segment, key=key, raw=raw[start:stop], line=line))
        line += len(_BREAK.findall(raw, start, stop))
        done = stop
    return tuple(parts)


def _gaps(text: str, spans: tuple[Inline, ...]) -> Iterator[tuple[int, int]]:
    """Yield the white space (start, end) in `text` where it is to be cut, ascending."""
    plain, origin = _plain(text, spans)
    ranges = sentences(plain)
    blocked = _blocked(spans) if ranges[1:] else []
    last_word = max((place for place, char in enumerate(plain) if char.isalpha()), default=-1)
    worded = False
    for (begin, end), (following, _) in pairwise(ranges):
        worded = worded or any(map(str.isalpha, plain[begin:end]))
        gap = _space(text, origin[end - 1] + 1, origin[following], blocked)
        if gap and worded and last_word >= following:
            yield gap
            worded = False


def _blocked(spans: tuple[Inline, ...]) -> list[tuple[int, int]]:
    """Return the ranges no cut may touch, disjoint and ascending."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*((span.start, span.end) for span in spans), *elements(spans)]):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _space(text: str, low: int, high: int, blocked: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Find the first run of white space in `text[low:high]` outside the blocked ranges."""
    for found in _SPACE.finditer(text, low, high):
        start, end = found.span()
        place = bisect_right(blocked, start, key=itemgetter(1))
        if place == len(blocked) or blocked[place][0] >= end:
            return start, end
    return None


def _plain(text: str, spans: tuple[Inline, ...]) -> tuple[str, list[int]]:
    """Return the words as a reader sees them and the index in `text` of each character."""
    out: list[str] = []
    origin: list[int] = []
    done = 0
    for span in spans:
        out.append(text[done : span.start])
        origin.extend(range(done, span.start))
        done = span.end
        shown = _shown(text[span.start : span.end], span.kind)
        out.append(shown)
        origin.extend([span.start] * (len(shown) - 1) + [span.end - 1] * bool(shown))
    out.append(text[done:])
    origin.extend(range(done, len(text)))
    return "".join(out), origin


def _shown(piece: str, kind: SpanKind) -> str:
    if kind in (SpanKind.CODE, SpanKind.VARIABLE):
        return _OBJECT
    if kind is SpanKind.URL:
        return re.sub(r"\s", "_", piece)
    if kind is SpanKind.ESCAPE:
        return html.unescape(piece) if piece.startswith("&") else piece.removeprefix("\\")
    return ""
