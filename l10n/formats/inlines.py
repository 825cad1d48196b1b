"""Owns the numbering of the markup inside a text, and which two stretches of it are the ends of one element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from l10n.model import Inline, InlineRole, SpanKind
from l10n.text.markup.variables import variables
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["VOID", "Mark", "beside", "elements", "numbered", "worded"]

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""HTML elements that have no end tag."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")


class Mark(NamedTuple):
    """A stretch of markup as a format finds it."""

    start: int
    end: int
    kind: SpanKind
    role: InlineRole | None = None
    """None where the text tells: for a tag."""
    element: int = 0
    """The same number at both ends of an element; 0 where the format knows of none."""


def numbered(text: str, marks: Iterable[Mark]) -> tuple[Inline, ...]:
    """Give the markup of a text, in its order, numbers and partners.

    Ends of one element are partners where both are there. Tags that the format did not pair are paired by their names,
    the last one opened first.
    """
    found: list[tuple[Mark, InlineRole]] = []
    partners: dict[int, int] = {}
    opened: dict[int | str, list[int]] = {}
    for number, mark in enumerate(marks, 1):
        tag = _TAG.match(text, mark.start, mark.end) if mark.kind is SpanKind.TAG else None
        role = mark.role or _role(tag, text[mark.start : mark.end])
        element = mark.element or (tag[2].lower() if tag else 0)
        if element and role is InlineRole.OPEN:
            opened.setdefault(element, []).append(number)
        elif element and role is InlineRole.CLOSE and opened.get(element):
            other = opened[element].pop()
            partners |= {number: other, other: number}
        found.append((mark, role))
    return tuple(
        Inline(mark.start, mark.end, mark.kind, number, role, partners.get(number))
        for number, (mark, role) in enumerate(found, 1)
    )


def beside(text: str, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> list[Mark]:
    """Return what a pattern finds in a part of a text, by the names of its groups, and the variables beside that."""
    over = len(text) if end is None else end
    found = [Mark(*one.span(), SpanKind[str(one.lastgroup)]) for one in pattern.finditer(text, start, over)]
    if "{" not in text:
        return found
    taken = Ranges((one.start, one.end) for one in found)
    more = ((start + first, start + last) for first, last in variables(text[start:over]))
    found += [Mark(*place, SpanKind.VARIABLE) for place in more if not taken.meet(*place)]
    return sorted(found, key=lambda one: one.start)


def worded(text: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether a text has a letter outside of what `beside` finds."""
    done = 0
    for one in beside(text, pattern):
        if any(map(str.isalpha, text[done : one.start])):
            return True
        done = one.end
    return any(map(str.isalpha, text[done:]))


def elements(inlines: Iterable[Inline]) -> tuple[tuple[int, int], ...]:
    """Return where each element with two ends begins and ends, in the order of the text."""
    known = {one.id: one for one in inlines}
    pairs = ((one, known[one.pair]) for one in known.values() if one.role is InlineRole.OPEN and one.pair in known)
    return tuple((one.start, other.end) for one, other in pairs)


def _role(tag: re.Match[str] | None, piece: str) -> InlineRole:
    if tag is None:
        return InlineRole.STANDALONE
    if tag[1]:
        return InlineRole.CLOSE
    alone = piece.endswith("/>") or tag[2].lower() in VOID
    return InlineRole.STANDALONE if alone else InlineRole.OPEN
