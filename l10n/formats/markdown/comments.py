"""Owns the comments in fenced code: where their words lie, by the language that the fence names.

Strings are stepped over, so that `"# not a comment"` is none. Lines of one comment that follow each other are one text.
Indented code, code without a language and code in a quotation hold no comments: nothing says what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Comment", "bare", "comments", "encode"]

_QUOTED = r'"(?:[^"\\\r\n]|\\.)*"|' + r"'(?:[^'\\\r\n]|\\.)*'"
_CHARS = r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^'\\\r\n]|\\[^'\r\n]*)'"
_LONG = r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''|"
_HASH = re.compile(_LONG + _QUOTED + r"|(?:(?<=\s)|\A)(?P<line>\#+(?!!))(?P<text>[^\r\n]*)")
_BLOCK = r"|/\*(?P<block>(?:(?!\*/)[\s\S])*)\*/"
_SLASH = re.compile(r"`(?:[^`\\]|\\.)*`|" + _QUOTED + r"|(?<!:)(?P<line>//+!?)(?P<text>[^\r\n]*)" + _BLOCK)
_SYSTEM = re.compile(_CHARS + r"|(?P<line>//+!?)(?P<text>[^\r\n]*)" + _BLOCK)
_DASH = re.compile(_QUOTED + r"|(?P<line>--+)(?P<text>[^\r\n]*)" + _BLOCK)
_STYLE = re.compile(_QUOTED + _BLOCK)
_MARKUP = re.compile(r"<!--(?P<block>(?:(?!-->)[\s\S])*)-->")
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
    found: list[Comment] = []
    lead = ""
    for start, end, style, before in _lines(block, opened.end(), scanner):
        if not _LETTER.search(block, start, end):
            lead = ""
            continue
        goes_on = style == "comment-line" and before and before == lead
        gap = block[found[-1].end : start] if found else ""
        if goes_on and re.fullmatch(r"[ \t]*(?:\r\n|\n|\r)" + re.escape(before), gap):
            last = found.pop()
            found.append(Comment(last.start, end, style, f"{last.text} {block[start:end]}"))
        else:
            found.append(Comment(start, end, style, block[start:end]))
        lead = before
    return found


def _lines(block: str, begin: int, scanner: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield start and end of the words of each comment's line, its style, and what stands before it on its line."""
    for found in scanner.finditer(block, begin):
        groups = found.groupdict()
        if groups.get("line") is not None:
            start, end = _trimmed(block, *found.span("text"))
            margin = max(block.rfind("\n", 0, start), block.rfind("\r", 0, start)) + 1
            alone = not block[margin : found.start()].strip()
            yield start, end, "comment-line", block[margin:start] if alone else ""
        elif groups.get("block") is not None:
            style = "comment-markup" if found[0].startswith("<") else "comment-block"
            for line in _LINE.finditer(block, *found.span("block")):
                lead = _LEAD.match(block, line.start(), line.end())
                yield *_trimmed(block, lead.end() if lead else line.start(), line.end()), style, ""


def _trimmed(block: str, start: int, end: int) -> tuple[int, int]:
    text = block[start:end]
    first = start + len(text) - len(text.lstrip(" \t"))
    return first, max(first, start + len(text.rstrip(" \t")))


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
