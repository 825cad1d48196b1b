"""Owns which words of two languages meet again and again in texts that stand for each other, as far as these tell."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Lexicon", "stems"]

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLES = re.compile(r"[\uac00-\ud7a3]")
"""Letters of which two are a stem already."""
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_STEM, _LEAST = 6, 3
"""Letters of a word's beginning by which its forms are one, and letters of a word that says something."""
_TWICE = 2
"""How often two words have to meet; one meeting is not counted, for it may be the very pair that is asked about."""
_SELDOM, _LOOSE = 1.0, 0.3
"""The logarithm of how much likelier than by chance they meet, and the share of a word's texts in which they do."""
_MOST = 5.0
_ABSENT = 0.25
"""What it says against a pair that a word's usual partner is not there, in parts of what its presence says."""
_PARTNERS = 8
"""Partners of a word that are kept, the surest first."""


class Lexicon:
    """What was learned of pairs of texts; answers 0 where it has learned nothing."""

    def __init__(self, pairs: Iterable[tuple[str, str]], locale: str) -> None:
        """Learn from texts and their translations; work grows with the square of their length."""
        here: Counter[str] = Counter()
        there: Counter[str] = Counter()
        together: Counter[tuple[str, str]] = Counter()
        many = 0
        for source, target in pairs:
            one, other = stems(source, languages.ENGLISH), stems(target, locale)
            here.update(one)
            there.update(other)
            together.update((word, partner) for word in one for partner in other)
            many += 1
        found: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (word, partner), meetings in together.items():
            if meetings < _TWICE:
                continue
            seldom = math.log((meetings - 1) * many / (here[word] * there[partner]))
            share = (meetings - 1) / max(1, here[word] - 1)
            if seldom > _SELDOM and share > _LOOSE:
                found[word][partner] = min(1.0, share) * min(1.5, seldom / 2)
        self._partners = {
            word: dict(sorted(some.items(), key=lambda one: (-one[1], one[0]))[:_PARTNERS])
            for word, some in found.items()
        }

    def weight(self, here: frozenset[str], there: frozenset[str]) -> float:
        """Return what the stems of a text say for another being its translation, or against: a log-likelihood ratio."""
        total = 0.0
        for word in here:
            partners = self._partners.get(word)
            if partners:
                met = [value for partner, value in partners.items() if partner in there]
                total += max(met) if met else -_ABSENT * max(partners.values())
        return max(-_MOST / 2, min(_MOST, total))


@once
def stems(text: str, locale: str) -> frozenset[str]:
    """Return what stands for the words of a text: their beginnings; pairs of letters where no space parts words."""
    spaced = (scripts := languages.of(locale).scripts) is None or bool(scripts.joint)
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if not spaced or _IDEOGRAPHS.search(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif _SYLLABLES.match(word):
            found.update({word[:2]} if len(word) > 1 else ())
        elif len(word) >= _LEAST:
            found.update((word[:_STEM], f"-{word[-_STEM + 1 :]}") if len(word) > _STEM else (word,))
    return frozenset(found)
