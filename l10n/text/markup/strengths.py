"""Owns how strongly marks and tags stress words: `**` and `<strong>` say the same, and so do `*`, `<em>` and `<i>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import SpanKind

if TYPE_CHECKING:
    from l10n.model import Inline

__all__ = ["level", "strength"]

Identities = dict[tuple[SpanKind, str], list["Inline"]]
_TAG = re.compile(r"<\s*/?\s*(strong|b|em|i)\s*>", re.IGNORECASE)
_TAGS = {"**": ("strong", "b"), "*": ("em", "i")}
_STRENGTHS = {tag: mark for mark, tags in _TAGS.items() for tag in tags}


def strength(text: str, span: Inline) -> str:
    """Return the stars that a mark of emphasis stands for, or a tag without attributes; empty for other markup."""
    raw = text[span.start : span.end]
    if span.kind is SpanKind.EMPHASIS:
        return raw.replace("_", "*")
    tag = _TAG.fullmatch(raw) if span.kind is SpanKind.TAG else None
    return _STRENGTHS[tag[1].lower()] if tag else ""


def level(before: Identities, after: Identities) -> tuple[Identities, Identities]:
    """Return the markup of two texts without the emphasis that both have as often, however it is written.

    Where a tag has no partner, it stays: that is no way to write emphasis.
    """
    same = {mark for mark in _TAGS if _pairs(before, mark) == _pairs(after, mark) != -1}
    gone = {(SpanKind.TAG, f"<{slash}{tag}>") for mark in same for tag in _TAGS[mark] for slash in ("", "/")}
    gone |= {(SpanKind.EMPHASIS, mark) for mark in same}
    return _without(before, gone), _without(after, gone)


def _pairs(found: Identities, mark: str) -> int:
    """Return how many stretches have a strength, -1 where one is not closed."""
    many = {tag: [len(found.get((SpanKind.TAG, f"<{end}{tag}>"), ())) for end in ("", "/")] for tag in _TAGS[mark]}
    marks = len(found.get((SpanKind.EMPHASIS, mark), ()))
    whole = marks % 2 == 0 and all(opened == closed for opened, closed in many.values())
    return marks // 2 + sum(opened for opened, _ in many.values()) if whole else -1


def _without(found: Identities, gone: set[tuple[SpanKind, str]]) -> Identities:
    return {key: spans for key, spans in found.items() if key not in gone}
