"""Owns what Markdown's parser takes for prose and no reader sees: lines of template and site-generator syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.formats.markdown.blocks import Leaf

__all__ = ["lines", "stretches"]

_TAG = (
    rb"\{%(?:(?!%\}).)*+%\}|\{\{(?:(?!\}\}).)*+\}\}|\{#(?:(?!#\}).)*+#\}|\{\*(?:(?!\*\}).)*+\*\}"
    rb"|\{/\*(?:(?!\*/\}).)*+\*/\}|\{:[^}]*+\}|\{[ \t]*+[.#][^{}]*+\}"
)
_LINE = re.compile(
    rb"(?:[ \t]*+(?:" + _TAG + rb"))++[ \t]*\Z"  # Liquid, Jinja, Hugo, MDX, attribute lists
    rb"|:{3,}.*\Z"  # directives of Docusaurus, VuePress, MyST
    rb"|/{3,}(?:[ \t]+[a-z][\w-]*(?:[ \t]*\|.*)?)?[ \t]*\Z"  # blocks of PyMdown
    rb"|(?:!!!|\?\?\?\+?|={3})[ \t]+(?:[a-z][\w -]*)?(?:\"[^\"]*\")?[ \t]*\Z"  # admonitions and tabs of Python-Markdown
    rb"|(?:import|export)[ \t]+.*(?:\bfrom[ \t]+['\"]|[ \t]=[ \t]|\bfunction\b).*\Z"  # MDX modules
    rb"|:[a-z0-9_+-]+:[ \t]*\Z"
    rb"|\[\[?(?:toc|TOC|_TOC_)\]\]?[ \t]*\Z",
    re.DOTALL,
)
_FIRST = frozenset(b"{:/!?=ie[")


def stretches(leaf: Leaf, data: bytes) -> list[tuple[int, int]]:
    """Return the byte ranges of a paragraph that are prose: all of it, or what lies between lines that are not.

    A paragraph is divided only at line breaks outside links, emphasis, code and tags.
    """
    whole = [(leaf.start, leaf.end)]
    if leaf.name not in {"Paragraph", "Run"}:
        return whole
    if b"\n" not in data[leaf.start : leaf.end]:
        return [] if _is_skipped(data[leaf.start : leaf.end]) else whole
    found: list[tuple[int, int]] = []
    joined = False
    for first, end in lines(leaf, data):
        if _is_skipped(data[first:end]):
            joined = False
        elif joined:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
            joined = True
    return found


def _is_skipped(line: bytes) -> bool:
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
