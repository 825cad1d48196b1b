"""Owns what is seen of a draft that says how likely it is wrong."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.facts.negation import negations
from l10n.text.identity import scripts
from l10n.text.sentences import length

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Draft", "Facts", "disagreement", "facts", "in_latin", "signs"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that nobody has read, and what is known of it for nothing; it pickles."""

    source: str
    target: str
    """Both without markup."""
    locale: str
    source_locale: str
    by: str = ""
    """Who made it, as the catalogue says: `google`, `memory/0.94`."""
    warnings: int = 0
    """What the checks warn of in it, or call an error."""
    terms: int = 0
    """Terms of the glossary in the source."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a source may be told wrong, each counted."""

    numbers: int
    quotations: int
    negations: int
    terms: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.numbers + self.quotations + self.negations + self.terms


_WORD = re.compile(r"[^\W\d_]+(?:[’'.&-][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_QUOTATION = re.compile('“[^”]+”|"[^"]+"')
_COMMA = re.compile("[,،、，]")
_END = re.compile("[.!?。！？؟।]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]+")

_LONG, _SHORT = 120, 80
"""Characters of a source from which it is long, and up to which it is short."""
_NAMES, _COMMAS, _SENTENCES, _WARNINGS = 6, 4, 3, 3
"""More of them weigh no more."""
_KIN, _BEGINNING = 5, 4
"""Letters of words that are compared, and how many of them make two words of a kin."""
_USUAL_WORD = 4.8
"""Letters that a word in small letters has in the sentences that were measured."""


def in_latin(locale: str) -> bool:
    """Tell whether a locale is written in the letters of English, so that words may stay nearly as they are."""
    return "latin" in scripts.expected(locale)


def facts(draft: Draft) -> Facts:
    """Count what a source states."""
    return Facts(
        numbers=len(_FIGURE.findall(draft.source)),
        quotations=len(_QUOTATION.findall(draft.source)),
        negations=negations(draft.source, draft.source_locale).total(),
        terms=draft.terms,
    )


def signs(draft: Draft) -> dict[str, float]:
    """Return the measure of each sign by its name; 0.0 is what most drafts have, or near it.

    `long` and `short` are logarithms of how much longer or shorter than most a source is, `shrunk` and `grown`
    standard deviations of its draft's length; `kin`, `left`, `figures` and `punctuation` are shares of the draft.
    """
    source, target = draft.source.strip(), draft.target.strip()
    words = _WORD.findall(source)
    small = [word for word in words if word.islower()]
    characters = max(_KIN, len(source))
    odd = length.oddness(source, target, draft.locale)
    whole = max(1, len(target))
    latin = in_latin(draft.locale)
    kept = _kept(target, words)
    return {
        "long": max(0.0, math.log(characters / _LONG)),
        "short": max(0.0, math.log(_SHORT / characters)),
        "names": min(_NAMES, sum(not word.islower() for word in words[1:])),
        "letters": min(8, max(3, sum(map(len, small)) / len(small))) - _USUAL_WORD if small else 0.0,
        "figures": sum(map(str.isdigit, target)) / whole,
        "kin": min(0.5, (kept + _related(target, words)) / whole) if latin else 0.0,
        "left": 0.0 if latin else min(0.3, kept / whole),
        "shrunk": max(0.0, min(3.0, -odd)),
        "grown": max(0.0, min(4.0, odd - 1)),
        "commas": min(_COMMAS, abs(len(_COMMA.findall(target)) - len(_COMMA.findall(source)))),
        "punctuation": len(_COMMA.findall(target)) / whole,
        "sentences": min(_SENTENCES, abs(len(_END.findall(target)) - len(_END.findall(source)))),
        "warnings": min(_WARNINGS, draft.warnings),
    }


def disagreement(target: str, others: Sequence[str]) -> float | None:
    """Return how unlike a draft is what others made of its source, 0…1; None without any.

    It is the share of pairs and threes of letters that two texts have not in common, whatever their order.
    """
    known = [1 - _common(target, other) for other in others if other.strip()]
    return sum(known) / len(known) if known else None


def _kept(target: str, words: Sequence[str]) -> int:
    """Count the Latin letters of a draft in words that its source has too."""
    known = {word.lower() for word in words}
    return sum(len(word) for word in _LATIN.findall(target) if word.lower() in known)


def _related(target: str, words: Sequence[str]) -> int:
    """Count the letters of a draft in words that begin as a word of its source does: `nación` and `nation`."""
    known = {word.lower()[:_BEGINNING] for word in words if len(word) >= _KIN}
    return sum(len(word) for word in _WORD.findall(target) if len(word) >= _KIN and word.lower()[:_BEGINNING] in known)


def _common(one: str, other: str) -> float:
    found = []
    for size in (2, 3):
        here, there = _pieces(one, size), _pieces(other, size)
        found.append(2 * (here & there).total() / max(1, here.total() + there.total()))
    return sum(found) / len(found)


def _pieces(text: str, size: int) -> Counter[str]:
    letters = "".join(text.split()).casefold()
    return Counter(letters[at : at + size] for at in range(max(1, len(letters) - size + 1)))
