"""Owns what stands at the edges of a text and is no part of it: comments, and the attribute list of its block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.markup.attribute_lists import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.blocks import Leaf

__all__ = ["within"]

_SPACE = re.compile(rb"[ \t]*+(?:(?:\r\n|\n|\r)[ \t>]*+)?")
_LIST = re.compile(rb"(?<=[ \t])\{:?[ \t]*+[.#:][^{}\r\n]*+\}\Z")
"""A list with a value alone (`{lang=de}`) may be words."""
_COMMENT = re.compile(rb"<!--(?=(?:(?!-->)[\s\S])*+-->)")
_TIED = re.compile("[-:;,.!?)]|–|—".encode())
_TIES = re.compile("(?:[-:;,(]|–|—)\\Z".encode())
"""What ties a comment to the words behind or before it: generators put something in the place of such a one."""
_LONGEST = 3
"""Bytes of such a sign."""
_WHITE = b" \t\r\n"
_MARKED = b"}>"


def within(leaf: Leaf, ranges: Iterable[tuple[int, int]], data: bytes, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Yield byte ranges of a leaf without comments at their edges, and, where `listed`, without a list at the end.

    The list belongs to the block for markdown-it and for Material's annotations: where it stands in a text, a
    translation could move it. A range that holds nothing else comes as it is.
    """
    comments = {e.start: e.end for e in leaf.events if e.op == "InlineHtml" and e.data.startswith("<!--")}
    ends = {end: start for start, end in comments.items()}
    for first, last in ranges:
        start, end = first, last
        while over := comments.get(start, 0) or (_hidden(data, start, end) if "definition" in leaf.containers else 0):
            space = _SPACE.match(data, over, end)
            over = space.end() if space else over
            if _TIED.match(data, over, end):
                break
            start = over
        while start < end and data[end - 1] in _MARKED:
            over = ends.get(end, 0) or (_listed(data, start, end) if listed else 0)
            while over > start and data[over - 1] in _WHITE:
                over -= 1
            if over <= start or _TIES.search(data, max(start, over - _LONGEST), over):
                break
            end = over
        yield (start, end) if start < end else (first, last)


def _hidden(data: bytes, start: int, end: int) -> int:
    """Return where a comment ends that the parser does not see, as those that begin lines of a definition; else 0."""
    return data.find(b"-->", start, end) + 3 if _COMMENT.match(data, start, end) else 0


def _listed(data: bytes, start: int, end: int) -> int:
    """Return where the attribute list begins that ends a text, with white space before it; 0 where there is none."""
    found = _LIST.search(data, max(start, data.rfind(b"{", start, end) - 1), end)
    return found.start() if found and is_list(found[0].decode("utf-8", "replace")) else 0
