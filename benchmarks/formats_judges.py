"""Owns the judges of a translated article: two renderers, of which one shares no code with the parser that cuts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from l10n.formats import frontmatter, markdown
from l10n.formats.markdown import events
from l10n.model import Part, Segment, Segmentation
from l10n.protocols import ParseOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BLOCKS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|ul|ol|li|blockquote|pre|table|tr|td|th|thead|tbody|hr|div)\b[^>]*>")
_INLINE_TAG = re.compile(r"<(/?(?:a|em|strong|del|code|img))\b")
_ODD = re.compile("[\r\x00\x0b\x0c\ufeff\u2028\u00a0]|\\[\\^")
"""Characters that the two renderers read in different ways."""
_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def joined(parts: Iterable[Part]) -> str:
    """Return the raw texts of parts, joined."""
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def translated(parts: Iterable[Part], change: Callable[[str], str]) -> str:
    """Return the article with every segment replaced."""
    return "".join(
        part
        if isinstance(part, str)
        else markdown.encode(part, change(part.key.text))
        if isinstance(part, Segment)
        else part.raw
        for part in parts
    )


def body(source: str) -> str:
    """Return an article without its front matter."""
    text = source.removeprefix("\ufeff")
    return text[frontmatter.skeleton(text)[1] :]


def agreed(source: str) -> bool:
    """Tell whether the second judge may speak: the renderers read such a text in the same way."""
    return not _ODD.search(source)


def first(source: str) -> list[str]:
    """Return the block tags pyromark renders; a lone CR counts as a line break."""
    text = body(source).replace("\r\n", "\n").replace("\r", "\n")
    return [re.sub(r' id="[^"]*"', "", tag) for tag in _BLOCK_TAG.findall(events.html(text))]


def second(source: str) -> list[tuple[str, str, bool]]:
    """Return the block tokens of markdown-it-py."""
    return [(t.type, t.tag, t.hidden) for t in _COMMONMARK.parse(body(source)) if t.type != "inline"]


def links(source: str) -> list[str]:
    """Return the inline tags pyromark renders, sorted: languages order their words differently."""
    return sorted(_INLINE_TAG.findall(events.html(body(source))))


def verdict(source: str, out: str) -> str:
    """Return how a translation's structure compares: `same`, `refused` by the guard, or `silent`."""
    if markdown.skeleton(out) != markdown.skeleton(source):
        return "refused"
    changed = first(out) != first(source) or (agreed(source) and agreed(out) and second(out) != second(source))
    return "silent" if changed else "same"


def strengths(text: str) -> Counter[str]:
    """Return how many stretches of strong and of plain emphasis a paragraph renders."""
    found = (e.name for e in events.inline_events(text) if e.op == "Start")
    return Counter(name for name in found if name in {"Strong", "Emphasis"})


def emphasis(text: str) -> int:
    """Return how many stretches of emphasis a paragraph renders."""
    return strengths(text).total()
