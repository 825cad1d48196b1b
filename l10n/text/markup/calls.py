"""Owns what in a text calls a program: templates, expressions, attributes in braces, shortcodes and includes.

Liquid, Jinja, Twig, Hugo, Vue, ERB and PHP write calls in double braces or `<% %>`; kramdown, Python-Markdown, Goldmark
and Pandoc attributes in braces; WordPress shortcodes in brackets; PyMdown, VitePress and mdBook includes; TeX
in MathJax and KaTeX has commands that write HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.markup.shields import covered, shielded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Call", "calls", "exchanged", "leads"]

_BRACE = re.compile(r"[{}]")
_BEGINS = frozenset("{%#!:.$@/=^&>*(")
"""What an opening brace is followed by where it is more than a brace."""
_LEADING = frozenset("$#@")
_PAIR = re.compile(r"\{[{%#]")
_WORD = re.compile(r"\[[a-z][a-z0-9_-]+/?\]")
_SHORTCODE = re.compile(
    r"\[(?:/[a-z][a-z0-9_-]*+|[a-z][a-z0-9_-]++(?:/?(?=\])|[\s/][^\[\]=]*=[^\[\]]*))\]?|\[\[[^\[\]]*+\]?\]?"
)
_LABEL = re.compile(r"[\[(]")
_INCLUDE = re.compile(r"(?<!-)-++8<-+|(?m:^)[ \t]*+(?:<<<?(?=[ \t\[@])|[@!]{1,3}(?:include|import)\b)")
_TEX = re.compile(r"\\(?:href|url|html[A-Z]\w*|includegraphics|require|cssId|class|style)\s*\{")
_SPACE = re.compile(r"\s*\n[ \t>]*|\s+")


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a text."""

    start: int
    end: int
    what: str
    """The call as it is written, on one line."""


def calls(
    text: str, *, braces: bool = False, links: bool = True, code: Sequence[tuple[int, int]] = ()
) -> Iterator[Call]:
    """Yield the calls of a text.

    `braces` where each brace is an expression, as in MDX; `links` where words in brackets may be those of a link;
    `code` are the stretches of code, in which single braces are none.
    """
    if "{" in text:
        yield from _braced(text, braces=braces, code=code)
    if "[" in text:
        for found in _SHORTCODE.finditer(text):
            if not (links and _linked(text, found.start(), found.end())):
                yield _call(text, *found.span())
    if leads(text) or "8<" in text:
        for pattern in (_INCLUDE, _TEX):
            yield from (_call(text, *found.span()) for found in pattern.finditer(text))


def leads(text: str) -> bool:
    """Tell whether a text may hold an include or a command of TeX."""
    return "include" in text or "import" in text or "<<" in text or "\\" in text


def exchanged(source: str, target: str) -> frozenset[str]:
    """Return the single words in brackets of a translation, where its source has as many remarks in brackets.

    `[laughs]` becomes `[risas]`: that is a remark, as it was, and no shortcode.
    """
    words = Counter(_WORD.findall(target)) - Counter(_WORD.findall(source))
    if not words:
        return frozenset()
    return frozenset(words) if words.total() <= len(_REMARK.findall(source)) else frozenset()


_REMARK = re.compile(r"(?<![\]!])\[[^\W\d_][^\[\]=]*+\](?![\[(:])")


def _braced(text: str, *, braces: bool, code: Sequence[tuple[int, int]]) -> Iterator[Call]:
    for start, end in _groups(text):
        if not braces and not _PAIR.match(text, start):
            if covered(code, start) or shielded(text, start):
                continue
            led = bool(start) and text[start - 1] in _LEADING
            if not led and text[start + 1 : start + 2] not in _BEGINS and "=" not in text[start:end]:
                continue
            yield _call(text, start - led, end)
        else:
            yield _call(text, start, end)


def _groups(text: str) -> list[tuple[int, int]]:
    """Return the outermost pairs of braces, and each brace that is never closed with the sign after it."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, brace.end()))
    return sorted([*found, *((start, min(start + 2, len(text))) for start in opened)])


def _linked(text: str, start: int, end: int) -> bool:
    """Tell whether words in brackets are those of a link, or the label of one."""
    return _LABEL.match(text, end) is not None or text[start - 1 : start] == "]"


def _call(text: str, start: int, end: int) -> Call:
    return Call(start, end, _SPACE.sub(" ", text[start:end]))
