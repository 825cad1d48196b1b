"""Owns the tags and expressions within a text of MDX: where they are, and which of them keep its parts asunder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.formats.jsx.tags import JsxTag, SearchBudget, expression_end, tag_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["BLOCK", "Embedded", "asunder", "embedded", "masked"]

_NAMES = (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe "
    "legend li link main menu menuitem nav noframes ol optgroup option p param pre script search section "
    "style summary table tbody td textarea tfoot th thead tr ul "
)
BLOCK = frozenset(_NAMES.split())
"""Elements of HTML that stand apart from running text (CommonMark 0.31.2, "HTML blocks", kinds 1 and 6)."""
_STOP = re.compile(rb"\\|`++|<|\{|\]\(")
_TARGET = re.compile(
    rb"\]\([ \t]*+(?:<[^<>\r\n]*+>|[^\s()<]*+(?:\([^\s()<]*+\)[^\s()<]*+)*+)"
    rb"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+\)"
)
_PUNCTUATION = frozenset(rb"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""")
_BODY = re.compile(rb"\S")
_CLOSING = re.compile(rb"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A tag, an expression or a comment within a text."""

    start: int
    end: int
    tag: JsxTag | None = None
    comment: bool = False


@dataclass(slots=True)
class _TagTree:
    opened: Embedded | None
    closed: Embedded | None = None
    within: list[_TagTree] = field(default_factory=list)
    text: bool = False


def embedded(data: bytes, start: int, end: int) -> list[Embedded]:
    """Return the tags and expressions between two bytes in their order; those in code and in targets are none."""
    found: list[Embedded] = []
    reach = SearchBudget(4 * (end - start) + 4000)
    closing: dict[int, int] = {}
    place = start
    while stop := _STOP.search(data, place, end):
        at, place = stop.start(), stop.end()
        sign = stop[0]
        if sign == b"\\":
            place += data[place : place + 1] != b"" and data[place] in _PUNCTUATION
        elif sign[:1] == b"`":
            place = _code(data, place, end, len(sign), closing) or place
        elif sign == b"](":
            target = _TARGET.match(data, at, end)
            place = target.end() if target else at + 1
        elif one := _embedded(data, at, end, reach):
            found.append(one)
            place = one.end
    return found


def _code(data: bytes, place: int, end: int, size: int, known: dict[int, int]) -> int:
    """Return the offset after the backticks that end a code; 0 without any. `known` are runs looked for before."""
    if known.get(size, 0) < 0:
        return 0
    if known.get(size, 0) <= place:
        run = re.compile(rb"(?<!`)`{%d}(?!`)" % size).search(data, place, end)
        known[size] = run.end() if run else -1
    return max(known[size], 0)


def _embedded(data: bytes, at: int, end: int, reach: SearchBudget) -> Embedded | None:
    limit = reach.limit(at, end)
    if data.startswith(b"<!--", at):
        over = data.find(b"-->", at + 4, limit)
        if over >= 0:
            return Embedded(at, over + 3, comment=True)
    elif data[at : at + 1] == b"<":
        tag = tag_at(data, at, limit)
        if tag is not None:
            return Embedded(at, tag.end, tag)
    elif over := expression_end(data, at, limit):
        return Embedded(at, over)
    reach.failed(at, limit)
    return None


def masked(data: bytes, one: Embedded) -> bytes:
    """Return what a parser of CommonMark is to see of it: as long, a plain tag or a word of signs and figures."""
    piece = data[one.start : one.end]
    if one.comment:
        return piece
    if (one.tag is None and b"\n" not in piece and b"\r" not in piece) or (one.tag and not one.tag.name):
        inner = _BODY.sub(b"0", piece[1:-1]) if len(piece) > 1 else b""
        return b"." + inner + b"."
    closes = one.tag is not None and one.tag.close
    inner = (_CLOSING if closes else _BODY).sub(b"x", piece[1 + closes : -1])
    if one.tag is not None and one.tag.alone:
        inner = inner[:-1] + b"/"
    elif inner[:1].isspace():
        inner = b"x" + inner[1:]
    return b"<" + b"/" * closes + inner + b">"


def asunder(data: bytes, found: Sequence[Embedded], start: int, end: int) -> list[Embedded] | None:
    """Return the tags that keep the parts of a text asunder, in their order; None where tags have no partner.

    So do elements of HTML that are blocks, and components where a text is nothing but these, as MDX takes such lines
    apart (remark-mark-and-unravel). What stands in them is divided in the same way.
    """
    root = _tree(data, found, start, end)
    if root is None:
        return None
    return sorted(_dividing(root), key=lambda one: one.start)


def _tree(data: bytes, found: Sequence[Embedded], start: int, end: int) -> _TagTree | None:
    root = _TagTree(None)
    opened = [root]
    done = start
    for one in found:
        opened[-1].text |= data[done : one.start].strip() != b""
        done = one.end
        if one.tag is None:
            continue
        if not one.tag.close:
            element = _TagTree(one)
            opened[-1].within.append(element)
            if not one.tag.alone:
                opened.append(element)
            continue
        top = opened.pop()
        if top.opened is None or top.opened.tag is None or top.opened.tag.name != one.tag.name:
            return None
        top.closed = one
    opened[-1].text |= data[done:end].strip() != b""
    return root if len(opened) == 1 else None


def _dividing(root: _TagTree) -> Iterator[Embedded]:
    waiting = [root]
    while waiting:
        here = waiting.pop()
        names = [one.opened.tag.name for one in here.within if one.opened is not None and one.opened.tag is not None]
        only = not here.text and all(_component(name) or name in BLOCK for name in names)
        for one, name in zip(here.within, names, strict=True):
            if name in BLOCK or only:
                waiting.append(one)
                yield from filter(None, (one.opened, one.closed))


def _component(name: str) -> bool:
    return not name or "." in name or not name[0].islower()
