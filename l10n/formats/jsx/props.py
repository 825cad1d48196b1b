"""Owns the words in the properties of components: strings of JSX, and strings of the script in their braces."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.formats.jsx.tags import JsxTag

__all__ = ["PropText", "decoded", "encode", "is_prop", "spoken", "strings"]

_LONE = re.compile(rb"\{\s*+(\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+')\s*+\}")
_TOKEN = re.compile(
    rb"//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/|`(?:[^`\\]|\\(?s:.))*+`"
    rb"|(?<![\w$.])(?:(?P<key>[A-Za-z_$][\w$]*+)|\"(?P<quoted>[\w$-]++)\"|'(?P<single>[\w$-]++)')\s*+:\s*+"
    rb"(?P<value>\"(?:[^\"\\\r\n]|\\(?s:.))*+\"|'(?:[^'\\\r\n]|\\(?s:.))*+')(?=\s*+[,}])"
    rb"|\"(?:[^\"\\\r\n]|\\(?s:.))*+\"|'(?:[^'\\\r\n]|\\(?s:.))*+'"
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r": "", "\r\n": ""}
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_MOST = 0x10FFFF
_STYLES = {b'"': "double", b"'": "single"}


@dataclass(frozen=True, slots=True)
class PropText:
    """The words of a property; byte offsets without the quotation marks."""

    start: int
    end: int
    name: str
    style: str
    """`jsx-double`, `jsx-single`, `script-double` or `script-single`: how they are written."""


def is_prop(style: str) -> bool:
    """Tell whether the style of a segment's shell is one of a property."""
    return style.startswith(("jsx-", "script-"))


def spoken(data: bytes, tag: JsxTag, names: Iterable[str]) -> Iterator[PropText]:
    """Yield the words of a tag's properties that have one of these names, also of such keys within braces."""
    for prop in tag.props:
        if prop.style in {"double", "single"}:
            if prop.name in names:
                yield PropText(prop.start, prop.end, prop.name, f"jsx-{prop.style}")
        elif prop.style == "braces":
            lone = _LONE.fullmatch(data, prop.start, prop.end)
            if lone and prop.name in names:
                start, end = lone.span(1)
                yield PropText(start + 1, end - 1, prop.name, f"script-{_STYLES[data[start : start + 1]]}")
            elif not lone:
                yield from _keyed(data, prop.start, prop.end, names)


def _keyed(data: bytes, start: int, end: int, names: Iterable[str]) -> Iterator[PropText]:
    for found in _TOKEN.finditer(data, start, end):
        name = (found["key"] or found["quoted"] or found["single"] or b"").decode("utf-8", "replace")
        if name and name in names:
            first, last = found.span("value")
            yield PropText(first + 1, last - 1, name, f"script-{_STYLES[data[first : first + 1]]}")


def strings(data: bytes, tag: JsxTag) -> Iterator[tuple[int, int]]:
    """Yield where the strings of a tag's properties are: what in it may be words."""
    for prop in tag.props:
        if prop.style in {"double", "single"}:
            yield prop.start, prop.end
        elif prop.style == "braces":
            for found in _TOKEN.finditer(data, prop.start, prop.end):
                if found["value"]:
                    yield found.start("value") + 1, found.end("value") - 1
                elif found[0][:1] in _STYLES:
                    yield found.start() + 1, found.end() - 1


def decoded(style: str, raw: str) -> str:
    """Return the words that a string says."""
    if style.startswith("jsx-"):
        return html.unescape(raw) if "&" in raw else raw
    return _ESCAPE.sub(_unescaped, raw) if "\\" in raw else raw


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= _MOST else "\ufffd"
    return _PLAIN.get(found[4], found[4])


def encode(style: str, text: str) -> str:
    """Write words as a string on one line: JSX has references and no backslashes, a script the other way round."""
    text = " ".join(text.split())
    if style.startswith("jsx-"):
        text = _REFERENCE.sub("&amp;", text)
        return text.replace('"', "&quot;") if style == "jsx-double" else text.replace("'", "&#39;")
    text = text.replace("\\", "\\\\")
    return text.replace('"', '\\"') if style == "script-double" else text.replace("'", "\\'")
