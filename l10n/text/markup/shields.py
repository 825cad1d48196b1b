"""Owns what keeps renderers of Markdown from heeding a sign: backslashes and references, backticks around it."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["covered", "decoded", "hiding", "shielded", "within"]

_RUN = re.compile("`+")
_HIDES = re.compile("`+|<!--(?!-?>)")
_OVER = re.compile(r"--!?>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,40});")


def shielded(text: str, at: int) -> bool:
    """Tell whether a backslash that is not escaped itself stands before a character."""
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def decoded(text: str) -> tuple[str, list[int]]:
    """Return a text as Markdown shows it, escapes taken away, and where each of its characters stands, and its end."""
    if "\\" not in text and "&" not in text:
        return text, []
    shown: list[str] = []
    at: list[int] = []
    done = 0
    for found in _ESCAPE.finditer(text):
        meant = found[1] or html.unescape(found[0])
        shown += (text[done : found.start()], meant)
        at += (*range(done, found.start()), *[found.start()] * len(meant))
        done = found.end()
    return "".join([*shown, text[done:]]), [*at, *range(done, len(text) + 1)]


def covered(places: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a character lies in one of the stretches, which ascend and do not overlap."""
    index = bisect_right(places, at, key=lambda place: place[0]) - 1
    return index >= 0 and at < places[index][1]


def within(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches that every renderer takes for code; none where renderers may differ.

    They agree on a line where each run of backticks is closed by the next one, which is as long, and no backslash
    stands before any (CommonMark 0.31.2, "Code spans"; Python-Markdown and kramdown escape backticks otherwise).
    """
    runs = [found.span() for found in _RUN.finditer(text)]
    if len(runs) % 2 or any(text[start - 1 : start] == "\\" for start, _ in runs):
        return ()
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    if any(one[1] - one[0] != other[1] - other[0] for one, other in pairs):
        return ()
    return tuple((one[0], other[1]) for one, other in pairs if "\n" not in text[one[1] : other[0]])


def hiding(text: str, *, backticks: bool) -> tuple[tuple[int, int], ...]:
    """Return the stretches that some renderer takes for code or for a comment, each without its first sign.

    Backticks are read as CommonMark reads them, without regard to backslashes.
    """
    ends: dict[str, list[int]] = {"<!--": [found.end() for found in _OVER.finditer(text)]}
    for run in _RUN.finditer(text) if backticks else ():
        ends.setdefault(run[0], []).append(run.end())
    found: list[tuple[int, int]] = []
    place = 0
    for opened in _HIDES.finditer(text):
        over = ends.get(opened[0], [])
        at = bisect_left(over, opened.end() + 1)
        if opened.start() >= place and at < len(over):
            place = over[at]
            found.append((opened.start() + 1, place))
    return tuple(found)
