"""Owns the attribute lists of Markdown, `{: .byline lang="fr"}`: what they make of the paragraph they belong to.

kramdown and Python-Markdown have them on a line above or below a block, Goldmark and Pandoc without the colon.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from l10n.formats.html.tokens import Token, TokenKind, tokens
from l10n.formats.markdown.skips import rejected

if TYPE_CHECKING:
    from l10n.formats.markdown.blocks import Leaf

__all__ = ["element"]

_LIST = re.compile(r"\{:?[ \t]*+([^{}%]*+)\}")
_ONE = re.compile(r"""\.([\w-]+)|#([\w-]+)|([A-Za-z][\w:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))""")


def element(leaf: Leaf, data: bytes) -> tuple[str, Token] | None:
    """Return the start tag that a paragraph gets by the attribute lists in it, and its token; None without any."""
    if b"{" not in data[leaf.start : leaf.end]:
        return None
    rows = (data[start:end].decode("utf-8", "surrogatepass").strip() for start, end in rejected(leaf, data))
    found = [one for row in rows if (listed := _LIST.fullmatch(row)) for one in _ONE.finditer(listed[1])]
    if not found:
        return None
    values: dict[str, str] = {}
    for one in found:
        name = "class" if one[1] else "id" if one[2] else one[3].lower()
        value = next(filter(None, (one[1], one[2], one[4], one[5], one[6])), "")
        values[name] = f"{values['class']} {value}" if name == "class" and "class" in values else value
    tag = "<p {}>".format(" ".join(f'{name}="{html.escape(value)}"' for name, value in values.items()))
    token = next(tokens(tag))
    return (tag, token) if token.kind is TokenKind.OPEN else None
