"""Owns the suspicion that an answer says what no text or another text says.

A model that refuses, or obeys what an article tells it, says the same to every text; one that joins two texts gives the
first of them both translations. Each answer alone may pass; beside its neighbours it does not.
"""

from __future__ import annotations

import re
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from l10n.text.sentences.fit import traits

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["alike", "joined", "sharing"]

_TEXT = 30
"""Characters of a source below which another one may well have the same translation."""
_LONG = 60
"""Characters from which two sources alone have not the same translation by chance."""
_SHORTEST = 12
"""Characters of a source that is looked at beside a much longer one."""
_UNEVEN = 1.8
"""How many times longer than another a text is that cannot have its translation."""
_MANY = 3
_UNLIKE = 0.6
"""Part of the words of a source, below which another one that has them says something else."""
_WHOLE = re.compile(r"(?:\A|(?<=[.!?。！？؟]))\s*+[^.!?。！？؟\s][^.!?。！？؟]{11,}+[.!?。！？؟]")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<![^.!?。！？؟])[^.!?。！？؟]{8,}+[.!?。！？؟][\s\"”’»」』)]*\Z")


def alike(sources: Sequence[str], targets: Sequence[str], locales: tuple[str, str] = ("", "")) -> list[int]:
    """Return the places of answers that are the same for texts that say different things, in order.

    Three such texts are needed, two longer ones, or two of which one is much longer, as a paragraph than its headline.
    None of the answers is kept but one that has a number or a name of its text and of no other.
    """
    places: dict[str, list[int]] = {}
    for at, target in enumerate(targets):
        if len(sources[at]) >= _SHORTEST:
            places.setdefault(" ".join(target.split()), []).append(at)
    found: list[int] = []
    for target, same in places.items():
        unlike = _unlike(sources, same)
        fitting = [at for at in unlike if _facts(sources[at], target, locales)] if locales[1] else []
        found += [at for at in unlike if fitting != [at]]
    return sorted(found)


def _facts(source: str, target: str, locales: tuple[str, str]) -> bool:
    one, other = traits(source, locales[0]), traits(target, locales[1])
    return bool(one.latin & other.latin) or any(number & one.numbers for number in other.required)


def _unlike(sources: Sequence[str], same: list[int]) -> list[int]:
    """Return the places that have one answer, when their texts are different and enough."""
    different: list[int] = []
    for at in same:
        if all(_strange(sources[at], sources[other]) for other in different):
            different.append(at)
    lengths = sorted(len(sources[at]) for at in same)
    texts = [at for at in different if len(sources[at]) >= _TEXT]
    enough = len(texts) >= _MANY or sum(len(sources[at]) >= _LONG for at in different) > 1
    uneven = lengths[-1] >= _LONG and lengths[-1] > _UNEVEN * lengths[0]
    return same if enough or uneven else []


def joined(sources: Sequence[str], targets: Sequence[str]) -> list[int]:
    """Return the places of answers that have a neighbour's whole answer in them, in order.

    Only whole sentences count, and only where the two sources have not most words in common.
    """
    pairs = permutations(range(len(sources)), 2)
    return sorted(
        {
            at
            for at, beside in pairs
            if _holds(targets[at], targets[beside].strip()) and _strange(sources[at], sources[beside])
        }
    )


def sharing(sources: Sequence[str], targets: Sequence[str]) -> list[int]:
    """Return the places of answers that have a sentence in common though their texts have none, in order.

    Where each answer has its neighbour's translation behind its own, none holds another one whole.
    """
    before = [_sentences(text) for text in sources]
    after = [_sentences(text) for text in targets]
    pairs = combinations(range(len(sources)), 2)
    found = (pair for pair in pairs if after[pair[0]] & after[pair[1]] and not before[pair[0]] & before[pair[1]])
    return sorted({at for pair in found if _strange(sources[pair[0]], sources[pair[1]]) for at in pair})


def _sentences(text: str) -> set[str]:
    return {" ".join(match.group().split()).casefold() for match in _WHOLE.finditer(text)}


def _holds(target: str, part: str) -> bool:
    return len(part) < len(target.strip()) and part in target and _SENTENCE.search(part) is not None


def _strange(source: str, beside: str) -> bool:
    """Tell whether a text has few of the words of the one beside it."""
    words = {word.casefold() for word in _WORD.findall(beside)}
    here = {word.casefold() for word in _WORD.findall(source)}
    return len(words & here) < _UNLIKE * len(words)
