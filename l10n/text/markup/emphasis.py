"""Owns the emphasis marks that stay literal, and the spellings in which they render.

CommonMark lets `**` close emphasis only where it is right-flanking: not after punctuation and before a letter
(0.31.2, "left- and right-flanking"). Korean's particles meet that rule all the time: `**국가보위성(MSS)**은`.
The spellings, least intrusive first: `*` for `_`; the punctuation moved out of the emphasis (`**국가보위성**(MSS)은`,
`“**인용**”이라고`, `[**링크**](u)은`); U+2060 WORD JOINER beside the marker; `<strong>` and `<em>`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from l10n import languages
from l10n.model import SpanKind
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Inline

__all__ = ["Stray", "brought", "respelt", "spellings", "strays"]

_LONGEST = 3
"""Characters of a run that is meant as emphasis; longer ones are rules and blanks to fill in."""
_RUN = re.compile(r"\*+|_+")
"""A delimiter run; `~~` closes wherever it stands."""
_RAW = re.compile(r"`+|\]\([^()\s]*(?:\s[^()]*)?\)|<[^<>]*>")
"""Where code begins, addresses and tags, for a text that was just respelt and not parsed."""
_TICKS = re.compile(r"`+")
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
    covered = Ranges(hidden).hold
    runs = [
        _Run(found.start(), found.end(), *_flanks(text, *found.span()), found.end() - found.start())
        for found in _RUN.finditer(text)
        if not covered(found.start()) and text[found.start() - 1 : found.start()] != "\\"
    ]
    made = 0
    waiting: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        while closer.closes and closer.start < closer.end:
            which = text[closer.start], closer.opens, closer.size % 3
            place = _opener(text, waiting, closer, bottoms.get(which, 0))
            if place is None:
                bottoms[which] = len(waiting)
                break
            opener = waiting[place]
            used = 2 if min(closer.end - closer.start, opener.end - opener.start) > 1 else 1
            opener.end -= used
            closer.start += used
            made += 1
            del waiting[place + (opener.start < opener.end) :]
            bottoms = {key: min(bottom, len(waiting)) for key, bottom in bottoms.items()}
        if closer.opens and closer.start < closer.end:
            waiting.append(closer)
    return [run for run in runs if run.start < run.end], made


def _opener(text: str, waiting: Sequence[_Run], closer: _Run, bottom: int) -> int | None:
    """Return the place of the run that a run closes; those below `bottom` are known to be none for its like."""
    for place in range(len(waiting) - 1, bottom - 1, -1):
        run = waiting[place]
        if text[run.start] != text[closer.start]:
            continue
        both = run.closes or closer.opens
        if not (both and (run.size + closer.size) % 3 == 0 and (run.size % 3 or closer.size % 3)):
            return place
    return None


def _raw(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of code, addresses and tags in a text that was not parsed."""
    ends: dict[int, list[int]] = {}
    for ticks in _TICKS.finditer(text):
        ends.setdefault(len(ticks.group()), []).append(ticks.end())
    at = 0
    while found := _RAW.search(text, at):
        start, at = found.span()
        if text[start] == "`":
            same = ends[at - start]
            place = bisect_right(same, at)
            if place == len(same):
                continue
            at = same[place]
        yield start, at


@lru_cache(maxsize=512)
def strays(text: str, spans: tuple[Inline, ...] = (), *, renders: bool = True) -> tuple[Stray, ...]:
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
        covered = Ranges(hidden).hold
        literal = [run.span() for run in _RUN.finditer(text) if not covered(run.start())]
    literal = [(start, end) for start, end in literal if end - start <= _LONGEST]
    return tuple(sorted(_paired(text, literal, known)))


_PAIRED = re.compile(r"(?<!\*)\*\*(?=\S)[^*\n]+?(?<=\S)\*\*(?!\*)|(?<![\w_])__(?=\S)[^_\n]+?(?<=\S)__(?![\w_])")


def brought(
    source: str, target: str, source_spans: tuple[Inline, ...] = (), target_spans: tuple[Inline, ...] = ()
) -> Iterator[str]:
    """Yield the marks of emphasis around words of a target that its format does not know, and its source has not."""
    known = {at for span in target_spans for at in (span.start, span.end - 1)}
    emphasised = any(span.kind is SpanKind.EMPHASIS for span in source_spans)
    for match in _PAIRED.finditer(target):
        mark = match.group()[:2]
        if mark not in source and not emphasised and match.start() not in known:
            yield match.group() if len(match.group()) <= _MOST_SHOWN else f"{match.group()[:_MOST_SHOWN]}…"


_MOST_SHOWN = 40


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


def respelt(text: str, stray: Stray, locale: str) -> str | None:
    """Return how to write the marks and the words of a pair so that it renders; None where no spelling is certain.

    White space at the inner side of a mark goes to its outer side, and goes away before a particle.
    """
    words = text[stray.inner : stray.close]
    if not words.strip() or _open(words):
        return None
    before, after = text[: stray.start], text[stray.end :]
    particles = languages.of(locale).particles
    lead = " " if words[0].isspace() and before and not before[-1].isspace() else ""
    glued = particles is not None and particles.begins(after)
    tail = " " if words[-1].isspace() and after[:1].isalnum() and not glued else ""
    mark = text[stray.start : stray.inner]
    for spelled in (mark + words.strip() + mark, *spellings(mark, words.strip())):
        middle = lead + spelled + tail
        shown = before + middle + after
        left, made = _left(shown, list(_raw(shown)))
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
