"""Owns the style in which Japanese sentences end: です・ます, or だ・である as in news."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from l10n.text.sentences.register import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Ending", "Style", "endings", "main_style"]


class Style(StrEnum):
    """How a sentence's last word speaks to the reader."""

    POLITE = "です・ます"
    PLAIN = "だ・である"


class Ending(NamedTuple):
    """The end of a sentence; offsets into the text that was asked about."""

    start: int
    end: int
    style: Style
    sure: bool
    """No list or heading ends so in a text of the other style."""


_FINAL = re.compile(r"[一-鿿々ァ-ヺー]{0,2}[ぁ-ゖ]{1,8}(?=。|\s*\Z)")
_POLITE = re.compile(r"(?:です|ます|でした|ました|ません|ませんでした)[ねよ]?\Z")
_PLAIN = re.compile(r"(?:た|だ|る|ない|だろう|いう|しい)\Z")
_COPULA = re.compile(r"(?:である|だった|であった|であろう|だろう|(?<![んいた])だ)\Z")
_FEWEST, _MOST = 4, 0.8
"""Sentences of one style that make it the article's, and their share of all."""


def endings(text: str) -> Iterator[Ending]:
    """Yield the end of each sentence outside of quotations and brackets whose last word tells its style.

    Requests (ください) and guesses (でしょう) stand in either and tell none, nor does a noun.
    """
    for match in _FINAL.finditer(unquoted(text)):
        word = match.group()
        if _POLITE.search(word):
            yield Ending(*match.span(), Style.POLITE, sure=True)
        elif _PLAIN.search(word):
            yield Ending(*match.span(), Style.PLAIN, sure=_COPULA.search(word) is not None)


def main_style(found: Sequence[Ending]) -> Style | None:
    """Return the style that nearly all sentences of an article have; None where they are few or of both."""
    count = Counter(one.style for one in found)
    style, many = max(count.items(), key=lambda one: one[1], default=(None, 0))
    return style if many >= max(_FEWEST, _MOST * len(found)) else None
