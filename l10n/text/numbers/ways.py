"""Owns numbers that are others in a translation in the way they count: `third`, cuarto; `twice`, 세 번."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from l10n import languages
from l10n.model import Flaw
from l10n.text.analysis import once
from l10n.text.hints import hinted
from l10n.text.numbers.counts import counts
from l10n.text.numbers.evidence import values_of
from l10n.text.numbers.ideographs import DIGITS, UNITS, ideographic
from l10n.text.numbers.phrases import implied, spelt
from l10n.text.numbers.readings import any_of, number_words, rules_of, western
from l10n.text.numbers.recognisers import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from l10n.languages import Language
    from l10n.languages.facets import Ways
    from l10n.text.hints import Hinted

__all__ = ["WAYS", "Told", "otherwise", "told"]

WAYS = ("ordinals", "repeats", "crowds", "cardinals")
"""The facets of the ways in which a number counts; the first that reads a place has it."""
_CROWDS, _CARDINALS = WAYS[-2:]
_APOSTROPHES = str.maketrans("’ʼ", "''")
"""All letters that stand for an apostrophe (Ukrainian `дев’ять`)."""
_ONE, _TWO, _HUNDRED = Decimal(1), Decimal(2), 100
_DIGIT = re.compile(r"\d")
_NEAR, _BESIDE = 24, 3
"""Characters before a number in which the rest of it stands, or of a row; most others that a row has besides."""
_JOINED = re.compile(r"\b(?:and|with|plus|alongside)\b[^,.;]{0,15}\Z")
_JOINING = re.compile(r"[^,.;]{0,25} (?:and|with|plus|alongside) (?:an?|one|another)\b")
"""Around a number in a row of what is counted."""
_HAN = "一二三四五六七八九"
_SINO = rf"[{_HAN}]?十[{_HAN}]?|[{_HAN}两兩]"
"""Numbers below 100 in ideographs; two digits in a row are `three or four`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number as a text says it in one way."""

    start: int
    end: int
    """Character offsets."""
    meant: frozenset[Decimal]
    """What it can mean, never empty."""


@dataclass(frozen=True, slots=True)
class _WayReader:
    """How one way of counting is read; its words are looked for among those of all ways."""

    forms: Hinted | None
    """With the group `n` for the number."""
    named: tuple[tuple[Decimal, Hinted], ...]
    also: tuple[tuple[Decimal, Hinted], ...]
    apart: Hinted | None


@cache
def _words(language: Language) -> Mapping[str, tuple[str, int]]:
    """Return each word with the way that it counts in and its value."""
    found: dict[str, tuple[str, int]] = {}
    for way in reversed(WAYS):
        facet: Ways | None = getattr(language, way)
        known = facet.words.items() if facet else ()
        found |= {word.translate(_APOSTROPHES): (way, value) for word, value in known}
    return found


@cache
def _run(language: Language) -> Hinted | None:
    """Return the pattern of number words in a row, which one number may be: `двадцать пятый`; an ordinal ends it."""
    words, rules = _words(language), rules_of(language)
    if not words or rules.myriads:
        return None
    many, last = (
        f"(?:{rules.prefix})?(?:{any_of(word for word, (way, _) in words.items() if (way == _CARDINALS) is counts)})"
        for counts in (True, False)
    )
    link, part = (rf"[\s-]+(?:(?:{rules.links})\s*)?" if rules.links else r"[\s-]+"), r"[\w\u200c]"
    row = rf"{many}(?:{link}{many}(?!{part}))*"
    end = rf"{last}(?:{link}{last}(?!{part}))*"
    one = rf"{row}{link}{end}|{row}(?![\s-]+{many})|{end}"
    return hinted(rf"(?<![\w\u200c’'])(?P<run>{one})(?!{part})")


@cache
def _reader(language: Language, way: str) -> _WayReader | None:
    facet: Ways | None = getattr(language, way)
    if facet is None:
        return None
    number = rf"(?P<n>{_number(language)})"
    apart = facet.apart.replace("{N}", f"(?:{_number(language)})")
    return _WayReader(
        hinted("|".join(f"(?:{form})" for form in _numbered(facet.forms, number))) if facet.forms else None,
        _values(facet.named),
        _values(facet.also),
        hinted(apart) if apart else None,
    )


def _values(patterns: Mapping[str, str]) -> tuple[tuple[Decimal, Hinted], ...]:
    return tuple((Decimal(value), hinted(pattern)) for value, pattern in patterns.items())


def _numbered(forms: tuple[str, ...], number: str) -> Iterator[str]:
    """Yield each form with a number in its place, in a group of its own."""
    for at, form in enumerate(forms):
        yield form.replace("{N}", number.replace("<n>", f"<n{at}>"), 1)


@cache
def _number(language: Language) -> str:
    """Return the pattern of a number below 100 in digits, in words or in ideographs."""
    digits = r"(?<![\d.,])\d{1,2}(?![\d.,]*\d)"
    if not rules_of(language).myriads:
        return rf"{digits}|(?<!\w)(?:{any_of(_small(language))})"
    native = counts(language)
    return rf"{digits}|(?<![가-힣])(?:{any_of(native)})|(?<![{_HAN}十百千数數几幾])(?:{_SINO})(?![{_HAN}十百千万萬])"


@cache
def _small(language: Language) -> Mapping[str, int]:
    facet: Ways | None = language.cardinals
    return facet.words if facet else {}


def _read(text: str, language: Language) -> frozenset[Decimal]:
    """Read what stands for {N}; nothing where it is no number."""
    low = text.lower()
    if low.isdecimal():
        return frozenset({Decimal(low)})
    value = counts(language).get(low) if rules_of(language).myriads else _small(language).get(low)
    if value is None and all(sign in DIGITS or sign in UNITS for sign in low):
        value = ideographic(low)
    return frozenset() if value is None else frozenset({Decimal(value)})


@once
def told(text: str, locale: str) -> Mapping[str, tuple[Told, ...]]:
    """Return the numbers of a text by the way they count, in their order; nothing is read twice."""
    language = languages.of(locale)
    plain = western(text).translate(_APOSTROPHES)
    met = [_met(reader, plain) if (reader := _reader(language, way)) else None for way in WAYS]
    pattern = _run(language)
    runs = list(pattern.finditer(plain)) if pattern else []
    if not runs and not any(one and (one.forms or one.named) for one in met):
        return dict.fromkeys(WAYS, ())
    used = bytearray(len(text))
    found: dict[str, list[Told]] = {way: [] for way in WAYS}
    for way, one in zip(WAYS, met, strict=True):
        for start, end, meant in _formed(plain, language, way, one, used) if one else ():
            found[way].append(Told(start, end, meant))
    for way, told_ in _worded(plain, runs, language, used):
        found[way].append(told_)
    return {way: tuple(sorted(rows, key=lambda one: one.start)) for way, rows in found.items()}


class _Met(NamedTuple):
    """Where a text has forms and names of a way: what stands apart is looked for when there is any of them."""

    forms: list[re.Match[str]]
    named: list[tuple[Decimal, re.Match[str]]]
    apart: Hinted | None


def _met(reader: _WayReader, text: str) -> _Met:
    return _Met(
        list(reader.forms.finditer(text)) if reader.forms else [],
        [(value, match) for value, pattern in reader.named for match in pattern.finditer(text)],
        reader.apart,
    )


def _formed(
    text: str, language: Language, way: str, met: _Met, used: bytearray
) -> Iterator[tuple[int, int, frozenset[Decimal]]]:
    """Yield what forms and names of a way say, and take their places."""
    for match in met.apart.finditer(text) if met.apart else ():
        _take(used, match)
    for match in met.forms:
        number = next((group for group in match.groups() if group), "")
        meant = _read(number, language)
        counted = way != _CARDINALS or min(meant, default=_ONE) > _ONE
        if meant and counted and _take(used, match):
            yield *match.span(), meant
    for value, match in met.named:
        if _take(used, match):
            yield *match.span(), frozenset({value})


def _take(used: bytearray, match: re.Match[str]) -> bool:
    """Take the place of a match where none of it is taken."""
    start, end = match.span()
    free = not any(used[start:end])
    if free:
        used[start:end] = b"\x01" * (end - start)
    return free


def _worded(
    text: str, runs: Iterable[re.Match[str]], language: Language, used: bytearray
) -> Iterator[tuple[str, Told]]:
    """Yield number words where nothing else is read: the last one of a row says in which way all of it counts."""
    words = _words(language)
    for match in runs:
        if not any(used[match.start() : match.end()]) and not _of_greater(text, match, language):
            parts = [_part(part, words, language) for part in re.split(r"[\s-]+", match["run"].lower())]
            known = [part for part in parts if part]
            whole = words.get(match["run"].lower())
            if whole or known:
                way = whole[0] if whole else known[-1][0]
                values = {whole[1]} if whole else {sum(value for _, value in known), *(value for _, value in known)}
                yield way, Told(*match.span(), frozenset(map(Decimal, values)))


def _part(part: str, words: Mapping[str, tuple[str, int]], language: Language) -> tuple[str, int] | None:
    prefix = rules_of(language).prefix
    return words.get(part) or (words.get(re.sub(prefix, "", part, count=1)) if prefix else None)


@cache
def _greater(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what makes a small number a part of a greater one: before it, and behind it."""
    rules = rules_of(language)
    great = {word for word, value in number_words(language).items() if value >= _HUNDRED}
    words = any_of({*great, *rules.scales})
    links = rf"(?:(?:{rules.links})\s)?" if rules.links else ""
    return (
        re.compile(rf"(?<!\w)(?:{words})[\s-]+{links}\Z", re.IGNORECASE),
        re.compile(rf"[\s-]+(?:{words})(?!\w)", re.IGNORECASE),
    )


def _of_greater(text: str, match: re.Match[str], language: Language) -> bool:
    before, behind = _greater(language)
    return bool(before.search(text, max(0, match.start() - _NEAR), match.start()) or behind.match(text, match.end()))


def otherwise(source: str, target: str, locales: tuple[str, str]) -> Iterator[Flaw]:
    """Yield the numbers that are others in a translation, in the same way of counting.

    One must be nowhere in the translation, and another one there that nothing in the source says in any way.
    """
    here = told(source, locales[0])
    there = told(target, locales[1]) if any(here.values()) else {}
    if not any(here[way] and there[way] for way in there):
        return
    language = languages.of(locales[0])
    found = values_of(find(source, locales[0]))
    known = found | _meant(here)
    counted = known | implied(source, language, found)
    heard = values_of(find(target, locales[1])) | _meant(there) | _spelt(target, languages.of(locales[1]))
    for way in WAYS:
        said = _said(there[way], heard, _hints(target, locales[1], way), rough=way == _CROWDS)
        may = _said(
            here[way], counted if way == _CARDINALS else known, _hints(source, locales[0], way), rough=way == _CROWDS
        )
        lost = [one for one in here[way] if not one.meant & said and not _dual(one, way, locales[1])]
        new = [one for one in there[way] if not one.meant & may and not _figure(one, way, target)]
        if lost and new and not (way == _CARDINALS and _summed(source, lost[0], new[0], here[way])):
            words, other = source[lost[0].start : lost[0].end].strip(), target[new[0].start : new[0].end].strip()
            yield Flaw(f"the source says “{words}”, the translation “{other}”", new[0].start, new[0].end)


def _summed(text: str, one: Told, other: Told, every: tuple[Told, ...]) -> bool:
    """Tell whether a number may be told with those named beside it: `a boy and two girls`, three children."""
    more = min(other.meant) - max(one.meant)
    near = max(0, one.start - _NEAR), one.start
    if more <= 0:
        return False
    if more <= _BESIDE and (_JOINED.search(text, *near) or _JOINING.match(text, one.end)):
        return True
    at = every.index(one)
    beside = [max(there.meant) for there in every[max(0, at - _BESIDE) : at + _BESIDE + 1] if there is not one]
    return any(more == sum(some) for size in range(1, len(beside) + 1) for some in combinations(beside, size))


def _dual(one: Told, way: str, locale: str) -> bool:
    """Tell whether a number may be told by the form of a noun."""
    return way == _CARDINALS and _TWO in one.meant and rules_of(languages.of(locale)).dual


def _figure(one: Told, way: str, text: str) -> bool:
    """Tell whether a number that counts things stands in figures: then others look at it."""
    return way == _CARDINALS and _DIGIT.search(text, one.start, one.end) is not None


def _said(
    same: tuple[Told, ...], every: frozenset[Decimal], hints: frozenset[Decimal], *, rough: bool
) -> frozenset[Decimal]:
    """Return what a text says or may mean; a 1 and what is `rough` only in the same way of counting.

    Anything may be one, and `tens of thousands` has a thousand in it.
    """
    return (frozenset() if rough else every - {_ONE}).union(hints, *(one.meant for one in same))


def _hints(text: str, locale: str, way: str) -> frozenset[Decimal]:
    reader = _reader(languages.of(locale), way)
    return frozenset(value for value, pattern in (reader.also if reader else ()) if pattern.search(text))


def _meant(ways: Mapping[str, tuple[Told, ...]]) -> frozenset[Decimal]:
    return frozenset[Decimal]().union(*(one.meant for rows in ways.values() for one in rows))


def _spelt(text: str, language: Language) -> frozenset[Decimal]:
    return frozenset[Decimal]().union(*(meant for *_, meant in spelt(western(text), language)))
