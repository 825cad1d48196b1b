"""Owns the comments in fenced code: where their words lie, by the language that the fence names.

Strings are stepped over, so that `"# not a comment"` is none. Lines of one comment that follow each other are one text.
Indented code, code without a language and code in a quotation hold no comments: nothing says what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.places import Ahead, line_start

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Comment", "bare", "comments", "encode", "is_comment"]

_QUOTED = r'\\.|"(?:[^"\\\r\n]|\\.)*+"|' + r"'(?:[^'\\\r\n]|\\.)*+'"
"""A string, or a mark that is none because of the backslash before it."""
_CHARS = r'\\.|"(?:[^"\\]|\\.)*+"|' + r"'(?:[^'\\\r\n]|\\[^'\r\n]*+)'"
_LONG = r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''|"
_HASH = re.compile(_LONG + _QUOTED + r"|(?:(?<=\s)|\A)(?P<line>\#+(?!!))(?P<text>[^\r\n]*)")
_BLOCK = r"|(?P<opens>/\*)"
_SLASH = re.compile(r"`(?:[^`\\]|\\.)*+`|" + _QUOTED + r"|(?<!:)(?P<line>//+!?)(?P<text>[^\r\n]*)" + _BLOCK)
_SYSTEM = re.compile(_CHARS + r"|(?P<line>//+!?)(?P<text>[^\r\n]*)" + _BLOCK)
_DASH = re.compile(_QUOTED + r"|(?P<line>--+)(?P<text>[^\r\n]*)" + _BLOCK)
_STYLE = re.compile(_QUOTED + _BLOCK)
_MARKUP = re.compile(r"(?P<opens><!--)")
_CLOSES = {"/*": ("*/", "comment-block"), "<!--": ("-->", "comment-markup")}
_LANGUAGES = {
    _HASH: (
        "bash dockerfile elixir make makefile perl powershell ps1 py py3 python python3 r rb ruby sh shell toml yaml"
        " yml zsh"
    ),
    _SLASH: "dart javascript js json5 jsonc jsx php scss ts tsx typescript",
    _SYSTEM: "c c++ cc cpp cs csharp go golang java kotlin kt proto rs rust scala swift zig",
    _DASH: "ada elm haskell hs lua sql",
    _STYLE: "css",
    _MARKUP: "html svg vue xhtml xml",
}
_SCANNERS = {name: scanner for scanner, names in _LANGUAGES.items() for name in names.split()}
LANGUAGES = frozenset(_SCANNERS)
"""The languages whose comments are known."""
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})[ \t]*\{?\.?(?P<language>[\w+#]+)[^\r\n]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"[^\r\n]+")
_LEAD = re.compile(r"[ \t]*(?:\*+(?=[ \t\r\n]|\Z))?[ \t]*")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Comment:
    """The words of a comment; character offsets into the code block."""

    start: int
    end: int
    style: str
    """`comment-line`, `comment-block` or `comment-markup`."""
    text: str
    """On one line."""


def comments(block: str) -> list[Comment]:
    """Find the comments of a fenced code block, its fence included; none where the language is not known."""
    opened = _FENCE.match(block)
    scanner = _SCANNERS.get(opened["language"].lower()) if opened else None
    if opened is None or scanner is None:
        return []
    found: list[tuple[int, int, str, list[str]]] = []
    lead = ""
    for start, end, style, before in _lines(block, opened.end(), scanner):
        if not _LETTER.search(block, start, end):
            lead = ""
            continue
        goes_on = style == "comment-line" and before and before == lead
        if goes_on and found and _follows(block, found[-1][1], start, before):
            first, _, _, texts = found[-1]
            found[-1] = first, end, style, texts
        else:
            texts = []
            found.append((start, end, style, texts))
        texts.append(block[start:end])
        lead = before
    return [Comment(start, end, style, " ".join(texts)) for start, end, style, texts in found]


def _follows(block: str, end: int, start: int, before: str) -> bool:
    """Tell whether a line of a comment that begins behind `before` is the next one below the line that ends there."""
    return block[end:start].lstrip(" \t") in {f"\r\n{before}", f"\n{before}", f"\r{before}"}


def _lines(block: str, begin: int, scanner: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield start and end of the words of each comment's line, its style, and what stands before it on its line."""
    ahead = Ahead(block)
    place = begin
    while found := scanner.search(block, place):
        place = found.end()
        if found.lastgroup == "text":
            start, end = _trimmed(block, *found.span("text"))
            margin = line_start(block, start)
            alone = not block[margin : found.start()].strip()
            yield start, end, "comment-line", block[margin:start] if alone else ""
        elif found.lastgroup == "opens":
            closes, style = _CLOSES[found[0]]
            end = ahead.find(closes, place)
            for line in _LINE.finditer(block, place, max(end, place)):
                lead = _LEAD.match(block, line.start(), line.end())
                yield *_trimmed(block, lead.end() if lead else line.start(), line.end()), style, ""
            place = end + len(closes) if end >= 0 else place


def _trimmed(block: str, start: int, end: int) -> tuple[int, int]:
    text = block[start:end]
    first = start + len(text) - len(text.lstrip(" \t"))
    return first, max(first, start + len(text.rstrip(" \t")))


def is_comment(style: str) -> bool:
    """Tell whether the style of a segment's shell is one of a comment in code."""
    return style.startswith("comment-")


def encode(style: str, text: str) -> str:
    """Write a translation as a comment's words: one line, the mark that ends the comment taken apart."""
    line = " ".join(text.split())
    if style == "comment-block":
        return line.replace("*/", "* /")
    return line.replace("--", "-\u2010") if style == "comment-markup" else line


def bare(block: str) -> str:
    """Return a code block without the words of its comments: what a translation may not change."""
    out: list[str] = []
    done = 0
    for one in comments(block):
        out.append(block[done : one.start])
        done = one.end
    return "\x00".join([*out, block[done:]])
