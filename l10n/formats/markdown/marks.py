"""Owns the values that say what of a Markdown text is hidden from its parser, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.model import Kind
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from l10n.formats.jsx.tags import JsxTag
    from l10n.formats.markdown.events import Event, Source

__all__ = ["DialectMark", "MarkKind", "Read", "Title", "called", "marked"]


class MarkKind(StrEnum):
    """What a masked stretch is."""

    BOX = "box"
    """The first line of an admonition, details or tab."""
    CALLOUT = "callout"
    """The first line of a callout."""
    DEFINITION = "definition"
    """The colon of a definition."""
    OPAQUE = "opaque"
    """Lines that are not translated, save for a title in them."""
    RULE = "rule"
    """Lines of syntax that end the text above them: of a directive, a target or a comment of MyST."""
    TAG = "tag"
    """A tag of MDX that keeps the texts around it asunder."""
    UNEVEN = "uneven"
    """A text of MDX with a tag that is not closed in it, or not opened: it is left alone."""


@dataclass(frozen=True, slots=True)
class DialectMark:
    """A stretch that the parser does not see as it is; byte offsets."""

    kind: MarkKind
    start: int
    end: int
    title: tuple[int, int] | None = None
    term: int = -1
    """Where the paragraph begins that a definition defines."""
    tags: tuple[JsxTag, ...] = ()
    """The tags of MDX in it, whose properties may hold words."""
    over: int = -1
    """Where the directive ends that begins here."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the parser is to see it, with what was hidden from it."""

    source: Source
    events: list[Event]
    marks: tuple[DialectMark, ...] = ()
    """In the order of the text."""
    elements: Mapping[int, int] = field(default_factory=dict)
    """Where lines of MDX's tags end that open an element, and where that element ends."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title on one line, without its quotation marks: of a link, a box, a container or a tab."""

    start: int
    """Byte offset."""
    end: int
    text: str
    style: str
    kind: Kind = Kind.META
    role: str = "title of a link, shown when pointing at it"
    labels: tuple[str, ...] = ()
    """Those that are words of its links."""
    prefix: str = ""
    """What further lines begin with."""


def called(data: bytes, marks: Iterable[DialectMark]) -> dict[int, str]:
    """Map where the blocks of boxes, definitions and callouts may begin to what they are called among the containers.

    For the parser a block begins with the white space before its mark, or with the mark.
    """
    found: dict[int, str] = {}
    for mark in marks:
        name = _CALLED.get(mark.kind)
        if name is None:
            continue
        place = data.rfind(b">", 0, mark.start) if mark.kind is MarkKind.CALLOUT else mark.start
        found[place] = name
        while place and data[place - 1] in b" \t":
            place -= 1
            found[place] = name
    return found


_CALLED = {MarkKind.BOX: "box", MarkKind.DEFINITION: "definition", MarkKind.CALLOUT: "Note"}


def marked(marks: tuple[DialectMark, ...], *kinds: MarkKind) -> Ranges:
    """Return where the marks of some kinds are."""
    return Ranges((mark.start, mark.end) for mark in marks if mark.kind in kinds)
