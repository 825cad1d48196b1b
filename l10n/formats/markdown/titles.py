"""Owns where words are that stand beside the text: titles of links, boxes and fences, a component's label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.jsx.props import decoded, spoken
from l10n.formats.markdown.events import definitions
from l10n.formats.markdown.given import given
from l10n.formats.markdown.links import defined, taken
from l10n.formats.markdown.marks import Title
from l10n.model import Kind

if TYPE_CHECKING:
    from l10n.formats.jsx.props import PropText
    from l10n.formats.markdown.events import Definition, Source
    from l10n.formats.markdown.marks import Read
    from l10n.protocols import ParseOptions

__all__ = ["title", "titles"]

_TITLES = (
    ("title-double", re.compile(r'(?<=\s)"((?:[^"\\]|\\.)*)"\s*\Z')),
    ("title-single", re.compile(r"(?<=\s)'((?:[^'\\]|\\.)*)'\s*\Z")),
    ("title-paren", re.compile(r"(?<=\s)\(((?:[^()\\]|\\.)*)\)\s*\Z")),
)


def title(source: Source, definition: Definition) -> Title | None:
    """Find the title of a definition; None without one, or where it has several lines."""
    start = definition.start
    if not definition.title:
        return None
    raw = source.slice(start, definition.end)
    for style, pattern in _TITLES:
        found = pattern.search(raw)
        if found and found[1].strip() and not re.search(r"[\r\n]", found[1]):
            first = start + len(raw[: found.start(1)].encode("utf-8", "surrogatepass"))
            return Title(first, first + len(found[1].encode("utf-8", "surrogatepass")), found[1], style)
    return None


def titles(seen: Read, options: ParseOptions) -> list[Title]:
    """Return the words that stand beside the text, in their order, by the names that the options give.

    They are the titles of link definitions, boxes and containers, and the values of properties of components, of
    parameters of shortcodes, and of options of fences.
    """
    source = seen.source
    known = defined(source)
    found = [one for item in definitions(source) if (one := title(source, item)) is not None]
    for mark in seen.marks:
        if mark.title is not None:
            text = source.slice(*mark.title)
            found.append(Title(*mark.title, text, "line", Kind.HEADING, "title of a box", taken(text, known)))
        for tag in mark.tags:
            found += [_worded(one, tag.name, source) for one in spoken(source.data, tag, options.text_props)]
    found += given(seen, options.shortcode_text)
    return sorted(found, key=lambda item: item.start)


def _worded(one: PropText, tag: str, source: Source) -> Title:
    text = " ".join(decoded(one.style, source.slice(one.start, one.end)).split())
    kind = Kind.ALT if one.name == "alt" else Kind.META
    return Title(one.start, one.end, text, one.style, kind, f"{kind.value} · {one.name} of <{tag}>")
