"""Owns the emphasis marks that stay literal, and the spellings in which they render.

CommonMark lets `**` close emphasis only where it is right-flanking: not after punctuation and before a letter
(0.31.2, "left- and right-flanking"). Korean's particles meet that rule all the time: `**국가보위성(MSS)**은`.
The spellings, least intrusive first: `*` for `_`; the punctuation moved out of the emphasis (`**국가보위성**(MSS)은`,
`“**인용**”이라고`, `[**링크**](u)은`); U+2060 WORD JOINER beside the marker; `<strong>` and `<em>`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import SpanKind
from l10n.text.korean import particle_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Span

__all__ = ["Stray", "respelt", "spellings", "strays"]

_LONGEST = 3
"""Characters of a run that is meant as emphasis; longer ones are rules and blanks to fill in."""
_RUN = re.compile(r"\*+|_+")
"""A delimiter run; `~~` closes wherever it stands."""
_RAW = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|\]\([^()\s]*(?:\s[^()]*)?\)|<[^<>]*>", re.DOTALL)
"""Code, addresses and tags, for a text that was just respelt and not parsed."""
_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    '"': '"',
    "'": "'",
    "<": ">",
}
_LINK = re.compile(r"(!?\[)([^\[\]]+)(\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\]))", re.DOTALL)
_TRAILING = re.compile(r"(.*[^\s%.,!?…:;·~、。，！？％])([%.,!?…:;·~、。，！？％]+)", re.DOTALL)
_JOINER = "\u2060"
_CLOSERS = {")": "(", "]": "[", "）": "（", "”": "“", "」": "「"}


class Stray(NamedTuple):
    """Emphasis marks that are words to the parser; offsets into the text."""

    start: int
    inner: int
    """Where the words between the marks begin; `end` for a mark without a partner."""
    close: int
    end: int
    known: bool
    """The format takes the marks for emphasis and mends them when it publishes."""


@dataclass(slots=True)
class _Run:
    """A delimiter run, and what of it the parser has not used yet."""

    start: int
    end: int
    opens: bool
    closes: bool
    size: int
    """Its length as typed."""


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run may open and whether it may close emphasis."""
    before, after = _kind(text[start - 1 : start]), _kind(text[end : end + 1])
    left = after != "space" and (after != "mark" or before != "letter")
    right = before != "space" and (before != "mark" or after != "letter")
    if text[start] == "*":
        return left, right
    return left and (not right or before == "mark"), right and (not left or after == "mark")


def _kind(char: str) -> str:
    if not char or char.isspace():
        return "space"
    return "mark" if unicodedata.category(char)[0] in "PS" else "letter"


def _left(text: str, hidden: Sequence[tuple[int, int]]) -> tuple[list[_Run], int]:
    """Return the runs that CommonMark leaves as words, and how many stretches of emphasis it makes of the others."""
    runs = [
        _Run(found.start(), found.end(), *_flanks(text, *found.span()), found.end() - found.start())
        for found in _RUN.finditer(text)
        if not _inside(found.start(), hidden) and text[found.start() - 1 : found.start()] != "\\"
    ]
    made = 0
    for at, closer in enumerate(runs):
        while closer.closes and closer.start < closer.end:
            opener = _opener(text, runs, at)
            if opener is None:
                break
            used = 2 if min(closer.end - closer.start, runs[opener].end - runs[opener].start) > 1 else 1
            runs[opener].end -= used
            closer.start += used
            made += 1
            for between in runs[opener + 1 : at]:
                between.opens = between.closes = False
    return [run for run in runs if run.start < run.end], made


def _inside(at: int, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


def _opener(text: str, runs: Sequence[_Run], at: int) -> int | None:
    closer = runs[at]
    for index in range(at - 1, -1, -1):
        run = runs[index]
        if not run.opens or run.start >= run.end or text[run.start] != text[closer.start]:
            continue
        both = run.closes or closer.opens
        if not (both and (run.size + closer.size) % 3 == 0 and (run.size % 3 or closer.size % 3)):
            return index
    return None


@lru_cache(maxsize=512)
def strays(text: str, spans: tuple[Span, ...] = (), *, renders: bool = True) -> tuple[Stray, ...]:
    """Return the emphasis marks that stay literal, in pairs where two belong together, ascending.

    `spans` is the markup that the format found. Unless the format `renders` emphasis, every mark is literal.
    """
    if "*" not in text and "_" not in text:
        return ()
    known: set[int] = set()
    hidden: list[tuple[int, int]] = []
    for span in spans:
        if span.kind is SpanKind.EMPHASIS:
            known.update(range(span.start, span.end))
        else:
            hidden.append((span.start, span.end))
    if renders:
        literal = [(run.start, run.end) for run in _left(text, hidden)[0]]
    else:
        literal = [run.span() for run in _RUN.finditer(text) if not _inside(run.start(), hidden)]
    literal = [(start, end) for start, end in literal if end - start <= _LONGEST]
    return tuple(sorted(_paired(text, literal, known)))


def _paired(text: str, literal: Sequence[tuple[int, int]], known: set[int]) -> Iterator[Stray]:
    opened: list[tuple[int, int]] = []
    for start, end in literal:
        mark = text[start:end]
        if opened and text[slice(*opened[-1])] == mark and opened[-1][1] < start:
            first, inner = opened.pop()
            yield Stray(first, inner, start, end, start in known)
        else:
            opened.append((start, end))
    for start, end in opened:
        yield Stray(start, end, end, end, start in known)


def respelt(text: str, stray: Stray) -> str | None:
    """Return how to write the marks and the words of a pair so that it renders; None where no spelling is certain.

    White space at the inner side of a mark goes to its outer side, and goes away before a particle.
    """
    words = text[stray.inner : stray.close]
    if not words.strip() or _open(words):
        return None
    before, after = text[: stray.start], text[stray.end :]
    lead = " " if words[0].isspace() and before and not before[-1].isspace() else ""
    tail = " " if words[-1].isspace() and after[:1].isalnum() and not particle_at(after) else ""
    mark = text[stray.start : stray.inner]
    for spelled in (mark + words.strip() + mark, *spellings(mark, words.strip())):
        middle = lead + spelled + tail
        shown = before + middle + after
        left, made = _left(shown, [found.span() for found in _RAW.finditer(shown)])
        if made and not any(len(before) <= run.start < len(before) + len(middle) for run in left):
            return None if "</" in spelled else middle
    return None


def _open(words: str) -> bool:
    """Tell whether a bracket or a quotation mark has no partner in the words: they are two marks, not a pair."""
    waiting: list[str] = []
    for char in words:
        if char in _CLOSERS.values():
            waiting.append(char)
        elif char in _CLOSERS and (not waiting or waiting.pop() != _CLOSERS[char]):
            return True
    return bool(waiting)


def spellings(mark: str, words: str) -> Iterator[str]:
    """Yield the spellings of marked words, the least intrusive first; the mark is one of `*`, `_`, `~~` repeated."""
    star = mark.replace("_", "*")
    if star != mark:
        yield star + words + star
    if _PAIRS.get(words[0]) == words[-1] and len(words) > 2 and not set(words[1:-1]) & {words[0], words[-1]}:  # noqa: PLR2004  # marks and a word
        yield words[0] + star + words[1:-1] + star + words[-1]
    link = _LINK.fullmatch(words)
    if link:
        yield link[1] + star + link[2] + star + link[3]
    group = _group(words)
    if group:
        core = words[:group].rstrip()
        yield star + core + star + words[len(core) :]
    trailing = _TRAILING.fullmatch(words)
    if trailing:
        yield star + trailing[1] + star + trailing[2]
    yield star + words + _JOINER + star
    yield star + _JOINER + words + star
    yield star + _JOINER + words + _JOINER + star
    tags = {"*": ["em"], "**": ["strong"], "***": ["em", "strong"], "~~": ["del"]}[star]
    yield "".join(f"<{tag}>" for tag in tags) + words + "".join(f"</{tag}>" for tag in reversed(tags))


def _group(words: str) -> int:
    """Return where the bracketed group at the end of a text begins; 0 when there is none after words."""
    opening = {")": "(", "]": "["}.get(words[-1])
    if opening is None or words.endswith(("](", "][")):
        return 0
    depth = 0
    for index in range(len(words) - 1, -1, -1):
        depth += (words[index] == words[-1]) - (words[index] == opening)
        if depth == 0:
            return index if words[index - 1 : index] != "]" else 0
    return 0
