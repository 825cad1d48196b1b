"""Owns the cutting of HTML source into tokens on exact offsets, the way a browser cuts it; nothing is decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from l10n.formats.places import Ahead

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SPACE", "Attribute", "Token", "TokenKind", "attributes", "names", "tokens"]

SPACE = " \t\n\r\f"
"""The white space of the HTML Standard; others (no-break, ideographic) are text."""


def names(text: str) -> frozenset[str]:
    """Return the element names in a text."""
    return frozenset(text.split())


_RAW = names("iframe noembed noframes plaintext script style textarea title xmp")
"""Elements whose content holds no tags (HTML Standard, parsing, raw text and RCDATA states)."""

_W = r" \t\n\r\f"
_VALUE = rf"""[{_W}]*+=[{_W}]*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^{_W}>]*+)"""
_ATTRIBUTE = rf"[^{_W}/>][^{_W}/>=]*+(?:{_VALUE}|(?![{_W}]*+=))"
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_W}/>]*+)(?:[{_W}/]*+{_ATTRIBUTE})*+[{_W}/]*+>")
_ONE = re.compile(
    rf"[{_W}/]*+([^{_W}/>][^{_W}/>=]*+)"
    rf"""(?:[{_W}]*+=[{_W}]*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^{_W}>]*+)))?"""
)
_QUOTES = ("", "", '"', "'", "")


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    COMMENT = "comment"
    """A comment, a doctype, a processing instruction or a bogus comment."""
    RAW = "raw"
    """The content of a raw text element; `name` is the element's."""
    TAIL = "tail"
    """A tag that is never closed, with all that follows: browsers drop it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source; the tokens of a source partition it."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    """Element name in lower case; empty for text and comments."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag."""

    name: str
    """In lower case."""
    start: int
    end: int
    """Offsets of the value in the source, without its quotes; equal where there is none."""
    quote: str
    """`"`, `'`, or empty for a value without quotes."""


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of HTML source, broken or not, in order and without gaps."""
    position = text = 0
    absent: set[str] = set()
    ahead = Ahead(source)
    xml = source.lstrip("\ufeff" + SPACE).startswith("<?xml")
    while (position := source.find("<", position)) >= 0:
        token = _markup(source, position, ahead)
        if token is None:
            position += 1
            continue
        if text < position:
            yield Token(TokenKind.TEXT, text, position)
        yield token
        position = text = token.end
        if token.kind is TokenKind.OPEN and token.name in _RAW:
            end = _raw_end(source, token, absent, xml=xml)
            if end > position:
                yield Token(TokenKind.RAW, position, end, token.name)
            position = text = end
    if text < len(source):
        yield Token(TokenKind.TEXT, text, len(source))


def attributes(source: str, token: Token) -> tuple[Attribute, ...]:
    """Return the attributes of a tag in their order; of two with one name a browser heeds the first."""
    found: list[Attribute] = []
    position = token.start + 1 + len(token.name) + (token.kind is TokenKind.CLOSE)
    while one := _ONE.match(source, position, token.end - 1):
        group = one.lastindex or 1
        start, end = one.span(group) if group > 1 else (one.end(), one.end())
        found.append(Attribute(one[1].lower(), start, end, _QUOTES[group]))
        position = one.end()
    return tuple(found)


def _markup(source: str, start: int, ahead: Ahead[str]) -> Token | None:
    """Read the markup at a `<`; None where it is text."""
    following = source[start + 1 : start + 3]
    if tag := _TAG.match(source, start):
        return Token(TokenKind.CLOSE if tag[1] else TokenKind.OPEN, start, tag.end(), tag[2].lower())
    if re.match(r"/?[A-Za-z]", following):
        return Token(TokenKind.TAIL, start, len(source))
    if following[:1] in ("!", "?") or (following[:1] == "/" and len(following) > 1):
        return Token(TokenKind.COMMENT, start, _comment_end(source, start, ahead))
    return None


def _comment_end(source: str, start: int, ahead: Ahead[str]) -> int:
    end = ">"
    inside = start + 2
    if source.startswith("<!--", start):
        if empty := re.compile(r"<!---?>").match(source, start):
            return empty.end()
        closed = re.compile(r"--!?>").search(source, start + 4)
        return closed.end() if closed else len(source)
    if source.startswith("<![CDATA[", start) and ahead.find("]]>", start) >= 0:
        end = "]]>"
    found = source.find(end, inside)
    return found + len(end) if found >= 0 else len(source)


def _raw_end(source: str, token: Token, absent: set[str], *, xml: bool) -> int:
    """Find where the content of a raw text element ends; `absent` remembers names never closed from here on."""
    closed_itself = source.endswith("/", 0, token.end - 1)
    if closed_itself and xml:
        return token.end
    if token.name not in absent:
        if token.name != "plaintext":
            closing = re.compile(rf"</{token.name}(?=[{_W}/>])", re.IGNORECASE).search(source, token.end)
            if closing:
                return closing.start()
        absent.add(token.name)
    return token.end if closed_itself else len(source)
