"""Owns a story as WordPress keeps it: HTML in which nothing is called that its article does not call.

WordPress acts on words in square brackets (shortcodes) and on comments (blocks), neither of which is anything in an
article; and editors make a break of each end of a line.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from l10n.cms.marks import PostText

if TYPE_CHECKING:
    from l10n.model import Story

__all__ = ["post_text"]

_KEPT = re.compile(r"(</?(?:pre|script|style|textarea)\b[^<>]*>)", re.IGNORECASE)
"""The tags of what stands on its lines as it is."""
_BROKEN = re.compile(r"(?<!\s)\s*\n\s*")
_BLOCK_END = re.compile(
    r"(</(?:p|h[1-6]|ul|ol|dl|blockquote|table|div|figure|section|aside)>|<hr ?/?>) ?", re.IGNORECASE
)
_BRACKETS = str.maketrans({"[": "&#91;", "]": "&#93;"})


def post_text(story: Story) -> PostText:
    """Return what is sent of a story."""
    return PostText(_escaped(story.headline), _escaped(story.summary), _content(story.html))


def _escaped(text: str) -> str:
    return escape(text, quote=False).translate(_BRACKETS)


def _content(html: str) -> str:
    first, *commented = html.split("<!--")
    shown = "".join([first, *(piece.partition("-->")[2] for piece in commented)])
    pieces = _KEPT.split(shown.replace("<!--", "&lt;!--").translate(_BRACKETS))
    inside = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            inside = max(0, inside + (-1 if piece.startswith("</") else 1))
        elif not inside:
            pieces[at] = _BLOCK_END.sub(r"\1\n\n", _BROKEN.sub(" ", piece))
    return "".join(pieces).strip()
