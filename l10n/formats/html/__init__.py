"""Owns the HTML format: pages and fragments, with the places where publishing states what an edition is."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from l10n.formats import alike
from l10n.formats.html import charset, targets
from l10n.formats.html.cutting import cut, encode, inline, skeleton
from l10n.formats.html.left import said
from l10n.formats.html.notices import notices
from l10n.formats.html.pages import body, stated
from l10n.formats.html.spans import paired
from l10n.formats.html.stated import spoken
from l10n.formats.html.tokens import SPACE, TokenKind, attributes, tokens
from l10n.model import HeadPlace, Place, Slot, SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from l10n.formats.html.tokens import Token
    from l10n.model import Edition, FrontField, HeadingPlace, LinkPlace, Part, Segment
    from l10n.protocols import ParseOptions

__all__ = [
    "body",
    "drawn",
    "encode",
    "extensions",
    "fields",
    "fill",
    "head",
    "headings",
    "inline",
    "links",
    "mark",
    "name",
    "notices",
    "parse",
    "place",
    "restated",
    "skeleton",
    "stated",
    "statement",
    "uniform",
]

name = "html"
extensions = (".html", ".htm", ".xhtml")

_HEAD = frozenset(["base", "head", "html", "link", "meta", "noscript", "script", "style", "template", "title"])
"""Elements that may stand before the body begins."""

_FIRST = re.compile(
    r"\ufeff?(?:[ \t\r\n]*+(?:<\?(?:(?!\?>)[\s\S])*+\?>"
    r"|\{%-?[ \t]*(?:assign|block|extends|from|import|include|layout|load|set|use)\b(?:(?!%\})[\s\S])*+%\})"
    r"(?:[ \t]*(?:\r\n|\n|\r))?)*"
)
"""Statements that must stay first in their file: a processing instruction, a template's own."""


_DESCRIBED = re.compile(r"application/ld\+json|\bitemtype\b", re.IGNORECASE)


def parse(source: str, options: ParseOptions) -> tuple[Part, ...]:
    """Cut a page or a fragment; no source is refused."""
    return tuple(_insert(cut(source, options, left=True), _slots(source)))


def place(segment: Segment) -> Place:  # noqa: ARG001  # all places of HTML are alike once they are escaped
    """Tell how renderers read the place of a segment."""
    return Place.PLAIN


def uniform(text: str) -> str:
    """Return a segment's text with its markup in one spelling."""
    return alike.uniform(text, inline(text) if "&" in text else ())


def fill(slot: Slot, edition: Edition) -> str:
    """Write what an edition states into a slot: `lang`, `dir`, its charset, `<meta name="l10n:…">`, a paragraph."""
    if slot.kind is SlotKind.CHARSET:
        return charset.declared(slot)
    if slot.kind is SlotKind.CREDITS:
        return _paragraph("l10n-credits", edition.credits, edition) if edition.credits else slot.raw
    if slot.kind is SlotKind.LEFT:
        return said(edition)
    if slot.kind in {SlotKind.LANG, SlotKind.DIRECTION}:
        return spoken(slot, edition)
    return _stated(slot, edition)


def _stated(slot: Slot, edition: Edition) -> str:
    """Write what readers and programs are told of a page or a fragment, in its own place."""
    place, _, line_end = slot.style.partition(" ")
    end = {"crlf": "\r\n", "cr": "\r"}.get(line_end, "\n")
    if slot.kind is SlotKind.DISCLOSURE and edition.disclosure:
        shown = _paragraph("l10n-disclosure", edition.disclosure, edition)
        return end + shown if place == "html-body" else shown + end
    if slot.kind is SlotKind.PROVENANCE and edition.provenance:
        facts = [(escape(key), escape(" ".join(value.split()))) for key, value in edition.provenance.items()]
        if place == "html-comment":
            lines = (f"{key}: {value}".replace("--", "-&#45;") for key, value in facts)
            return end.join(("<!-- l10n:provenance", *lines, "-->", ""))
        close = " />" if place == "html-head-xml" else ">"
        return "".join(f'<meta name="l10n:{key}" content="{value}"{close}{end}' for key, value in facts)
    return slot.raw


def _paragraph(name: str, text: str, edition: Edition) -> str:
    """Write a sentence for readers as an element of its own."""
    language, direction = escape(edition.language), escape(edition.direction)
    words = escape(" ".join(text.split()), quote=False)
    return f'<p class="{name}" lang="{language}" dir="{direction}">{words}</p>'


def mark(segment: Segment, edition: Edition, *, whole: bool) -> str:  # noqa: ARG001  the protocol's
    """Return a text that stays in the language of the source in an element that says so; attributes have no such."""
    told = said(edition)
    if not told or segment.shell.style != "html-block" or not paired(segment.raw):
        return segment.raw
    return f"<span{told}>{segment.raw}</span>"


def statement(source: str, name: str) -> tuple[str, int] | None:
    """Return the content of `<meta name="l10n:NAME">`."""
    for token in tokens(source):
        if token.kind is TokenKind.OPEN and token.name == "meta":
            values = {one.name: unescape(source[one.start : one.end]) for one in attributes(source, token)}
            if values.get("name", "").lower() == f"l10n:{name}".lower():
                return values.get("content", ""), source.count("\n", 0, token.start) + 1
    return None


def drawn(source: str) -> str:
    """Return the page, or the fragment, as it is."""
    return source


def _slots(source: str) -> Iterator[tuple[int, Slot]]:
    """Yield the slots of a page or fragment with their offsets, not yet in order."""
    seen = list(tokens(source))
    root, head_end, body, content = _landmarks(source, seen)
    line_end = "crlf" if "\r\n" in source else "cr" if "\r" in source and "\n" not in source else "lf"
    doctype = any(
        token.kind is TokenKind.COMMENT and source[token.start : token.start + 9].lower() == "<!doctype"
        for token in seen
    )
    yield from charset.stated(source, seen)
    if root:
        yield from _root(source, root)
    if not (doctype or root or head_end or body):
        first = _FIRST.match(source, 1 if source.startswith("\ufeff") else 0)
        start = first.end() if first else 0
        yield start, Slot(SlotKind.PROVENANCE, "", style=f"html-comment {line_end}")
        yield start, Slot(SlotKind.DISCLOSURE, "", style=f"html-start {line_end}")
        return
    before = head_end.start if head_end else body.start if body else content
    place = "html-head-xml" if source.lstrip("\ufeff" + SPACE).startswith("<?xml") else "html-head"
    yield before, Slot(SlotKind.PROVENANCE, "", style=f"{place} {line_end}")
    after, place = (body.end, "html-body") if body else (max(content, head_end.end if head_end else 0), "html-start")
    framed = [token.end for token in seen if token.kind is TokenKind.CLOSE and token.name == "frameset"]
    after = max([after, *framed])
    yield after, Slot(SlotKind.DISCLOSURE, "", style=f"{place} {line_end}")


def _landmarks(source: str, seen: list[Token]) -> tuple[Token | None, Token | None, Token | None, int]:
    """Return `<html>`, `</head>`, `<body>` and the offset where the body's content begins without a `<body>`."""
    root = head_end = body = None
    content = -1
    for token in seen:
        if token.kind is TokenKind.OPEN and token.name == "html":
            root = root or token
        elif token.kind is TokenKind.CLOSE and token.name == "head":
            head_end = head_end or token
        elif token.kind is TokenKind.OPEN and token.name == "body":
            body = token
            break
        elif content < 0 and _visible(source, token):
            content = token.start
    if content < 0:
        content = len(source)
    if head_end and body and head_end.start > body.start:
        head_end = None
    return root, head_end, body, content


def _visible(source: str, token: Token) -> bool:
    if token.kind is TokenKind.TEXT:
        return bool(source[token.start : token.end].strip(SPACE + "\ufeff"))
    return token.kind in (TokenKind.OPEN, TokenKind.TAIL) and token.name not in _HEAD


def _root(source: str, root: Token) -> Iterator[tuple[int, Slot]]:
    """Yield the slots in the `<html>` tag; an attribute that is absent is inserted after the name."""
    present: set[str] = set()
    for one in attributes(source, root):
        if one.name in ("lang", "xml:lang", "dir") and one.name not in present:
            present.add(one.name)
            kind = SlotKind.DIRECTION if one.name == "dir" else SlotKind.LANG
            raw = source[one.start : one.end]
            style = (
                "html-quoted" if one.quote else "html-value:" if source[one.start - 1] == "=" or raw else "html-value:="
            )
            yield one.start, Slot(kind, raw, raw, style)
    after = root.start + len("<html")
    if not present & {"lang", "xml:lang"}:
        yield after, Slot(SlotKind.LANG, "", style="html-value: lang=")
    if "dir" not in present:
        yield after, Slot(SlotKind.DIRECTION, "", style="html-value: dir=")


def _insert(parts: Iterable[Part], slots: Iterable[tuple[int, Slot]]) -> Iterator[Part]:
    """Put slots between the parts, cutting raw text open for them; an empty one inside a segment goes behind it."""
    waiting = sorted(slots, key=lambda found: found[0])
    position = 0
    for part in parts:
        raw = part if isinstance(part, str) else part.raw
        end = position + len(raw)
        late: list[Slot] = []
        while waiting and waiting[0][0] < end:
            offset, slot = waiting[0]
            late += [slot] if not isinstance(part, str) and offset > position and not slot.raw else []
            if isinstance(part, str) and offset > position:
                yield part[len(part) - (end - position) : len(part) - (end - offset)]
                position = offset
            if offset == position:
                yield slot
                position += len(slot.raw)
            waiting.pop(0)
        if isinstance(part, str):
            if position < end:
                yield part[len(part) - (end - position) :]
        else:
            yield part
        yield from late
        position = end
    yield from (slot for offset, slot in waiting if offset == position)


def fields(source: str, options: ParseOptions) -> tuple[FrontField, ...]:  # noqa: ARG001  the protocol's
    """Return nothing: this format has no front matter."""
    return ()


def links(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[LinkPlace, ...]:  # noqa: ARG001  the protocol's
    """Return the targets in a page or a fragment."""
    return targets.links(source)


def head(source: str) -> HeadPlace | None:
    """Return where the head of a page ends, and what it says itself of its languages and of what it is."""
    seen = list(tokens(source))
    _, end, _, _ = _landmarks(source, seen)
    if end is None:
        return None
    country, named = None, False
    for token in seen:
        if token.kind is not TokenKind.OPEN or token.name not in {"link", "meta"} or token.start > end.start:
            continue
        stated = {one.name: one for one in attributes(source, token)}
        said = {name: source[one.start : one.end].strip().lower() for name, one in stated.items()}
        named = named or ("hreflang" in said and "alternate" in said.get("rel", "").split())
        if said.get("property") == "og:locale" and stated.get("content") and stated["content"].quote:
            country = stated["content"].start, stated["content"].end
    close = " />" if source.lstrip("\ufeff" + SPACE).startswith("<?xml") else ">"
    newline = "\r\n" if "\r\n" in source else "\n"
    return HeadPlace(end.start, close, newline, country, named, described=_DESCRIBED.search(source) is not None)


def headings(source: str, raw_blocks: tuple[str, ...] = ()) -> tuple[HeadingPlace, ...]:  # noqa: ARG001  the protocol's
    """Return nothing: a heading has the name that its page gives it."""
    return ()


def restated(source: str, values: Mapping[str, Sequence[str]]) -> str:  # noqa: ARG001  the protocol's
    """Return the text as it is: this format has no front matter."""
    return source
