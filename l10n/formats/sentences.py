"""Owns the cutting of a block segment into its sentences, around the markup inside it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from l10n.model import Joint, Key, Segment, SpanKind
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.formats.folding import Folded
    from l10n.model import Span

__all__ = ["pairs", "split"]

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_SPACE = re.compile(r"\s+")
_OBJECT = "\ufffc"
_BREAK = re.compile(r"\r\n|\r|\n")


def split(segment: Segment, folded: Folded, spans: tuple[Span, ...]) -> tuple[Segment | Joint, ...]:
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


def pairs(text: str, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Return (start of the opening span, end of its closing span) for all paired tags, links and emphasis."""
    found: list[tuple[int, int]] = []
    open_tags: dict[str, list[int]] = {}
    open_links: list[int] = []
    open_runs: dict[str, list[tuple[int, int]]] = {}
    for span in spans:
        piece = text[span.start : span.end]
        if span.kind is SpanKind.TAG and (tag := _TAG.match(piece)):
            stack = open_tags.setdefault(tag[2].lower(), [])
            if tag[1] and stack:
                found.append((stack.pop(), span.end))
            elif not tag[1] and not piece.endswith("/>") and tag[2].lower() not in _VOID:
                stack.append(span.start)
        elif span.kind is SpanKind.LINK:
            if piece in ("[", "!["):
                open_links.append(span.start)
            elif piece.startswith("]") and open_links:
                found.append((open_links.pop(), span.end))
        elif span.kind is SpanKind.EMPHASIS and piece:
            found.extend(_close(text, span, open_runs.setdefault(piece[0], [])))
    return tuple(sorted(found))


def _close(text: str, span: Span, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Match a run of emphasis marks against the open runs (start, marks) of its character; else open it."""
    left = span.end - span.start
    glued = span.start > 0 and not text[span.start - 1].isspace()
    while glued and runs and left and runs[-1][1] <= left:
        start, marks = runs.pop()
        left -= marks
        yield start, span.end
    if glued and runs and left and runs[-1][1] > left:
        start, marks = runs.pop()
        runs.append((start, marks - left))
        yield start, span.end
        left = 0
    if left:
        runs.append((span.start, left))


def _gaps(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Yield the white space (start, end) in `text` where it is to be cut, ascending."""
    plain, origin = _plain(text, spans)
    ranges = sentences(plain)
    blocked = _blocked(text, spans) if ranges[1:] else []
    last_word = max((place for place, char in enumerate(plain) if char.isalpha()), default=-1)
    worded = False
    for (begin, end), (following, _) in pairwise(ranges):
        worded = worded or any(map(str.isalpha, plain[begin:end]))
        gap = _space(text, origin[end - 1] + 1, origin[following], blocked)
        if gap and worded and last_word >= following:
            yield gap
            worded = False


def _blocked(text: str, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Return the ranges no cut may touch, disjoint and ascending."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*((span.start, span.end) for span in spans), *pairs(text, spans)]):
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


def _plain(text: str, spans: tuple[Span, ...]) -> tuple[str, list[int]]:
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
