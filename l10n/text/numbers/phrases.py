"""Owns what phrases say as numbers: halves, parts, compounds, clock times, idioms; a language names its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.text.hints import hinted
from l10n.text.numbers.fractions import fractions
from l10n.text.numbers.readings import any_of, number_words, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from l10n.languages import Language
    from l10n.text.hints import Hinted

__all__ = ["MEANINGS", "Phrase", "implied", "meaning", "measures", "spelt"]

Phrase = tuple[int, int, frozenset[Decimal]]
"""Character offsets of a phrase, and the values that it may stand for."""
_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_HUNDRED = 100
_HUNDRED, _SMALL = 100, 1000
_LENGTHS = {"hour": 60, "minute": 60, "day": 24, "year": 12}
_LEAST_DECADE = 20


@dataclass(frozen=True, slots=True)
class _Told:
    """What a phrase has in it."""

    number: Decimal = Decimal(1)
    """Its {N}, or the first argument where it has none."""
    scale: Decimal = Decimal(1)
    """Its {S}."""
    arguments: tuple[Decimal, ...] = ()
    """What stands behind the name of the meaning."""
    known: frozenset[Decimal] = frozenset()
    """The values of the text's numbers."""
    scales: frozenset[int] = frozenset()
    """The scale words of the text."""


def _half_more(told: _Told) -> set[Decimal]:
    """Read `two and a half million`."""
    number = told.arguments[0] if told.arguments else told.number
    return {(number + _HALF) * told.scale, number + _HALF}


def _half(told: _Told) -> set[Decimal]:
    return {_HALF * told.scale}


def _half_of_known(told: _Told) -> set[Decimal]:
    """Read a half that goes with any number or scale word of the text: half a million, two and a half years."""
    plus = {value + _HALF for value in told.known if value < _SMALL}
    return {_HALF * scale for scale in told.scales} | {value * scale for value in plus for scale in told.scales} | plus


def _past_half(told: _Told) -> set[Decimal]:
    """Read `las siete y media` and the like."""
    return {told.number, told.number + 12, Decimal(30)}


def _before_half(told: _Told) -> set[Decimal]:
    """Read `halb acht`, which is half an hour before eight."""
    return {told.number - 1, told.number + 11, Decimal(30)}


def _quarter_to(told: _Told) -> set[Decimal]:
    return {told.number - 1, told.number + 11, Decimal(45)}


def _quarter_past(told: _Told) -> set[Decimal]:
    return {told.number, told.number + 12, Decimal(15)}


def _tenths(told: _Told) -> set[Decimal]:
    return {told.number * _TENTH}


def _part(told: _Told) -> set[Decimal]:
    """Read `three quarters` as a fraction and as a percentage, rounded as newspapers do."""
    whole, *many = told.arguments
    number = many[0] if many else told.number
    share = _HUNDRED * number / whole
    return {number / whole, share, Decimal(round(share)), Decimal(int(share)), round(share, 1)}


def _one_of(told: _Told) -> set[Decimal]:
    """Read `one in five` as 20 per cent."""
    share = _HUNDRED / told.number
    return {share, Decimal(round(share)), round(share, 1)}


def _times(told: _Told) -> set[Decimal]:
    return {told.number * told.arguments[0] * told.scale}


def _plus(told: _Told) -> set[Decimal]:
    return {(told.number + told.arguments[0]) * told.scale}


def _value(told: _Told) -> set[Decimal]:
    return {value * told.scale for value in told.arguments}


def _decade(told: _Told) -> set[Decimal]:
    """Read `die Zwanziger`."""
    return {told.number, 1900 + told.number} if told.number >= _LEAST_DECADE else set()


def _century(told: _Told) -> set[Decimal]:
    """Read the hundred years from 1800 on (`1800-tallet`) as the 19th century."""
    return {told.number / _HUNDRED + 1} if told.number % _HUNDRED == 0 else set()


def _best_of(told: _Told) -> set[Decimal]:
    """Read a series by its games, those that win it, and those that one may lose."""
    games = told.number
    won = games // 2 + 1
    return {games, won} | {value - won for value in told.known if won <= value < games}


def _others(told: _Told) -> set[Decimal]:
    """Count the one before `and three others` in."""
    return {told.number + 1}


MEANINGS: Mapping[str, Callable[[_Told], set[Decimal]]] = {
    "half more": _half_more,
    "half": _half,
    "half of known": _half_of_known,
    "past half": _past_half,
    "before half": _before_half,
    "quarter to": _quarter_to,
    "quarter past": _quarter_past,
    "tenths": _tenths,
    "part": _part,
    "one of": _one_of,
    "times": _times,
    "plus": _plus,
    "value": _value,
    "decade": _decade,
    "century": _century,
    "best of": _best_of,
    "others": _others,
}
"""What supplements name a meaning by; numbers behind the name are its arguments: `part 4`, `value 20`."""
_NAME = re.compile(r"(?P<name>[a-z]+(?: [a-z]+)*)(?P<arguments>(?: \d+(?:\.\d+)?)*)")


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: Hinted
    meaning: Callable[[_Told], set[Decimal]]
    arguments: tuple[Decimal, ...]


def meaning(key: str) -> tuple[Callable[[_Told], set[Decimal]], tuple[Decimal, ...]]:
    """Return what a key of `phrases` means, and the numbers behind it; raises `UsageError` for what means nothing."""
    name = _NAME.fullmatch(key)
    if not name or name["name"] not in MEANINGS:
        raise UsageError("no phrase means that", remedy=f"Use one of {', '.join(MEANINGS)}, with numbers behind it.")
    return MEANINGS[name["name"]], tuple(map(Decimal, name["arguments"].split()))


@cache
def _rules(language: Language, *, idioms: bool) -> tuple[_Rule, ...]:
    """Return the phrases of a language, or what it says in idioms; raises `UsageError` for a meaning that is none."""
    source = language.idioms if idioms else language.numbers
    rules = rules_of(language)
    words = {word: value for word, value in number_words(language).items() if value < _HUNDRED}
    places = {"{N}": rf"(?P<n>{any_of(words)}|[0-9]+(?:[.,][0-9]+)?)", "{S}": f"(?P<s>{any_of(rules.scales)})"}
    before, after = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if idioms else (rf"(?<!\w)(?:{rules.prefix})?", r"(?!\w)")
    found = []
    for key, patterns in source.phrases.items() if source else ():
        what, arguments = meaning(key)
        for pattern in patterns:
            filled = pattern.replace("{N}", places["{N}"]).replace("{S}", places["{S}"])
            found.append(_Rule(hinted(f"{before}(?:{filled}){after}"), what, arguments))
    return tuple(found)


def _phrases(text: str, language: Language, *, idioms: bool, known: frozenset[Decimal]) -> Iterator[Phrase]:
    words, scales = number_words(language), rules_of(language).scales
    low = text.lower() if idioms else ""
    there = frozenset(value for word, value in scales.items() if word in low)
    for rule in _rules(language, idioms=idioms):
        for match in rule.pattern.finditer(text):
            groups = match.groupdict()
            word, scale = (groups.get("n") or "1").lower(), (groups.get("s") or "").lower()
            number = Decimal(words[word] if word in words else word.replace(",", "."))
            told = _Told(number, Decimal(scales.get(scale, 1)), rule.arguments, known, there)
            yield *match.span(), frozenset(rule.meaning(told) if number else ())


def spelt(text: str, language: Language) -> Iterator[Phrase]:
    """Yield the phrases of a text in western digits that stand for numbers; places may overlap.

    They explain what a source has in digits and are never asked for.
    """
    yield from _phrases(text, language, idioms=False, known=frozenset())


def implied(text: str, language: Language, known: Collection[Decimal]) -> frozenset[Decimal]:
    """Return what the idioms of a source may be in digits; `known` are the values of its numbers.

    A part of an hour or a year is told in minutes or months.
    """
    if language.idioms is None:
        return frozenset()
    found = [meant for *_, meant in _phrases(text, language, idioms=True, known=frozenset(known))]
    parts = {Decimal(over) / under: end for (_, end), over, under in fractions(text, language) if under}
    lengths = {part * _length(text, end) for part, end in parts.items()}
    return frozenset(parts).union(lengths, *found)


_UNIT = re.compile(rf" of an? (?P<unit>{'|'.join(_LENGTHS)})\b")


def _length(text: str, at: int) -> int:
    """Return how many smaller units the unit behind a part has; 1 where none stands there."""
    match = _UNIT.match(text, at)
    return _LENGTHS[match["unit"]] if match else 1


@cache
def _measure(language: Language) -> Hinted | None:
    return hinted(language.idioms.measure, 0) if language.idioms and language.idioms.measure else None


def measures(text: str, language: Language) -> Iterator[Phrase]:
    """Yield the fractions of measures in a source: `1 1/2 cups`."""
    pattern = _measure(language)
    for match in pattern.finditer(text) if pattern else ():
        value = Decimal(match["whole"] or 0) + Decimal(match["part"]) / Decimal(match["all"])
        yield *match.span(), frozenset({value, round(value, 2)})
