"""Owns HTML blocks inside Markdown: cut by the HTML format, kept free of the blank line that would end them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.formats.html import cutting
from l10n.formats.html.stated import spoken as fill
from l10n.formats.markdown.links import labelled
from l10n.model import Key, Kind, Segment, Shell, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Part
    from l10n.protocols import ParseOptions

__all__ = ["cut", "encode", "fill", "skeleton"]

_BREAKS = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
_BLANK = re.compile(r"(\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+")
_BULLET = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")


def cut(source: str, options: ParseOptions, line: int) -> tuple[Part, ...]:
    """Cut an HTML block that begins on that line of its article.

    A list directly below a tag is no list to the parser (CommonMark 0.31.2, "HTML blocks"): its bullets are text on
    the page. They stay outside the segments, one for each bullet.
    """
    parts: list[Part] = []
    for part in cutting.cut(source, options, line=line):
        listed = isinstance(part, Segment) and part.shell.style == "html-block" and _BULLET.match(part.raw)
        if listed and isinstance(part, Segment):
            parts += _items(part)
        else:
            parts.append(part)
    return tuple(parts)


def _items(segment: Segment) -> Iterator[Part]:
    """Divide a text at its bullets, unless one stands inside markup; then only the first is left out."""
    raw = segment.raw
    places = [found.span() for found in _BULLET.finditer(raw)]
    pieces = [raw[end:after] for (_, end), (after, _) in zip(places, [*places[1:], (len(raw), 0)], strict=True)]
    if not all(_whole(piece) for piece in pieces):
        places, pieces = places[:1], [raw[places[0][1] :]]
    line = segment.line
    for (start, end), piece in zip(places, pieces, strict=True):
        yield raw[start:end]
        text = piece.rstrip(" \t\r\n")
        spoken = any(map(str.isalpha, text))
        if spoken:
            folded = text if "\n" not in text and "\r" not in text else _BREAKS.sub(" ", text)
            yield replace(segment, key=Key(folded, segment.key.context), raw=text, kind=Kind.LIST_ITEM, line=line)
        yield piece[len(text) :] if spoken else piece
        line += piece.count("\n")


def _whole(piece: str) -> bool:
    """Tell whether no tag of a text has its partner outside."""
    depth = 0
    for span in cutting.inline(piece):
        tag = piece[span.start : span.end]
        if span.kind is SpanKind.TAG and not tag.endswith("/>") and not re.match(r"<(?:br|img|hr|wbr|!)\b", tag):
            depth += -1 if tag.startswith("</") else 1
            if depth < 0:
                return False
    return depth == 0


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for its place in an HTML block.

    It stands on one line where its source does: a further line could leave the list item that holds the block, and
    a blank one ends every HTML block. Where Markdown is read in it, links keep their labels.
    """
    style, _, named = segment.shell.style.partition("\x1f")
    if named:
        text = labelled(segment, text)
        segment = replace(segment, shell=Shell(style, segment.shell.prefix))
    out = cutting.encode(segment, text)
    if not re.search(r"[\r\n]", segment.key.text):
        return _BREAKS.sub(" ", out)
    return _BLANK.sub(r"\1", out)


def skeleton(text: str) -> tuple[str, ...]:
    """Return the structure of an HTML block."""
    return cutting.skeleton(text)
