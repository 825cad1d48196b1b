"""Owns which lost source texts and new ones are versions of each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from l10n.text.sentences.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Key

__all__ = ["THRESHOLD", "pairs", "placed"]

THRESHOLD = 0.6
"""Share of characters and of words that two texts must have in common; below, a pair is as often chance as an edit."""
_SHORT = 24
"""A text of fewer characters needs `_SHORT_THRESHOLD`: headlines of one form are alike without being versions."""
_SHORT_THRESHOLD = 0.75
_ALL = 2500
"""Up to so many pairs every one is measured; above, the ones that share their rarest words."""
_CANDIDATES = 8
_COMMON = 200
"""Of a word that more texts have, only so many are looked at."""
_WORD = re.compile(r"\w+")
_HALF = 0.5
"""Share of words that two texts in one place have in common to be versions: an edited heading of two words has half."""
_MOST = 0.7
"""Share of the shorter text's words that the longer one has where one of them was split or joined."""
_FEW = 3
"""Words that a part of a split or joined text has at least."""
_ROOM = 6
"""Texts on either side of one place; more of them are no edit but another text."""


def pairs(lost: Sequence[Key], new: Sequence[Key]) -> list[tuple[int, int]]:
    """Match lost texts with new ones, one to one, best first; positions of `lost` and `new`.

    Among equals the same context is preferred, then the pair that lies closest in the two orders.
    """
    scored = []
    for one, two in _candidates(lost, new):
        score = _score(lost[one].text, new[two].text)
        if score:
            same = lost[one].context == new[two].context
            distance = abs(one / len(lost) - two / len(new))
            scored.append((not same, -score, distance, one, two))
    found: list[tuple[int, int]] = []
    taken_lost: set[int] = set()
    taken_new: set[int] = set()
    for *_, one, two in sorted(scored):
        if one not in taken_lost and two not in taken_new:
            found.append((one, two))
            taken_lost.add(one)
            taken_new.add(two)
    return sorted(found)


def placed(lost: Sequence[Key], new: Sequence[Key]) -> list[tuple[int, int]]:
    """Match the texts that were lost between two neighbours with the new ones between the same two.

    Their place says that they are versions, so that less need be alike than for `pairs`: half of the words of the
    only two, or most words of the shorter text where one was split or several were joined.
    """
    if not lost or not new or max(len(lost), len(new)) > _ROOM:
        return []
    single = len(lost) == len(new) == 1
    before, after = [_words(key) for key in lost], [_words(key) for key in new]
    scored = []
    for one, left in enumerate(before):
        for two, right in enumerate(after):
            common = (left & right).total()
            fewer, more = sorted((left.total(), right.total()))
            fits = common >= _MOST * fewer and fewer >= _FEW
            if lost[one].context == new[two].context and common and (fits or (single and common >= _HALF * more)):
                scored.append((-common, abs(one - two), one, two))
    found: list[tuple[int, int]] = []
    for *_, one, two in sorted(scored):
        if all(one != other for other, _ in found) and all(two != other for _, other in found):
            found.append((one, two))
    return sorted(found)


def _words(key: Key) -> Counter[str]:
    return Counter(_WORD.findall(key.text.lower()))


def _score(one: str, two: str) -> float:
    cutoff = _SHORT_THRESHOLD if min(len(one), len(two)) < _SHORT else THRESHOLD
    return ratio(one, two, cutoff=cutoff)


def _candidates(lost: Sequence[Key], new: Sequence[Key]) -> list[tuple[int, int]]:
    if len(lost) * len(new) <= _ALL:
        return [(one, two) for one in range(len(lost)) for two in range(len(new))]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(new):
        for word in set(_WORD.findall(key.text.lower())):
            index[word].append(at)
    found = []
    for one, key in enumerate(lost):
        known = (word for word in set(_WORD.findall(key.text.lower())) if word in index)
        words = [word for _, word in sorted((len(index[word]), word) for word in known)]
        shared: defaultdict[int, float] = defaultdict(float)
        for word in words[:_CANDIDATES]:
            for two in index[word][:_COMMON]:
                shared[two] += 1 / len(index[word])
        found += [(one, two) for two, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]
    return found
