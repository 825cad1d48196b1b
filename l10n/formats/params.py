"""Owns the named parameters that hold words: in calls of shortcodes and includes, in the first lines of fences.

Hugo writes `{{< figure alt="…" >}}`, Jekyll `{% include x.html alt="…" %}`, Liquid `{% render 'x', alt: "…" %}`,
Nunjucks, Twig and Zola `{{ figure(alt="…") }}`. A parameter without a name may be anything and is never words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.prose import is_text, lettered
from l10n.protocols import SHORTCODE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Param", "blank", "called", "decoded", "encode", "is_calls", "is_param", "is_words", "params", "spoken"]

_CALL = re.compile(
    r"\{\{(?P<sign>[<%])(?![ \t]*/)\s*+(?P<short>[A-Za-z][\w./-]*+)(?P<a>(?:(?!\}\}|\{\{).)*+)\}\}"
    r"|\{%[-+~]?\s*+(?P<tag>[A-Za-z][\w.:-]*+)(?P<b>(?:(?!%\}|\{%).)*+)%\}"
    r"|\{\{[-~]?\s*+(?P<function>[A-Za-z][\w.]*+)(?P<c>\((?:(?!\}\}|\{\{).)*+)\}\}",
    re.DOTALL,
)
"""A call that may have parameters; Hugo shows `{{</* … */>}}` as it is."""
_NAMED = re.compile(
    r"\\.|(?:(?<![\w.:-])(?P<name>[A-Za-z_][\w-]*+)[ \t]*+(?P<sign>[=:])[ \t]*+)?+"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'|`(?P<back>[^`]*+)`)",
    re.DOTALL,
)
_INCLUDES = frozenset({"embed", "include", "include_cached", "include_relative", "import", "render", "component"})
"""Tags that name what they put in."""
_CONTROL = frozenset({"assign", "case", "elif", "elsif", "for", "if", "let", "set", "unless", "when"})
"""Tags that compute; what they name is a variable."""
_FILE = re.compile(r"\s*+[\"']?([\w./-]++)")
_MARKS = {"double": '"', "single": "'", "back": "`"}
_MAYBE = re.compile(r"[\"'`]")
_QUOTED_LINE = re.compile(r"[\r\n][ \t]*>")


@dataclass(frozen=True, slots=True)
class Param:
    """A value with a name and quotation marks; offsets are those of the value without the marks."""

    start: int
    end: int
    name: str
    style: str
    """`param-double`, `param-single` or `param-back`; with ` escaped` where a backslash goes before the mark."""
    owner: str = ""
    """What has the parameter, as an author writes it: `{{< figure >}}`."""


def is_param(style: str) -> bool:
    """Tell whether the style of a segment's shell is one of a parameter."""
    return style.startswith("param-")


def params(text: str, start: int = 0, end: int | None = None, *, owner: str = "", escaped: bool = False) -> list[Param]:
    """Return the parameters with names and quotation marks between two places, in their order."""
    end = len(text) if end is None else end
    found = []
    for one in _NAMED.finditer(text, start, end) if _MAYBE.search(text, start, end) else ():
        if one["name"]:
            kind = next(kind for kind in _MARKS if one[kind] is not None)
            flag = " escaped" if escaped and one["sign"] == "=" and kind != "back" else ""
            found.append(Param(*one.span(kind), one["name"], f"param-{kind}{flag}", owner))
    return found


def called(text: str, start: int = 0, end: int | None = None, *, first: bool = False) -> Iterator[Param]:
    """Yield the parameters of the calls between two places; of the `first` only, which begins there, if so asked.

    Functions (`figure(alt="…")`) and the colons of Liquid know no way to write the mark that ends a value.
    """
    end = len(text) if end is None else end
    found = [_CALL.match(text, start, end)] if first else _CALL.finditer(text, start, end)
    for call in found:
        name = (call["short"] or call["tag"] or call["function"]) if call else ""
        if call is None or name in _CONTROL:
            continue
        kind = "a" if call["short"] else "b" if call["tag"] else "c"
        escaped = kind != "c" and not call[kind].lstrip().startswith("(")
        yield from params(text, *call.span(kind), owner=_owner(call, name, kind), escaped=escaped)


def _owner(call: re.Match[str], name: str, kind: str) -> str:
    if kind == "a":
        return f"{{{{< {name} >}}}}" if call["sign"] == "<" else f"{{{{% {name} %}}}}"
    file = _FILE.match(call["b"]) if name in _INCLUDES else None
    name = f"{name} {file[1]}" if file else name
    return f"{{% {name} %}}" if kind == "b" else f"{{{{ {name} }}}}"


def is_words(name: str, value: str, names: Iterable[str]) -> bool:
    """Tell whether a value is words that readers see: of the names that are taken by default it must look so."""
    if name not in names or not lettered(value) or _QUOTED_LINE.search(value):
        return False
    return name not in SHORTCODE_TEXT or is_text(value)


def is_calls(text: str) -> bool:
    """Tell whether a text is nothing but calls."""
    return text.startswith("{") and not _CALL.sub("", text).strip()


def spoken(found: Iterable[Param], text: str, names: Iterable[str]) -> Iterator[Param]:
    """Yield the parameters that are words."""
    return (one for one in found if is_words(one.name, text[one.start : one.end], names))


def blank(text: str, found: Iterable[Param]) -> str:
    """Return a text without the values of parameters: what a translation may not change."""
    out, done = [], 0
    for one in found:
        out.append(text[done : one.start])
        done = one.end
    return "".join([*out, text[done:]])


def decoded(style: str, raw: str) -> str:
    """Return the words that a value says, on one line."""
    text = " ".join(raw.split())
    name, _, escaped = style.removeprefix("param-").partition(" ")
    return text.replace(f"\\{_MARKS[name]}", _MARKS[name]) if escaped else text


def encode(style: str, text: str) -> str:
    """Write words as a value on one line.

    Where no backslash keeps a quotation mark from ending the value the mark stays as it is: the structure of the
    article tells that it ends there.
    """
    text = " ".join(text.split())
    name, _, escaped = style.removeprefix("param-").partition(" ")
    mark = _MARKS[name]
    return text.replace(mark, f"\\{mark}") if escaped else text
