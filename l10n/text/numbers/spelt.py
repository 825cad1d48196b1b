"""Owns what phrases of Spanish, French, German and Arabic say as numbers: halves, parts, compounds, clock times."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from l10n.text.numbers.evidence import Side

__all__ = ["Phrase", "measures", "spelt"]

Phrase = tuple[int, int, frozenset[Decimal]]
"""Character offsets of a phrase, and the values that it may stand for."""
_Values = set[Decimal]
_Rule = tuple[str, "Callable[[Decimal, Decimal], _Values]"]
"""A pattern, where `{N}` is a number and `{S}` a scale word, and what it means, given the number and the scale."""


def _row(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {
        word: value
        for value, group in enumerate(words.split(), first)
        for word in group.split("|")
        for value in [value * step]
    }


_GERMAN_ONES = _row("ein|eine|einen|eins zwei drei vier fünf sechs sieben acht neun")
_GERMAN_TENS = _row("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 2, 10)
_GERMAN = {
    **_GERMAN_ONES,
    **_row("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10),
    **_GERMAN_TENS,
    **{f"{one}und{ten}": t + o for ten, t in _GERMAN_TENS.items() for one, o in _GERMAN_ONES.items()},
}
_FRENCH = _row(
    "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
)
_NUMBERS: dict[str, dict[str, int]] = {
    "es": {
        **_row("un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
        **_row("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 2, 10),
    },
    "fr": {**_FRENCH, **_row("vingt trente quarante cinquante soixante", 2, 10)},
    "de": _GERMAN,
    "ar": _row(
        "واحد|واحدة|الأول|الأولى|الواحدة اثنين|اثنتين|الثاني|الثانية ثلاث|ثلاثة|الثالث|الثالثة "
        "أربع|أربعة|الرابع|الرابعة خمس|خمسة|الخامس|الخامسة ست|ستة|السادس|السادسة سبع|سبعة|السابع|السابعة "
        "ثمان|ثماني|ثمانية|الثامن|الثامنة تسع|تسعة|التاسع|التاسعة عشر|عشرة|العاشر|العاشرة"
    ),
}
_SCALES: dict[str, dict[str, int]] = {
    "es": {"mil": 10**3, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12},
    "fr": {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    "de": {"million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billionen": 10**12},
    "ar": {"ألف": 10**3, "مليون": 10**6, "مليار": 10**9, "تريليون": 10**12},
}
_FRACTION = re.compile(
    r"(?<![\d.,/-])(?:(?P<whole>\d{1,3})[ \u00a0-])?(?P<part>[1-7])/(?P<all>[234568]|16)"
    r"(?= (?:cup|tea|table|tsp|tbsp|inch|mile|pound|lb|ounce|oz|pint|quart|gallon|hour|year|mil+ion|percent|point|of )"
    r"|-(?:inch|mile|pound|hour|cup))"
)
_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")


def _half_more(number: Decimal, scale: Decimal) -> _Values:
    return {(number + _HALF) * scale, number + _HALF}


def _half(_: Decimal, scale: Decimal) -> _Values:
    return {_HALF * scale}


def _past_half(number: Decimal, _: Decimal) -> _Values:
    """Read `las siete y media` and the like."""
    return {number, number + 12, Decimal(30)}


def _before_half(number: Decimal, _: Decimal) -> _Values:
    """Read `halb acht`, which is half an hour before eight."""
    return {number - 1, number + 11, Decimal(30)}


def _quarter_to(number: Decimal, _: Decimal) -> _Values:
    return {number - 1, number + 11, Decimal(45)}


def _quarter_past(number: Decimal, _: Decimal) -> _Values:
    return {number, number + 12, Decimal(15)}


def _part(whole: int) -> Callable[[Decimal, Decimal], _Values]:
    """Read `three quarters` as a fraction and as a percentage, rounded as newspapers do."""

    def meant(number: Decimal, _: Decimal) -> _Values:
        share = 100 * number / whole
        return {number / whole, share, Decimal(round(share)), Decimal(int(share)), round(share, 1)}

    return meant


def _one_of(number: Decimal, _: Decimal) -> _Values:
    """Read `one in five` as 20 per cent."""
    share = 100 / number
    return {share, Decimal(round(share)), round(share, 1)}


def _times(factor: int) -> Callable[[Decimal, Decimal], _Values]:
    return lambda number, scale: {number * factor * scale}


def _plus(value: int) -> Callable[[Decimal, Decimal], _Values]:
    return lambda number, scale: {(number + value) * scale}


def _is(*meant: int) -> Callable[[Decimal, Decimal], _Values]:
    return lambda _, scale: {value * scale for value in meant}


def _decade(number: Decimal, _: Decimal) -> _Values:
    return {number, 1900 + number} if number >= 20 else set()  # noqa: PLR2004  `die Zwanziger`


_GERMAN_ENDINGS = (
    "jährig|tägig|stündig|minütig|wöchig|monatig|köpfig|stellig|fach|malig|mal|teilig|stöckig|prozentig|seitig|"
    "sitzig|spurig"
)
"""Behind a number in one word: `zwölfjährige`."""
_NOUNS = "decena quincena veintena treintena cuarentena cincuentena centenar|centena|centenares millar|millares"
_HUNDREDS = "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
_ARABIC_TENS = "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين"
_RULES: dict[str, tuple[_Rule, ...]] = {
    "es": (
        ("{N}(?: {S})? y medi[oa]", _half_more),
        (r"{N} \w+ y medi[oa]", _half_more),
        ("medi[oa]s?(?: {S})?", _half),
        ("las? {N} y media", _past_half),
        ("las? {N} y cuarto", _quarter_past),
        ("las? {N} menos cuarto", _quarter_to),
        ("{N} décimas?", lambda number, _: {number * _TENTH}),
        ("(?:{N} )?cuart(?:[oa]s?)(?: partes?)?", _part(4)),
        ("(?:{N} )?(?:tercera parte|terceras partes|tercios?)", _part(3)),
        ("(?:{N} )?quintas? partes?", _part(5)),
        ("un[oa] de cada {N}", _one_of),
        ("{N} (?:décadas|decenios)", _times(10)),
        ("{N} siglos", _times(100)),
        *(
            (f"(?:{word})s?", _is(value))
            for word, value in zip(_NOUNS.split(), (10, 15, 20, 30, 40, 50, 100, 1000), strict=True)
        ),
        *(
            (f"{word}[oa]s(?: {{S}})?", _is(value))
            for value, word in zip(range(200, 1000, 100), _HUNDREDS.split(), strict=True)
        ),
        ("cincuentenario", _is(50)),
        ("bicentenario", _is(200)),
    ),
    "fr": (
        ("{N}(?: {S})? et demie?", _half_more),
        (r"{N} \w+ et demie?", _half_more),
        ("demie?(?:[ -]{S})?", _half),
        ("{N} heures? et demie", _past_half),
        ("{N} heures? et quart", _quarter_past),
        ("{N} heures? moins le quart", _quarter_to),
        ("{N} dixièmes?", lambda number, _: {number * _TENTH}),
        ("(?:{N} )?quarts?", _part(4)),
        ("(?:{N} )?tiers", _part(3)),
        ("(?:{N} )?cinquièmes?", _part(5)),
        (r"une?(?: \w+)? sur {N}", _one_of),
        ("{N} décennies", _times(10)),
        ("{N} siècles", _times(100)),
        ("quatre-vingt-{N}", _plus(80)),
        ("cinquantenaire", _is(50)),
        ("bicentenaire", _is(200)),
    ),
    "de": (
        (r"{N}einhalb(?: {S})?", _half_more),
        (r"anderthalb(?: {S})?", lambda _, scale: _half_more(Decimal(1), scale)),
        (r"halbe[rnms]?(?: {S})?", _half),
        (r"halb {N}", _before_half),
        (r"viertel nach {N}", _quarter_past),
        (r"viertel vor {N}", _quarter_to),
        (r"(?:{N}[ -]?)?viertel\w*", _part(4)),
        (r"(?:{N}[ -]?)?drittel\w*", _part(3)),
        (r"(?:{N}[ -]?)?fünftel\w*", _part(5)),
        (r"(?:{N}[ -]?)?zehntel\w*", _part(10)),
        (r"{N} jahrzehnte\w*", _times(10)),
        (r"{N} jahrhunderte\w*", _times(100)),
        (r"{N}er(?:n|[ -]jahren?)?", _decade),
        (r"{N}hundert(?: {S})?", _times(100)),
        (r"{N}tausend", _times(1000)),
        (r"{N}hunderttausend", _times(100_000)),
        (rf"{{N}}(?:{_GERMAN_ENDINGS})\w*", _times(1)),
        (r"rund um die uhr", _is(24)),
    ),
    "ar": (
        (r"{N}(?: {S})? ونصف(?: (?:ال)?(?:مليون|مليار|ألف))?", _half_more),
        (r"{S}ين ونصف(?: \w+)?", lambda _, scale: _half_more(Decimal(2), scale)),
        (r"{S}ان ونصف(?: \w+)?", lambda _, scale: _half_more(Decimal(2), scale)),
        (r"{S} ونصف(?: \w+)?", lambda _, scale: _half_more(Decimal(1), scale)),
        (r"\w+ ونصف(?: \w+)?", lambda _, scale: _half_more(Decimal(1), scale)),
        (r"نصف(?: {S})?", _half),
        (r"{N}(?: عشرة)? و(?:ال)?نصف", _past_half),
        (r"{N}(?: عشرة)? و(?:ال)?ربع", _quarter_past),
        (r"{N} إلا (?:ال)?ربعا?", _quarter_to),
        (r"(?:الثانية عشرة) والنصف", _is(12, 30)),
        (r"(?:ال)?ربع", _part(4)),
        (r"ثلاثة أرباع", lambda _, __: _part(4)(Decimal(3), Decimal(1))),
        (r"(?:ال)?ثلث", _part(3)),
        (r"(?:ال)?ثلثي|(?:ال)?ثلثا|(?:ال)?ثلثان", lambda _, __: _part(3)(Decimal(2), Decimal(1))),
        (r"واحدة? من (?:بين )?كل {N}", _one_of),
        (r"عقدين|عقدان", _is(20)),
        (r"{N} عقود", _times(10)),
        (r"قرنين|قرنان", _is(200)),
        (r"{N} قرون", _times(100)),
        (r"(?:ال)?(?:أحد|إحدى|حادي|حادية) عشرة?", _is(11, 23)),
        (r"(?:ال)?(?:اثنا|اثني|اثنتا|اثنتي|ثاني|ثانية) عشرة?", _is(12)),
        (r"(?:مئت|مائت)(?:ا|ي|ين|ان)", _is(200)),
        (r"ألف(?:ا|ي|ين|ان)", _is(2000)),
        (r"{N}\s?(?:مئة|مائة)(?: {S})?", _times(100)),
        *(
            (rf"(?:ال)?حادية? و(?:ال)?(?:{word})", _is(value))
            for value, word in zip(range(21, 100, 10), _ARABIC_TENS.split(), strict=True)
        ),
    ),
}


@cache
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], Callable[[Decimal, Decimal], _Values]], ...]:
    names = (sorted(table.get(language, {}), key=len, reverse=True) for table in (_NUMBERS, _SCALES))
    number, scale = ("|".join(words) for words in names)
    glued = r"(?<!\w)(?:[وفبكل]{1,2}(?:ال)?)?" if language == "ar" else r"(?<!\w)"
    places = {"{N}": rf"(?P<n>{number}|[0-9]+(?:[.,][0-9]+)?)", "{S}": f"(?P<s>{scale})"}
    compiled = []
    for pattern, meant in _RULES.get(language, ()):
        filled = pattern.replace("{N}", places["{N}"]).replace("{S}", places["{S}"])
        compiled.append((re.compile(rf"{glued}(?:{filled})(?!\w)", re.IGNORECASE), meant))
    return tuple(compiled)


def measures(side: Side) -> Iterator[Phrase]:
    """Yield the fractions of measures in an English text: `1 1/2 cups`."""
    for match in _FRACTION.finditer(side.text) if side.language == "en" else ():
        value = Decimal(match["whole"] or 0) + Decimal(match["part"]) / Decimal(match["all"])
        yield *match.span(), frozenset({value, round(value, 2)})


def spelt(text: str, language: str) -> Iterator[Phrase]:
    """Yield the phrases of a text in western digits that stand for numbers; places may overlap.

    None in a language without a table. They explain what a source has in digits and are never asked for.
    """
    for pattern, meant in _compiled(language):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            word, scale = (groups.get("n") or "1").lower(), (groups.get("s") or "").lower()
            number = Decimal(_NUMBERS[language].get(word) or word.replace(",", "."))
            found = meant(number, Decimal(_SCALES[language].get(scale, 1))) if number else set()
            yield *match.span(), frozenset(found)
