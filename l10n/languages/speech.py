"""Owns what somebody says in quotation marks: another's words, which tell nothing of how the text itself speaks."""

from __future__ import annotations

import re

__all__ = ["speaks_on", "unquoted"]

_QUOTE = re.compile("[“”‘’\"'「『«]")
_QUOTES = re.compile(
    "“[^“”]*(?:“[^“”]*”[^“”]*)*(?:”|\\Z)|「[^「」]*(?:」|\\Z)|『[^『』]*(?:』|\\Z)|«[^«»]*(?:»|\\Z)"
    "|‘[^‘’]*(?:’|\\Z)"
    '|"[^"]*(?:"|\\Z)'
    "|(?<![A-Za-z0-9가-힣.!?])'[^']*'"
)
"""Speech in quotation marks; one that is not closed goes on to the end, as in a quotation of several paragraphs."""
_CONTINUED = re.compile('[^“”]*”|[^‘’]*[.!?,]’|[^"]*[^\\s"(]"(?=[^"]*(?:"[^"]*"[^"]*)*\\Z)|[^\']*[.!?,]\'(?=[^\']*\\Z)')
"""Speech that began in a paragraph before: its first mark closes."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")


def unquoted(text: str) -> str:
    r"""Return the text with quoted speech and brackets replaced by as many `\ufffc`, so that offsets stay."""
    if _QUOTE.search(text):
        begun = _CONTINUED.match(text)
        head = begun.end() if begun else 0
        text = "\ufffc" * head + _QUOTES.sub(_hide, text[head:])
    return _BRACKETS.sub(_hide, text)


def _hide(found: re.Match[str]) -> str:
    return "\ufffc" * len(found.group())


def speaks_on(text: str, *, open_before: bool) -> bool:
    """Tell whether speech is still open at the end of a paragraph, given whether it was at its beginning."""
    marks = text.count('"') + text.count("“") + text.count("”")
    return open_before if not marks else bool(marks % 2) and not open_before
