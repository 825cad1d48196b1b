"""Owns the style in which Japanese sentences end: です・ます, or だ・である as in news."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from l10n.languages.speech import unquoted
from l10n.model import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Manner", "Predicate", "endings", "main_style", "strays"]


class Manner(StrEnum):
    """How a sentence's last word speaks to the reader."""

    POLITE = "です・ます"
    PLAIN = "だ・である"


class Predicate(NamedTuple):
    """The end of a sentence; offsets into the text that was asked about."""

    start: int
    end: int
    style: Manner
    sure: bool
    """No list or heading ends so in a text of the other style."""


_FINAL = re.compile(r"[一-鿿々ァ-ヺー]{0,2}[ぁ-ゖ]{1,8}(?=。|\s*\Z)")
_POLITE = re.compile(r"(?:です|ます|でした|ました|ません|ませんでした)[ねよ]?\Z")
_PLAIN = re.compile(r"(?:た|だ|る|ない|だろう|いう|しい)\Z")
_COPULA = re.compile(r"(?:である|だった|であった|であろう|だろう|(?<![んいた])だ)\Z")
_FEWEST, _MOST = 4, 0.8
"""Sentences of one style that make it the article's, and their share of all."""


def endings(text: str) -> Iterator[Predicate]:
    """Yield the end of each sentence outside of quotations and brackets whose last word tells its style.

    Requests (ください) and guesses (でしょう) stand in either and tell none, nor does a noun.
    """
    for match in _FINAL.finditer(unquoted(text)):
        word = match.group()
        if _POLITE.search(word):
            yield Predicate(*match.span(), Manner.POLITE, sure=True)
        elif _PLAIN.search(word):
            yield Predicate(*match.span(), Manner.PLAIN, sure=_COPULA.search(word) is not None)


def main_style(found: Sequence[Predicate]) -> Manner | None:
    """Return the style that nearly all sentences of an article have; None where they are few or of both."""
    count = Counter(one.style for one in found)
    style, many = max(count.items(), key=lambda one: one[1], default=(None, 0))
    return style if many >= max(_FEWEST, _MOST * len(found)) else None


def strays(texts: Sequence[str]) -> Iterator[tuple[int, Flaw]]:
    """Yield the first sure ending of each text that is not in the style of nearly all of the article."""
    found = [list(endings(text)) for text in texts]
    main = main_style([one for some in found for one in some])
    for index, some in enumerate(found):
        odd = next((one for one in some if main and one.style is not main and one.sure), None)
        if odd:
            said = f"{texts[index][odd.start : odd.end]} is {odd.style}, the article is in {main}"
            yield index, Flaw(said, odd.start, odd.end)
