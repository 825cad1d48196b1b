"""Owns how a text is asked for where an engine keeps no marks: in words, and where the marks belong.

A mark at an edge of a sentence stays there. Whatever else is marked is asked for by itself, to be found again in the
answer (`placing`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.text.sentences.align import joiner
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.text.markup.placeholders import Protected

__all__ = ["Bare", "BareSentence", "Stretch", "bare"]

_MARK = re.compile(r"⟦(\d+)⟧")
_WORD = re.compile(r"\w")
_LAST = re.compile(r"\w\W*\Z")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that has to be found again."""

    text: str
    at: int
    """Where it begins, for comparison with others."""
    opens: int
    closes: int
    """Numbers of the marks around it; the same where one mark stands in its place."""
    kept: bool = False
    """It is not translated: code, an address."""
    word: str = ""
    """What it may be called in the answer besides: the target of a term."""

    @property
    def replaced(self) -> bool:
        """One mark stands in its place."""
        return self.opens == self.closes


@dataclass(frozen=True, slots=True)
class BareSentence:
    """A sentence in words, or a line without any."""

    text: str
    front: tuple[tuple[int, int], ...] = ()
    """For each mark inside that stands before the first word, the characters before it and its number."""
    rear: tuple[tuple[int, int], ...] = ()
    """For each mark inside that stands behind the last word, the characters behind it and its number."""
    stretches: tuple[Stretch, ...] = ()
    """In the order of the text."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A text in words."""

    parts: tuple[str | BareSentence, ...]
    """Sentences, and what stands between them in the translation, with marks."""

    @property
    def questions(self) -> tuple[str, ...]:
        """What to ask, each once."""
        found: dict[str, None] = {}
        for part in self.parts:
            if isinstance(part, BareSentence):
                found[part.text] = None
                found |= dict.fromkeys(one.text for one in part.stretches if not one.kept)
        return tuple(found)


def bare(protected: Protected, source: str, locale: str) -> Bare | None:
    """Return a protected text as an engine without marks is asked for it; None where a mark could not be placed."""
    parts: list[str | BareSentence] = []
    for line, end in _lines(protected):
        found = _line(line, protected, source, joiner(locale))
        if found is None:
            return None
        parts += [*found, end] if end else found
    return Bare(tuple(parts))


def _lines(protected: Protected) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text, each with the mark that is a line break behind it."""
    pieces = _MARK.split(protected.text)
    line = pieces[0]
    for number, after in zip(map(int, pieces[1::2]), pieces[2::2], strict=True):
        if "\n" in protected.shown.get(number, ""):
            yield line, f"⟦{number}⟧"
            line = after
        else:
            line += f"⟦{number}⟧{after}"
    yield line, ""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in a line of words."""

    number: int
    start: int
    end: int
    """The range of what is read in its place; empty for a mere mark."""
    sentence: int = 0
    """Index of the sentence that it belongs to."""
    front: int = -1
    rear: int = -1
    """Characters between it and the edge of the sentence; -1 where a word is among them."""

    @property
    def at_edge(self) -> bool:
        return max(self.front, self.rear) >= 0


def _line(marked: str, protected: Protected, source: str, joint: str) -> list[str | BareSentence] | None:
    pieces = _MARK.split(marked)
    text = pieces[0]
    marks: list[_Mark] = []
    for number, after in zip(map(int, pieces[1::2]), pieces[2::2], strict=True):
        shown = protected.shown.get(number, "")
        marks.append(_Mark(number, len(text), len(text) + len(shown)))
        text += shown + after
    ranges = sentences(text, source)
    if not ranges:
        return [marked]
    known = _Sentences(text, ranges)
    by_number = {
        mark.number: known.placed(mark, opens=mark.number in protected.pairs or mark.end > mark.start) for mark in marks
    }
    stretches: list[list[Stretch]] = [[] for _ in ranges]
    edges: list[list[_Mark]] = [[] for _ in ranges]
    between: list[list[_Mark]] = [[] for _ in range(len(ranges) + 1)]
    done: set[int] = set()
    for number, mark in by_number.items():
        if number in done:
            continue
        closing = by_number.get(protected.pairs.get(number, 0))
        if mark.end == mark.start and not (closing and (mark.front < 0 or closing.rear < 0)):
            if not mark.at_edge:
                return None
            if mark.front and mark.rear:
                edges[mark.sentence].append(mark)
            else:
                between[mark.sentence + (mark.rear == 0)].append(mark)
            continue
        found = _stretch(mark, closing, text, protected)
        if found is None:
            return None
        stretches[mark.sentence].append(found)
        done.add(found.closes)
    whole = [
        BareSentence(text[start:end], *_edges(edges[at]), tuple(stretches[at]))
        for at, (start, end) in enumerate(ranges)
    ]
    borders = [0, *(at for place in ranges for at in place), len(text)]
    gaps = [_gap(text, low, high, marks) for low, high, marks in zip(borders[::2], borders[1::2], between, strict=True)]
    gaps[1:-1] = [_SPACE.sub(joint, gap) for gap in gaps[1:-1]]
    ordered: list[str | BareSentence] = [gaps[0]]
    for sentence, gap in zip(whole, gaps[1:], strict=True):
        ordered += [sentence, gap]
    return ordered


def _gap(text: str, low: int, high: int, marks: Iterable[_Mark]) -> str:
    """Return what stands between two sentences, with the marks that stand there."""
    out = ""
    for mark in marks:
        out += f"{text[low : mark.start]}⟦{mark.number}⟧"
        low = mark.start
    return out + text[low:high]


class _Sentences:
    """The sentences of a line, and where their first word begins and their last one ends."""

    def __init__(self, text: str, ranges: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]
        self._first = [start + _found(_WORD, text[start:end], end - start) for start, end in ranges]
        self._last = [start + _found(_LAST, text[start:end], -1) + 1 for start, end in ranges]

    def placed(self, mark: _Mark, *, opens: bool) -> _Mark:
        """Return a mark with its sentence; between two, what opens belongs to the next."""
        before = bisect_right(self._ends, mark.start) - 1
        after = bisect_left(self._starts, mark.start)
        if after - before > 1:  # inside of the one between them
            at = before + 1
        elif before < 0 or (after < len(self._starts) and opens):
            at = after
        else:
            at = before
        front = max(0, mark.start - self._starts[at]) if mark.start <= self._first[at] else -1
        rear = max(0, self._ends[at] - mark.end) if mark.end >= self._last[at] else -1
        return replace(mark, sentence=at, front=front, rear=rear)


def _found(pattern: re.Pattern[str], text: str, otherwise: int) -> int:
    match = pattern.search(text)
    return match.start() if match else otherwise


def _stretch(mark: _Mark, closing: _Mark | None, text: str, protected: Protected) -> Stretch | None:
    """Return what has to be found again for a mark in whose place something is read, or for a pair."""
    if closing is None:
        read = text[mark.start : mark.end]
        word = protected.pieces[mark.number - 1] if mark.number in protected.words else ""
        return Stretch(read, mark.start, mark.number, mark.number, kept=not word, word=word) if read.strip() else None
    read = text[mark.start : closing.start].strip()
    if mark.sentence != closing.sentence or not _WORD.search(read):
        return None
    return Stretch(read, mark.start, mark.number, closing.number)


def _edges(marks: Iterable[_Mark]) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    front = [(mark.front, mark.number) for mark in marks if mark.front >= 0]
    rear = [(mark.rear, mark.number) for mark in marks if mark.front < 0]
    return tuple(front), tuple(rear)
