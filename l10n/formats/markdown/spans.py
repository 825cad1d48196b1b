"""Owns where the markup is inside a segment's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats import params
from l10n.formats.inlines import Mark, numbered
from l10n.formats.markdown.attributes import attached, candidates
from l10n.formats.markdown.dialect_inlines import added
from l10n.formats.markdown.emphasis import mendable
from l10n.formats.markdown.events import Event, inline_events
from l10n.formats.markdown.raw_blocks import raw_end
from l10n.formats.markdown.tag_words import divided
from l10n.formats.places import Ahead
from l10n.model import InlineRole, SpanKind
from l10n.protocols import SHORTCODE_TEXT
from l10n.text.analysis import once
from l10n.text.markup.variables import variables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Inline

__all__ = ["has_words", "reads", "spans"]

_TEMPLATE = re.compile(r"\{[{%#]|\{/\*")
"""What begins the syntax of Liquid, Jinja, Hugo and MDX, which is replaced before Markdown is read."""
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "{/*": "*/}"}
_LONGEST = 2000
"""Characters within template syntax."""
_VARIABLE = re.compile(r"%\(\w++\)[sdif]|(?<![\w:]):[a-z][a-z0-9_+-]{0,60}:(?!\w)")
"""Variables of gettext, and `:icon:` names."""
_JSX = re.compile(r"</?[A-Z][\w.]*(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}))?)*\s*/?>")
"""A tag of a component, whose values in braces make it text to the parser."""
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,200}\]")
_URL = re.compile(
    r"(?:https?|ftp)://[!#-'*-;=?-Z_a-z~]*[#-&*+/-9=?-Z_a-z~]|www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE
)
_CHAIN = re.compile(rb"\[[^\[\]]{1,200}\](?![\[(:])")
"""A further label behind a link's own: only the definitions tell where the link is (CommonMark, examples 571, 573)."""
_HARD = re.compile(r"(?<!\\)(?:\\\\)*(\\\n)")
_LETTER = re.compile(r"[^\W\d_]")
_UNSURE = re.compile(r"[{}%:\[\]$]|\+\+|www\.", re.IGNORECASE)
_PLAIN = re.compile(r"[\\`*_~\[\]<&{%:$]|\+\+|www\.", re.IGNORECASE)
_OPENING = {'"': re.compile(r'\s"'), "'": re.compile(r"\s'"), ")": re.compile(r"\s\(")}
"""What begins the title of a link, by what ends it."""
_WHOLE = {"Code": SpanKind.CODE, "InlineHtml": SpanKind.TAG, "FootnoteReference": SpanKind.LINK}
_FIRST = (
    SpanKind.CODE,
    SpanKind.TAG,
    SpanKind.LINK,
    SpanKind.URL,
    SpanKind.VARIABLE,
    SpanKind.ESCAPE,
    SpanKind.EMPHASIS,
)
_RANK = {kind: rank for rank, kind in enumerate(_FIRST)}

_OPEN, _CLOSE = InlineRole.OPEN, InlineRole.CLOSE


def spans(text: str) -> tuple[Inline, ...]:
    """Return the markup of a segment's text, ascending and without overlap, in character offsets.

    What is left between the spans is words: the text of links, of emphasis, of images and of link titles, and those in
    the attributes of tags. The ends of one emphasis are a pair, and so are the first and the last bracket of a link.
    """
    return _spans(text) if _PLAIN.search(text) else ()


@once
def _spans(text: str) -> tuple[Inline, ...]:
    found = _found(text)
    return numbered(text, divided(text, found) if "=" in text and "<" in text else found) if found else ()


def _found(text: str) -> list[Mark]:
    """Return the markup, each tag in one piece."""
    if not _PLAIN.search(text):
        return []
    templates = list(_templates(text)) if "{" in text else []
    listed = candidates(text) if "{" in text else []
    shown = _worded(text, templates, listed)
    events = inline_events(shown)
    found = _marked(shown.encode("utf-8", "surrogatepass"), events)
    if not text.isascii():
        at = _characters(text, found)
        found = [mark._replace(start=at[mark.start], end=at[mark.end]) for mark in found]
    found += [Mark(start, end, SpanKind.VARIABLE) for one in templates for start, end in _unspoken(text, *one)]
    if ":" in text or "%(" in text:
        found += [Mark(*m.span(), SpanKind.VARIABLE) for m in _variables(text, templates)]
    found += list(attached(text, listed, found)) if listed else ()
    found += [Mark(*place, SpanKind.VARIABLE) for place in variables(text)]
    if "*" in text or "_" in text or "~" in text:
        unrendered = mendable(text, inline_events(text) if shown != text else events)
        for number, (first, last) in enumerate(unrendered, len(events) + 1):
            found.append(Mark(*first, SpanKind.EMPHASIS, _OPEN, number))
            found.append(Mark(*last, SpanKind.EMPHASIS, _CLOSE, number))
    found += added(text)
    if "{" in text:
        found += [Mark(*m.span(), SpanKind.TAG) for m in _JSX.finditer(text) if "{" in m[0]]
    if "://" in text or "ww." in text.lower():
        found += [Mark(*m.span(), SpanKind.URL) for m in _URL.finditer(text)]
    if "[^" in text:
        found += [Mark(*m.span(), SpanKind.LINK) for m in _NOTE.finditer(text)]
    if "\\\n" in text:
        found += [Mark(*m.span(1), SpanKind.ESCAPE) for m in _HARD.finditer(text)]
    return _settled(found, len(text))


def _templates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where template syntax is that is closed within reach."""
    ahead = Ahead(text)
    place = 0
    while opened := _TEMPLATE.search(text, place):
        closing = _CLOSING[opened[0]]
        place = opened.end()
        end = ahead.find(closing, place)
        if 0 <= end <= place + _LONGEST:
            place = raw_end(ahead, text, opened.start(), end + len(closing))
            yield opened.start(), place
        else:
            place = opened.start() + 1


def _unspoken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield template syntax without the words in it: what is given to a shortcode by a name that holds words."""
    found = params.called(text, start, end, first=True) if "=" in text[start:end] else ()
    for one in params.spoken(found, text, SHORTCODE_TEXT):
        yield start, one.start
        start = one.end
    yield start, end


def _worded(text: str, templates: list[tuple[int, int]], listed: list[tuple[int, int]]) -> str:
    """Return a text with words for template syntax and commas in attribute lists, of the same number of bytes."""
    out: list[str] = []
    done = 0
    for start, end in sorted([*templates, *((start + 1, end - 1) for start, end in listed)]):
        if start >= done:
            sign = "x" if text[start] == "{" else ","
            out += [text[done:start], sign * len(text[start:end].encode("utf-8", "surrogatepass"))]
            done = end
    return "".join([*out, text[done:]])


def _variables(text: str, templates: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the variables of gettext and the names of icons between template syntax."""
    done = 0
    for start, end in [*templates, (len(text), 0)]:
        yield from _VARIABLE.finditer(text, done, start)
        done = end


def has_words(text: str) -> bool:
    """Tell whether a text has a letter outside its markup, which the attributes of tags are part of."""
    if not _LETTER.search(text):
        return False
    cursor = 0
    for span in _found(text):
        if _LETTER.search(text, cursor, span.start):
            return True
        cursor = span.end
    return bool(_LETTER.search(text, cursor))


def reads(events: Iterable[Event], start: int, end: int) -> bool:
    """Tell from a block's events whether words surely stand between two bytes; False where a closer look is needed."""
    addresses = 0
    for event in events:
        if event.op == "Text":
            if addresses or event.start < start or event.end > end:
                continue
            text = event.data
            size = event.end - event.start
            decoded = size != (len(text) if text.isascii() else len(text.encode()))
            if not decoded and _LETTER.search(text) and not _UNSURE.search(text):
                return True
        elif event.name == "Link" and event.op == "Start":
            addresses = int(event.data["link_type"] in {"Autolink", "Email"})
        elif event.name == "Link":
            addresses = 0
    return False


def _characters(text: str, found: Iterable[Mark]) -> dict[int, int]:
    """Map the byte offsets of the ends of markup to the indexes of their characters."""
    data = text.encode("utf-8", "surrogatepass")
    at: dict[int, int] = {}
    done = index = 0
    for place in sorted({place for mark in found for place in (mark.start, mark.end)}):
        index += len(data[done:place].decode("utf-8", "surrogatepass"))
        at[place] = index
        done = place
    return at


def _marked(data: bytes, events: list[Event]) -> list[Mark]:
    """Return the markup that the parser saw, in byte offsets, each piece once."""
    found: list[Mark] = []
    links: list[int] = []
    for index, event in enumerate(events):
        start, end = event.start, event.end
        if event.op in _WHOLE:
            found.append(Mark(start, end, _WHOLE[event.op]))
        elif event.op == "Text":
            found += _escape(data, events, index)
        elif event.op == "Start" and event.name in {"Emphasis", "Strong", "Strikethrough"}:
            size = 2 if event.name == "Strong" or data[start : start + 2] == b"~~" else 1
            found.append(Mark(start, start + size, SpanKind.EMPHASIS, _OPEN, index + 1))
            found.append(Mark(end - size, end, SpanKind.EMPHASIS, _CLOSE, index + 1))
        elif event.op == "Start" and event.name in {"Link", "Image"}:
            links.append(index)
        elif event.op == "End" and event.name in {"Link", "Image"}:
            opened = links.pop()
            found += _link(data, events[opened], events[index - 1], end, opened + 1)
    return found


def _escape(data: bytes, events: list[Event], index: int) -> list[Mark]:
    """Return the character reference that a text is, or the backslash before it with the character it escapes."""
    start, end = events[index].start, events[index].end
    if data[start : start + 1] == b"&" and data[end - 1 : end] == b";" and len(events[index].data) < end - start:
        return [Mark(start, end, SpanKind.ESCAPE)]
    if start and data[start - 1 : start] == b"\\" and _unclaimed(events, index):
        return [Mark(start - 1, start + 1, SpanKind.ESCAPE)]
    return []


def _unclaimed(events: list[Event], index: int) -> bool:
    """Tell whether the byte before an event's start belongs to no event before it."""
    return index == 0 or events[index - 1].end < events[index].start or events[index - 1].op == "Start"


def _link(data: bytes, opening: Event, last: Event, end: int, number: int) -> list[Mark]:
    """Return the brackets and the target of a link or an image; `last` is the last event in it, or its own start."""
    detail, start = opening.data, opening.start
    kind = detail["link_type"]
    if kind in {"Autolink", "Email"}:
        return [Mark(start, end, SpanKind.URL)]
    if kind.startswith("Collapsed") and data[end : end + 2] == b"[]":
        end += 2
    if kind.startswith("Reference") and (chained := _CHAIN.match(data, end)):
        end = chained.end()
    opened = start + (2 if opening.name == "Image" else 1)
    closed = max(opened, last.end + _tail(data, last)) if last is not opening else opened
    first = Mark(start, opened, SpanKind.LINK, _OPEN, number)
    before, words = _titled(data[closed:end].decode("utf-8", "surrogatepass")) if detail["title"] else ("", "")
    if _LETTER.search(words):
        cut = closed + len(before.encode("utf-8", "surrogatepass"))
        over = cut + len(words.encode("utf-8", "surrogatepass"))
        return [first, Mark(closed, cut, SpanKind.LINK), Mark(over, end, SpanKind.LINK, _CLOSE, number)]
    return [first, Mark(closed, end, SpanKind.LINK, _CLOSE, number)]


def _titled(target: str) -> tuple[str, str]:
    """Return the words of a link's title and what stands before them, `](url "`; empty without a title."""
    end = len(target.removesuffix(")").rstrip()) - 1
    opening = _OPENING.get(target[end : end + 1])
    found = opening.search(target, 2, end) if opening and target.startswith("](") else None
    return (target[: found.end()], target[found.end() : end]) if found else ("", "")


def _tail(data: bytes, event: Event) -> int:
    """Return the length of what follows a nested collapsed reference's range."""
    nested = event.op == "End" and event.name in {"Link", "Image"}
    return 2 if nested and data[event.end : event.end + 2] == b"[]" else 0


def _settled(found: list[Mark], length: int) -> list[Mark]:
    """Sort spans and drop those that overlap one of a kind that goes before."""
    covered = bytearray(length)
    taken: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (_RANK[mark.kind], mark.start, -mark.end)):
        start, end = mark.start, mark.end
        if start < end and covered.find(1, start, end) < 0:
            covered[start:end] = b"\x01" * (end - start)
            taken.append(mark)
    return sorted(taken, key=lambda mark: mark.start)
