"""Owns what all reviewed texts of a locale together teach of names: one spelling each, or several that are in use."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.facts.name_pairs import folded, inner, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.text.facts.name_pairs import NameSeen

__all__ = ["NameLesson", "ReviewedText", "Spelt", "lessons"]

_ORDINARY = re.compile(r"(?<![\w'’])[a-z]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Letters of a name."""
_OFTEN = 3
"""Texts without a name from which a word that sounds like it is an ordinary one."""
_AGAIN = 2
"""Texts that must agree where none shows alone where a spelling begins and ends."""


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """A text that a person reviewed, without markup."""

    article: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """A way in which a name is spelt."""

    target: str
    uses: int
    """Texts that have it."""
    article: str
    """The first of them."""


@dataclass(frozen=True, slots=True)
class NameLesson:
    """A name, and how reviewed texts spell it."""

    name: str
    """As most sources write it."""
    ways: tuple[Spelt, ...]
    """One where it is learnt; more, the most used first, where a person has to decide."""


class _Vocabulary:
    """In which texts each word of the translations stands."""

    def __init__(self, texts: Sequence[ReviewedText]) -> None:
        self._texts = texts
        self._where: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            for word in set(_WORD.findall(text.target)):
                self._where[word].append(at)

    def ordinary(self, name: str, target: str) -> bool:
        """Tell whether a part of a spelling is an ordinary word, mostly in texts whose sources have no such name."""
        words, parts = name.split(), target.split()
        if len(words) != len(parts):
            return False
        for word, part in zip(words, parts, strict=True):
            where = self._where.get(part, ())
            without = sum(word not in self._texts[at].source.casefold() for at in where)
            if without >= max(_OFTEN, len(where) / 2):
                return True
        return False


_Place = tuple[int, "NameSeen"]
"""The number of a text, and what is seen there."""


def lessons(texts: Sequence[ReviewedText], locale: str) -> tuple[NameLesson, ...]:
    """Return the names that the reviewed texts of a locale spell, in alphabetical order.

    A part of a longer name is a name where it stands alone elsewhere; a word that stands in small letters somewhere
    is none.
    """
    places: dict[str, list[_Place]] = defaultdict(list)
    alone: set[str] = set()
    ordinary: set[str] = set()
    vocabulary = _Vocabulary(texts)
    for at, text in enumerate(texts):
        alone.update(map(folded, inner(text.source)))
        ordinary.update(_ORDINARY.findall(text.source))
        for one in seen(text.source, text.target, locale):
            places[folded(one.name)].append((at, one))
    found = []
    for key, some in sorted(places.items()):
        whole = [place for place in some if place[1].whole or key in alone]
        ways = _ways(whole, texts) if key not in ordinary and len(key) >= _SHORT else ()
        if not any(one.glossed for _, one in whole):
            ways = tuple(way for way in ways if way.uses >= _AGAIN or not vocabulary.ordinary(key, way.target))
        if ways:
            name = Counter(one.name for _, one in whole).most_common(1)[0][0]
            found.append(NameLesson(name, ways))
    return tuple(found)


def _ways(places: Sequence[_Place], texts: Sequence[ReviewedText]) -> tuple[Spelt, ...]:
    """Return the spellings of one name."""
    votes: dict[str, list[int]] = defaultdict(list)
    for at, one in places:
        if one.sure and len(one.forms) == 1:
            votes[one.forms[0]].append(at)
    for at, one in places:
        if one.sure and len(one.forms) > 1:
            votes[next((form for form in one.forms if form in votes), one.forms[0])].append(at)
    open_ = [(at, one) for at, one in places if not one.sure]
    for form, where in _settled(open_, votes, texts):
        votes[form] += where
    ways = [Spelt(form, len(where), texts[min(where)].article) for form, where in votes.items() if where]
    kept = (way for way in ways if not any(_overlong(way, other) for other in ways))
    return tuple(sorted(kept, key=lambda way: (-way.uses, way.target)))


def _overlong(way: Spelt, other: Spelt) -> bool:
    """Tell whether a spelling is a more usual one with the beginning of the next word at its end."""
    return way.uses < other.uses and way.target.startswith(other.target)


def _settled(
    places: Sequence[_Place], votes: Iterable[str], texts: Sequence[ReviewedText]
) -> Iterator[tuple[str, list[int]]]:
    """Decide what stands where a text alone does not show it, by the other texts."""
    known = frozenset(votes)
    left: list[_Place] = []
    for at, one in places:
        same = next((form for form in one.forms if form in known), None)
        if same is not None:
            yield same, [at]
        elif one.glossed:
            if not known:
                yield from _corroborated(at, one, texts)
        else:
            left.append((at, one))
    if known:
        # It says something else, however it ends: a person has to look.
        yield from ((one.forms[-1], [at]) for at, one in left)
    if known or len(left) < _AGAIN:
        return
    common = set(left[0][1].forms).intersection(*(one.forms for _, one in left))
    if len(common) == 1:
        yield common.pop(), [at for at, _ in left]
        return
    single = Counter(one.forms[0] for _, one in left if len(one.forms) == 1)
    for form, uses in single.items():
        if uses >= _AGAIN:
            yield form, [at for at, one in left if one.forms == (form,)]


def _corroborated(at: int, one: NameSeen, texts: Sequence[ReviewedText]) -> Iterator[tuple[str, list[int]]]:
    """Find the longest of the forms before a bracket that another text with the name has too.

    Not one word, and not for a name of one word: what stands before it may stand there often.
    """
    if " " not in one.name:
        return
    others = [number for number, text in enumerate(texts) if one.name in text.source and number != at]
    for form in (form for form in one.forms if " " in form):
        where = [
            number for number in others if form in texts[number].target and texts[number].target != texts[at].target
        ]
        if where:
            yield form, [at, *where]
            return
