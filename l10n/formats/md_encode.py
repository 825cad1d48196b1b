"""Owns the escaping of a translation, so that in the place of a Markdown block it stays the text of that block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.md_emphasis import mend
from l10n.formats.md_events import BLOCK_TAGS
from l10n.formats.md_links import labelled

if TYPE_CHECKING:
    from l10n.model import Segment

__all__ = ["encode", "sentence"]

_BREAKS = re.compile(r"[ \t]*\n[ \t\n]*")
_MARKER = re.compile(r"(?P<number>\d{1,9})(?P<stop>[.)])(?=[ \t]|\Z)|(?P<sign>[-+*](?=[ \t]|\Z)|>|#{1,6}(?=[ \t]|\Z))")
_RULE = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}\Z")
_FENCE = re.compile(r"`{3,}(?=[^`]*\Z)|~{3,}")
_DEFINITION = re.compile(r"(\[(?:[^\[\]\\]|\\.)+\]):")
_BOX = re.compile(r"\[[ xX]\](?=\s|\Z)")
_ALERT = re.compile(r"\[!(?:note|tip|important|warning|caution)\]", re.IGNORECASE)
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_DELIMITERS = re.compile(r"[|:][ \t|:-]*-[ \t|:-]*\Z|-[ \t|:-]*[|:][ \t|:-]*\Z")
_HTML = re.compile(rf"</?(?:{BLOCK_TAGS})(?=[\s/>]|\Z)|<!--|<\?|<![a-z]|<!\[CDATA\[", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\}[ \t]*\Z")
_CLOSING = re.compile(r"(?:(?<=[ \t])|\A)(#+)\Z")
_BAR = re.compile(r"(?<!\\)\|")
_TAIL = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")


def encode(segment: Segment, text: str) -> str:
    """Escape a translation for the place of its segment; the segment's own text gives its raw text.

    A translation stands on one line, but for the line breaks of its own; each further line begins with
    `Shell.prefix`. White space around it and blank lines inside it are dropped: they would end the block. Characters are
    escaped where they would begin another block, and nowhere else.
    """
    if text == segment.key.text:
        return segment.raw
    name, *flags = segment.shell.style.split("\x1f")[0].split(" ")
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n"))
    if name.startswith("title-"):
        return _title(name, text)
    text = mend(segment.key.text, labelled(segment, text))
    if name in {"heading", "cell"}:
        text = re.sub(r"\\?\n", " ", text)
    lines = text.split("\n")
    if name == "cell":
        line = lines[0] if "open" not in flags else _guarded(lines[0], segment, first=True)
        line = _BAR.sub(r"\\|", line)
        return line + "\\" if _TAIL.search(line) else line
    if name == "heading":
        return _heading(lines[0])
    lines = [_guarded(line, segment, first=not index) for index, line in enumerate(lines)]
    if name == "underlined":
        lines[-1] = _ATTRIBUTES.sub(r"\\}", lines[-1]) if not lines[-1].endswith("\\}") else lines[-1]
    return _joined(lines, segment, "\r\n" if "crlf" in flags else "\n")


def _joined(lines: list[str], segment: Segment, newline: str) -> str:
    """Join lines the way the article writes its hard breaks and line beginnings."""
    spaces = "  " if "\\\n" in segment.key.text and not re.search(r"\\(?:\r\n|\n|\r)", segment.raw) else ""
    out = lines[0]
    for line in lines[1:]:
        if spaces and _TAIL.search(out):
            out = out[:-1].rstrip() + spaces
        out += newline + segment.shell.prefix + line
    return out


def _guarded(line: str, segment: Segment, *, first: bool) -> str:
    """Escape what would make the beginning of a line begin a block."""
    line = line.lstrip(" \t")
    marker = _MARKER.match(line)
    if _RULE.match(line) or (not first and _UNDERLINE.match(line)) or (not first and _DELIMITERS.match(line)):
        return "\\" + line
    if marker:
        return line[: marker.end() - 1] + "\\" + line[marker.end() - 1 :] if marker["number"] else "\\" + line
    fence = _FENCE.match(line)
    if fence:
        return "".join("\\" + char for char in fence[0]) + line[fence.end() :]
    if first and _BOX.match(line) and segment.kind.value == "list item":
        return "\\" + line
    if ">" in segment.shell.prefix and _ALERT.match(line):
        return "\\" + line
    if first and _DEFINITION.match(line):
        return _DEFINITION.sub(r"\1\\:", line, count=1)
    tag = _HTML.match(line)
    if tag and tag[0] not in segment.key.text:
        return "\\" + line
    return line


def _heading(line: str) -> str:
    line = line.lstrip(" \t")
    line = _CLOSING.sub(lambda found: found[0][:-1] + "\\#", line)
    if _ATTRIBUTES.search(line) and not line.endswith("\\}"):
        line = line[: line.rindex("}")] + "\\" + line[line.rindex("}") :]
    return line


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
    return re.sub(r"([\\`*_\[\]<>&#~|])", r"\\\1", " ".join(text.split()))
