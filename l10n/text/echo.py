"""Owns the question whether a translation is just its source again."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Span

__all__ = ["is_echo"]

_LOWER_WORD = re.compile(r"[^\w]*[a-z][a-z'’]{2,}[^\w]*")


def is_echo(source: str, target: str, spans: Iterable[Span] = ()) -> bool:
    """Tell whether the target repeats a source that has words to translate.

    Names, acronyms, numbers and code stay as they are in many languages, so a source without a single lower-case
    word outside of its markup (`spans`) is never an echo.
    """
    if _fold(source) != _fold(target):
        return False
    return any(map(_LOWER_WORD.fullmatch, words.blank(source, spans).split()))


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
