"""Owns the definition lists of Markdown's dialects: which lines begin with a definition's mark, and what they define.

PHP Markdown Extra, kramdown, Python-Markdown and Goldmark have `: words` below one or more lines, each of which is a
term, and with a blank line between; Pandoc has `~ words` below one line, too. Where nothing is above that could be
a term, as below a heading, Python-Markdown makes a definition of it all the same, and all others a text with a colon.
No word decides: what is a definition in an article is one in its translation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.marks import DialectMark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.markdown.blocks import Leaf

__all__ = ["below", "first", "hidden"]

_MARK = re.compile(rb"[:~][ \t]++(?=\S)")
_LEAST = 5
"""Columns behind the mark from which CommonMark sees code."""
_COMMENT = re.compile(rb"<!--(?:(?!-->|\n[ \t>]*+\n)[\s\S]){0,2000}+-->")
"""A comment, which at the start of a line ends a text for CommonMark, and in a definition nowhere else; 2,000 bytes."""
_NEXT = re.compile(rb"(?:\r\n|\n|\r)[ \t>]*+")
_ENDS = frozenset({b"", b"\r", b"\n"})
_SEEN = re.compile(rb"[^\s>]")
_BLANK = re.compile(rb"[ \t>\r\n]*+\Z")
_TERMS = frozenset({"Paragraph", "Run"})


def below(shown: bytes, start: int, end: int, since: int, *, near: bool) -> DialectMark | None:
    """Find the mark that a further line of a text begins with; the lines from `since` on are what it defines.

    `near` when these are one line, or a definition stands above already.
    """
    if not _MARK.match(shown, start, end) or (not near and shown[start : start + 1] == b"~"):
        return None
    return DialectMark(MarkKind.DEFINITION, start, start + 1, term=since)


def first(shown: bytes, start: int, end: int, leaf: Leaf, before: Leaf | None) -> DialectMark | None:
    """Find the mark that a paragraph begins with; it defines the text before it, if that is one in the same place."""
    if leaf.name != "Paragraph" or before is None or not _MARK.match(shown, start, end):
        return None
    depth = len(leaf.containers)
    if before.containers[:depth] != leaf.containers:
        return None
    beside = before.containers == leaf.containers and before.name in _TERMS
    defines = beside and _BLANK.match(shown[before.end : start])
    if shown[start : start + 1] == b"~" and not defines and before.containers[depth + 1 : depth + 2] != ("definition",):
        return None
    return DialectMark(MarkKind.DEFINITION, start, start + 1, term=before.start if defines else -1)


def hidden(shown: bytes, mark: DialectMark) -> Iterator[tuple[int, bytes]]:
    """Yield what is written where, so that the parser sees an item of a list that begins with a text."""
    place = mark.end
    while shown[place : place + 1] in {b" ", b"\t"}:
        place += 1
    gap = shown[mark.end : place]
    yield mark.start, b"+"
    if len((b" " + gap).expandtabs(4)) > _LEAST:
        yield mark.end, b" " + b"." * (len(gap) - 1)
    while shown[place : place + 1] not in _ENDS and not _MARK.match(shown, place):
        if comment := _COMMENT.match(shown, place):
            yield place, _SEEN.sub(b".", comment[0])
            place = comment.end()
        line = _NEXT.search(shown, place)
        place = line.end() if line else len(shown)
