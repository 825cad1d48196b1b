"""Owns how a recurring name of the source is spelt in translations, found without a dictionary.

In Hangul and katakana a spelling is known by its sound, in Latin letters by being a copy of the source's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Levenshtein

from l10n.text.facts.names import names
from l10n.text.facts.transliteration import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Slip", "copied", "misspelt", "transliterated"]

_LEAST, _USUAL = 2, 0.4
"""Texts that must have the usual spelling, and their share of those with the name."""
_HABIT, _MOST = 3, 0.65
"""Texts and share from which the usual spelling is clear."""
_SOUNDS, _NEAR, _SURE = 0.75, 0.6, 0.9
"""How alike a name and its usual spelling must sound; a name and a slip; a name and a spelling that stands once."""
_SHORT, _LONGEST = 3, 8
"""Letters of an English name that is too short to be told by its sound; most syllables of a Korean one."""
_HANGUL = re.compile(r"[가-힣]{2,}")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_LATIN = re.compile(r"(?<![\w@#/.-])[A-Z][^\W\d_]{3,}(?![\w@/]|\.\w)")
_AFTER = re.compile(
    r"(?:들)?(?:이?라고|이?라는|이?라며|이?란|이?나|이?며|이?다|이?고|이?든|에서|에게|에게서|께서|한테|까지|부터|조차|마저|마다|"
    r"보다|처럼|만큼|밖에|뿐|으로|로|으로부터|로부터|으로서|로서|으로써|로써|이|가|은|는|을|를|과|와|의|에|도|만|"
    r"씨|측|시|주|군|인|어|호|사|계|식|형|산|강){0,2}\Z"
)
"""What may follow a name in one word: particles, and suffixes of one syllable."""
_PARTICLES = frozenset("은는이가을를과와의에도만로")
_FIRM, _LONG = 2, 3
"""Syllables (kana) of a word up to which one stroke (none) may differ, and from which two (one) may."""
_KEPT = 8_192
"""Texts whose words are kept while names are looked up."""

Piece = tuple[int, int, str]
"""Start, end and text of a word that may be a name."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that one text spells unlike others."""

    index: int
    """Of the text."""
    start: int
    end: int
    """Character offsets into the translation."""
    name: str
    usual: str
    uses: int
    """Texts with the usual spelling."""
    clear: bool
    """Most texts with the name have the usual spelling; otherwise either may be right."""
    model: int
    """The first text with it."""


def transliterated(texts: Sequence[tuple[str, str]], language: str) -> Iterator[Slip]:
    """Find names in Hangul (`ko`) or katakana (`ja`) that are spelt unlike most other places.

    `texts` are sources and translations without markup. The usual spelling of a name is the word that stands in most
    translations of texts with the name and sounds like it; a slip is a word nearly like it (two strokes of a Hangul
    syllable, one kana) in a text that lacks it. Each place is told once, for a single word before a whole name.
    """
    units = [_units(source) for source, _ in texts]
    told: set[tuple[int, int]] = set()
    pieces = lru_cache(maxsize=_KEPT)(lambda index: tuple(_pieces(texts[index][1], language)))
    for name, places in sorted(_where(units).items(), key=lambda item: item[0].count(" ")):
        if len(places) < _LEAST:
            continue
        usual, uses, model = _usual(name, places, pieces)
        clear = uses >= max(_HABIT, _MOST * len(places))
        for index in places if usual else ():
            if usual in texts[index][1]:
                continue
            others = [unit for unit in units[index] if unit not in name and name not in unit]
            found = _nearest(name, usual, pieces(index), others)
            if found and (index, found[0]) not in told:
                told.add((index, found[0]))
                yield Slip(index, *found, name, usual, uses, clear=clear, model=model)


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


def _usual(name: str, places: Sequence[int], pieces: Callable[[int], Sequence[Piece]]) -> tuple[str, int, int]:
    """Return the word that most translations have and that sounds like a name, its uses and the first text with it.

    Of two texts without a common word that sounds like the name, the first is the model if it has a sure one.
    """
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    for index in places:
        for text in {text for _, _, text in pieces(index)}:
            first.setdefault(text, index)
            count[text] += 1
    least = max(_LEAST, _USUAL * len(places))
    often = {text: sound for text, many in count.items() if many >= least and (sound := likeness(name, text)) >= _NEAR}
    rated = [(sound * count[text], -len(text), text) for text, sound in often.items() if sound >= _SOUNDS]
    if not often and len(places) == _LEAST:
        sure = [text for text, at in first.items() if at == places[0] and len(text) >= _LONG]
        rated = [(sound, -len(text), text) for text in sure if (sound := likeness(name, text)) >= _SURE]
    usual = max(rated)[2] if rated else ""
    if usual and usual[-1] in _PARTICLES and usual[:-1] in often:
        usual = usual[:-1]
    return usual, count[usual], first.get(usual, 0)


def _nearest(name: str, usual: str, pieces: Sequence[Piece], others: Sequence[str]) -> tuple[int, int] | None:
    """Return the place of the word most like the usual spelling; no word that sounds more like another name."""
    near = [
        (_distance(usual, text), start, end)
        for start, end, text in pieces
        if _distance(usual, text) <= _limit(usual, text)
        and likeness(name, text) >= _NEAR
        and all(likeness(other, text) < likeness(name, text) for other in others)
    ]
    return min(near)[1:] if near else None


def misspelt(word: str, target: str, language: str) -> tuple[int, int] | None:
    """Return where a word stands that is nearly a given one, in Hangul or katakana and of three letters or more."""
    if len(word) <= _FIRM or language not in {"ko", "ja"}:
        return None
    near = [(_distance(word, text), start, end) for start, end, text in _pieces(target, language)]
    near = [found for found in near if 0 < found[0] <= _limit(word, target[found[1] : found[2]])]
    return min(near)[1:] if near else None


def _pieces(target: str, language: str) -> Iterator[Piece]:
    """Yield the words that may be a name: in Korean the beginnings of words, for particles follow them."""
    if language == "ja":
        yield from ((run.start(), run.end(), run.group()) for run in _KATAKANA.finditer(target))
        return
    for run in _HANGUL.finditer(target):
        word = run.group()
        for size in range(2, min(len(word), _LONGEST) + 1):
            if _AFTER.match(word, size):
                yield run.start(), run.start() + size, word[:size]


@lru_cache(maxsize=65_536)
def _distance(one: str, other: str) -> int:
    """Return how many strokes (letters of syllables, kana) two words differ in; many where one is much longer."""
    if abs(len(one) - len(other)) > 1:
        return len(one) + len(other)
    return Levenshtein.distance(unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other))


def _limit(one: str, other: str) -> int:
    """Return how many strokes may differ in two spellings of one name."""
    shorter = min(len(one), len(other))
    if one >= "가":
        return 2 if shorter > _FIRM else int(len(one) == len(other))
    return int(shorter > _LONG)


def copied(texts: Sequence[tuple[str, str]]) -> Iterator[Slip]:
    """Find names in Latin letters that most translations copy and one spells otherwise.

    A slip begins and ends like the name, save for two letters at most. Words that are no name somewhere in the sources
    (`parliament`), accents, inflected ends, and words that stand in translations of other texts are passed over.
    """
    known: dict[str, set[int]] = defaultdict(set)
    for index, (_, target) in enumerate(texts):
        for word in _LATIN.findall(target):
            known[word].add(index)
    ordinary = {word for source, _ in texts for word in re.findall(r"\b[a-z]{4,}", source)}
    for name, places in _where(_units(source) for source, _ in texts).items():
        have = known.get(name, set()).intersection(places)
        if len(have) < max(_LEAST, _MOST * len(places)) or name.lower() in ordinary:
            continue
        for index in places:
            source, target = texts[index]
            for match in _LATIN.finditer(target) if index not in have else ():
                word = match.group()
                if _miscopied(name, word) and word not in source and known[word] <= set(places):
                    yield Slip(index, *match.span(), name, name, len(have), clear=True, model=min(have))


def _miscopied(name: str, word: str) -> bool:
    if abs(len(name) - len(word)) > 1 or name[-1] != word[-1]:
        return False
    plain = ["".join(filter(str.isalpha, unicodedata.normalize("NFD", text.casefold()))) for text in (name, word)]
    return 0 < OSA.distance(*plain) <= (2 if len(name) > _LONGEST - 2 else 1)
