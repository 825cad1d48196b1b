"""Owns where the sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # the library ships no types

from l10n import languages
from l10n.text.analysis import once
from l10n.text.sentences.segmentation.stops import cuts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["quotations", "sentences"]

_PARAGRAPH = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)\s*")
_SPACE = re.compile(r"\s")
_OTHER_SPACE = re.compile(r"[^\S ]")
_PAIRS = {"“": "”", "(": ")", "[": "]", "「": "」", "『": "』", "（": "）", "«": "»", "„": "“", "《": "》"}
_CLOSERS = frozenset(_PAIRS.values())
_MARK = re.compile(f"[{re.escape(''.join((*_PAIRS, *_CLOSERS)))}]")
_STRAIGHT = re.compile('"')
_SINGLE = re.compile(r"(?<![^\s(“\"—–])(?:‘(?=\S)[^‘“”\"]*?[.,!?…]’|'(?=\w)[^'“”\"]*(?:\w'\w[^'“”\"]*)*[.,!?…]')(?!\w)")
_OPENS = re.compile(r"""(?<![^\s(\[{“‘—–-])"(?![.,;:!?)\]}]*+(?:\s|\Z))""")
"""A straight mark that can only open a quotation: the one that stands open before it was never closed."""
_MAY_OPEN = re.compile(r'(?<!\w)"(?=\w)')
_PIECE = 5_000
"""Characters of a paragraph up to which it is cut as a whole."""
_STOP = re.compile(r"[.!?。！？؟…]++[\"'”’»」』)]* ")
_GLUED = re.compile(r"[\uac00-\ud7a3\u3040-\u309f]")


@once
def sentences(
    text: str, language: str = languages.ENGLISH, *, whole_quotations: bool = True
) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of `text`, ascending, without the white space between them.

    The ranges and the gaps between them (white space only) are the text. A quotation or bracket that is closed in its
    paragraph stays one piece with its attribution (`“I do. I did,” he said.`); one that is never closed protects
    nothing. With `whole_quotations` false, sentences inside a quotation are cut too. `language` is a gettext name or a
    BCP 47 tag: where its abbreviations are known it is cut by our rules (English), otherwise by sentencex.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for border in [*_PARAGRAPH.finditer(text), None]:
        end = border.start() if border else len(text)
        for low, high in _paragraph(text[start:end], language, whole_quotations=whole_quotations):
            ranges.append((start + low, start + high))
        start = border.end() if border else end
    return tuple(ranges)


def _paragraph(text: str, language: str, *, whole_quotations: bool) -> Iterator[tuple[int, int]]:
    flat = _SPACE.sub(" ", text) if _OTHER_SPACE.search(text) else text
    found = _cut(flat, language)
    whole = quotations(flat) if whole_quotations else ()
    start = len(flat) - len(flat.lstrip())
    for low, high in found:
        place = bisect_right(whole, low, key=itemgetter(1))
        if start < low and (place == len(whole) or whole[place][0] >= high):
            yield start, low
            start = high
    end = len(flat.rstrip())
    if start < end:
        yield start, end


@once
def _cut(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the white space between the sentences of a paragraph, quotations cut too."""
    known = languages.of(language)
    return tuple(cuts(text, known.abbreviations) if known.abbreviations else _foreign(text, known.code))


def _foreign(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the cuts of sentencex, save where a particle or verb is glued to the closing mark (`있다.”라고`)."""
    for place in _boundaries(text, language):
        start = end = place
        while start and text[start - 1] == " ":
            start -= 1
        while end < len(text) and text[end] == " ":
            end += 1
        glued = start == end and text[start - 1] in "”’\"'」』)" and _GLUED.match(text, end)
        if not glued and end < len(text):
            yield start, end


def _boundaries(text: str, language: str) -> Iterator[int]:
    """Yield where sentencex ends a sentence; it takes the square of a text's length, and gets one piece by piece."""
    begin = 0
    while begin < len(text):
        end = min(len(text), begin + _PIECE)
        stops = list(_STOP.finditer(text, begin + _PIECE // 2, end)) if end < len(text) else []
        end = stops[-1].end() if stops else end
        found = [begin + int(one["end_index"]) for one in get_sentence_boundaries(language, text[begin:end])]
        yield from found if stops else found[:-1]
        begin = end


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of closed quotations and brackets, the outermost only, ascending and disjoint."""
    found = [*_straight(text), *_paired(text), *(single.span() for single in _SINGLE.finditer(text))]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _straight(text: str) -> Iterator[tuple[int, int]]:
    opened = -1
    for mark in _STRAIGHT.finditer(text):
        place = mark.start()
        if _OPENS.match(text, place) or (opened < 0 and _MAY_OPEN.match(text, place)):
            opened = place
        elif opened >= 0:
            yield opened, place + 1
            opened = -1


def _paired(text: str) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        place, char = mark.start(), mark.group()
        if char in _CLOSERS and any(closer == char for closer, _ in opened[-4:]):
            while opened[-1][0] != char:
                opened.pop()
            yield opened.pop()[1], place + 1
        elif char in _PAIRS:
            if char == "“" and opened and opened[-1][0] == "”":
                opened.pop()
            opened.append((_PAIRS[char], place))
