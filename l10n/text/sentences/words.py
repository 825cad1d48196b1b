"""Owns what a word of a source text is, for coverage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Inline

__all__ = ["blank", "count"]

_WORD = re.compile(r"[^\W_]+(?:['’.,/@-][^\W_]+)*")


def blank(text: str, spans: Iterable[Inline]) -> str:
    """Return the text with every span replaced by as many spaces, so that offsets stay."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*pieces, text[at:]])


def count(text: str, spans: Iterable[Inline] = ()) -> int:
    """Count the words outside of markup; `day-to-day`, `U.S.` and `10,000` are one word each."""
    return _count(blank(text, spans))


@once
def _count(text: str) -> int:
    return len(_WORD.findall(text))
