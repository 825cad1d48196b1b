"""Owns how a recurring name of the source is spelt in translations, found without a dictionary.

Where names are written by their sound a spelling is known by it, in Latin letters by being a copy of the source's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz.distance import OSA, Levenshtein

from l10n.text.facts.names import names
from l10n.text.facts.transliteration import NEAR, likeness, sounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    heard: tuple[tuple[str, ...], ...] = ()
    """And for each name the words of it that sound like it."""
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


def by_sound(texts: Iterable[tuple[str, str]], sounds: Sounds) -> Sightings:
    """Return what `transliterated` has to know of an article; `texts` are sources and translations without markup."""
    found = ((index, tuple(_units(source)), target) for index, (source, target) in enumerate(texts))
    return Sightings(tuple(_sounded(*one, sounds) for one in found if one[1]))


def _sounded(index: int, names: tuple[str, ...], target: str, sounds: Sounds) -> Named:
    words = dict.fromkeys(text for _, _, text in sounds.words(target))
    return Named(index, names, target, tuple(sounding(names, words, sounds)))


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


def transliterated(articles: Iterable[Sightings], sounds: Sounds) -> Iterator[Slip]:
    """Find names written by their sound that are spelt unlike most other places.

    The usual spelling of a name is the word that stands in most translations of texts with the name and sounds like
    it; a slip is a word nearly like it, see `Sounds.slack`, in a text that lacks it. Each place
    is told once, for a single word before a whole name. The articles are gone through twice.
    """
    heard: dict[str, _Spellings] = {}
    for at, text in _texts(articles):
        for name, words in zip(text.names, text.heard, strict=True):
            heard.setdefault(name, _Spellings(words)).note(at, words)
    usual = {name: found for name, one in heard.items() if (found := one.usual(name, sounds))}
    slips: dict[str, list[Slip]] = {name: [] for name in usual}
    for at, text in _texts(articles) if usual else ():
        for name, words in zip(text.names, text.heard, strict=True):
            if name in usual and usual[name].word not in words:
                slips[name] += _slipped(at, text, name, usual[name], sounds)
    told: set[tuple[int, int, int]] = set()
    for name in sorted(usual, key=lambda name: name.count(" ")):
        for slip in slips[name]:
            place = slip.article, slip.index, slip.start
            if place not in told:
                told.add(place)
                yield slip


def _texts(articles: Iterable[Sightings]) -> Iterator[tuple[int, Named]]:
    return ((at, text) for at, article in enumerate(articles) for text in article.texts)


def _slipped(at: int, text: Named, name: str, usual: _Usual, sounds: Sounds) -> Iterator[Slip]:
    """Yield how a text spells a name that is usually spelt otherwise."""
    if usual.word in text.target:
        return
    others = [unit for unit in text.names if unit not in name and name not in unit]
    found = _nearest(name, usual.word, tuple(sounds.words(text.target)), others, sounds)
    if found:
        written = text.target[slice(*found)]
        yield Slip(
            at, text.index, *found, written, name, usual.word, usual.uses, clear=usual.clear, model=usual.article
        )


@dataclass(frozen=True, slots=True)
class _Usual:
    """How a name is usually spelt."""

    word: str
    uses: int
    article: int
    """The first with it."""
    clear: bool


class _Spellings:
    """In what ways a name is spelt in the texts that have it."""

    def __init__(self, first: Iterable[str]) -> None:
        self._first = tuple(first)
        self._texts = 0
        self._words: dict[str, tuple[int, int]] = {}
        """Word → texts with it, and the first article with it."""

    def note(self, at: int, words: Iterable[str]) -> None:
        """Add the words of a text that sound like the name."""
        self._texts += 1
        for word in words:
            uses, first = self._words.get(word, (0, at))
            self._words[word] = uses + 1, first

    def usual(self, name: str, sounds: Sounds) -> _Usual | None:
        """Return the word that most translations have and that sounds like the name.

        Of two texts without a common word that sounds like the name, the first is the model if it has a sure one.
        """
        if self._texts < _LEAST:
            return None
        least = max(_LEAST, _USUAL * self._texts)
        often = {word: likeness(name, word, sounds) for word, (uses, _) in self._words.items() if uses >= least}
        rated = [(sound * self._words[word][0], -len(word), word) for word, sound in often.items() if sound >= _SOUNDS]
        if not often and self._texts == _LEAST:
            sure = [word for word in self._first if len(word) >= _LONG]
            rated = [(sound, -len(word), word) for word in sure if (sound := likeness(name, word, sounds)) >= _SURE]
        if not rated:
            return None
        found = max(rated)[2]
        if sounds.stem(found) in often:
            found = sounds.stem(found)
        uses, first = self._words[found]
        return _Usual(found, uses, first, clear=uses >= max(_HABIT, _MOST * self._texts))


def _units(source: str) -> dict[str, None]:
    """Return the names of a source, whole and word by word."""
    found: dict[str, None] = {}
    for name, starts in names(source):
        for unit in () if starts else (*name.split(), name):
            if len(unit) > _SHORT and unit[0].isupper() and not unit.isupper():
                found[unit] = None
    return found


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


def copied(articles: Iterable[Sightings]) -> Iterator[Slip]:
    """Find names in Latin letters that most translations copy and one spells otherwise.

    A slip begins and ends like the name, save for two letters at most. Words that are no name somewhere in the sources
    (`parliament`), accents, inflected ends, and words that stand in translations of other texts are passed over. The
    articles are gone through up to three times.
    """
    ordinary: set[str] = set()
    elsewhere: set[str] = set()
    texts: Counter[str] = Counter()
    have: Counter[str] = Counter()
    first: dict[str, int] = {}
    for at, article in enumerate(articles):
        ordinary |= article.ordinary
        elsewhere |= article.elsewhere
        for text in article.texts:
            texts.update(text.names)
            for name in text.words.intersection(text.names):
                have[name] += 1
                first.setdefault(name, at)
    wanted = (name for name, many in texts.items() if have[name] >= max(_LEAST, _MOST * many))
    slips: dict[str, list[Slip]] = {name: [] for name in wanted if name.lower() not in ordinary}
    for at, text in _texts(articles) if slips else ():
        for name in (slips.keys() & set(text.names)) - text.words if text.strays else ():
            slips[name] += (
                Slip(at, text.index, start, end, word, name, name, have[name], clear=True, model=first[name])
                for start, end, word in text.strays
                if _miscopied(name, word) and word not in elsewhere
            )
    others = _elsewhere(articles, [one for some in slips.values() for one in some])
    for some in slips.values():
        yield from (slip for slip in some if (slip.name, slip.written) not in others)


def _elsewhere(articles: Iterable[Sightings], slips: Iterable[Slip]) -> set[tuple[str, str]]:
    """Return each name with a word that may be a slip of it, where that stands in a text without the name, too."""
    names: dict[str, set[str]] = defaultdict(set)
    for slip in slips:
        names[slip.written].add(slip.name)
    found: set[tuple[str, str]] = set()
    for _, text in _texts(articles) if names else ():
        for word in text.words.intersection(names):
            found |= {(name, word) for name in names[word].difference(text.names)}
    return found


def _miscopied(name: str, word: str) -> bool:
    if abs(len(name) - len(word)) > 1 or name[-1] != word[-1]:
        return False
    plain = ["".join(filter(str.isalpha, unicodedata.normalize("NFD", text.casefold()))) for text in (name, word)]
    return 0 < OSA.distance(*plain) <= (2 if len(name) > _LENGTHY else 1)
