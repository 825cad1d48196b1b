"""Owns pseudo-translation: English made strange and longer, to see what a translation would touch."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from l10n.model import Answer, Form
from l10n.recent import Recent
from l10n.text import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.engines.settings import EngineSettings
    from l10n.model import Request
    from l10n.protocols import AnswerStore

__all__ = ["PseudoEngine", "create", "pseudo"]

_LETTERS = str.maketrans(
    "AEIOUYCDGHJKLNRSTWZaeiouycdghjklnrstwz",
    "ÅÉÎÖÛÝÇÐĜĤĴĶĻÑŔŠŢŴŽåéîöûýçðĝĥĵķļñŕšţŵž",
)
_LONGER = _LETTERS | {ord(vowel): f"{vowel}{vowel.lower()}".translate(_LETTERS) for vowel in "AEIOUYaeiouy"}
_PIECE = re.compile(r"(⟦[^⟦⟧]*⟧|[A-Za-z]{3,})")
"""A mark, and a word that grows, every vowel doubled: about 30 % more characters in English prose."""
_DIGIT = re.compile(r"(?<![⟦\d])\d")
"""One that is not in a mark: without it, no number of a text must be kept."""


def _strange(text: str) -> str:
    pieces = _PIECE.split(text)
    pieces[::2] = [piece.translate(_LETTERS) for piece in pieces[::2]]
    pieces[1::2] = [piece if piece[0] == "⟦" else piece.translate(_LONGER) for piece in pieces[1::2]]
    return "".join(pieces)


_answers: Recent[str] = Recent(1 << 23)
"""What was answered last, for one locale after the other: each is asked for all articles."""


def pseudo(text: str) -> str:
    """Accent the letters of a text, lengthen it by about 30 % and set it between `⟪` and `⟫`.

    Marks (`⟦1⟧`), numbers with the words that belong to them (`1.3 billion`) and punctuation stay; the added characters
    have no meaning in Markdown or HTML.
    """
    return _answers.get(text, 2 * len(text), partial(_pseudo, text))


def _pseudo(text: str) -> str:
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    out, at = [], 0
    for number in numbers.values(core, "en") if _DIGIT.search(core) else ():
        if number.required and number.start >= at:
            out += [_strange(core[at : number.start]), core[number.start : number.end]]
            at = number.end
    out.append(_strange(core[at:]))
    return f"{text[:start]}⟪{''.join(out)}⟫{text[start + len(core) :]}"


class PseudoEngine:
    """Answers every request for every language with its pseudo-translation."""

    name = "pseudo"
    form = Form.MARKS
    takes_terms = True
    destination = ""

    def draft(
        self,
        requests: Sequence[Request],
        source: str,  # noqa: ARG002  the protocol's signature
        target: str,  # noqa: ARG002
        store: AnswerStore | None = None,  # noqa: ARG002
    ) -> list[Answer]:
        """Answer each request; never fails."""
        return [Answer(pseudo(request.text), self.name) for request in requests]


def create(name: str, settings: EngineSettings) -> PseudoEngine:  # noqa: ARG001  every engine module has this signature
    """Make the engine; it has no settings."""
    return PseudoEngine()
