"""Owns showing the place of a fault in a text: one line of it, cut to fit, with marks beneath."""

from __future__ import annotations

import unicodedata
from functools import cache

__all__ = ["drawn", "marked", "plain", "shortened", "width"]

_MARGIN = 40
"""Columns that are kept before a fault, at least."""
_REACH = 4
"""Letters for each column that is shown: a long text has many faults, and some scripts have two marks a letter."""
_CUT = "…"
_DRAWN = {"\t": "⇥", "\n": "↵"}


def drawn(text: str) -> str:
    """Return a text with its line breaks, tabs and control characters drawn, so that it is one line."""
    return "".join(map(_drawn, text))


def plain(text: str) -> str:
    """Return a text on one line: every run of white space as a space."""
    return drawn(" ".join(text.split()))


def shortened(text: str, most: int) -> str:
    """Return a text on one line of at most so many columns."""
    return _cut(plain(text[: most * _REACH]), most)


@cache
def _columns(letter: str) -> int:
    if "\u1160" <= letter <= "\u11ff" or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal: two for East Asian wide letters, none for combining ones."""
    return sum(map(_columns, text))


def marked(text: str, start: int, end: int, *, most: int) -> tuple[str, str]:
    """Return the line of a text that holds `start`, at most so many columns of it, and carets under `start`…`end`.

    A fault that goes on to the next line is marked to the end of its first; one without columns gets one caret.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(start, first))
    reach = most * _REACH
    first = max(first, start - reach)
    line = drawn(text[first : min(last if last >= 0 else len(text), start + reach)])
    start, end = start - first, max(min(end - first, len(line)), start - first)
    begin = _begin(line, start, end, most)
    head = _CUT if begin else ""
    shown = head + _cut(line[begin:], most - len(head))
    before = width(head + line[begin:start])
    inside = min(width(line[start:end]), width(shown) - before)
    return shown, " " * before + "^" * max(inside, 1)


def _begin(line: str, start: int, end: int, most: int) -> int:
    """Return where a line begins that is cut to show its fault, and before it as much as fits."""
    if width(line) <= most:
        return 0
    room = max(most - width(line[start:end]) - _MARGIN // 2, _MARGIN)
    begin, columns = start, 0
    while begin and (columns := columns + _columns(line[begin - 1])) <= room:
        begin -= 1
    while begin and _columns(line[begin]) == 0:
        begin -= 1
    return begin


def _cut(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    columns = 0
    for at, letter in enumerate(text):
        columns += _columns(letter)
        if columns > most - len(_CUT):
            return text[:at] + _CUT
    return text


def _drawn(letter: str) -> str:
    """Return a letter as it may be printed: a control character would move what follows, or worse."""
    if letter in _DRAWN:
        return _DRAWN[letter]
    return "�" if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter
