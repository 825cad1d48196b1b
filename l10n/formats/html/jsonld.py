"""Owns what search engines read in JSON-LD: `headline` and `description`, and the language of the page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.html.tokens import Token

__all__ = ["blank", "encode", "fields", "holds", "languages"]

_FIELD = re.compile(r'"(headline|alternativeHeadline|description)"\s*+:\s*+"((?:[^"\\\x00-\x1f]|\\.)*+)"')
_TOKEN = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)*+)"|[{}\[\]:,]')
_OWN = frozenset({"", "@graph", "mainEntity", "mainEntityOfPage"})
"""Fields whose objects are what the page holds, and not another work."""
_ELSEWHERE = frozenset({"WebSite", "Organization", "NewsMediaOrganization", "Person"})
"""What is no page, though a page describes it."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Frame:
    """An object or an array that is open."""

    name: str
    """The field that it is the value of, or is among those of; empty for the outermost."""
    own: bool
    """It is of the page."""
    array: bool
    languages: list[tuple[int, int]] = field(default_factory=list)
    elsewhere: bool = False


def holds(source: str, token: Token) -> bool:
    """Tell whether a `<script>` tag begins JSON-LD."""
    types = [source[one.start : one.end] for one in attributes(source, token) if one.name == "type"]
    return types[:1] == ["application/ld+json"]


def fields(source: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, name and text of each value without its quotation marks; what is no JSON is passed over."""
    for found in _FIELD.finditer(source, start, end):
        try:
            text = json.loads(f'"{found[2]}"')
        except ValueError:
            continue
        if text.strip() and not _SURROGATE.search(text):
            yield found.start(2), found.end(2), found[1], text


def languages(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each `inLanguage` of the page itself, without its quotation marks, in their order.

    Not that of another work it names (`isPartOf`, `translationOfWork`), nor that of the whole site.
    """
    found: list[tuple[int, int]] = []
    frames = [_Frame("", own=True, array=True)]
    key = last = ""
    for token in _TOKEN.finditer(source, start, end):
        sign, around = token[0], frames[-1]
        if sign in "{[":
            name = around.name if around.array else key
            frames.append(_Frame(name, own=around.own and name in _OWN, array=sign == "["))
        elif sign in "}]" and frames[1:]:
            done = frames.pop()
            found += [] if done.elsewhere else done.languages
        elif sign[0] == '"':
            last = token[1]
            if key == "inLanguage" and around.own and not around.array:
                around.languages.append(token.span(1))
            around.elsewhere = around.elsewhere or (key == "@type" and last in _ELSEWHERE)
        key = last if sign == ":" else ""
    return iter(sorted(found))


def encode(text: str) -> str:
    """Write a text as the inside of a JSON string that cannot end the script."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("<", "\\u003c")


def blank(source: str, start: int, end: int) -> str:
    """Return a script without the texts that are translated, and without what it says of its language."""
    out: list[str] = []
    done = start
    texts = ((first, last) for first, last, _, _ in fields(source, start, end))
    for first, last in sorted([*texts, *languages(source, start, end)]):
        out.append(source[done:first])
        done = last
    return "\x00".join([*out, source[done:end]])
