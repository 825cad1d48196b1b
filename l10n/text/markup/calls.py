"""Owns what in a text calls a program: templates, expressions, attributes in braces, shortcodes and includes.

Liquid, Jinja, Twig, Hugo, Vue, ERB and PHP write calls in double braces or `<% %>`; Blade, Velocity, Razor and Angular
behind a sign and before a bracket, wherever it stands; kramdown, Python-Markdown, Goldmark
and Pandoc attributes in braces; WordPress shortcodes in brackets; PyMdown, VitePress, mdBook and reStructuredText
includes; PHP Markdown Extra and kramdown abbreviations; TeX in MathJax and KaTeX has commands that write HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.text.markup.shields import covered, shielded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Call", "calls", "label", "labels", "late", "named", "remarks", "suspect"]

_LATE = ("{{", "{%", "<%", "<?", "<#", "<@", "${", "[")
"""How calls begin that `late` tells of."""
_BRACE = re.compile(r"[{}]")
_WORDS = r"\{\w[\w\s,;:.!?'’()/-]*\}"
"""Words in braces, which some take for attributes."""
_LEADING = frozenset("$#@")
_PAIR = re.compile(r"\{[{%#]")
_NAME = r"[A-Za-z][A-Za-z0-9_-]++"
_SHORTCODE = re.compile(
    rf"\[(?:[0-9]*+[a-z][a-z0-9_-]++(?:[\s\\/][^\[\]]*+)?(?=[\]\"]|\Z)|/{_NAME}"
    rf"|[0-9]*+{_NAME}(?:=[!-Z\\^-~]|[\s/](?:[^\[\]=:]|:(?!//))*+(?:=|://))[^\[\]]*+)\]?"
    r"|\[\[[^\[\]]*+\]?\]?|\[[%=][^\[\]]*+\]?|\[TOC\]"
)
"""A name in small letters, whatever follows; in others with a value or an end: to WordPress `[AP]` is no `[ap]`."""
_REMARK = re.compile(rf"(?<![][!])\[[^\W\d_][^\[\]=]*+\](?![\[(:])|{_WORDS}")
_WIKI = re.compile(r"(?<=\|)[^|]*\]\]\Z")
"""The words of a link of a wiki, `[[page|words]]`."""
_LABEL = re.compile(r"\[[^\[\]]*+\]")
_LEADS = re.compile(r"\([^()\s]")
_INCLUDE = re.compile(
    r"(?<!-)-++8<-+"
    r"|(?m:^)[ \t]*+(?:<<<?(?=[ \t\[@])|[@!]{1,3}(?:include|import)\b|\.\.[ \t]+[\w-]+::|\*\[[^\[\]]*+\]:)"
)
_BLADE = (
    *("auth", "can", "cannot", "case", "component", "csrf", "defer", "each", "elseif", "empty", "env", "error"),
    *("extends", "for", "foreach", "forelse", "guest", "hasSection", "if", "inject", "isset", "json", "lang", "let"),
    *("livewire", "method", "php", "prepend", "production", "push", "section", "slot", "stack", "switch", "unless"),
    *("use", "verbatim", "vite", "while", "yield"),
)
_RAZOR = r"(?:Context|Html|Json|Request|System|Url)\.\w++"
_VELOCITY = "define elseif evaluate foreach if include macro parse set"
_BRACKETS = r"[ \t]*\((?:[^()\n]|\([^()\n]*+\))*+\)?"
_SIGNED = re.compile(
    rf"(?<![A-Za-z0-9_@])@(?:(?:(?:include|import)\w*|{_RAZOR}|{'|'.join(_BLADE)}){_BRACKETS}|\([^()\n]*+\)?)"
    rf"|(?<![A-Za-z0-9_#])#(?:{'|'.join(_VELOCITY.split())}){_BRACKETS}"
    rf"|(?<![A-Za-z0-9_$])\$!?[A-Za-z]\w*+(?:\.[A-Za-z]\w*+)++{_BRACKETS}"
)
"""Directives of Blade (Laravel, "Blade Templates") and Angular's control flow, expressions of Razor; directives and
methods of Velocity ("VTL Reference"). `@name(` and `#name(` with other names are people and topics."""
_TAGGED = re.compile(r"<[%?#@][^<>]*+>?")
"""PHP, ERB and FreeMarker, inside the tags of HTML too."""
_TEX = re.compile(
    r"\\(?:href|html[A-Z][A-Za-z]*|includegraphics)(?![A-Za-z])|\\(?:url|require|cssId|class|style)\s*[{%]"
)
"""The first need no brace behind them: `\\let\\x\\href`."""
_SIGNS = re.compile(r"[<{\[\\]|[@#$][A-Za-z!(]|8<|include|import|<<|\.\.[ \t]")
_SPACE = re.compile(r"\s*\n[ \t>]*|\s+")
_EDGE = re.compile(r"(?<=[{%]) (?![{}%#])|(?<![{}%#]) (?=[%}])")
_SPOKEN = re.compile(
    r"(?<=[ {,(])(?P<name>(?:alt|text|label|title|caption)(?:=|: ?))"
    r"(?:\"[^\"<>{}\[\]&`\\]*+\"|'[^'<>{}\[\]&`\\]*+')"
)
"""The value of an attribute that is words, where it holds no sign that could call anything."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a text."""

    start: int
    end: int
    what: str
    """The call on one line, blind to white space at its edges and to words that are translated: `title="…"`."""


def suspect(text: str) -> bool:
    """Tell whether a text may hold a call."""
    return _SIGNS.search(text) is not None


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
            linked = found[0][1].isalpha() and "=" not in found[0] and _LEADS.match(text, found.end())
            if not (links and linked):
                call = _call(text, *found.span())
                yield replace(call, what=_WIKI.sub("", call.what))
    for pattern in (_TAGGED, _SIGNED, _INCLUDE, _TEX):
        yield from (_call(text, *found.span()) for found in pattern.finditer(text))


def late(call: str) -> bool:
    """Tell whether a call is made without regard to Markdown: before it is read, or after it was rendered."""
    return call.startswith(_LATE) or _SIGNED.match(call) is not None


def named(call: str) -> bool:
    """Tell whether a call is words in brackets that set nothing, or in braces, as a remark may be."""
    return _REMARK.fullmatch(call) is not None and "/]" not in call


def remarks(text: str) -> int:
    """Count what of a text stands in brackets, links left out, and the words in braces."""
    return len(_REMARK.findall(text))


def labels(text: str) -> frozenset[str]:
    """Return all words in brackets of a text, with their brackets."""
    return frozenset(_LABEL.findall(text))


def label(text: str, at: int) -> str:
    """Return the words in brackets that begin at a place: of a link, its label."""
    found = _LABEL.match(text, at)
    return found[0] if found else ""


def _braced(text: str, *, braces: bool, code: Sequence[tuple[int, int]]) -> Iterator[Call]:
    for start, end in _groups(text):
        led = not braces and start > 0 and text[start - 1] in _LEADING
        if not braces and not _PAIR.match(text, start):
            if covered(code, start) or shielded(text, start):
                continue
            if not led and not text[start + 1 : end].strip("{} \t"):
                continue
        yield _call(text, start - led, end)


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


def _call(text: str, start: int, end: int) -> Call:
    return Call(start, end, _SPOKEN.sub(r"\g<name>", _EDGE.sub("", _SPACE.sub(" ", text[start:end]))))
