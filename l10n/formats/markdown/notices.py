"""Owns what an author should know about a Markdown body: stretches that stay untranslated by accident."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.html import cutting
from l10n.formats.html.spans import held
from l10n.formats.markdown import embedded
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.dialects import read
from l10n.formats.markdown.directives import directives
from l10n.formats.markdown.marks import MarkKind
from l10n.formats.markdown.skips import ambiguous

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.marks import Read

__all__ = ["notices"]

_FENCE = re.compile(rb"(`{3,}|~{3,})[^\r\n]*")
_REST = re.compile(rb"\s*+\Z")


def notices(body: str, *, line: int = 1, mdx: bool = False) -> tuple[tuple[int, str], ...]:
    """Return line and message of each stretch that is left alone by accident, in their order.

    `line` is the number of the body's first line in its article.
    """
    seen = read(body, mdx=mdx)
    uneven = {mark.start for mark in seen.marks if mark.kind is MarkKind.UNEVEN}
    data = seen.source.data
    found: list[tuple[int, str]] = []
    skipping = False
    done = 0
    for leaf in leaves(seen.events, seen.source.shown):
        line += data.count(b"\n", done, leaf.start)
        number, done = line, leaf.start
        text = seen.source.slice(leaf.start, leaf.end)
        spoken = directives(text) if leaf.name in {"HtmlBlock", "Paragraph"} else []
        for verb, _ in spoken:
            if verb == "end" and not skipping:
                found.append((number, "l10n:end without l10n:skip before it. Take it out, or write the skip."))
            skipping = verb == "skip" if verb in {"skip", "end"} else skipping
        if leaf.start in uneven:
            found.append(
                (number, "a tag is opened and not closed in one text: left alone. Close it, or give it a line.")
            )
        elif leaf.name == "HtmlBlock" and mdx:
            continue
        elif leaf.name == "HtmlBlock" and not spoken:
            found += _quoted(leaf, text, number) or cutting.notices(text, line=number)
        elif leaf.name != "HtmlBlock":
            found += ((number, text) for text in _said(leaf, seen))
    return tuple(found)


def _quoted(leaf: Leaf, text: str, number: int) -> tuple[tuple[int, str], ...]:
    """Tell of HTML that has a quotation's marks between lines that must stay."""
    shown = embedded.unquoted(text, leaf.quotes) if leaf.quotes and "\n" in text.rstrip("\n") else ""
    if any("\n" in shown[start:end] and not shown.startswith("<!", start) for start, end in held(shown)):
        return (
            (number, "code of several lines in HTML in a quotation: its text is left alone. Write it on one line."),
        )
    return ()


def _said(leaf: Leaf, seen: Read) -> Iterator[str]:
    data = seen.source.data
    if leaf.name == "CodeBlock":
        opened = _FENCE.match(data, leaf.start)
        last = data[leaf.start : leaf.end].splitlines()[-1].strip(b" \t>")
        alone = opened and not (len(last) >= len(opened[1]) and set(last) == set(opened[1]))
        if alone and opened and _REST.match(data, leaf.end):
            mark = opened[1].decode()
            yield f"the code block is never closed: all after it is left alone. Close it with “{mark}”."
    elif ambiguous(leaf, data):
        yield "some parsers see a table or a directive here, others a heading: left alone. Put blank lines around it."
