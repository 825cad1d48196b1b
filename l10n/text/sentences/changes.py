"""Owns what was changed from one text to another, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ChangeSide", "TextChange", "changes", "tokens"]

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")


class ChangeSide(StrEnum):
    """Which of two texts has a stretch."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A stretch of words that both texts have, or only one of them."""

    side: ChangeSide
    text: str
    """Never empty."""


def tokens(text: str) -> list[str]:
    """Cut a text into words, the white space between them and single marks; joined they are the text."""
    return _TOKEN.findall(text)


def changes(old: str, new: str) -> tuple[TextChange, ...]:
    """Return both texts as one, in order: what the old one alone has stands before what the new one has in its place.

    White space between two changes is part of them.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415  where nothing was changed, nothing is compared

    before, after = tokens(old), tokens(new)
    found: list[TextChange] = []
    lost = won = ""
    for step in Indel.opcodes(before, after):
        kept = "".join(before[step.src_start : step.src_end])
        came = "".join(after[step.dest_start : step.dest_end])
        between = step.tag == "equal" and kept.isspace() and step.src_end < len(before) and step.dest_end < len(after)
        if step.tag != "equal" or (between and lost and won):
            lost, won = lost + kept, won + came
            continue
        found += _changed(lost, won)
        found.append(TextChange(ChangeSide.BOTH, kept))
        lost = won = ""
    return (*found, *_changed(lost, won))


def _changed(lost: str, won: str) -> list[TextChange]:
    return [TextChange(side, text) for side, text in ((ChangeSide.OLD, lost), (ChangeSide.NEW, won)) if text]
