"""Owns where sentences begin and end."""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # the library ships no types

__all__ = ["sentences"]


def sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of `text`, ascending, without the white space between them."""
    flat = re.sub(r"[\r\n]", " ", text)
    ranges: list[tuple[int, int]] = []
    for found in get_sentence_boundaries(language, flat):
        start, end = found["start_index"], found["end_index"]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            ranges.append((start, end))
    return tuple(ranges)
