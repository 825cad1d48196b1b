"""Owns the ways in which a translation may tell a quantity of its source with other numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.durations import durations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from l10n.text.numbers.scan import Number

__all__ = ["bracketed", "labels", "ranked", "shares", "turned", "years"]

Place = tuple[int, int]
"""Where something begins and ends."""
_AROUND = 40
"""Characters beside a number that say what it counts."""


def turned(
    texts: tuple[str, str], missing: Sequence[Number], extra: Sequence[Number], languages: tuple[str, str]
) -> Iterator[tuple[Place, Place]]:
    """Yield places of the source with those of the target that tell the same quantity in other numbers.

    Lengths of time are summed over their units (`90 minutes`, `1시간 30분`); from English also minutes of a game, basis
    points, shares, multiples, `and 12 others`, ages below a limit.
    """
    after = list(durations(texts[1], languages[1]))
    for one in durations(texts[0], languages[0]) if after else ():
        for other in after:
            if (one.months, one.seconds) == (other.months, other.seconds):
                yield (one.start, one.end), (other.start, other.end)
    if languages[0] == "en":
        for number in missing:
            for other_number in extra:
                if _same(number, other_number, texts):
                    yield (number.start, number.end), (other_number.start, other_number.end)


def shares(source: str, target: str, after: Sequence[Number]) -> Iterator[tuple[Place, Place]]:
    """Yield the shares of an English text (`one in five`) with the percentages that tell them."""
    for match in _SHARE.finditer(source):
        part, whole = (Decimal(_ONES.get(match[name].lower()) or match[name]) for name in ("part", "all"))
        if 0 < part < whole:
            share = 100 * part / whole
            equal = {share, Decimal(round(share)), round(share, 1)}
            for number in after:
                if number.readings & equal and (_PERCENT.match(target, number.end) or number.text[-1] in _TENTHS):
                    yield match.span(), (number.start, number.end)


def _same(number: Number, other: Number, texts: tuple[str, str]) -> bool:
    source, target = texts
    here = source[max(0, number.start - _AROUND) : number.start], source[number.end : number.end + _AROUND]
    there = target[max(0, other.start - _AROUND) : other.start], target[other.end : other.end + _AROUND]
    for rule in _RULES:
        equal = rule(min(number.readings), here, there)
        if equal and equal & other.readings:
            return True
    return False


_Sides = tuple[str, str]
_Found = set[Decimal] | None
"""The values that the target may have."""

_GAME = re.compile(r"(?:st|nd|rd|th)?(?:(?:,| and|, and) \d+(?:st|nd|rd|th)?){0,3}[- ]minutes?\b", re.IGNORECASE)
_GAME_BEFORE = re.compile(r"\bminute \Z|\b(?:on|after) \Z", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?P<extra>연장전?\s?|延長|加时赛?)?(?P<half>전반|후반|前半|後半|上半场?|下半场?|上半時間?)?전?第?\s?"
    r"(?:\d+[분分](?:과|와|,|、)?\s?){0,3}(?P<added>추가 ?시간\s?|アディショナルタイム|ロスタイム|(?:伤停)?补时第?)?\Z"
)
_MINUTE = re.compile(r"\s?[분分]")
_POINTS = re.compile(r"[\s-]*(?:basis[ -]points?|bps?)\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"[\s\u00a0]*(?:%|％|٪|퍼센트|パーセント|个百分|個百分|ポイント|por ciento|pour cent|prozent|punto|point)",
    re.IGNORECASE,
)
_TENTHS = "할割成"
"""What ends a number of tenths: `4割`."""
_DIGIT_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_SHARE = re.compile(
    rf"\b(?P<part>\d+|{_DIGIT_WORDS}) (?:in|out of)(?: every)? (?P<all>\d+|{_DIGIT_WORDS})\b(?![.,:]\d)", re.IGNORECASE
)
_ONES = {word: value for value, word in enumerate(_DIGIT_WORDS.split("|"), 1)}
_RATE = re.compile(r"\s?(?:%|percent|per cent)", re.IGNORECASE)
_TIMES = re.compile(r"\s?[배倍]")
_AND = re.compile(r"\b(?:and|with|plus|alongside)(?: at least| about| some)? \Z", re.IGNORECASE)
_OTHERS = re.compile(r" (?:\w+ )?(?:others?|more|fellow)\b", re.IGNORECASE)
_AMONG = re.compile(r"(?:등|포함한?|포함해|ら|など|等|等共?|共)[\s]?(?:모두|총|계)?\s?\Z")
_UNDER = re.compile(r"\b(?:not yet|under|below|younger than)(?: the)?(?: age)?(?: of)? \Z", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|above|older than|more than)(?: the)?(?: age)?(?: of)? \Z", re.IGNORECASE)
_LEAST = re.compile(r"\s?(?:이상|以上|及以上|부터)")
_AGE = re.compile(r"\s?(?:세|살|歳|才|岁|周岁)")


def _minute(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    period = _PERIOD.search(there[0])
    if not period or not (period["half"] or period["extra"] or period["added"]) or not _MINUTE.match(there[1]):
        return None
    if not _GAME.match(here[1]) and not _GAME_BEFORE.search(here[0]):
        return None
    late = (period["half"] or " ")[0] in "후後下"
    if period["added"] and not period["extra"]:
        return {value - 90, value - 45}
    before = (90 if period["extra"] else 0) + (15 if period["extra"] and late else 45 if late else 0)
    return {value - before}


def _basis(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    return {value / 100} if _POINTS.match(here[1]) and _PERCENT.match(there[1]) else None


def _multiple(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    """Read `50 percent more` as 1.5배, `300 percent of` as 3배."""
    return {1 + value / 100, value / 100} - {value} if _RATE.match(here[1]) and _TIMES.match(there[1]) else None


def _others(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    """Count those named before `and 12 others` in."""
    if not _AND.search(here[0]) or not _OTHERS.match(here[1]) or not _AMONG.search(there[0]):
        return None
    return {value + named for named in range(1, 2 + here[0].count(","))}


def _younger(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    return {value - 1} if _UNDER.search(here[0]) and _AGE.match(there[1]) else None


def _older(value: Decimal, here: _Sides, there: _Sides) -> _Found:
    age = _AGE.match(there[1]) if _OVER.search(here[0]) else None
    return {value + 1} if age and _LEAST.match(there[1], age.end()) else None


_RULES: tuple[Callable[[Decimal, _Sides, _Sides], _Found], ...]
_RULES = (_minute, _basis, _multiple, _others, _younger, _older)
"""Each tells what a number of the source may be in the target, given what stands on both sides of both."""

_SETS = re.compile(r"(?<![\d.-])(\d)-(\d) ?[(（]((?:\d{1,2}-\d{1,2}(?:[(（]\d{1,2}[)）])?[,，、·/ ]*){2,5})[)）]")
_DAY_NAME = re.compile(
    r"(?<![\d.·])\d{1,2}[·.]\d{1,2}(?= ?(?:(?:민주|독립|반정부|남북)[가-힣]* ?)?"
    r"(?:운동|혁명|항쟁|의거|전쟁|사태|사건|테러|쿠데타|광복|선언|합의|총선|대선))"
)
_YEARS = {
    "3·1": 1919,
    "8·15": 1945,
    "4·3": 1948,
    "6·25": 1950,
    "4·19": 1960,
    "5·16": 1961,
    "12·12": 1979,
    "5·18": 1980,
    "6·10": 1987,
    "9·11": 2001,
}
"""Days of modern history that Korean names without their year."""
_SET = re.compile(r"(\d+)-(\d+)")
_RANK = re.compile(r"\s?[위位]")
_LEADS = re.compile(
    r"\b(?:leads?|led|lead(?:ing|er)|ahead|clear of|runners?-?up|anyone else|nearest|silver)\b", re.IGNORECASE
)


def labels(text: str) -> Iterator[Place]:
    """Yield results that count the scores in brackets behind them (`2-0(6-3 6-4)`), and dates in names (`3·1운동`)."""
    yield from (match.span() for match in _DAY_NAME.finditer(text))
    for match in _SETS.finditer(text):
        scores = [(int(one), int(two)) for one, two in _SET.findall(match[3])]
        won = sum(one > two for one, two in scores)
        if (won, len(scores) - won) == (int(match[1]), int(match[2])):
            yield match.start(1), match.end(2)


def years(text: str) -> frozenset[Decimal]:
    """Return the years that the names of events in a Korean text stand for."""
    names = (match.group().replace(".", "·") for match in _DAY_NAME.finditer(text))
    return frozenset(Decimal(_YEARS[name]) for name in names if name in _YEARS)


def ranked(number: Number, target: str, source: str) -> bool:
    """Tell whether a number is the rank of the next best in an English text that tells of a lead: `2위에 3점 앞선`."""
    return Decimal(2) in number.readings and bool(_RANK.match(target, number.end) and _LEADS.search(source))


_UNIT = (
    r"(?:[a-zA-Z]{1,3}[²³2]?|[㎞㎡㎢㎝㎜㎏㎎㎖㏊℃℉°º]|킬로(?:미터|그램)|미터|센티미터|제곱미터|평(?:방미터)?|해리|마일|피트|인치|야드|에이커|헥타르|"
    r"파운드|온스|갤런|리터|톤|그램|도|달러|유로|엔|위안|원|루블|キロ(?:メートル|グラム)?|メートル|センチ|平方メートル|海里|マイル|フィート|インチ|エーカー|ヘクタール|"
    r"ポンド|坪|度|ドル|ユーロ|円|ウォン|公里|千米|米|平方米|公顷|英里|英尺|英寸|英亩|公斤|磅|吨|[美欧日韩]?元|英镑)"
)
_OPENED = re.compile(
    rf"{_UNIT}\s?[(（](?:(?:약|한화|우리 돈|現在の|約|约|大约|ca\.|unos|environ|etwa)\s?)*[$€£¥₩]?\s?\Z"
)
_CLOSED = re.compile(rf"(?:여|余)?\s?{_UNIT}\s?(?:정도|가량)?\s?[)）]")


def bracketed(number: Number, text: str, unknown: Sequence[Number]) -> bool:
    """Tell whether a number is a conversion in brackets behind a measure, which is not `unknown`: `3해리(5.6㎞)`."""
    opened = _OPENED.search(text, max(0, number.start - _AROUND), number.start)
    if opened is None or not _CLOSED.match(text, number.end):
        return False
    return not any(0 <= opened.start() - other.end <= 1 for other in unknown)
