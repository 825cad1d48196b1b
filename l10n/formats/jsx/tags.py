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
    short: int = 200
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
    name, close = _text(opened["name"] or b""), bool(opened["close"])
    props: list[JsxProp] = []
    place = opened.end()
    while True:
        before, place = place, _after(_SPACE, data, place, end)
        if ended := _ENDS.match(data, place, end):
            bare = close or not name
            alone = bool(ended[1])
            return None if bare and (props or alone) else JsxTag(start, ended.end(), name, close, alone, tuple(props))
        found = _prop(data, place, end, depth) if name and (props or place > before) else None
        if found is None:
            return None
        place, prop = found
        props.append(prop)


def _prop(data: bytes, place: int, end: int, depth: int) -> tuple[int, JsxProp] | None:
    """Return where a property ends that begins here, and the property; None where there is none."""
    if data.startswith(b"{", place, end):
        over = expression_end(data, place, end, depth + 1)
        return (over, JsxProp("", place, over, "braces")) if over else None
    found = _PROP.match(data, place, end)
    if found is None:
        return None
    style = found.lastgroup if found.lastgroup not in {None, "name"} else ""
    first, last = found.span(style) if style else (found.end(), found.end())
    if style == "braces":
        last = expression_end(data, first, end, depth + 1)
        if not last:
            return None
    return max(found.end(), last), JsxProp(_text(found["name"]), first, last, style or "")


def expression_end(data: bytes, start: int, end: int, depth: int = 0) -> int:
    """Return the offset after the brace that closes the one at `start`; 0 without one before `end`."""
    if depth > _DEPTH:
        return 0
    over = _script(data, start + 1, end, [b"{"], depth)
    return max(0, over)


def statement_end(data: bytes, start: int, end: int) -> int:
    """Return where a module's statements end: before the first blank line outside of what is opened; 0 at a fault."""
    return _script(data, start, end, [], 0)


def _script(data: bytes, place: int, end: int, opened: list[bytes], depth: int) -> int:
    """Return the offset where the last of `opened` is closed, or that of a blank line if none was; 0 at a fault."""
    return _Script(data, end, opened, depth).over(place)


@dataclass(slots=True)
class _Script:
    """One pass over a script."""

    data: bytes
    end: int
    opened: list[bytes]
    depth: int
    operand: bool = True
    """An operand may stand here, not an operator."""
    closed: bool = False

    def over(self, place: int) -> int:
        bottom = bool(self.opened)
        while place < self.end:
            template = self.opened and self.opened[-1] == b"`"
            place = self.template(place) if template else self.token(place)
            if not place or self.closed or (bottom and not self.opened):
                return place
        return 0 if self.opened else self.end

    def template(self, place: int) -> int:
        """Step over the characters of a template."""
        place = _after(_CHARS, self.data, place, self.end)
        if self.data.startswith(b"${", place, self.end):
            self.opened.append(b"{")
            self.operand = True
            return place + 2
        if self.data.startswith(b"`", place, self.end):
            self.opened.pop()
            self.operand = False
            return place + 1
        return 0

    def token(self, place: int) -> int:
        """Step over a token."""
        token = _TOKEN.match(self.data, place, self.end)
        if token is None:
            return 0
        kind = token.lastgroup or ""
        if kind in {"opens", "closes", "template"}:
            return token.end() if self.bracket(kind, token[0]) else 0
        if kind == "space":
            blank = None if self.opened else _BLANK.search(token[0])
            self.closed = blank is not None
            return place + blank.start() if blank else token.end()
        if self.operand and kind in {"slash", "less"}:
            self.operand = False
            if kind == "less":
                return _element(self.data, place, self.end, self.depth + 1)
            found = _REGEXP.match(self.data, place, self.end)
            return found.end() if found else 0
        self.operand = kind in {"sign", "slash", "less"} or (kind == "word" and token[0] in _BEFORE_OPERAND)
        return token.end()

    def bracket(self, kind: str, sign: bytes) -> bool:
        """Open or close a bracket or a template; tell whether that is right here."""
        self.operand = kind == "opens"
        if kind == "closes":
            return bool(self.opened) and self.opened.pop() == _PARTNER[sign]
        self.opened.append(sign)
        return True


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
