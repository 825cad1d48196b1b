"""Owns what every engine asks for: single lines with something to translate, short enough, and their way back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Cut", "cut"]

_MARK = re.compile(r"⟦[^⟦⟧]*⟧")
_BREAK = re.compile(r"(\s*\n\s*)")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into what an engine is asked and what stays between."""

    parts: tuple[str, ...]
    """All parts in order; joined they are the text."""
    asked: tuple[int, ...]
    """Indexes of the parts that an engine translates."""

    @property
    def questions(self) -> tuple[str, ...]:
        """The parts to ask for, each one line without outer white space."""
        return tuple(self.parts[index] for index in self.asked)

    def join(self, answers: Sequence[str]) -> str:
        """Put the answers in their places."""
        parts = list(self.parts)
        for index, answer in zip(self.asked, answers, strict=True):
            parts[index] = answer.strip()
        return "".join(parts)


def _worded(text: str) -> bool:
    return any(letter.isalpha() for letter in _MARK.sub("", text))


def cut(text: str, fits: Callable[[str], bool] | None = None) -> Cut | None:
    """Cut a text at line breaks, and into sentences where it does not fit; None where a sentence does not fit either.

    Parts without letters (`70%`, a lone mark) are not asked for: they are their own translation.
    """
    parts: list[str] = []
    asked: list[int] = []
    for piece in _BREAK.split(text):
        core = piece.strip()
        if not _worded(core):
            parts.append(piece)
            continue
        lead = piece[: piece.index(core)]
        tail = piece[len(lead) + len(core) :]
        parts.append(lead)
        for index, part in enumerate([core] if fits is None or fits(core) else _sentences(core)):
            if index % 2 == 0 and _worded(part):
                if fits is not None and not fits(part):
                    return None
                asked.append(len(parts))
            parts.append(part)
        parts.append(tail)
    return Cut(tuple(parts), tuple(asked))


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text at even places and the white space between them at odd ones."""
    from l10n.text.sentences.segmentation import sentences  # noqa: PLC0415  loads a segmenter that short texts do not need

    parts: list[str] = []
    at = 0
    for start, end in sentences(text):
        core = text[start:end].strip()
        begin = text.index(core, start) if core else start
        if parts:
            parts.append(text[at:begin])
        elif begin > 0:
            parts += ["", text[:begin]]
        parts.append(core)
        at = begin + len(core)
    if at < len(text):
        parts += [text[at:]] if parts else [text]
    return parts
