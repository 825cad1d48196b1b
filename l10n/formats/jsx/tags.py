"""Owns where a tag of JSX or an expression in braces ends, however long and however nested.

Rules: MDX 3 (micromark-extension-mdx-jsx, -mdx-expression) for tags, ECMAScript for what stands in braces: strings,
templates, comments, regular expressions and JSX of its own. All offsets are bytes, or characters of a text that has
one byte a character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["JsxProp", "JsxTag", "SearchBudget", "expression_end", "statement_end", "tag_at"]

_NAME = rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff-]*+"
_OPENS = re.compile(rb"<(?P<close>/?)(?:(?P<name>" + _NAME + rb"(?:[.:]" + _NAME + rb")*+)|(?=[ \t\r\n]*+>))")
_PROP = re.compile(
    rb"(?P<name>[A-Za-z_$@:\x80-\xff][\w$:.@\x80-\xff-]*+)"
    rb"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<braces>\{)))?+"
)
_SPACE = re.compile(rb"\s*+")
_ENDS = re.compile(rb"(/?)\s*+>")
_TOKEN = re.compile(
    rb"(?P<space>\s++|//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)"
    rb"|(?P<string>\"(?:[^\"\\\r\n]|\\(?s:.))*+\"|'(?:[^'\\\r\n]|\\(?s:.))*+')"
    rb"|(?P<word>[\w$\x80-\xff]++)"
    rb"|(?P<opens>[({\[])|(?P<closes>[)}\]])|(?P<template>`)|(?P<slash>/)|(?P<less><)"
    rb"|(?P<sign>[^\s\w\"'`()\[\]{}/<$\x80-\xff])"
)
_REGEXP = re.compile(rb"/(?:[^/\\\[\r\n]|\\[^\r\n]|\[(?:[^\]\\\r\n]|\\[^\r\n])*+\])++/\w*+")
_BLANK = re.compile(rb"(?:\r\n|\n|\r)[ \t]*(?=[\r\n])")
_CHARS = re.compile(rb"(?:[^`\\$]|\\(?s:.)|\$(?!\{))*+")
_TEXT = re.compile(rb"[^<{]*+")
_BEFORE_OPERAND = frozenset(
    b"return typeof case in of default do else await yield void delete instanceof new throw".split()
)
"""Words behind which an operand stands, so that a slash begins a regular expression and `<` a tag."""
_PARTNER = {b")": b"(", b"}": b"{", b"]": b"["}
_DEPTH = 60
"""How deeply tags and expressions may stand in each other."""


@dataclass(frozen=True, slots=True)
class JsxProp:
    """A property of a tag; `start` and `end` are those of its value, without quotation marks but with braces."""

    name: str
    start: int
    end: int
    style: str
    """`double` or `single` (a string of JSX), `braces`, or empty for a property without a value."""


@dataclass(frozen=True, slots=True)
class JsxTag:
    """A tag of an element, a component or a fragment."""

    start: int
    end: int
    name: str
    """Empty for a fragment."""
    close: bool
    alone: bool
    """It ends itself: `<br />`."""
    props: tuple[JsxProp, ...] = ()


@dataclass(slots=True)
class SearchBudget:
    """How far a search for an end may look: a text whose ends are missing is not looked through from each beginning."""

    left: int
    """Bytes that searches without an answer may still cost."""
    short: int = 2000
    """Bytes of one search after that."""

    def limit(self, start: int, end: int) -> int:
        """Return where a search from `start` stops."""
        return end if self.left > 0 else min(end, start + self.short)

    def failed(self, start: int, end: int) -> None:
        """Count a search without an answer."""
        self.left -= end - start


def tag_at(data: bytes, start: int, end: int, depth: int = 0) -> JsxTag | None:
    """Return the tag that begins at a byte and ends before another; None where there is none."""
    opened = _OPENS.match(data, start, end)
    if opened is None or depth > _DEPTH:
        return None
    name, close = opened["name"] or b"", bool(opened["close"])
    props: list[JsxProp] = []
    place = opened.end()
    while place < end:
        before, place = place, _after(_SPACE, data, place, end)
        if ended := _ENDS.match(data, place, end):
            alone = bool(ended[1])
            if (close and (props or alone)) or (not name and (props or alone)):
                return None
            return JsxTag(start, ended.end(), _text(name), close, alone, tuple(props))
        if not name:
            return None
        if data[place : place + 1] == b"{":
            over = expression_end(data, place, end, depth + 1)
            if not over:
                return None
            props.append(JsxProp("", place, over, "braces"))
            place = over
            continue
        found = _PROP.match(data, place, end) if place > before or props else None
        if found is None:
            return None
        style = found.lastgroup if found.lastgroup not in {None, "name"} else ""
        first, last = found.span(style) if style else (found.end(), found.end())
        if style == "braces":
            last = expression_end(data, first, end, depth + 1)
            if not last:
                return None
        props.append(JsxProp(_text(found["name"]), first, last, style or ""))
        place = max(found.end(), last)
    return None


def expression_end(data: bytes, start: int, end: int, depth: int = 0) -> int:
    """Return the offset after the brace that closes the one at `start`; 0 without one before `end`."""
    if depth > _DEPTH:
        return 0
    over = _script(data, start + 1, end, [b"{"], depth)
    return over if over > 0 else 0


def statement_end(data: bytes, start: int, end: int) -> int:
    """Return where a module's statements end: before the first blank line outside of what is opened; 0 at a fault."""
    return _script(data, start, end, [], 0)


def _script(data: bytes, place: int, end: int, opened: list[bytes], depth: int) -> int:
    """Return the offset where the last of `opened` is closed, or that of a blank line if none was; 0 at a fault."""
    operand = True
    bottom = bool(opened)
    while place < end:
        if opened and opened[-1] == b"`":
            place = _after(_CHARS, data, place, end)
            if data.startswith(b"${", place):
                opened.append(b"{")
                place, operand = place + 2, True
            elif data.startswith(b"`", place) and place < end:
                opened.pop()
                place, operand = place + 1, False
            else:
                return 0
            continue
        token = _TOKEN.match(data, place, end)
        if token is None:
            return 0
        kind, place = token.lastgroup, token.end()
        if kind == "opens":
            opened.append(token[0])
            operand = True
        elif kind == "closes":
            if not opened or opened.pop() != _PARTNER[token[0]]:
                return 0
            if not opened and bottom:
                return place
            operand = False
        elif kind == "template":
            opened.append(b"`")
        elif kind == "slash" and operand:
            found = _REGEXP.match(data, token.start(), end)
            if found is None:
                return 0
            place, operand = found.end(), False
        elif kind == "less" and operand:
            place = _element(data, token.start(), end, depth + 1)
            if not place:
                return 0
            operand = False
        elif kind == "space":
            if not opened and (blank := _BLANK.search(token[0])):
                return token.start() + blank.start()
        else:
            operand = kind in {"sign", "slash", "less"} or (kind == "word" and token[0] in _BEFORE_OPERAND)
    return 0 if opened else end


def _element(data: bytes, place: int, end: int, depth: int) -> int:
    """Return the offset after the element that begins with a tag, its children and all; 0 where it has no end."""
    names: list[str] = []
    while place < end:
        tag = tag_at(data, place, end, depth)
        if tag is None:
            return 0
        place = tag.end
        if tag.close:
            if not names or names.pop() != tag.name:
                return 0
        elif not tag.alone:
            names.append(tag.name)
        while names:
            place = _after(_TEXT, data, place, end)
            if not data.startswith(b"{", place) or place >= end:
                break
            place = expression_end(data, place, end, depth + 1)
            if not place:
                return 0
        if not names:
            return place
    return 0


def _after(pattern: re.Pattern[bytes], data: bytes, place: int, end: int) -> int:
    found = pattern.match(data, place, end)
    return found.end() if found else place


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")
