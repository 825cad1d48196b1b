"""Owns the door to pyromark: Markdown in, events with byte ranges out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import pyromark
from pyromark import Options

from l10n.errors import ArticleError, is_panic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyromark.event import BrokenLink, BrokenLinkCallback

__all__ = ["BLOCKS", "BLOCK_TAGS", "Definition", "Event", "Source", "definitions", "events", "html", "inline_events"]

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
"""Metadata blocks, definition lists, mathematics and smart punctuation stay off: each claims ordinary prose."""

BLOCKS = frozenset(
    {
        "Paragraph",
        "Heading",
        "BlockQuote",
        "CodeBlock",
        "HtmlBlock",
        "List",
        "Item",
        "FootnoteDefinition",
        "Table",
        "TableHead",
        "TableRow",
        "TableCell",
    }
)
"""Tags that are blocks; all others are inline."""

BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    "|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul|script|pre|style|textarea"
)
"""The tags that begin an HTML block at the start of a line (CommonMark 0.31.2, HTML blocks, kinds 1 and 6)."""

_PARSER = pyromark.Markdown(options=_OPTIONS)
_LONE_CR = re.compile(r"\r(?!\n)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BRACED = re.compile(
    r"(?m)^((?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])++\{[^\r\n]*?)\}(?=[ \t]*+\r?\n[ \t>]*+(?:=++|-++)[ \t]*+\r?$)"
)
"""Braces that are all of a line above a rule, in a block: pulldown-cmark 0.13 panics where they end a heading whose
text it has already cut off before them (parse.rs, "byte range starts at"). They are hidden from it."""
_REMEDY = "Write the lines up to that one in another way, and report the article as a bug of pyromark."
_TAGGED = frozenset({"Start", "End"})
_LABELLED = ("Reference", "ReferenceUnknown", "Collapsed", "CollapsedUnknown")


class Event(NamedTuple):
    """One event of the parser."""

    op: str
    """`Start`, `End`, or the name of an event without extent in the tree: `Text`, `Code`, `SoftBreak` …"""
    name: str
    """The tag of a `Start` or `End`; empty otherwise."""
    data: Any
    """The tag's own detail or the event's text."""
    start: int
    """Byte offset into the UTF-8 source."""
    end: int


_made: Callable[[tuple[str, str, Any, int, int]], Event] = partial(tuple.__new__, Event)
"""Makes an event in half the time that its own `__new__` takes; they are the most numerous values of a run."""


class Definition(NamedTuple):
    """A link reference definition, `[label]: /url "title"`."""

    label: str
    url: str
    title: str
    """Empty without one."""
    start: int
    """Byte offset."""
    end: int


class Source:
    """A Markdown text as the parser sees it and as bytes; both have the same offsets, save for what is left out."""

    __slots__ = ("_less", "_places", "data", "dropped", "shown", "text")

    def __init__(self, source: str) -> None:
        self.data: bytes = source.encode("utf-8", "surrogatepass")
        """The source, byte for byte; lone surrogates take three bytes, like the U+FFFD the parser sees."""
        self.text: str = _readable(source)
        """What the parser reads: the source with a lone CR read as the line break it is in CommonMark."""
        self.shown: bytes = self.data
        """The source as the parser sees it, where lines of a dialect are masked; the same length as `data`."""
        self.dropped: tuple[tuple[int, int], ...] = ()
        """Byte ranges of `shown` that are not in `text`, ascending."""
        self._places: list[int] = []
        self._less: list[int] = []

    def masked(self, pieces: Iterable[tuple[int, bytes]], dropped: tuple[tuple[int, int], ...] | None = None) -> Source:
        """Return the source with bytes hidden from the parser: offset and what is seen there instead.

        `dropped` are the ranges that it does not see at all, those of before when None.
        """
        shown = bytearray(self.shown)
        for start, piece in pieces:
            shown[start : start + len(piece)] = piece
        seen = Source("")
        seen.shown, seen.data = bytes(shown), self.data
        seen.dropped = self.dropped if dropped is None else dropped
        seen._less = list(accumulate(end - start for start, end in seen.dropped))
        seen._places = [start - less for (start, _), less in zip(seen.dropped, [0, *seen._less], strict=False)]
        kept, done = [], 0
        for start, end in seen.dropped:
            kept.append(seen.shown[done:start])
            done = end
        seen.text = _readable(b"".join([*kept, seen.shown[done:]]).decode("utf-8", "surrogatepass"))
        return seen

    def begin(self, place: int) -> int:
        """Return the offset in `data` of what begins at an offset of `text`."""
        index = bisect_right(self._places, place) if self._places else 0
        return place + self._less[index - 1] if index else place

    def over(self, place: int) -> int:
        """Return the offset in `data` of what ends at an offset of `text`."""
        index = bisect_left(self._places, place) if self._places else 0
        return place + self._less[index - 1] if index else place

    def slice(self, start: int, end: int) -> str:
        """Return the source between two byte offsets."""
        return self.data[start:end].decode("utf-8", "surrogatepass")


def _readable(source: str) -> str:
    text = _LONE_CR.sub("\n", source) if "\r" in source else source
    if "}" in text:
        text = _BRACED.sub(r"\1x", text)
    return text if text.isascii() else _SURROGATE.sub("�", text)


def _read(function: Callable[[str], Any], text: str) -> Any:
    """Call the parser; raises `ArticleError` with a line of the text where it panics, as it does where it has a bug."""
    try:
        return function(text)
    except BaseException as err:
        if not is_panic(err):
            raise
        message = f"the Markdown parser fails on it: {err}"
        raise ArticleError(message, line=_failing(function, text), remedy=_REMEDY) from err


def _failing(function: Callable[[str], Any], text: str) -> int:
    """Return the last line, from 1, of the shortest beginning of a text that the parser fails on."""
    rows = text.split("\n")
    low, high = 1, len(rows)
    while low < high:
        middle = (low + high) // 2
        try:
            function("\n".join(rows[:middle]))
        except BaseException as err:
            if not is_panic(err):
                raise
            high = middle
        else:
            low = middle + 1
    return low


def _run(parser: pyromark.Markdown, text: str, less: int = 0) -> list[Event]:
    """Return the parser's events, each split into operation, tag and detail, so many bytes `less` far in the text."""
    found: list[Event] = []
    add = found.append
    for raw, span in _read(parser.events_with_range, text):
        start, end = span["start"] - less, span["end"] - less
        if type(raw) is str:
            add(_made((raw, "", None, start, end)))
            continue
        ((op, data),) = raw.items()
        if op not in _TAGGED:
            add(_made((op, "", data, start, end)))
        elif type(data) is str:
            add(_made((op, data, None, start, end)))
        else:
            ((name, detail),) = data.items()
            add(_made((op, name, detail, start, end)))
    return found


def events(source: Source) -> list[Event]:
    """Return all events of a text, in the offsets of its `data`."""
    found = _run(_PARSER, source.text)
    if not source.dropped:
        return found
    return [Event(e.op, e.name, e.data, at := source.begin(e.start), max(at, source.over(e.end))) for e in found]


def definitions(source: Source) -> list[Definition]:
    """Return the link reference definitions of a text in their order, the first of each label."""
    if "]:" not in source.text:
        return []
    found = _read(_PARSER.reference_definitions, source.text)
    return [
        Definition(
            label,
            item["dest"],
            item["title"] or "",
            source.begin(item["span"]["start"]),
            source.over(item["span"]["end"]),
        )
        for label, item in found.items()
    ]


def _resolver(labels: frozenset[str] | None) -> BrokenLinkCallback:
    def resolve(link: BrokenLink) -> tuple[str, str] | None:
        if labels is None or link["link_type"] in _LABELLED or link["reference"].casefold() in labels:
            return link["reference"], ""
        return None

    return resolve


def _parser(labels: frozenset[str] | None) -> pyromark.Markdown:
    return pyromark.Markdown(options=_OPTIONS, broken_link_callback=_resolver(labels))


_LABELLED_ONLY = _parser(frozenset())
_EVERY_LABEL = _parser(None)


def inline_events(text: str, *, every_label: bool = False) -> list[Event]:
    """Return the inline events of a text of one paragraph, whatever its lines begin with.

    Line breaks count as spaces. The ranges are those of the text's UTF-8 bytes. A reference that names its label,
    `[words][label]`, is a link though the definition is not known here; with `every_label` so is a lone `[label]`.
    """
    line = "x " + _SURROGATE.sub("�", text).replace("\r", " ").replace("\n", " ")
    found = _run(_EVERY_LABEL if every_label else _LABELLED_ONLY, line, 2)
    moved = [event for event in found if event.name != "Paragraph"]
    if moved and moved[0].op == "Text":
        first = moved[0]
        if first.end <= 0:
            return moved[1:]
        moved[0] = Event("Text", "", first.data[2:], 0, first.end)
    return moved


def html(text: str) -> str:
    """Render a text; raises `ArticleError` as reading one does."""
    return str(_read(_PARSER.html, text))
