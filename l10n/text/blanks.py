"""Owns what a text has for its reader to fill in: `<path>`, `<target dir>`, as manuals write it.

It is no element of HTML, SVG or MathML and sets nothing, so that a browser that takes it for a tag does nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blanks", "is_blank", "shared"]

_ELEMENTS = frozenset(
    (
        *("a", "abbr", "acronym", "address", "animate", "applet", "area", "article", "aside", "audio", "b", "base"),
        *("basefont", "bdi", "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button", "canvas"),
        *("caption", "center", "circle", "cite", "code", "col", "colgroup", "command", "content", "data", "datalist"),
        *("dd", "defs", "del", "desc", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "element", "em", "embed"),
        *("fieldset", "figcaption", "figure", "font", "footer", "foreignobject", "form", "frame", "frameset", "g"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "image", "img"),
        *("input", "ins", "isindex", "kbd", "keygen", "label", "legend", "li", "line", "link", "listing", "main"),
        *("map", "mark", "marquee", "math", "menu", "menuitem", "meta", "meter", "mglyph", "mtext", "multicol", "nav"),
        *("nextid", "nobr", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p"),
        *("param", "picture", "plaintext", "portal", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s"),
        *("samp", "script", "search", "section", "select", "set", "shadow", "slot", "small", "source", "spacer"),
        *("span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "symbol", "table", "tbody", "td"),
        *("template", "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul"),
        *("use", "var", "video", "wbr", "xmp"),
    )
)
"""HTML Standard, "Elements" and "Obsolete features", and what else a browser draws or loads by itself."""
_SETS = frozenset(["autofocus", "contenteditable", "draggable", "hidden", "inert", "is", "popover", "slot", "style"])
"""Attributes that act without a value (HTML Standard, "Global attributes")."""
_BLANK = re.compile(r"<(?P<name>[^\W\d_][\w.-]*)(?P<more>(?: [\w.-]+)*)>")


def blanks(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be filled in."""
    return (found for found in _BLANK.finditer(text) if _unknown(found)) if "<" in text else iter(())


def is_blank(piece: str) -> bool:
    """Tell whether a piece of a text, `<path>`, is to be filled in."""
    found = _BLANK.fullmatch(piece)
    return found is not None and _unknown(found)


def _unknown(found: re.Match[str]) -> bool:
    more = found["more"].lower().split()
    return found["name"].lower() not in _ELEMENTS and not any(word in _SETS or word.startswith("on") for word in more)


def shared(source: str, target: str) -> Iterator[re.Match[str]]:
    """Yield what is to be filled in of a translation that its source has in the same words."""
    return (found for found in blanks(target) if found.group() in source)
