"""Owns which names of a source a translation spells out, and how: what a name memory is learnt from.

A name is known by the bracket of its first mention, `조코 위도도(Joko Widodo)`, and by as many words in a row as it
has, each of which sounds like its own. Where a spelling may begin or end at several places all of them are told:
other texts decide, or nothing is learnt.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from l10n import languages
from l10n.text.facts.names import names
from l10n.text.facts.transliteration import NEAR, alike, likeness, openings, opens_alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.languages import Language
    from l10n.languages.code import Heard

__all__ = ["NameSeen", "folded", "inner", "seen"]

_ORIGINAL = re.compile(r"[(（]([^()（）]{1,120})[)）]")
_LATIN = re.compile(r"(?:[A-Za-zÀ-ɏḀ-ỿ.'’&-]+)(?: [A-Za-zÀ-ɏḀ-ỿ.'’&-]+)*")
_OTHER = "[^\\W\\d_A-Za-zÀ-ɏḀ-ỿ]"
"""A letter that is not Latin."""
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31\u0e34-\u0e4e]"
"""Signs above and below letters, which are none themselves."""
_ARTICLE = re.compile(r"\A[Tt]he (?=[A-Z])")
_OWNER = re.compile(r"(?<=\w)['’]s\b ?|(?<=s)['’] ")
_WHOLE, _EACH, _GLOSSED, _FEWER = 0.8, 0.75, 0.75, 0.85
"""How alike a name and its spelling must sound: whole and word by word, or whole where the original is behind it, also
where the spelling has fewer words."""
_MORE = 2
"""Words that a translation of a name may have more than the original in the bracket."""
_GAP = 8
"""Characters before a bracket that may be white space, or markup that was left out."""
_BEFORE = 12
"""Words in front of a bracket that are looked at."""
_MOST, _WORDS = 100, 2_000
"""Names of a text, and words of its translation, that are looked at: each is held against each."""
_LONGEST = 7
"""Words of a name."""
_LETTERS = 8
"""Letters of a part of a name where nothing shows its ends."""
_QUOTES = frozenset("“‘「『《〈«„")
_SILENT = frozenset("wouWOU")
"""Letters that a name begins with and that a glued word may be taken for."""
_SUNG = frozenset("aeiouyhw")
"""Letters at the end of a name behind which one more syllable may be its own."""


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name of a source, and what its translation spells it with."""

    name: str
    """As the source writes it."""
    forms: tuple[str, ...]
    """One where it is clear where the spelling begins and ends; else all that it may be, the longest first."""
    glossed: bool
    """The original stands behind it in a bracket."""
    whole: bool
    """The name is no part of a longer one."""
    sure: bool = True
    """The first form is most likely; else only other texts can tell."""


class _Word(NamedTuple):
    """A word of a translation that may be a part of a name."""

    start: int
    end: int
    text: str


def folded(text: str) -> str:
    """Return a name without case, accents and doubled spaces, as names are compared."""
    plain = text
    if not text.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(plain.replace("’", "'").casefold().split())


def seen(source: str, target: str, locale: str) -> list[NameSeen]:
    """Return the names of a source that its translation spells out; both texts without markup.

    Nothing is found in a language of which it is not known how names of others are written.
    """
    language = languages.of(locale)
    if language.names is None:
        return []
    chains = _chains(target, language)
    found = list(_glossed(source, target, chains, language)) if language.names.brackets else []
    told = {folded(one.name) for one in found}
    if language.heard:
        found += (one for one in _by_sound(source, chains, language) if folded(one.name) not in told)
    return found


def inner(source: str) -> Iterator[str]:
    """Yield the names of a source as they stand, divided where one is the owner of the next (`Macedonia's Telma`)."""
    for name, starts in names(source):
        for part in () if starts else _OWNER.split(name):
            words = part.split()
            while words and not words[0][0].isupper():
                words = words[1:]
            if words:
                yield " ".join(words)


# What may be a name


@lru_cache(maxsize=64)
def _pattern(language: Language) -> re.Pattern[str]:
    letter = language.names.letters if language.names else ""
    if not letter and _unbounded(language) and language.names:
        letter = f"[{''.join(language.names.sounds.values())}]"
    run = f"{letter or _OTHER}(?:{letter or _OTHER}|{_MARKS})*"
    return re.compile(rf"{run}(?:[-’']{run})*")


def _spaced(language: Language) -> bool:
    return language.scripts is None or language.scripts.spaced


def _unbounded(language: Language) -> bool:
    """Tell whether nothing shows where in a row of letters a name begins or ends (Chinese)."""
    return not _spaced(language) and language.names is not None and bool(language.names.sounds)


def _chains(target: str, language: Language) -> list[list[_Word]]:
    """Return the words of a translation that may be names, those together between which nothing but a space stands."""
    chains: list[list[_Word]] = []
    last = -1
    space = " " if _spaced(language) else None
    divider = language.names.divider if language.names else ""
    for match in islice(_pattern(language).finditer(target), _WORDS):
        start, end = match.span()
        gap = target[last:start]
        if chains and (gap == space or (len(gap.strip()) == 1 and gap.strip() in divider)):
            chains[-1].append(_Word(start, end, match.group()))
        else:
            chains.append([_Word(start, end, match.group())])
        last = end
    return chains


def _starts(word: _Word, language: Language) -> Sequence[int]:
    """Return where in a word a name may begin."""
    if _unbounded(language):
        return range(max(0, len(word.text) - _LETTERS), len(word.text))
    glued = language.names.prefix if language.names else ""
    prefix = re.match(glued, word.text) if glued else None
    return (0, prefix.end()) if prefix and prefix.end() < len(word.text) else (0,)


def _ends(word: _Word, language: Language) -> Sequence[int]:
    """Return where in a word a name may end."""
    if _unbounded(language):
        return range(1, min(len(word.text), _LETTERS) + 1)
    last = word.text.rfind("-") + 1
    return [last + end for end in language.sounds.ends(word.text[last:])] if language.sounds else [len(word.text)]


def _cut(words: Sequence[_Word], start: int, end: int) -> tuple[str, ...]:
    """Return the parts of a spelling that begins and ends inside of its outer words."""
    texts = [word.text for word in words]
    texts[-1] = texts[-1][:end]
    texts[0] = texts[0][start:]
    return tuple(texts)


def _joined(parts: Sequence[str], language: Language) -> str:
    divider = "" if _spaced(language) or language.names is None else language.names.divider[:1]
    return (divider or " ").join(parts)


# By the bracket


def _glossed(source: str, target: str, chains: Sequence[Sequence[_Word]], language: Language) -> Iterator[NameSeen]:
    ending = {word.end: (chain, at) for chain in chains for at, word in enumerate(chain)}
    for match in _ORIGINAL.finditer(target):
        name = _in_source(_ARTICLE.sub("", match.group(1).strip()), source)
        spaces = target[max(0, match.start() - _GAP) : match.start()]
        chain, at = ending.get(match.start() - len(spaces) + len(spaces.rstrip()), ((), 0))
        words = chain[max(0, at + 1 - _BEFORE) : at + 1]
        if not name or not words or (name.isupper() and " " not in name):
            continue
        followed = target[match.end() : match.end() + 1].isalpha()
        forms, sure = _before(name, words, target, language, followed=followed)
        if forms:
            yield NameSeen(name, forms, glossed=True, whole=True, sure=sure)


def _in_source(original: str, source: str) -> str:
    """Return a name in a bracket as the source writes it; empty where the source has it not, or it is none."""
    if not _LATIN.fullmatch(original) or not original[0].isupper() or len(original) == 1:
        return ""
    for text, wanted in ((source, original), (folded(source), folded(original))):
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
        if match and len(text) == len(source):
            return source[slice(*match.span())]
    return ""


def _before(
    name: str, words: Sequence[_Word], target: str, language: Language, *, followed: bool
) -> tuple[tuple[str, ...], bool]:
    """Return what the words before a bracket may spell the name with, and whether the first is most likely.

    As many words as the name has, else fewer, that sound like it; else what may be a translation of it: all that
    stands in quotation marks, or any number of words. `followed` says that a particle stands behind the bracket.
    """
    size = len(re.split(r"[ -]", name))
    if language.heard:
        own = name.split()
        sizes = dict.fromkeys(many for many in (len(own), *range(size, 0, -1)) if many <= len(words))
        for many in sizes:
            if many == len(own) > 1 and alike(own[0], words[-many].text, language.heard) < NEAR:
                continue
            parts = _heard_before(name, words[-many:], language.heard, language)
            if parts and (many >= len(own) or likeness(name, " ".join(parts), language.heard) >= _FEWER):
                stems = [] if followed else _stems(name, parts, language)
                forms = tuple(dict.fromkeys(_joined(some, language) for some in (parts, *stems)))
                return forms, not _unbounded(language) or parts[0] == words[-many].text
    first = words[0].start
    if not _spaced(language) or (first and (target[first - 1].isalnum() or target[first - 1] == ".")):
        return (), False
    whole = [_joined([word.text for word in words[at:]], language) for at in range(len(words))]
    if first and target[first - 1] in _QUOTES and len(words) <= size + _MORE:
        return (whole[0],), True
    return tuple(whole[-size - _MORE :]), len(whole) == 1


def _heard_before(name: str, words: Sequence[_Word], heard: Heard, language: Language) -> tuple[str, ...]:
    """Return the parts that words before a bracket spell a name with; empty where they do not sound like it."""
    spelt = []
    for start in _starts(words[0], language):
        parts = _cut(words, start, len(words[-1].text))
        sound = likeness(name, " ".join(parts), heard)
        if sound >= _GLOSSED and (not _unbounded(language) or opens_alike(name, parts[0], heard)):
            spelt.append((sound, len(parts[0]), parts))
    return max(spelt)[2] if spelt else ()


def _stems(name: str, parts: tuple[str, ...], language: Language) -> Iterator[tuple[str, ...]]:
    """Yield what is left without a particle at the end, where that sounds like the name too."""
    word, heard = _Word(0, len(parts[-1]), parts[-1]), language.heard
    if heard is None or language.sounds is None:
        return
    for end in reversed(_ends(word, language)):
        some = (*parts[:-1], parts[-1][:end])
        if end < len(parts[-1]) and likeness(name, " ".join(some), heard) >= _GLOSSED:
            yield some


# By the sound


def _by_sound(source: str, chains: Sequence[Sequence[_Word]], language: Language) -> Iterator[NameSeen]:
    """Find each name of two words or more, or the longest part of it, spelt by as many words in a row."""
    told: set[str] = set()
    places = list(_places(chains, language))
    for name in islice(dict.fromkeys(inner(source)), _MOST):
        parts = name.split()[:_LONGEST]
        for size in range(len(parts), 1, -1):
            spans = [parts[at : at + size] for at in range(len(parts) - size + 1)]
            cased = [span for span in spans if span[0][0].isupper() and span[-1][0].isupper()]
            found = [(" ".join(span), spelt) for span in cased if (spelt := _spelt(span, places, language))]
            for text, (forms, sure) in found:
                if text not in told:
                    told.add(text)
                    yield NameSeen(text, forms, glossed=False, whole=size == len(parts), sure=sure)
            if found:
                break


_Place: TypeAlias = "tuple[Sequence[_Word], int, frozenset[str]]"
"""A row of words, the number of one in it, and what a name that begins in that word may begin with."""


def _places(chains: Sequence[Sequence[_Word]], language: Language) -> Iterator[_Place]:
    heard = language.heard
    if heard is None:
        return
    for chain in chains:
        for at, word in enumerate(chain):
            yield chain, at, frozenset(heard.opening(word.text[start:]) for start in _starts(word, language))


def _spelt(span: Sequence[str], places: Sequence[_Place], language: Language) -> tuple[tuple[str, ...], bool] | None:
    """Return the spellings that sound most like a name, and whether their ends are clear."""
    heard = language.heard
    if heard is None:
        return None
    best: tuple[float, tuple[str, ...], bool] = (0.0, (), False)
    may, size = openings(span[0]), len(span)
    for chain, at, begins in places:
        if at + size > len(chain) or (may is not None and may.isdisjoint(begins)):
            continue
        starts = _begun(span[0], chain[at], heard, language)
        words = chain[at : at + size] if starts else []
        if not words or any(alike(span[i], words[i].text, heard) < _EACH for i in range(1, size - 1)):
            continue
        ends = _ended(span[-1], words[-1], heard, language)
        cuts = [_cut(words, start, end) for start in starts for end in ends]
        sound = {parts: likeness(" ".join(span), " ".join(parts), heard) for parts in cuts}
        most = max(sound.values(), default=0.0)
        if most >= _WHOLE and most > best[0]:
            least = most if _unbounded(language) else _WHOLE
            forms = [_joined(parts, language) for parts in cuts if sound[parts] >= least]
            entire = _joined([word.text for word in words], language)
            sure = len(set(forms)) == 1 and (not _unbounded(language) or forms[0] == entire)
            best = most, tuple(sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form))), sure
    return best[1:] if best[1] else None


def _begun(name: str, word: _Word, heard: Heard, language: Language) -> list[int]:
    """Return where in a word the first part of a name begins; of two places that of a word with nothing glued to it."""
    found = [
        start
        for start in _starts(word, language)
        if opens_alike(name, word.text[start:], heard) and alike(name, word.text[start:], heard) >= _EACH
    ]
    if len(found) <= 1 or _unbounded(language):
        return found[:1]
    return found[:1] if name[0] in _SILENT or heard.opening(word.text) else found[-1:]


def _ended(name: str, word: _Word, heard: Heard, language: Language) -> list[int]:
    """Return where in a word the last part of a name may end: behind a consonant at the first place that will do."""
    found = [end for end in _ends(word, language) if alike(name, word.text[:end], heard) >= _EACH]
    return found if name[-1] in _SUNG or _unbounded(language) else found[:1]
