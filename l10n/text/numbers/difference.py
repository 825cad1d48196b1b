"""Owns whether a translation kept the numbers of its source, by value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.locales import language
from l10n.model import SpanKind
from l10n.text.numbers import clock
from l10n.text.numbers.conversions import celsius, converted, heights, imperial
from l10n.text.numbers.fractions import inverted
from l10n.text.numbers.idioms import dated, implied
from l10n.text.numbers.numerals import numerals
from l10n.text.numbers.readings import SPACES, western
from l10n.text.numbers.restated import bracketed, labels, ranked, shares, turned, years
from l10n.text.numbers.scan import Number, find
from l10n.text.numbers.spelt import fractions, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.model import Span
    from l10n.text.numbers.numerals import Numerals
    from l10n.text.numbers.spelt import Phrase

__all__ = ["Difference", "blank", "compare", "values"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a translation did to the numbers of its source."""

    lost: tuple[Number, ...] = ()
    """Numbers of the source without an equal in the target."""
    new: tuple[Number, ...] = ()
    """Numbers of the target that nothing in the source explains."""
    again: tuple[Number, ...] = ()
    """Numbers that the target has more often than the source, while another of the source is nowhere."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The numbers without an equal in the target, as written in the source."""
        return tuple(number.text for number in self.lost)

    @property
    def extra(self) -> tuple[str, ...]:
        """The numbers of the target that nothing explains, or not as often, as written there."""
        return tuple(number.text for number in (*self.new, *self.again))

    @property
    def changed(self) -> bool:
        """A number is missing *and* another unexplained: on human news translations nearly always a real error."""
        return bool(self.lost and (self.new or self.again))


_HIDDEN = frozenset({SpanKind.CODE, SpanKind.LINK, SpanKind.URL, SpanKind.VARIABLE, SpanKind.TAG})
_DIGIT = re.compile(r"\d")
_NOON = re.compile(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,20}\d[^()]*\)")
_FEW = 200
"""Numbers up to which pairs of them are looked at: a table of figures must not take minutes."""
_CJK_MONTH = re.compile(r"\s?(?:월(?![요가드든])|月(?!曜))")
_CJK_DAY = re.compile(r"\s?(?:일(?![간째가본])|日(?![間间本曜]))")
_CJK_YEAR = re.compile(r"\s?[년年]")
_MONEY = re.compile(
    r"\s?(?:\d+(?!\d|\s?[항호목])|[$€£¥₩]|여\s|원|달러|유로|엔|위안|파운드|루블|루피|페소|프랑|리라|동\b|명|개|억|만|천|백)"
)
"""After a 조 that is a trillion."""
_RELATIVE = re.compile(
    r"(?:이달|이번 ?달|지난|오는|같은 달)\s?\d{1,2}[∼~일]|(?:今月|同月)\d{1,2}日|(?:本月|同月)\d{1,2}[日号]"
)
"""A day near the news, whose month newspapers leave out; `last month` is a month, and may be the wrong one."""
_NUMERIC_DATE = re.compile(r"\d[-/.]\d{1,2}(?:[-/.]\d|\b)")
_WHOLE = re.compile(r"\s?(?:%|％|٪|percent|per cent|퍼센트|パーセント)", re.IGNORECASE)
_ONE = re.compile(r"\b(?P<half>half\s)?an?\s(?=(?:mile|inch|foot|yard|pound|ounce|acre|gallon|stone)\b)", re.IGNORECASE)
_HALF = re.compile(r"절반|반수|半|mitad|moitié|hälfte|half|نصف", re.IGNORECASE)


def blank(text: str, spans: Sequence[Span]) -> str:
    """Return the text with its markup blanked out, of the same length: only what a reader sees is left."""
    out = list(text)
    for span in spans:
        fill = "\ufffc" if span.kind in _HIDDEN else " "
        out[span.start : span.end] = fill * (span.end - span.start)
    return "".join(out)


def values(text: str, locale: str, spans: Sequence[Span] = ()) -> tuple[Number, ...]:
    """Find the numbers of a text in a locale, in their order; what stands in `spans` (links, code) is left out.

    Digits of every script, grouping and decimal signs by locale, East Asian units, scale words, dates with month
    names, clock times; number words are found as not required. Dictionaries exist for ar, de, en, es, fr, ja, ko, pt
    and zh; in other languages only digits count.
    """
    return find(blank(text, spans) if spans else text, locale)


def compare(  # noqa: PLR0917  two of each: source and target, in this order everywhere
    source: str,
    target: str,
    source_locale: str,
    target_locale: str,
    source_spans: Sequence[Span] = (),
    target_spans: Sequence[Span] = (),
) -> Difference:
    """Compare the numbers of a source and its translation by value.

    Only digits (and months beside them) can be missing or unexplained; number words explain, and are not asked for.
    A number that the target repeats is explained, and so is what a phrase (`half an hour`, `on Thursday`), a
    conversion to metric units or a part of a row of figures accounts for. The strong sign of an error is
    `Difference.changed`; a clock time in the other half of the day counts as one.
    """
    whole = source, target
    source = blank(source, source_spans) if source_spans else source
    target = blank(target, target_spans) if target_spans else target
    if not _DIGIT.search(target) and not _DIGIT.search(source) and not _NOON.search(source):
        return Difference()
    texts, languages = (source, target), (language(source_locale), language(target_locale))
    before = list(_loosened(find(source, source_locale), numerals(target_locale)))
    after = list(_loosened(find(target, target_locale), numerals(source_locale)))
    after = _counters(after, target, _readings_of(before))
    known = _readings_of(before)
    there = _readings_of(after)
    parts = tuple(fractions(source)) if languages[0] == "en" else ()
    known = known.union(*(meant for *_, meant in parts))
    phrases = () if all(number.readings & there for number in before) else _phrases(target, languages[1], known)
    there = there.union(*(meant for *_, meant in phrases))
    missing = [number for number in before if number.required and not number.readings & there]
    extra = [number for number in after if number.required and not number.readings & known]
    for start, end, _ in phrases:
        extra = _outside(extra, (start, end))
    for start, end, meant in parts:
        missing = _outside(missing, (start, end)) if meant & there else missing
    extra = [number for number in extra if not _pieces(number.text) <= known]
    strange = {number.start for number in extra}
    extra += _other_months(before, [number for number in after if number.start not in strange], texts)
    if languages[0] == "en" and (missing or extra):
        extra = _unexplained(extra, texts, known | implied(source, known), months=any(one.month for one in before))
        if len(before) + len(after) <= _FEW:
            missing, extra = _unconverted(texts, before, after, (missing, extra))
    missing, extra = _unturned(after, missing, extra, texts, languages)
    extra = _beyond(extra, whole[0], source_locale) if source_spans else extra
    missing = _beyond(missing, whole[1], target_locale) if target_spans else missing
    missing, extra = _unparted(missing, extra, target)
    missing = _untold(missing, target)
    heard = [one for one in before if one.required or not one.month]
    heard = [one for one in heard if not one.readings & there and min(one.readings) > 1]
    lacking = frozenset(missing)
    unheard = [one for one in heard if one in lacking or not one.required]
    if not unheard:
        extra = [number for number in extra if not _free(number, target)]
    missing, extra = _accused(missing, extra, texts, languages)
    again: list[Number] = []
    if unheard and not extra and len(after) <= _FEW:
        again = list(_surplus(before, after, small=not missing))
    for one, other in clock.swapped(western(source), western(target), languages):
        missing.append(_number((one.start, one.end), source, one.hour))
        extra.append(_number((other.start, other.end), target, other.hour))
    for here, there_too in inverted(western(source), western(target), languages):
        missing.append(_number(here, source, 0))
        extra.append(_number(there_too, target, 0))
    return Difference(tuple(missing), tuple(extra), tuple(again))


def _phrases(text: str, language: str, known: frozenset[Decimal]) -> tuple[Phrase, ...]:
    """Return the phrases of a translation that tell a number of its source."""
    return tuple(phrase for phrase in spelt(western(text), language) if phrase[2] & known)


def _untold(missing: list[Number], target: str) -> list[Number]:
    """Leave out days that a target says without their month (`지난 28일`), and years by the name of what happened."""
    if not missing:
        return missing
    named, relative = years(target), _RELATIVE.search(target) is not None
    return [number for number in missing if not (number.month and relative) and not number.readings & named]


def _accused(
    missing: list[Number], extra: list[Number], texts: tuple[str, str], languages: tuple[str, str]
) -> tuple[list[Number], list[Number]]:
    """Return what is left without numbers that are seldom meant as such, where others are to blame."""
    if languages[0] == "en":
        clear = [number for number in missing if not _worded(number, texts, dual=languages[1] == "ar")]
        missing = clear if clear or not extra else missing
    return missing, [number for number in extra if not _free(number, texts[1])] or extra


def _counters(after: list[Number], text: str, known: frozenset[Decimal]) -> list[Number]:
    """Read the 조 of `7조` as an article or a group, where the source has the 7 and no trillions of it."""
    return [
        replace(number, readings=number.plain)
        if number.text.endswith("조")
        and number.plain & known
        and not number.readings & known
        and not _MONEY.match(text, number.end)
        else number
        for number in after
    ]


def _unturned(
    after: Sequence[Number],
    missing: list[Number],
    extra: list[Number],
    texts: tuple[str, str],
    languages: tuple[str, str],
) -> tuple[list[Number], list[Number]]:
    """Return what is left when quantities told with other numbers have met, and conversions in brackets are off."""
    if (not missing and not extra) or len(missing) + len(extra) > _FEW:
        return missing, extra
    shared = shares(texts[0], texts[1], after) if languages[0] == "en" and len(after) <= _FEW else ()
    for here, there in (*turned(texts, missing, extra, languages), *shared):
        missing = _outside(missing, here)
        extra = _outside(extra, there)
    for label in labels(texts[1]):
        extra = _outside(extra, label)
    if languages[0] == "en":
        extra = [number for number in extra if not ranked(number, texts[1], texts[0])]
    if not _BRACKETS.search(texts[0]):
        extra = [one for place, one in enumerate(extra) if not bracketed(one, texts[1], extra[:place])]
    return missing, extra


def _outside(numbers: list[Number], place: tuple[int, int]) -> list[Number]:
    return [number for number in numbers if not place[0] <= number.start < place[1]]


def _number(place: tuple[int, int], text: str, value: int) -> Number:
    return Number(*place, text[slice(*place)], frozenset({Decimal(value)}))


def _beyond(numbers: list[Number], whole: str, locale: str) -> list[Number]:
    """Return the numbers that the other text does not have in its code or links either."""
    there = _readings_of(find(whole, locale)) if numbers else frozenset()
    return [number for number in numbers if not number.readings & there]


def _loosened(found: Sequence[Number], other: Numerals) -> Iterator[Number]:
    """Ask less of the numbers that a language without a table would write in words."""
    for number in found:
        if other.known:
            yield number
        else:
            yield replace(
                number, readings=number.readings | number.plain, required=number.required and not number.month
            )


def _is_month(number: Number, text: str) -> bool:
    return number.month or (max(number.readings) <= 12 and _CJK_MONTH.match(text, number.end) is not None)  # noqa: PLR2004


def _other_months(before: Sequence[Number], after: Iterable[Number], texts: tuple[str, str]) -> Iterator[Number]:
    """Yield the months of the target that only another kind of number in the source explains."""
    months = [number for number in before if number.month]
    if months and not _NUMERIC_DATE.search(texts[0]):
        known = _readings_of(months)
        for number in after:
            if number.required and _is_month(number, texts[1]) and not number.readings & known:
                yield number


def _unexplained(
    extra: Iterable[Number], texts: tuple[str, str], known: frozenset[Decimal], *, months: bool
) -> list[Number]:
    """Return the numbers that neither a phrase of the English source nor its weekdays (`27일`) account for."""
    source, target = texts
    day = dated(source)
    left = []
    for number in extra:
        month = _is_month(number, target)
        year = max(number.readings) > 1000 and _CJK_YEAR.match(target, number.end)  # noqa: PLR2004
        date = year or _CJK_DAY.match(target, number.end) or (month and not months)
        if not (number.readings & known and not month) and not (day and date):
            left.append(number)
    return left


def _unconverted(
    texts: tuple[str, str],
    before: Sequence[Number],
    after: Sequence[Number],
    difference: tuple[list[Number], list[Number]],
) -> tuple[list[Number], list[Number]]:
    """Return what is left when each number with an imperial unit has met its metric equal, there or in brackets."""
    source, target = texts
    lost, new = difference
    metric = [number for number in after if not imperial(target[number.end : number.end + 12])]
    for place, height in heights(source):
        near = [number for number in metric if _near(number, height)]
        if near:
            lost = [number for number in lost if not place[0] <= number.start < place[1]]
            new = [number for number in new if number not in near]
    there = _readings_of(after)
    own = [number for number in before if number.readings & there]
    measured = [*before, *_single(source)]
    equals = {number: _equals(number, source, [*metric, *own]) for number in measured}
    lost = [number for number in lost if not equals[number] and not any(number in equals[other] for other in own)]
    met = [number for numbers in equals.values() for number in numbers]
    return lost, [number for number in new if number not in met]


def _single(text: str) -> Iterator[Number]:
    """Yield `a mile` and `half an inch` as numbers."""
    for match in _ONE.finditer(text):
        value = Decimal("0.5") if match["half"] else Decimal(1)
        yield Number(*match.span(), match.group(), frozenset({value}), required=False)


def _equals(number: Number, text: str, others: Iterable[Number]) -> list[Number]:
    after, warm = text[number.end : number.end + 60], not celsius(text)
    return [
        other
        for other in others
        if other is not number
        and any(converted(one, after, two, degrees=warm) for one in number.readings for two in other.readings)
    ]


def _near(number: Number, metres: Decimal) -> bool:
    tolerance = Decimal("0.015")
    return any(abs(value - metres) <= tolerance or abs(value - 100 * metres) <= 1 for value in number.readings)


def _free(number: Number, text: str) -> bool:
    """Tell whether a number of the target is no sign of an error alone: a 1 for `a` or `the`, 100 % for `all`."""
    return (Decimal(1) in number.readings and not _is_month(number, text)) or _all(number, text)


def _all(number: Number, text: str) -> bool:
    return Decimal(100) in number.readings and _WHOLE.match(text, number.end) is not None


def _unparted(missing: list[Number], extra: list[Number], text: str) -> tuple[list[Number], list[Number]]:
    """Return what is left when a decimal has met its two parts: `9.58 s` and `9초58`, `2.5 h` and `2시간 30분`."""
    lost = []
    if not extra or len(missing) + len(extra) > _FEW:
        return missing, extra
    for number in missing:
        value = min(number.readings)
        part = value % 1
        digits = number.text.partition(".")[2]
        ends = {part * 60, Decimal(digits) if digits.isdecimal() else part * 60}
        pairs = (
            (one, other)
            for one, other in pairwise(extra)
            if part and int(value) in one.readings and other.readings & ends and len(text[one.end : other.start]) <= 3  # noqa: PLR2004
        )
        pair = next(pairs, None)
        if pair is None:
            lost.append(number)
        else:
            extra = [other for other in extra if other not in pair]
    return lost, extra


def _worded(number: Number, texts: tuple[str, str], *, dual: bool) -> bool:
    """Tell whether a number of the source is often told in words: 0 and 1, `100 percent`, half, the early `2000s`.

    A language with a `dual` says 2 by the form of the noun.
    """
    source, target = texts
    if number.readings & {Decimal(0), Decimal(1)} or (dual and Decimal(2) in number.readings):
        return not number.month
    decade = source[number.end : number.end + 1] == "s" and number.text.endswith("00")
    half = Decimal(50) in number.readings and _WHOLE.match(source, number.end) and _HALF.search(target)
    return decade or bool(half) or _all(number, source)


def _surplus(before: Sequence[Number], after: Sequence[Number], *, small: bool) -> Iterator[Number]:
    """Yield numbers that the target has more often: `33, 34 and 39` became `33, 34 and 33`.

    Small ones come as words; `small` asks for them all the same.
    """
    for index, number in enumerate(after):
        if number.required and not number.plain and max(number.readings) >= (2 if small else 10):
            here = sum(bool(number.readings & other.readings) for other in after[: index + 1])
            there = sum(bool(number.readings & other.readings) for other in before)
            if 1 < here > there > 0:
                yield number


def _pieces(text: str) -> set[Decimal]:
    """Return the numbers of a row that only looks grouped, such as a telephone number; else something unknown."""
    parts = re.split(rf"[{SPACES}]", western(text))
    return set(map(Decimal, parts)) if len(parts) > 1 and all(map(str.isdecimal, parts)) else {Decimal(-1)}


def _readings_of(found: Sequence[Number]) -> frozenset[Decimal]:
    """Return every value that the numbers of a text can stand for."""
    grouped = (_pieces(number.text) for number in found if any(space in number.text for space in SPACES))
    return frozenset[Decimal]().union(*(number.readings for number in found), *grouped) - {Decimal(-1)}
