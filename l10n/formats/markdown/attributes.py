"""Owns the attribute lists of Markdown, `{: .byline lang="fr"}`: what they belong to, and what they make of it.

kramdown and Python-Markdown have them on a line above or below a block, Goldmark and Pandoc without the colon. Inside
a text they stand directly behind an element (`[words](/u){.button}`, `[words]{.small}`), at the end of a heading or a
cell, or, with kramdown, at the start of an item. What has their grammar and stands elsewhere is words.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import Token, TokenKind, tokens
from l10n.formats.inlines import Mark
from l10n.formats.markdown.skips import rejected
from l10n.model import InlineRole, SpanKind
from l10n.text.markup.attribute_lists import is_list, lists
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.events import Event

__all__ = ["attached", "candidates", "element", "kept", "titled"]

_LIST = re.compile(r"\{:?[ \t]*+([^{}%]*+)\}")
_ONE = re.compile(r"""\.([\w-]+)|#([\w-]+)|([A-Za-z][\w:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")
_COMMENT = re.compile(r"\{(?:/\*.*\*/|\*.*\*|#.*#)\}")
"""Of MDX, Smarty and Jinja."""


def element(leaf: Leaf, data: bytes) -> tuple[str, Token] | None:
    """Return the start tag that a paragraph gets by the attribute lists in it, and its token; None without any."""
    if b"{" not in data[leaf.start : leaf.end]:
        return None
    rows = (data[start:end].decode("utf-8", "surrogatepass").strip() for start, end in rejected(leaf, data))
    found = [one for row in rows if (listed := _LIST.fullmatch(row)) for one in _ONE.finditer(listed[1])]
    if not found:
        return None
    values: dict[str, str] = {}
    for one in found:
        name = "class" if one[1] else "id" if one[2] else one[3].lower()
        value = next(filter(None, (one[1], one[2], one[4], one[5], one[6])), "")
        values[name] = f"{values['class']} {value}" if name == "class" and "class" in values else value
    tag = "<p {}>".format(" ".join(f'{name}="{html.escape(value)}"' for name, value in values.items()))
    token = next(tokens(tag))
    return (tag, token) if token.kind is TokenKind.OPEN else None


_BEFORE = frozenset(")]*_~`>}:")
"""What an element ends with."""
_BRACKET = re.compile(r"(?<!\\)[\[\]]")


def kept(line: str) -> str:
    """Return the braces at the end of a heading's line that are part of its text, or an empty text.

    They are not where they are a comment, which may be the heading's name (`{/*usage*/}`), or an attribute list of the
    heading, with white space or a word before it: behind an element the list is the element's.
    """
    line = line.rstrip()
    start = line.rfind("{") if line.endswith("}") else -1
    if start < 0 or _COMMENT.fullmatch(line, start):
        return ""
    if is_list(line[start:]) and (not start or line[start - 1] not in _BEFORE):
        return ""
    return line[start:]


def titled(data: bytes, seen: Iterable[Event]) -> list[tuple[int, bytes]]:
    """Return where the parser must not see the brace that ends a heading, and what it is to see instead.

    It takes whatever stands between the last braces for attributes, the tag in `## Use {% name %}` too.
    """
    found: list[tuple[int, bytes]] = []
    for event in seen:
        if event.name != "Heading" or event.op != "Start" or b"}" not in data[event.start : event.end]:
            continue
        rows = data[event.start : event.end].splitlines(keepends=True)
        last = 1 if rows[0].lstrip(b" \t").startswith(b"#") or len(rows) == 1 else len(rows) - 1
        shown = b"".join(rows[:last]).rstrip()
        if kept(shown.decode("utf-8", "surrogatepass")):
            found.append((event.start + len(shown) - 1, b"x"))
    return found


def candidates(text: str) -> list[tuple[int, int]]:
    """Return where lists may stand in a text, ascending, before its elements are known."""
    size = len(text.rstrip())
    return [
        (start, end)
        for start, end in lists(text)
        if (start and text[start - 1] in _BEFORE)
        or (not start and text[end : end + 1] in {"", " ", "\n"})
        or (end == size and text[start - 1].isspace())
    ]


def attached(text: str, found: Iterable[tuple[int, int]], marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the lists that belong to an element or to the whole text, and the brackets of `[words]{…}`."""
    ends: set[int] = set()
    inside: list[tuple[int, int]] = []
    for mark in marks:
        inside.append((mark.start, mark.end))
        if mark.role is not InlineRole.OPEN:
            ends.add(mark.end)
    opened = _brackets(text, Ranges(inside))
    for start, end in found:
        if start in ends or not start or text[start - 1].isspace():
            yield Mark(start, end, SpanKind.TAG, InlineRole.STANDALONE)
            ends.add(end)
        elif start in opened:
            yield Mark(opened[start], opened[start] + 1, SpanKind.TAG, InlineRole.OPEN, -start)
            yield Mark(start - 1, end, SpanKind.TAG, InlineRole.CLOSE, -start)
            ends.add(end)


def _brackets(text: str, inside: Ranges) -> dict[int, int]:
    """Map where each pair of brackets ends that is no link to where it begins."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for found in _BRACKET.finditer(text):
        if inside.hold(found.start()):
            continue
        if found[0] == "[":
            stack.append(found.start())
        elif stack:
            pairs[found.end()] = stack.pop()
    return pairs
