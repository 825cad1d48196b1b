"""Owns the markup that dialects add inside a text: mathematics, keys and wiki links.

Obsidian, Foam and wikis have `[[Target]]` and `[[Target|words]]`; PyMdown has `++ctrl+c++` ("Keys").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats.inlines import Mark
from l10n.model import InlineRole, SpanKind
from l10n.text.markup.mathematics import formulas, reckons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.places import Ahead

__all__ = ["added", "mathematics_end"]

_WIKI = re.compile(
    r"(?<!\[)(?P<open>!?\[\[)(?P<page>[^\s\[\]|\\](?:[^\[\]|\n\\]{0,120}[^\s\[\]|\\])?)"
    r"(?:(?P<bar>\\?\|)(?P<words>[^\[\]|\n]{1,300}))?\]\](?![\[(:\]])"
)
_KEYS = re.compile(r"(?<![\w+])\+\+\w[\w-]*(?:\+[\w-]+)+\+\+(?![\w+])")
"""Two keys or more: of one it cannot be told whether it is text that was put in."""
_SENTENCE = re.compile(r"[.,:;!?] ")


def added(text: str) -> Iterator[Mark]:
    """Yield the markup that dialects add, in character offsets."""
    yield from (Mark(start, end, SpanKind.CODE) for start, end in formulas(text))
    if "++" in text:
        yield from (Mark(*found.span(), SpanKind.CODE) for found in _KEYS.finditer(text))
    if "[[" in text:
        for number, found in enumerate(_WIKI.finditer(text), 1):
            start, end = found.span()
            if found["words"] is not None and found["words"].strip():
                yield Mark(start, found.end("bar"), SpanKind.LINK, InlineRole.OPEN, -number)
                yield Mark(found.end("words"), end, SpanKind.LINK, InlineRole.CLOSE, -number)
            elif not _SENTENCE.search(found["page"]):
                yield Mark(start, end, SpanKind.LINK)


def mathematics_end(ahead: Ahead[bytes], shown: bytes, start: int) -> int:
    r"""Return where mathematics in `\[ … \]` or an environment ends that begins there, 0 where none does.

    It has ten thousand bytes at most.
    """
    if environment := _ENVIRONMENT.match(shown, start):
        closing = rb"\end{" + environment[1] + b"}"
        end = ahead.find(closing, environment.end())
        return 0 if end < 0 or end > start + _LONGEST else end + len(closing)
    opening = next((mark for mark in (b"\\\\[", b"\\[") if shown.startswith(mark, start)), b"")
    closing = opening[:-1] + b"]"
    end = ahead.find(closing, start + len(opening)) if opening else -1
    if end < 0 or end > start + _LONGEST:
        return 0
    inner = shown[start + len(opening) : end].decode("utf-8", "replace")
    return end + len(closing) if reckons(inner) and not re.search(r"\n[ \t>]*\n", inner) else 0


_LONGEST = 10_000
_ENVIRONMENT = re.compile(
    rb"\\begin\{((?:equation|align(?:at|ed)?|gather(?:ed)?|multline|eqnarray|flalign|split|cases|[pbvBV]?matrix|array)\*?)\}"
)
"""Environments of TeX that MathJax reads in a text by themselves."""
