"""Owns the escaping of a translation, so that in the place of a Markdown block it stays the text of that block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.markdown.attributes import kept
from l10n.formats.markdown.callouts import MARKER
from l10n.formats.markdown.emphasis import mend
from l10n.formats.markdown.events import BLOCK_TAGS
from l10n.formats.markdown.links import labelled
from l10n.formats.markdown.skips import syntax
from l10n.formats.markdown.spans import spans
from l10n.model import InlineRole, Kind, SpanKind
from l10n.text.markup import active

if TYPE_CHECKING:
    from l10n.model import Segment

__all__ = ["encode", "sentence"]

_BREAKS = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_MARKER = re.compile(
    r"(?P<number>\d{1,9})(?P<stop>[.)])(?=[ \t]|\Z)|"
    r"(?P<sign>[-+*](?=[ \t]|\Z)|>|#{1,6}(?=[ \t]|\Z)"
    r"|[:~%](?=[ \t]))"
)
_RULE = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}\Z")
_FENCE = re.compile(r"`{3,}+(?=[^`]*+\Z)|~{3,}")
_DEFINITION = re.compile(r"(\[(?:[^\[\]\\]|\\.)+\]):")
_BOX = re.compile(r"\[[ xX]\](?=\s|\Z)")
_ANY_BOX = re.compile(r"(?<![\\\]!])\[(?=[ xX]\](?:\s|\Z))")
"""Goldmark makes a box of one in the middle of an item, too."""
_CALLOUT = re.compile(MARKER)
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_DELIMITERS = re.compile(r"(?=[|:-])(?=[^-]*-)(?=[^|:]*[|:])[ \t|:-]++\Z")
_HTML = re.compile(rf"</?(?:{BLOCK_TAGS})(?=[\s/>]|\Z)|<!--|<\?|<![a-z]|<!\[CDATA\[", re.IGNORECASE)
_REFERENCE = {"<": "&lt;"}
"""All renderers read it as words; Python-Markdown knows no `\\<`."""
_CLOSING = re.compile(r"(?:(?<=[ \t])|\A)(#+)\Z")
_BAR = re.compile(r"(?<!\\)\|")
_SITE = frozenset(":/!?=[{-;<(*|")
"""What begins a line of a site generator's syntax and reads as itself after a backslash."""
_TEMPLATES = ("{{", "{%", "{!")
"""No backslash keeps a template engine from them: they stay as they are, to be seen."""
_BOXES = ("!!! ", "??? ", "???+ ", ":::")
"""What begins an admonition or a directive to some program, whatever follows."""
_SHORT = re.compile(r"\\?([\"'])(?=[ \t\n]*\))")
"""What ends a title for Python-Markdown and kramdown, whatever it began with: a quotation mark before a bracket."""
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_DOUBLE = re.compile(r"\A\[(?=[^\[\]]*\]\Z)")
"""Words in brackets: in those of a label they would be the link of a wiki, `:::tip[[words]]`."""
_TAIL = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for the place of its segment; the segment's own text gives its raw text.

    A translation stands on one line, but for the line breaks of its own; each further line begins with
    `Shell.prefix`. White space around it and blank lines inside it are dropped: they would end the block. Characters
    are escaped where they would begin another block, and nowhere else.
    """
    if text == segment.key.text:
        return segment.raw
    name, *flags = segment.shell.style.split("\x1f")[0].split(" ")
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n"))
    if name.startswith("title-"):
        return _title(name, text)
    text = _whole_titles(text)
    text = active.neutral(segment.key.text, mend(segment.key.text, labelled(segment, text)), _REFERENCE)
    if name == "line":
        return _DOUBLE.sub("&#91;", re.sub(r"\\?\n", " ", text))
    if name in {"heading", "cell"}:
        line = re.sub(r"\\?\n", " ", text)
        return _heading(line, segment.key.text) if name == "heading" else _cell(line, segment, opens="open" in flags)
    if segment.kind is Kind.LIST_ITEM and not _BOX.search(segment.key.text):
        text = _ANY_BOX.sub(r"\\[", text)
    lines = text.split("\n")
    lines = [_guarded(line, segment, first=not index) for index, line in enumerate(lines)]
    if name == "underlined":
        if "|" not in segment.key.text:
            lines[-1] = lines[-1].replace("\\|", "|").replace("|", "&#124;")  # above `---` a bar may begin a table
        lines[-1] = _open(lines[-1], segment.key.text)
    return _joined(lines, segment, "\r\n" if "crlf" in flags else "\n")


def _whole_titles(text: str) -> str:
    """Write the quotation marks that would cut the title of a link or an image short as references."""
    if len(_SHORT.findall(text)) < 2:  # noqa: PLR2004  the one that ends the title, and one before it
        return text
    out, done, opened = [], 0, 0
    for one in spans(text):
        piece = text[one.start : one.end] if one.kind is SpanKind.LINK else ""
        if one.role is InlineRole.STANDALONE and piece.startswith("]("):
            opened = one.end
        elif one.role is InlineRole.CLOSE and opened and piece.endswith(")") and piece[0] in _QUOTES:
            out += [text[done:opened], _SHORT.sub(lambda found: _QUOTES[found[1]], text[opened : one.start])]
            done, opened = one.start, 0
    return "".join([*out, text[done:]])


def _joined(lines: list[str], segment: Segment, newline: str) -> str:
    """Join lines the way the article writes its hard breaks and line beginnings."""
    if "\\\n" in segment.key.text and not re.search(r"\\(?:\r\n|\n|\r)", segment.raw):
        shown = [f"{line[:-1].rstrip()}  " if _TAIL.search(line) else line for line in lines[:-1]]
        lines = [line for line in shown if line.strip()] + lines[-1:]
    return (newline + segment.shell.prefix).join(lines)


def _guarded(line: str, segment: Segment, *, first: bool) -> str:
    """Escape what would make the beginning of a line begin a block."""
    line = line.lstrip(" \t")
    fence = _FENCE.match(line)
    if fence:
        return "".join("\\" + char for char in fence[0]) + line[fence.end() :]
    if first and _DEFINITION.match(line):
        return _DEFINITION.sub(r"\1\\:", line, count=1)
    marker = _MARKER.match(line)
    at = marker.end() - 1 if marker and marker["number"] else 0
    if marker or _RULE.match(line) or _opens(line, segment, first=first):
        return line[:at] + "\\" + line[at:]
    return line


def _opens(line: str, segment: Segment, *, first: bool) -> bool:
    """Tell whether the first character of a line must be escaped for what the line would be in this place."""
    if not first and (_UNDERLINE.match(line) or _DELIMITERS.match(line)):
        return True
    if first and segment.kind in {Kind.LIST_ITEM, Kind.FOOTNOTE} and _BOX.match(line):
        return True
    if ">" in segment.shell.prefix and _CALLOUT.match(line):
        return True
    if line.startswith(_BOXES):
        return True
    if line[0:1] in _SITE and not line.startswith(_TEMPLATES):
        row = line.encode("utf-8", "surrogatepass")
        if syntax(row) or syntax(row, verse=True):
            return True
    tag = _HTML.match(line)
    return tag is not None and tag[0] not in segment.key.text


def _cell(line: str, segment: Segment, *, opens: bool) -> str:
    """Escape the text of a table cell; `opens` when nothing stands before it in its row."""
    line = _BAR.sub(r"\\|", _guarded(line, segment, first=True) if opens else line)
    return line + "\\" if _TAIL.search(line) else line


def _heading(line: str, source: str) -> str:
    line = line.lstrip(" \t")
    return _open(_CLOSING.sub(lambda found: found[0][:-1] + "\\#", line), source)


def _open(line: str, source: str) -> str:
    """Escape the brace that ends a heading, unless what it ends is the source's and part of its text."""
    line = line.rstrip(" \t")
    if not line.endswith("}") or line.endswith(("\\}", "}}", "%}")):
        return line
    braces = kept(line)
    return line if braces and braces in source else f"{line[:-1]}\\}}"


def _title(name: str, text: str) -> str:
    """Escape the title of a link reference definition; its quotation marks are outside."""
    closing = {"title-double": '"', "title-single": "'", "title-paren": ")"}[name]
    text = text.replace("\n", " ")
    out = re.sub(r"(?<!\\)" + re.escape(closing), "\\\\" + closing, text)
    if closing == ")":
        out = re.sub(r"(?<!\\)\(", r"\\(", out)
    return out + "\\" if _TAIL.search(out) else out


def sentence(text: str) -> str:
    """Escape a sentence of plain words so that it reads as itself anywhere in a paragraph."""
    return re.sub(r"([\\`*_\[\]{}<>&#~|])", r"\\\1", " ".join(text.split()))
