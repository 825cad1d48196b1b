"""Owns what an author should know about a source of HTML: stretches that stay untranslated by accident."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.html.tokens import Token

__all__ = ["notices"]

_DIRECTIVE = re.compile(r"<!--\s*l10n:(skip|end)\b.*?-->", re.DOTALL)
_BREAK = re.compile(r"\r\n|\r|\n")


def notices(source: str, *, line: int = 1) -> tuple[tuple[int, str], ...]:
    """Return line and message of each stretch left alone because something is never closed, in their order.

    `line` is the number of the source's first line in its article.
    """
    found = list(_found(source))
    breaks = [one.end() for one in _BREAK.finditer(source)] if found else []
    return tuple((line + bisect_right(breaks, place), text) for place, text in found)


def _found(source: str) -> Iterator[tuple[int, str]]:
    skip = -1
    for token in tokens(source):
        said = _DIRECTIVE.fullmatch(source, token.start, token.end) if token.kind is TokenKind.COMMENT else None
        if said and said[1] == "skip":
            skip = token.start if skip < 0 else skip
        elif said and skip < 0:
            yield token.start, "l10n:end without l10n:skip before it. Take it out, or write the skip."
        elif said:
            skip = -1
        elif reason := _unclosed(source, token):
            yield token.start, reason
    if skip >= 0:
        yield skip, "l10n:skip without l10n:end: nothing after it is translated. Write <!-- l10n:end -->."


def _unclosed(source: str, token: Token) -> str:
    piece = source[token.start : token.end]
    if token.kind is TokenKind.TAIL:
        shown = re.split(r"\s", piece, maxsplit=1)[0][:40]
        return f"the tag {shown} is never closed: all after it is left alone. Close it with “>”."
    if token.end != len(source):
        return ""
    if token.kind is TokenKind.COMMENT and piece.startswith("<!--") and not piece.endswith(("-->", "--!>")):
        return "the comment is never closed: all after it is left alone. Close it with “-->”."
    if token.kind is TokenKind.RAW and token.name != "plaintext":
        return f"<{token.name}> is never closed: all after it is left alone. Write </{token.name}>."
    return ""
