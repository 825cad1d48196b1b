"""Owns the texts in structured data that search engines show: `headline` and `description` in JSON-LD."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.html.tokens import Token

__all__ = ["blank", "encode", "fields", "holds"]

_FIELD = re.compile(r'"(headline|alternativeHeadline|description)"\s*+:\s*+"((?:[^"\\\x00-\x1f]|\\.)*+)"')
_SURROGATE = re.compile("[\ud800-\udfff]")


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


def encode(text: str) -> str:
    """Write a text as the inside of a JSON string that cannot end the script."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("<", "\\u003c")


def blank(source: str, start: int, end: int) -> str:
    """Return a script without the texts that are translated."""
    out: list[str] = []
    done = start
    for first, last, _, _ in fields(source, start, end):
        out.append(source[done:first])
        done = last
    return "\x00".join([*out, source[done:end]])
