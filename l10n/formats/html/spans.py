"""Owns what is markup and what is words inside a run of inline HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import SPACE, TokenKind, attributes, tokens
from l10n.formats.inlines import VOID, Mark, beside, numbered, worded
from l10n.model import InlineRole, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.html.tokens import Attribute, Token
    from l10n.model import Inline

__all__ = ["TRANSLATED", "RunItem", "held", "inline", "items", "strip", "untranslated", "words"]

TRANSLATED = ("alt", "title", "placeholder", "aria-label")
"""The attributes that a reader meets as text."""

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


def inline(text: str) -> tuple[Inline, ...]:
    """Find the markup inside a text; the words of `alt`, `title`, `placeholder` and `aria-label` are left free.

    A tag that those words divide begins its element with its first piece.
    """
    spans: list[Mark] = []
    for item in items(text, list(tokens(text))):
        kind = item.token.kind
        if item.opaque:
            spans.append(Mark(item.start, item.end, SpanKind.CODE))
        elif kind is TokenKind.TEXT:
            spans.extend(_text(text, item.start, item.end))
        elif kind in (TokenKind.RAW, TokenKind.TAIL):
            spans.append(Mark(item.start, item.end, SpanKind.CODE))
        elif kind is TokenKind.OPEN:
            spans.extend(_tag(text, item.token))
        else:
            spans.append(Mark(item.start, item.end, SpanKind.TAG))
    return numbered(text, spans)


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


def _tag(text: str, token: Token) -> Iterator[Mark]:
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
    seen: set[str] = set()
    for attribute in attributes(text, token):
        free = attribute.name in TRANSLATED and attribute.name not in seen and attribute.quote
        if free and worded(text[attribute.start : attribute.end], _PATTERN):
            yield attribute
        seen.add(attribute.name)


def _text(text: str, start: int, end: int) -> Iterator[Mark]:
    yield from beside(text, _PATTERN, start, end)


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at its edges."""
    while start < end and text[start] in SPACE:
        start += 1
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return start, end
