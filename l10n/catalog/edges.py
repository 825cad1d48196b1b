"""Owns what becomes of a translation when markup at the edge of its source comes into the text, or leaves it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from l10n.catalog.ownership import translates
from l10n.model import Entry, InlineRole, SpanKind
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.model import Inline, Key

__all__ = ["MARK", "Edged", "edged", "unmarked"]

MARK = r"(?:[#=*~|:_+^-]+|\[![\w-]+\][+-]?|\*\[[^\[\]]*\]:)"
"""A word of the syntax of a block, which some cuts leave in a text: a rule, a bullet, the marker of a callout."""
_BEFORE = re.compile(rf"\s*(?:{MARK}(?:\s+|\Z))?")
_AFTER = re.compile(rf"(?<=\s){MARK}\Z")
_LONGEST = 200
"""Characters of such a word at the end of a text."""
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Edged:
    """What becomes of lost entries whose source is there, but for the markup at its edges."""

    kept: dict[Key, Entry] = field(default_factory=dict)
    """New key → entry in its old state, its text with the markup of the new source."""
    held: frozenset[int] = frozenset()
    """Positions of the lost entries that these are made of."""
    moved: dict[int, Key] = field(default_factory=dict)
    """Position of a lost entry whose text has not the markup of its own source at the edge → the new key."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and the markup at its edges; the three joined are the text."""

    before: str
    core: str
    after: str


def unmarked(text: str) -> Sequence[Inline]:  # noqa: ARG001  a text of no format
    """Find no markup."""
    return ()


def edged(
    lost: Sequence[Entry],
    wanted: Iterable[Key],
    *,
    form: Callable[[Key], str],
    inline: Callable[[str], Sequence[Inline]],
) -> Edged:
    """Find lost texts that say the same as new ones but for tags, variables and marks of blocks at their edges.

    Such markup stood beside the text when the article was published, or was part of it; so a translation that has at
    its own edges what its source has is that of the new source with the other markup there, and keeps its state. Where
    it has not, where the markup goes is for a person to say. Text in a context is of no format, and has marks at most.
    """
    known: dict[tuple[str, str | None], list[int]] = {}
    texts: dict[int, _Text] = {}
    for at, entry in enumerate(lost):
        if translates(entry) and entry.target:
            texts[at] = _parted(entry.key, inline)
            known.setdefault(_core(entry.key, texts[at], form), []).append(at)
    kept: dict[Key, Entry] = {}
    moved: dict[int, Key] = {}
    held: set[int] = set()
    for key in wanted if known else ():
        new = _parted(key, inline)
        row = known.get(_core(key, new, form))
        if not row:
            continue
        at = row.pop(0)
        text = _dressed(lost[at].target, texts[at], new)
        if text:
            kept[key] = _like(lost[at], key, text)
            held.add(at)
        else:
            moved[at] = key
    return Edged(kept, frozenset(held), moved)


def _core(key: Key, text: _Text, form: Callable[[Key], str]) -> tuple[str, str | None]:
    return form(replace(key, text=text.core)), key.context


def _parted(key: Key, inline: Callable[[str], Sequence[Inline]]) -> _Text:
    text = key.text
    spans = [span for span in (() if key.context is not None else inline(text)) if _edge(span)]
    begins, ends = {span.start: span for span in spans}, {span.end: span for span in spans}
    start, end, letter = 0, len(text), -1
    while True:
        first = _after_mark(text, start, end)
        last = _before_mark(text, first, end)
        opening, closing = begins.get(first), ends.get(last)
        if opening and closing and opening.pair is not None and opening.pair == closing.id:
            first, last = opening.end, closing.start
        elif opening and opening.pair is None:
            first = opening.end
        elif closing and closing.pair is None:
            last = closing.start
        if letter < first:
            found = _LETTER.search(text, first)
            letter = found.start() if found else len(text)
        if (first, last) == (start, end) or letter >= last:  # without a letter all of it is markup, and nothing an edge
            return _Text(text[:start], text[start:end], text[end:])
        start, end = first, last


def _after_mark(text: str, start: int, end: int) -> int:
    found = _BEFORE.match(text, start, end)
    return found.end() if found else start


def _before_mark(text: str, start: int, end: int) -> int:
    found = _AFTER.search(text, max(start, end - _LONGEST), end)
    last = found.start() if found else end
    while last > start and text[last - 1].isspace():
        last -= 1
    return last


def _edge(span: Inline) -> bool:
    return span.kind in {SpanKind.TAG, SpanKind.VARIABLE} or (
        span.kind is SpanKind.LINK and span.role is not InlineRole.STANDALONE
    )


def _dressed(target: str, old: _Text, new: _Text) -> str:
    """Return a translation with the markup of the new source at its edges; empty where it has not that of the old."""
    before, after = old.before.strip(), old.after.strip()
    if not (target.startswith(before) and target.endswith(after) and len(target) > len(before) + len(after)):
        return ""
    inner = target[len(before) : len(target) - len(after)]
    core = inner.strip()
    if (old.before[-1:].isspace() and core == inner.lstrip() == inner) or (old.after[:1].isspace() and inner == core):
        return ""  # an ending, or a particle, hangs on it
    begins = bool(new.before.strip()) and core.startswith(new.before.strip())
    ends = bool(new.after.strip()) and core.endswith(new.after.strip())
    return f"{'' if begins else new.before}{core}{'' if ends else new.after}"


def _like(entry: Entry, key: Key, text: str) -> Entry:
    """Return an entry of the new source; who made the text and who read it is said of the new one."""
    origin, review = entry.origin, entry.review
    old, new = digest(entry.target), digest(text)
    if origin is not None:
        origin = replace(
            origin,
            digest=new if origin.digest == old else origin.digest,
            source_digest=digest(key.text) if origin.source_digest == digest(entry.key.text) else origin.source_digest,
        )
    if review is not None and review.digest == old:
        review = replace(review, digest=new)
    return Entry(key, text, entry.state, comments=entry.comments, flags=entry.flags, origin=origin, review=review)
