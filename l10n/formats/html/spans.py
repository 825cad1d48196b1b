"""Owns what is markup and what is words inside a run of inline HTML."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats import params
from l10n.formats.html.drawings import drawn
from l10n.formats.html.tokens import SPACE, TokenKind, attributes, tokens
from l10n.formats.inlines import VOID, Mark, beside, numbered, worded
from l10n.model import InlineRole, SpanKind
from l10n.protocols import SHORTCODE_TEXT
from l10n.text.analysis import once
from l10n.text.markup.attribute_words import NAMES, holds_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from l10n.formats.html.tokens import Attribute, Token
    from l10n.model import Inline

__all__ = ["RunItem", "heard", "held", "inline", "items", "marks", "paired", "spoken", "strip", "untranslated", "words"]

_OPAQUE = frozenset(["code", "kbd", "samp", "var", "svg", "math"])
_PATTERN = re.compile(
    r"(?P<ESCAPE>&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);)"
    r"|(?P<VARIABLE>\{\{[^{}]*+\}\}|\{%[^%{}]*+%\}|%\([A-Za-z_][A-Za-z0-9_]*\)[sdr])"
    r"|(?P<URL>\bhttps?://[^\s<>\"“”‘’]*[^\s<>\"“”‘’.,;:!?)\]'])"
)


@dataclass(frozen=True, slots=True)
class RunItem:
    """A piece of a run: a token, or an element that is left alone as a whole."""

    token: Token
    """The token, or the opening tag of the element."""
    end: int
    opaque: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.token.start


def untranslated(source: str, token: Token) -> bool | None:
    """Tell whether a tag asks for no translation (True), for translation (False) or neither (None)."""
    for attribute in attributes(source, token):
        value = source[attribute.start : attribute.end].lower()
        if attribute.name == "translate" and value in ("no", "yes", ""):
            return value == "no"
        if attribute.name == "class" and "notranslate" in value.split():
            return True
    return None


def heard(
    source: str, run: Iterable[Token], leaves: Callable[[str, Token], bool | None] = untranslated
) -> Iterator[Token]:
    """Yield the tokens of a run that stand in no element of it that is left alone."""
    closed, depth = "", 0
    for token in run:
        opens = token.kind is TokenKind.OPEN and token.name not in VOID and not source.endswith("/", 0, token.end - 1)
        if depth:
            depth += (token.name == closed) * (opens - (token.kind is TokenKind.CLOSE))
        elif token.kind is TokenKind.OPEN and leaves(source, token):
            closed, depth = token.name, int(opens)
        else:
            yield token


def items(source: str, run: list[Token]) -> Iterator[RunItem]:
    """Join each opaque element of a run (`<code>`, `translate="no"`) into one item."""
    place = 0
    while place < len(run):
        token = run[place]
        place += 1
        if token.kind is not TokenKind.OPEN or token.name in VOID or source.endswith("/", 0, token.end - 1):
            yield RunItem(token, token.end)
            continue
        if token.name not in _OPAQUE and not untranslated(source, token):
            yield RunItem(token, token.end)
            continue
        depth = 1
        while depth and place < len(run):
            if run[place].name == token.name:
                depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(run[place].kind, 0)
            place += 1
        yield RunItem(token, run[place - 1].end, opaque=True)


@once
def inline(text: str) -> tuple[Inline, ...]:
    """Find the markup inside a text; the words in attributes and in drawings are left free.

    A tag that those words divide begins its element with its first piece.
    """
    spans: list[Mark] = []
    for item in items(text, run := list(tokens(text))):
        kind = item.token.kind
        if item.opaque:
            spans.extend(_drawing(text, item, run))
        elif kind is TokenKind.TEXT:
            spans.extend(_text(text, item.start, item.end))
        elif kind in (TokenKind.RAW, TokenKind.TAIL):
            spans.append(Mark(item.start, item.end, SpanKind.CODE))
        elif kind is TokenKind.OPEN:
            spans.extend(marks(text, item.token))
        else:
            spans.append(Mark(item.start, item.end, SpanKind.TAG))
    return numbered(text, spans)


def paired(text: str) -> bool:
    """Tell whether no tag of a text has its partner outside."""
    depth = 0
    for span in inline(text):
        if span.kind is SpanKind.TAG:
            depth += (span.role is InlineRole.OPEN) - (span.role is InlineRole.CLOSE)
            if depth < 0:
                return False
    return depth == 0


def held(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges whose line breaks must stay: code, comments and untranslated attribute values."""
    ranges: list[tuple[int, int]] = []
    for item in items(text, list(tokens(text))):
        kind = item.token.kind
        if item.opaque or kind in (TokenKind.RAW, TokenKind.TAIL, TokenKind.COMMENT):
            ranges.append((item.start, item.end))
        elif kind is TokenKind.OPEN:
            free = {(one.start, one.end) for one in _free(text, item.token)}
            values = ((one.start, one.end) for one in attributes(text, item.token) if one.quote)
            ranges.extend(value for value in values if value not in free)
    return tuple(ranges)


def words(text: str) -> bool:
    """Tell whether a text has a letter outside its markup."""
    done = 0
    for span in inline(text):
        if any(map(str.isalpha, text[done : span.start])):
            return True
        done = span.end
    return any(map(str.isalpha, text[done:]))


def _drawing(text: str, item: RunItem, run: list[Token]) -> Iterator[Mark]:
    """Yield the spans of an element that is left alone, the words of a drawing left out."""
    done = item.start
    if item.token.name == "svg" and not untranslated(text, item.token):
        first = bisect_left(run, item.start, key=lambda token: token.start)
        inner = list(heard(text, run[first : bisect_left(run, item.end, first, key=lambda token: token.start)]))
        opening = (token for token in inner if token.kind is TokenKind.OPEN)
        free = [(one.start, one.end) for token in opening for one in _free(text, token)]
        free += [(one.start, one.end) for one in drawn(inner) if any(map(str.isalpha, text[one.start : one.end]))]
        for start, end in sorted(free):
            yield Mark(done, start, SpanKind.CODE)
            yield from _text(text, start, end)
            done = end
    yield Mark(done, item.end, SpanKind.CODE)


def marks(text: str, token: Token) -> Iterator[Mark]:
    """Yield the spans of an opening tag, its translated attribute values left out."""
    alone = token.name in VOID or text.endswith("/", 0, token.end - 1)
    role = InlineRole.STANDALONE if alone else InlineRole.OPEN
    done = token.start
    for attribute in _free(text, token):
        yield Mark(done, attribute.start, SpanKind.TAG, role)
        yield from _text(text, attribute.start, attribute.end)
        done, role = attribute.end, InlineRole.STANDALONE
    yield Mark(done, token.end, SpanKind.TAG, role)


def _free(text: str, token: Token) -> Iterator[Attribute]:
    for attribute in spoken(text, token):
        if attribute.quote and worded(text[attribute.start : attribute.end], _PATTERN):
            yield attribute


def spoken(source: str, token: Token) -> Iterator[Attribute]:
    """Yield the attributes of a tag that are words, of two with one name the first; none where it asks for that."""
    found: dict[str, Attribute] = {}
    for one in attributes(source, token):
        found.setdefault(one.name, one)
    if not found.keys() & NAMES or untranslated(source, token):
        return
    kind = source[found["type"].start : found["type"].end] if "type" in found else ""
    yield from (one for one in found.values() if holds_words(token.name, one.name, kind))


def _text(text: str, start: int, end: int) -> Iterator[Mark]:
    for mark in beside(text, _PATTERN, start, end):
        place = mark.start
        piece = mark.kind is SpanKind.VARIABLE and "=" in text[mark.start : mark.end]
        called = params.called(text, mark.start, mark.end, first=True) if piece else ()
        for one in params.spoken(called, text, SHORTCODE_TEXT):
            yield Mark(place, one.start, SpanKind.VARIABLE)
            place = one.end
        yield mark._replace(start=place)


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at its edges."""
    while start < end and text[start] in SPACE:
        start += 1
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return start, end
