r"""Owns the markup that dialects add inside a text: mathematics and wiki links.

MathJax and KaTeX read `\(x^2\)` and `\[x^2\]`, with one backslash or, where Markdown eats one, with two; Obsidian,
Foam and wikis `[[Target]]` and `[[Target|words]]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.inlines import Mark
from l10n.model import InlineRole, SpanKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.places import Ahead

__all__ = ["added", "mathematics_end"]

_DOLLARS = re.compile(
    r"(?<![\w$\\])(?:\$\$(?!\s)[^$]{1,500}?(?<!\s)\$\$"
    r"|\$(?![\s$])(?=[^$]*[\\^_=+<>{}*/]|[A-Za-z]\$)[^$\n]{1,300}?(?<![\s\\])\$)(?![\w$])"
)
"""Mathematics that is surely that: marks without space inside, no digit after, and an operator or a lone letter."""
_BACKSLASHES = re.compile(
    r"(?<!\\)(\\{1,2})(?:\(((?:(?!\\[()])[^\n]){1,300}?)\1\)|\[((?:(?!\\[\[\]])[^\n]){1,300}?)\1\])"
)
_OPERATOR = re.compile(r"\\[A-Za-z]|[\^_=+<>]|\A\s*(?:[A-Za-z]|-?\d+)\s*\Z|[\w)]\s*[-*/]\s*[\w(]")
_PROSE = re.compile(r"(?<![\\\w])[^\W\d_]{2,}[,;]?\s+[^\W\d_]{2,}[,;]?\s+[^\W\d_]{2,}|\]\(|://")
"""Three words in a row, or a link: no mathematics."""
_SPOKEN = re.compile(r"\\(?:text|mathrm|mbox|operatorname)\w*\{[^{}]*\}")
_WIKI = re.compile(
    r"(?<!\[)(?P<open>!?\[\[)(?P<page>[^\s\[\]|\\](?:[^\[\]|\n\\]{0,120}[^\s\[\]|\\])?)"
    r"(?:(?P<bar>\\?\|)(?P<words>[^\[\]|\n]{1,300}))?\]\](?![\[(:\]])"
)
_SENTENCE = re.compile(r"[.,:;!?] ")


def added(text: str) -> Iterator[Mark]:
    """Yield the markup that dialects add, in character offsets."""
    if "$" in text:
        yield from (Mark(*found.span(), SpanKind.CODE) for found in _DOLLARS.finditer(text))
    if "\\(" in text or "\\[" in text:
        for found in _BACKSLASHES.finditer(text):
            if _reckons(found[2] or found[3]):
                yield Mark(*found.span(), SpanKind.CODE)
    if "[[" in text:
        for number, found in enumerate(_WIKI.finditer(text), 1):
            start, end = found.span()
            if found["words"] is not None and found["words"].strip():
                yield Mark(start, found.end("bar"), SpanKind.LINK, InlineRole.OPEN, -number)
                yield Mark(found.end("words"), end, SpanKind.LINK, InlineRole.CLOSE, -number)
            elif not _SENTENCE.search(found["page"]):
                yield Mark(start, end, SpanKind.LINK)


def mathematics_end(ahead: Ahead[bytes], shown: bytes, start: int) -> int:
    r"""Return where mathematics in `\[ … \]` ends that begins there, 0 where none does; ten thousand bytes at most."""
    opening = next((mark for mark in (b"\\\\[", b"\\[") if shown.startswith(mark, start)), b"")
    closing = opening[:-1] + b"]"
    end = ahead.find(closing, start + len(opening)) if opening else -1
    if end < 0 or end > start + _LONGEST:
        return 0
    inner = shown[start + len(opening) : end].decode("utf-8", "replace")
    return end + len(closing) if _reckons(inner) and not re.search(r"\n[ \t>]*\n", inner) else 0


_LONGEST = 10_000


def _reckons(text: str) -> bool:
    """Tell whether what stands between the marks is mathematics and not words in brackets."""
    return _OPERATOR.search(text) is not None and not _PROSE.search(_SPOKEN.sub("", text))
