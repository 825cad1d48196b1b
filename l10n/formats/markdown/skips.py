"""Owns what Markdown's parser takes for prose and no reader sees: lines of template and site-generator syntax."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.formats.places import line_start
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from l10n.formats.markdown.blocks import Leaf

__all__ = ["MAYBE", "ambiguous", "is_skipped", "lines", "rejected", "stretches", "syntax"]

_TAG = (
    rb"\{%(?:(?!%\}).)*+%\}|\{\{(?:(?!\}\}).)*+\}\}|\{#(?:(?!#\}).)*+#\}|\{\*(?:(?!\*\}).)*+\*\}"
    rb"|\{/\*(?:(?!\*/\}).)*+\*/\}|\{:[^}]*+\}|\{!(?:(?!!\}).)*+!\}|\{[ \t]*+[.#][^{}]*+\}"
)
_LINE = re.compile(
    rb"(?:[ \t]*+(?:" + _TAG + rb"))++[ \t]*\Z"  # Liquid, Jinja, Hugo, MDX, attribute lists
    rb"|:{3,}.*\Z"  # directives of Docusaurus, VuePress, MyST
    rb"|/{3,}(?:[ \t]+[a-z][\w-]*(?:[ \t]*\|.*)?)?[ \t]*\Z"  # blocks of PyMdown
    rb"|(?:!!!|\?\?\?\+?|={3})[ \t]++(?:[a-z][\w -]*+)?(?:\"[^\"]*\")?[ \t]*\Z"  # Python-Markdown's admonitions, tabs
    rb"|(?:import|export)[ \t]++.*(?:\bfrom[ \t]+['\"]|[ \t]=[ \t]|\bfunction\b).*\Z"  # MDX modules
    rb"|:[a-z0-9_+-]+:[ \t]*\Z"
    rb"|\[\[?(?:toc|TOC|_TOC_)\]\]?[ \t]*\Z"
    rb"|;?-{1,2}8<-{1,2}(?:[ \t]+[^\r\n]*)?\Z"  # snippets of PyMdown
    rb"|<<<[ \t]*(?:[@~./]|[^\s./]*[./])[^\r\n]*\Z"  # snippets of VitePress
    rb"|!{1,3}include(?:[ \t]+[^\s.]*[./\"(]|\().*\Z|\[!INCLUDE[ \t]*\[[^\]]*\]\([^)]*\)\][ \t]*\Z"
    rb"|\([^()\r\n]{1,80}\)=[ \t]*\Z",  # targets of MyST
    re.DOTALL,
)
_KEY = re.compile(rb"\*\[[^\[\]\r\n]++\]:[ \t]*+")
"""What an abbreviation begins with in PHP Markdown Extra, kramdown and Python-Markdown; its meaning follows."""
_COLON = re.compile(rb":[ \t]++(?=\S)")
_CONTENTS = re.compile(rb"\{:[ \t]*toc\b[^{}]*\}[ \t]*\Z")
"""What makes a list the table of contents in kramdown: the words of its item are never shown."""
_VERSE = re.compile(rb"\|(?:[ \t]+(?=[^\s|])|[ \t]*\Z)(?=[^|]*\Z)")
"""What a line of a line block begins with in Pandoc; a row of a table has another stroke."""
MAYBE = re.compile(
    rb"(?m)(?:^|(?<=\r))(?:[ \t>]|(?:[-+*]|\d{1,9}[.)]|\[[ xX]\])[ \t]|\[\^[^\]\r\n]*+\]:)*+"
    rb"(?:[{:]|/{3}|!!!|\?\?\?|={3}|import\b|export\b|\[\[?(?:toc|TOC|_TOC_)\]|;?-{1,2}8<|<<<|!|\[!INCLUDE|\([^)\r\n]*\)=|\*\[|\|)"
)
"""Where a line may be other than prose; most articles have none."""
_DELIMITERS = re.compile(rb"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BREAK = re.compile(rb"[\r\n]")
_BAR = re.compile(rb"(?<!\\)\|")
_FIRST = frozenset(b"{:/!?=ie[-;<(")
_NOTHING = Ranges(())


def stretches(leaf: Leaf, data: bytes, held: Ranges = _NOTHING, *, each: bool = False) -> list[tuple[int, int]]:
    """Return the byte ranges of a paragraph that are prose: all of it, or what lies between lines that are not.

    A paragraph is divided only at line breaks outside links, emphasis, code and tags, with `each` at all of these.
    Lines that begin in `held` are not prose either, and a line at the margin does not go on what stands in a box.
    """
    boxed = "box" in leaf.containers
    whole = [(leaf.start, leaf.end)]
    if leaf.name not in {"Paragraph", "Run"}:
        return whole
    if not _BREAK.search(data, leaf.start, leaf.end) and not held.meet(leaf.start, leaf.end):
        row = data[leaf.start : leaf.end]
        before = syntax(row, verse=_is_verse(whole, data)) or _colon(leaf, data)
        return [(leaf.start + before, leaf.end)] if before < len(row) else []
    found: list[tuple[int, int]] = []
    joined = False
    rows = lines(leaf, data)
    if any(_CONTENTS.match(data[first:end]) for first, end in rows):
        return []
    verse = _is_verse(rows, data)
    for first, end in rows:
        before = syntax(data[first:end], verse=verse) or (_colon(leaf, data) if first == leaf.start else 0)
        if first + before >= end or held.hold(first):
            joined = False
        elif before:
            found.append((first + before, end))
            joined = not (verse or each)
        elif joined and not (boxed and data[first - 1 : first] in {b"\n", b"\r"}):
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
            joined = not each
    return found


def rejected(leaf: Leaf, data: bytes) -> list[tuple[int, int]]:
    """Return the lines of a paragraph that are not prose, and what is not in lines that begin with syntax."""
    if leaf.name not in {"Paragraph", "Run"}:
        return []
    rows = lines(leaf, data)
    verse = _is_verse(rows, data)
    sizes = [(first, syntax(data[first:end], verse=verse)) for first, end in rows]
    sizes[0] = (leaf.start, sizes[0][1] or _colon(leaf, data))
    return [(first, first + size) for first, size in sizes if size]


def _colon(leaf: Leaf, data: bytes) -> int:
    """Return the size of a definition's mark that begins a text and defines nothing, with the space behind it."""
    found = _COLON.match(data, leaf.start, leaf.end) if leaf.name == "Paragraph" else None
    return len(found[0]) if found else 0


def _is_verse(rows: list[tuple[int, int]], data: bytes) -> bool:
    """Tell whether all lines are those of a line block."""
    return data[rows[0][0] : rows[0][0] + 1] == b"|" and all(_VERSE.match(data[first:end]) for first, end in rows)


def ambiguous(leaf: Leaf, data: bytes) -> bool:
    """Tell whether other parsers see a table or a directive where this one sees a paragraph or a heading.

    GFM asks for as many cells in a table's first line as in its delimiter row, and lets the row be a lone `---`;
    parsers differ in which lines may precede. Such a text stays as it is.
    """
    if leaf.level and _BREAK.search(data, leaf.start, leaf.end):
        rows = data[leaf.start : leaf.end].splitlines()
        if any(is_skipped(row.strip(b" \t>")) for row in rows):
            return True
    if leaf.name not in {"Paragraph", "Run", "Heading"} or b"|" not in data[leaf.start : leaf.end]:
        return False
    if leaf.level and b"#" in data[line_start(data, leaf.start) : leaf.start]:
        return False
    after = _BREAK.search(data, leaf.end + 2)
    shown = data[leaf.start : after.start() if after else len(data)].splitlines()
    return any(
        b"|" in head and _DELIMITERS.fullmatch(row) and _cells(head) == _cells(row)
        for head, row in pairwise(line.strip(b" \t>") for line in shown)
    )


def _cells(line: bytes) -> int:
    """Return how many cells a line of a table has."""
    line = line.strip()
    return len(_BAR.findall(line[line.startswith(b"|") : len(line) - (line.endswith(b"|") and len(line) > 1)])) + 1


def syntax(line: bytes, *, verse: bool = False) -> int:
    """Return how many bytes of a line are syntax: all if it is not prose, else its start; `verse` in a line block."""
    if is_skipped(line):
        return len(line)
    if line[:1] not in {b"*", b"|"}:
        return 0
    found = (_VERSE if verse else _KEY).match(line)
    return found.end() if found else 0


def is_skipped(line: bytes) -> bool:
    """Tell whether a line is template or site-generator syntax."""
    return bool(line) and line[0] in _FIRST and _LINE.match(line.rstrip()) is not None


def lines(leaf: Leaf, data: bytes) -> list[tuple[int, int]]:
    """Return the byte ranges of the lines between breaks that are in no inline element, without their prefixes."""
    found: list[tuple[int, int]] = []
    depth, start = 0, leaf.start
    pending: int | None = None
    for event in leaf.events:
        if pending is not None:
            found.append((start, pending))
            start, pending = _first(event.start, data), None
        if event.op == "Start":
            depth += 1
        elif event.op == "End":
            depth -= 1
        elif event.op in {"SoftBreak", "HardBreak"} and depth == 0:
            pending = event.start
    found.append((start, leaf.end))
    return found


def _first(start: int, data: bytes) -> int:
    """Return where a line begins whose first event leaves out a backslash."""
    return start - 1 if data[start - 1 : start] == b"\\" else start
