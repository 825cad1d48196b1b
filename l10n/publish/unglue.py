"""Owns the way back from a localized article that somebody changed by hand to the texts that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from l10n.publish.glue import encoded, pieces
from l10n.publish.render import left_out

if TYPE_CHECKING:
    from l10n.model import Edition
    from l10n.publish.assemble import Assembled

__all__ = ["Unglued", "unglue"]

_TOKEN = re.compile(r"\w+|\s|.", re.DOTALL)
_ARTICLE = "belongs to the article or is written by the build, not to one text"
_CANNOT = "cannot be written as a text of its place: it changes the structure or its spelling"
_MARKED = "is marked by the build as left in the language of the articles"
_EMPTY = "leaves nothing of a text, or white space at its edge"


@dataclass(frozen=True, slots=True)
class Unglued:
    """What somebody changed in a localized article."""

    texts: dict[int, str]
    """Index of a segment → its new text. Law: put in, they give the edited article, save for what is refused."""
    refused: list[tuple[int, str]]
    """Line of the edited article and reason of each change that belongs to no text."""


def unglue(done: Assembled, edition: Edition, edited: str) -> Unglued:
    """Return the texts that were changed by hand in what `done.edited(edition)` was."""
    parts = pieces(done.document, done.fmt, done.texts, joint=done.joint, edition=edition)
    built = "".join(text for _, text in parts)
    spans: list[tuple[int, int, int]] = []
    start = 0
    for at, text in parts:
        if at >= 0:
            spans.append((start, start + len(text), at))
        start += len(text)
    hunks, refused = _placed(built, edited, spans)
    texts: dict[int, str] = {}
    kept: list[tuple[int, int, str]] = []
    lines: dict[int, int] = {}
    for start, end, at in spans:
        mine = hunks.get(at)
        if not mine:
            continue
        raw = _applied(built[start:end], [(a - start, b - start, new) for a, b, new, _ in mine])
        read, reason = _read(done, at, built[start:end], raw)
        lines[at] = mine[0][3]
        if read is None:
            refused.append((lines[at], reason))
            continue
        texts[at] = read
        kept += [(a, b, new) for a, b, new, _ in mine]
    now = [texts.get(at, old) for at, old in enumerate(done.texts)]
    out = left_out(done.document, done.fmt, now, joint=done.joint) if texts else {}
    again = replace(done, texts=tuple(now)).edited(edition) if texts else built
    if any(at in texts for at in out) or again != _applied(built, sorted(kept)):
        refused += [(lines[at], _CANNOT) for at in texts]
        texts = {}
    return Unglued(texts, sorted(refused))


def _placed(
    built: str, edited: str, spans: list[tuple[int, int, int]]
) -> tuple[dict[int, list[tuple[int, int, str, int]]], list[tuple[int, str]]]:
    """Return the changes inside of each segment, and those that lie in none."""
    old, new = _TOKEN.findall(built), _TOKEN.findall(edited)
    olds, news = _offsets(old), _offsets(new)
    hunks: dict[int, list[tuple[int, int, str, int]]] = {}
    refused: list[tuple[int, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        start, end = olds[a], olds[b]
        line = edited.count("\n", 0, news[c]) + 1
        inside = [at for first, last, at in spans if first <= start and end <= last and first < last]
        if len(inside) != 1:
            refused.append((line, _ARTICLE))
        else:
            hunks.setdefault(inside[0], []).append((start, end, edited[news[c] : news[d]], line))
    return hunks, refused


def _offsets(tokens: list[str]) -> list[int]:
    found = [0]
    for one in tokens:
        found.append(found[-1] + len(one))
    return found


def _applied(text: str, hunks: list[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(hunks):
        text = text[:start] + new + text[end:]
    return text


def _read(done: Assembled, at: int, was: str, raw: str) -> tuple[str | None, str]:
    """Return the text that the format writes as `raw` in the place of a segment, or why there is none."""
    segment, old = done.document.segments[at], done.texts[at]
    if old is None and was != segment.raw:
        return None, _MARKED
    if raw.strip() != raw or not raw:
        return None, _EMPTY
    base = segment.key.text if old is None else old
    for text in (raw, *_rewritten(base, was, raw)):
        if text and text.strip() == text and encoded(done.fmt, segment, text) == raw:
            return text, ""
    return None, _CANNOT


def _rewritten(base: str, was: str, raw: str) -> list[str]:
    """Return what a text may have become whose raw form differs: the same words changed in it, in its spelling."""
    first = 0
    while first < min(len(was), len(raw)) and was[first] == raw[first]:
        first += 1
    last = 0
    while last < min(len(was), len(raw)) - first and was[-1 - last] == raw[-1 - last]:
        last += 1
    gone, new = was[max(first - 1, 0) : len(was) - last], raw[max(first - 1, 0) : len(raw) - last]
    places = [one.start() for one in re.finditer(re.escape(gone), base)] if gone else []
    return [base[:one] + new + base[one + len(gone) :] for one in places[:20]]
