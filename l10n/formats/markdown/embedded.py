"""Owns HTML blocks inside Markdown: cut by the HTML format, kept free of the blank line that would end them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.formats.html import cutting
from l10n.formats.html.spans import paired
from l10n.formats.html.stated import spoken as fill
from l10n.formats.markdown.links import labelled
from l10n.model import Key, Kind, Place, Segment, Shell
from l10n.text.markup import active
from l10n.text.markup.attribute_lists import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.events import Source
    from l10n.model import Part
    from l10n.protocols import ParseOptions

__all__ = ["cut", "encode", "fill", "restored", "shown", "skeleton", "unquoted"]

_BREAKS = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
_BLANK = re.compile(r"(\r\n|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r))+")
_APART = re.compile(_BLANK.pattern + r"[ \t]*")
_RULE = "<hr>"
_SHOWN = re.compile(r"[^\r\n]{4}")
_HIDDEN = re.compile(r"[^\r\n]")
_BRACKET = {"[": "&#91;"}
_IN_TEXT = str.maketrans({">": "&gt;", "`": "&#96;", "|": "&#124;", "[": "&#91;", "\\": "&#92;"})
_BULLET = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")


def cut(source: str, options: ParseOptions, line: int, quotes: int = 0) -> tuple[Part, ...]:
    """Cut an HTML block that begins on that line of its article, within so many block quotes.

    A list directly below a tag is no list to the parser (CommonMark 0.31.2, "HTML blocks"): its bullets are text on
    the page. They stay outside the segments, one for each bullet. Blank lines are in blocks that go on behind them
    (`resumed`) and divide texts as in Markdown; an attribute list that is all of a text belongs to what is above it.
    """
    if quotes:
        return tuple(_unquoted(source, options, line, quotes))
    parts: list[Part] = []
    for part in cutting.cut(source, options, line=line):
        if isinstance(part, Segment) and part.shell.style == "html-block":
            for piece in _divided(part, [(0, 0), *(found.span() for found in _APART.finditer(part.raw))], part.kind):
                if not isinstance(piece, Segment):
                    parts.append(piece)
                elif _BULLET.match(piece.raw):
                    bullets = [found.span() for found in _BULLET.finditer(piece.raw)]
                    parts += _divided(piece, bullets, Kind.LIST_ITEM)
                else:
                    parts.append(piece.raw if is_list(piece.raw) else piece)
        else:
            parts.append(part)
    return tuple(parts)


def shown(source: Source, start: int, end: int, raw: list[tuple[int, int]]) -> str:
    """Return an HTML block between two bytes, with a rule where raw blocks of site generators stand, which ascend.

    It is as long as the block, in characters.
    """
    pieces: list[str] = []
    done = start
    for index in range(max(0, bisect_right(raw, (start, end)) - 1), len(raw)):
        first, last = (min(max(at, done), end) for at in raw[index])
        if raw[index][0] >= end:
            break
        hidden = source.slice(first, last)
        rule = _RULE if _SHOWN.match(hidden) else ""
        pieces += [source.slice(done, first), rule, _HIDDEN.sub(" ", hidden[len(rule) :])]
        done = last
    return "".join([*pieces, source.slice(done, end)])


def restored(parts: Iterable[Part], source: str) -> Iterator[Part]:
    """Yield the parts of a block that was cut in another form, as long, with the text between them as it is."""
    place = 0
    for part in parts:
        size = len(part if isinstance(part, str) else part.raw)
        yield source[place : place + size] if isinstance(part, str) else part
        place += size


def unquoted(source: str, quotes: int) -> str:
    """Return a block with blanks for the marks of quotations before its lines."""
    return re.sub(rf"(?<=[\r\n])(?:[ \t]*>){{1,{quotes}}}", lambda found: " " * len(found[0]), source)


def _unquoted(source: str, options: ParseOptions, line: int, quotes: int) -> Iterator[Part]:
    """Cut a block whose lines begin with the marks of quotations; a text whose lines must stay is left alone."""
    place = 0
    for part in cut(unquoted(source, quotes), options, line):
        raw = part if isinstance(part, str) else part.raw
        kept = source[place : place + len(raw)]
        place += len(raw)
        whole = isinstance(part, Segment) and "\n" not in part.key.text and "\r" not in part.key.text
        yield replace(part, raw=kept) if whole and isinstance(part, Segment) else kept


def _divided(segment: Segment, places: list[tuple[int, int]], kind: Kind) -> Iterator[Part]:
    """Divide a text at places that are left out, unless one stands inside markup; then only the first is."""
    raw = segment.raw
    pieces = [raw[end:after] for (_, end), (after, _) in zip(places, [*places[1:], (len(raw), 0)], strict=True)]
    if len(places) > 1 and not all(paired(piece) for piece in pieces):
        places, pieces = places[:1], [raw[places[0][1] :]]
    if places == [(0, 0)]:
        yield segment
        return
    line = segment.line
    for (start, end), piece in zip(places, pieces, strict=True):
        yield raw[start:end]
        line += raw.count("\n", start, end)
        text = piece.rstrip(" \t\r\n")
        spoken = any(map(str.isalpha, text))
        if spoken:
            folded = text if "\n" not in text and "\r" not in text else _BREAKS.sub(" ", text)
            yield replace(segment, key=Key(folded, segment.key.context), raw=text, kind=kind, line=line)
        yield piece[len(text) :] if spoken else piece
        line += piece.count("\n")


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for its place in an HTML block.

    It stands on one line where its source does: a further line could leave the list item that holds the block, and
    a blank one ends every HTML block. Where Markdown is read in it, links keep their labels. In a tag of a paragraph or
    a cell (`tag_words`) nothing may end that or be Markdown: Python-Markdown reads code, escapes and links before it
    reads tags, and ends a tag at any `>`.
    """
    style, _, named = segment.shell.style.partition("\x1f")
    if named:
        text = labelled(segment, text)
    style, _, place = style.partition(" ")
    plain = replace(segment, shell=Shell(style, segment.shell.prefix)) if named or place else segment
    out = cutting.encode(plain, text)
    if place and style != "html-block":
        return _BREAKS.sub(" ", out).translate(_IN_TEXT)
    if place:
        out = active.neutral(segment.key.text, out, _BRACKET, Place.MARKDOWN)
    if not re.search(r"[\r\n]", segment.key.text):
        return _BREAKS.sub(" ", out)
    return _BLANK.sub(r"\1", out)


def skeleton(text: str) -> tuple[str, ...]:
    """Return the structure of an HTML block."""
    return cutting.skeleton(text)
