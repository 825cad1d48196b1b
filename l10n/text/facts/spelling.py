"""Owns how a recurring name of the source is spelt in translations, found without a dictionary.

Where names are written by their sound a spelling is known by it, in Latin letters by being a copy of the source's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz.distance import OSA, Levenshtein

from l10n.text.facts.names import names
from l10n.text.facts.transliteration import NEAR, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from l10n.languages.code import Sounds

__all__ = ["Named", "Sightings", "Slip", "by_letters", "by_sound", "copied", "misspelt", "nearly", "transliterated"]

_LEAST, _USUAL = 2, 0.4
"""Texts that must have the usual spelling, and their share of those with the name."""
_HABIT, _MOST = 3, 0.65
"""Texts and share from which the usual spelling is clear."""
_SOUNDS, _SURE = 0.75, 0.9
"""How alike a name and its usual spelling must sound; a name and a spelling that stands once."""
_SHORT = 3
"""Letters of an English name that is too short to be told by its sound."""
_LENGTHY = 6
"""Letters above which two of a copied name may differ."""
_LATIN = re.compile(r"(?<![\w@#/.-])[A-Z][^\W\d_]{3,}(?![\w@/]|\.\w)")
_ORDINARY = re.compile(r"\b[a-z]{4,}")
_FIRM, _LONG = 2, 3
"""Letters of a term, and of a name that stands once, up to and from which an accident is likely, and not."""
_KEPT = 8_192
"""Texts whose words are kept while names are looked up."""

Piece: TypeAlias = tuple[int, int, str]
"""Start, end and text of a word that may be a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A text whose source has names, and what its translation may spell them with."""

    index: int
    names: tuple[str, ...]
    """Whole and word by word."""
    target: str = ""
    """The translation, where names are known by their sound."""
    words: frozenset[str] = frozenset()
    """Words of the translation that may be copies, where names are copied."""
    strays: tuple[Piece, ...] = ()
    """Those of them that the source does not have."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """What has to be known of an article to see how the names in it are spelt."""

    texts: tuple[Named, ...]
    ordinary: frozenset[str] = frozenset()
    """Words that are no names somewhere in its sources, where names are copied."""
    elsewhere: frozenset[str] = frozenset()
    """Words that may be copies, in translations of its other texts."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that one text spells unlike others."""

    article: int
    index: int
    """Of the text in its article."""
    start: int
    end: int
    """Character offsets into the translation."""
    written: str
    """What stands there."""
    name: str
    usual: str
    uses: int
    """Texts with the usual spelling."""
    clear: bool
    """Most texts with the name have the usual spelling; otherwise either may be right."""
    model: int
    """The first article with it."""


def by_sound(texts: Iterable[tuple[str, str]]) -> Sightings:
    """Return what `transliterated` has to know of an article; `texts` are sources and translations without markup."""
    found = ((index, tuple(_units(source)), target) for index, (source, target) in enumerate(texts))
    return Sightings(tuple(Named(index, names, target) for index, names, target in found if names))


def by_letters(texts: Iterable[tuple[str, str]]) -> Sightings:
    """Return what `copied` has to know of an article; `texts` are sources and translations without markup."""
    named: list[Named] = []
    ordinary: set[str] = set()
    elsewhere: set[str] = set()
    for index, (source, target) in enumerate(texts):
        ordinary.update(_ORDINARY.findall(source))
        pieces = [(word.start(), word.end(), word.group()) for word in _LATIN.finditer(target)]
        words = frozenset(word for _, _, word in pieces)
        units = tuple(_units(source))
        if units:
            strays = tuple(piece for piece in pieces if piece[2] not in source)
            named.append(Named(index, units, words=words, strays=strays))
        else:
            elsewhere |= words
    return Sightings(tuple(named), frozenset(ordinary), frozenset(elsewhere))


def transliterated(articles: Sequence[Sightings], sounds: Sounds) -> Iterator[Slip]:
    """Find names written by their sound that are spelt unlike most other places.

    The usual spelling of a name is the word that stands in most translations of texts with the name and sounds like
    it; a slip is a word nearly like it, see `Sounds.slack`, in a text that lacks it. Each place
    is told once, for a single word before a whole name.
    """
    texts = [(at, text) for at, article in enumerate(articles) for text in article.texts]
    told: set[tuple[int, int]] = set()
    pieces = lru_cache(maxsize=_KEPT)(lambda place: tuple(sounds.words(texts[place][1].target)))
    words = lru_cache(maxsize=_KEPT)(lambda place: dict.fromkeys(text for _, _, text in pieces(place)))
    where = _where(text.names for _, text in texts)
    for name, places in sorted(where.items(), key=lambda item: item[0].count(" ")):
        if len(places) < _LEAST:
            continue
        usual, uses, model = _usual(name, places, words, sounds)
        clear = uses >= max(_HABIT, _MOST * len(places))
        for place in places if usual else ():
            at, text = texts[place]
            if usual in text.target:
                continue
            others = [unit for unit in text.names if unit not in name and name not in unit]
            found = _nearest(name, usual, pieces(place), others, sounds)
            if found and (place, found[0]) not in told:
                told.add((place, found[0]))
                written = text.target[slice(*found)]
                yield Slip(at, text.index, *found, written, name, usual, uses, clear=clear, model=texts[model][0])


def _where(units: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return each name with the texts it stands in, ascending."""
    where: dict[str, list[int]] = defaultdict(list)
    for index, some in enumerate(units):
        for unit in some:
            where[unit].append(index)
    return where


def _units(source: str) -> dict[str, None]:
    """Return the names of a source, whole and word by word."""
    found: dict[str, None] = {}
    for name, starts in names(source):
        for unit in () if starts else (*name.split(), name):
            if len(unit) > _SHORT and unit[0].isupper() and not unit.isupper():
                found[unit] = None
    return found


def _usual(
    name: str, places: Sequence[int], words_of: Callable[[int], Collection[str]], sounds: Sounds
) -> tuple[str, int, int]:
    """Return the word that most translations have and that sounds like a name, its uses and the first text with it.

    Of two texts without a common word that sounds like the name, the first is the model if it has a sure one.
    """
    words = [words_of(index) for index in places]
    count = Counter(chain.from_iterable(words))
    least = max(_LEAST, _USUAL * len(places))
    many = [text for text, uses in count.items() if uses >= least]
    often = {text: sound for text in many if (sound := likeness(name, text, sounds)) >= NEAR}
    rated = [(sound * count[text], -len(text), text) for text, sound in often.items() if sound >= _SOUNDS]
    if not often and len(places) == _LEAST:
        sure = [text for text in words[0] if len(text) >= _LONG]
        rated = [(sound, -len(text), text) for text in sure if (sound := likeness(name, text, sounds)) >= _SURE]
    usual = max(rated)[2] if rated else ""
    if sounds.stem(usual) in often:
        usual = sounds.stem(usual)
    return usual, count[usual], next((at for at, some in zip(places, words, strict=True) if usual in some), 0)


def _nearest(
    name: str, usual: str, pieces: Sequence[Piece], others: Sequence[str], sounds: Sounds
) -> tuple[int, int] | None:
    """Return the place of the word most like the usual spelling; no word that sounds more like another name."""
    near = [
        (_distance(usual, text), start, end)
        for start, end, text in pieces
        if _distance(usual, text) <= sounds.slack(usual, text)
        and likeness(name, text, sounds) >= NEAR
        and all(likeness(other, text, sounds) < likeness(name, text, sounds) for other in others)
    ]
    return min(near)[1:] if near else None


def nearly(name: str, usual: str, target: str, others: Sequence[str], sounds: Sounds) -> tuple[int, int] | None:
    """Return where a word stands that is nearly the spelling of a name, and sounds less like the `others`."""
    return _nearest(name, usual, tuple(sounds.words(target)), others, sounds)


def misspelt(word: str, target: str, sounds: Sounds) -> tuple[int, int] | None:
    """Return where a word stands that is nearly a given one, which has three letters or more."""
    if len(word) <= _FIRM:
        return None
    near = [(_distance(word, text), start, end) for start, end, text in sounds.words(target)]
    near = [found for found in near if 0 < found[0] <= sounds.slack(word, target[found[1] : found[2]])]
    return min(near)[1:] if near else None


@lru_cache(maxsize=65_536)
def _distance(one: str, other: str) -> int:
    """Return how many strokes (letters of syllables, kana) two words differ in; many where one is much longer."""
    if abs(len(one) - len(other)) > 1:
        return len(one) + len(other)
    return Levenshtein.distance(unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other))


def copied(articles: Sequence[Sightings]) -> Iterator[Slip]:
    """Find names in Latin letters that most translations copy and one spells otherwise.

    A slip begins and ends like the name, save for two letters at most. Words that are no name somewhere in the sources
    (`parliament`), accents, inflected ends, and words that stand in translations of other texts are passed over.
    """
    texts = [(at, text) for at, article in enumerate(articles) for text in article.texts]
    known: dict[str, set[int]] = defaultdict(set)
    for place, (_, text) in enumerate(texts):
        for word in text.words:
            known[word].add(place)
    ordinary: set[str] = set().union(*(article.ordinary for article in articles))
    elsewhere: set[str] = set().union(*(article.elsewhere for article in articles))
    for name, places in _where(text.names for _, text in texts).items():
        have = known.get(name, set()).intersection(places)
        if len(have) < max(_LEAST, _MOST * len(places)) or name.lower() in ordinary:
            continue
        for place in places:
            at, text = texts[place]
            for start, end, word in text.strays if place not in have else ():
                if _miscopied(name, word) and word not in elsewhere and known[word] <= set(places):
                    model = texts[min(have)][0]
                    yield Slip(at, text.index, start, end, word, name, name, len(have), clear=True, model=model)


def _miscopied(name: str, word: str) -> bool:
    if abs(len(name) - len(word)) > 1 or name[-1] != word[-1]:
        return False
    plain = ["".join(filter(str.isalpha, unicodedata.normalize("NFD", text.casefold()))) for text in (name, word)]
    return 0 < OSA.distance(*plain) <= (2 if len(name) > _LENGTHY else 1)
