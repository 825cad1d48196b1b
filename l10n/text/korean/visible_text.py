"""Owns a text as a reader sees it: composed, without markup, each character with its place in what was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.model import SpanKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Span

__all__ = ["OBJECT", "View", "view"]

OBJECT = "\ufffc"
"""Stands for code, a variable or an address: a word that is read, though nobody knows how."""

_CLUSTER = re.compile(
    "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?"
    "|[가-힣][\u11a8-\u11ff\ud7cb-\ud7fb]?|.[\u0300-\u036f]*",
    re.DOTALL,
)
"""A syllable however it is typed, or a letter with its accents."""
_UNSEEN = frozenset({SpanKind.TAG, SpanKind.LINK, SpanKind.EMPHASIS})
_HANGUL_CODE = re.compile(r"`+ ?([가-힣][가-힣 ]*?) ?`+\Z")


@dataclass(frozen=True, slots=True)
class View:
    """A text as it is read."""

    text: str
    """In NFC, without markup; code, variables and addresses are one `OBJECT` each."""
    at: Sequence[int]
    """`at[i]` is where character `i` begins in the text as typed; one more entry is its length."""
    raw: str
    """The text as typed."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text as typed of `text[start:end]`, markup at its edges left out."""
        first = self.at[start]
        return first, max(first, self.at[end - 1] + self.size(end - 1)) if end > start else first

    def size(self, index: int) -> int:
        """Return how many characters were typed for one of `text`."""
        match = _CLUSTER.match(self.raw, self.at[index])
        return match.end() - match.start() if match else 1


@lru_cache(maxsize=2048)
def view(text: str, spans: tuple[Span, ...] = ()) -> View:
    """Return a text as it is read, given the markup inside of it."""
    if not spans and unicodedata.is_normalized("NFC", text):
        return View(text, range(len(text) + 1), text)
    shown: list[str] = []
    at: list[int] = []
    done = 0
    for span in spans:
        _read(text, done, span.start, shown, at)
        piece = _stand_in(text[span.start : span.end], span.kind)
        shown += piece
        at += [span.start] * len(piece)
        done = span.end
    _read(text, done, len(text), shown, at)
    return View("".join(shown), (*at, len(text)), text)


def _read(text: str, start: int, end: int, shown: list[str], at: list[int]) -> None:
    piece = text[start:end]
    if unicodedata.is_normalized("NFC", piece):
        shown += piece
        at += range(start, end)
        return
    for match in _CLUSTER.finditer(piece):
        composed = unicodedata.normalize("NFC", match.group())
        shown += composed
        at += [start + match.start()] * len(composed)


def _stand_in(raw: str, kind: SpanKind) -> str:
    """Return what is read of a piece of markup."""
    if kind in _UNSEEN:
        return ""
    if kind is SpanKind.ESCAPE:
        return raw[1:].strip() or " " if raw.startswith("\\") else " "
    code = _HANGUL_CODE.match(raw) if kind is SpanKind.CODE else None
    return code[1] if code else OBJECT
