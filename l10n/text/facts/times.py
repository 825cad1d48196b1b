"""Owns the words of which one stands for another time: weekdays, seasons, halves, last and next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Moved", "moved"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A time of the source in whose place the translation has another of its kind."""

    source: str
    """As written in the source."""
    start: int
    end: int
    """Character offsets of the other time in the target."""


_PAST = r"last|past|previous|prior|ago|earlier|before|preceding|since|year-on-year|a year"
_NOW = r"this|current\w*|so far|to date|now|today|since|present|annual\w*|year-end"
_NEXT = r"next|following|coming|later|upcoming|subsequent|after|ahead|turn of"
_NAMED = r"(?:last|this|next) "


def _relative(unit: str) -> dict[str, tuple[str, str]]:
    return {
        "last": (rf"last {unit}", _PAST),
        "this": (rf"this {unit}", _NOW),
        "next": (rf"next {unit}", _NEXT),
    }


def _weekday(name: str, short: str) -> tuple[str, str]:
    more = "|weekends?" if name.startswith("S") else ""
    return rf"(?-i:{name})s?", rf"(?-i:{name})s?|(?-i:{short})\.?{more}"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ABOUT = r"(?:(?:last|this|next|every|each|in|in the|in early|in late|by|by the) )"
_ENGLISH: dict[str, dict[str, tuple[str, str]]] = {
    "weekday": {name: _weekday(name, f"{name[:3]}(?:s|r|rs)?") for name in _DAYS},
    "season": {
        "spring": (rf"{_ABOUT}spring", r"spring\w*|March|April|May"),
        "summer": (rf"{_ABOUT}summer", r"(?:mid)?summer\w*|June|July|August"),
        "autumn": (rf"{_ABOUT}autumn", r"autumn\w*|fall|harvest\w*|September|October|November"),
        "winter": (rf"{_ABOUT}winter", r"(?:mid)?winter\w*|cold|snow\w*|December|January|February"),
    },
    "half": {
        "first": ("first half", r"first half|early|earlier|opening|[1H]H|H1|minutes?"),
        "second": ("second half", r"second half|late|later|latter|closing|2H|H2|minutes?"),
    },
    "year": _relative("year"),
    "month": _relative("month"),
    "week": _relative("week"),
    "day": {
        "yesterday": ("yesterday", r"yesterday|previous|earlier|before|ago|last"),
        "tomorrow": ("tomorrow", r"tomorrow|next|following|later|after|future|coming"),
    },
}
"""Kind of time to its members: what names one, and what else may be told as it."""


def _row(words: str, names: tuple[str, ...] = _DAYS) -> dict[str, str]:
    return dict(zip(names, words.split(), strict=True))


_SEASONS = ("spring", "summer", "autumn", "winter")
_RELATIVE = ("last", "this", "next")
_TARGETS: dict[str, dict[str, dict[str, str]]] = {
    "ko": {
        "weekday": _row("월요일 화요일 수요일 목요일 금요일 토요일 일요일(?![가-힣]*신문)"),
        "season": _row("봄(?=[에철이은을의,.]|날|\\s|\\Z) 여름 가을 겨울(?!잠)", _SEASONS),
        "half": {"first": r"상반기|전반(?=전|에|\s\d)", "second": r"하반기|후반(?=전|에|\s\d)"},
        "year": {
            "last": "지난해|작년|전년",
            "this": "올해|금년|올(?= (?:봄|여름|가을|겨울|들어|시즌|상반기|하반기|초|연말|\\d+월))",
            "next": "내년|이듬해|다음 ?해",
        },
        "month": {"last": "지난달", "this": "이달|이번 ?달", "next": "다음 ?달|내달"},
        "week": {"last": "지난주", "this": "이번 ?주|금주", "next": "다음 ?주|내주(?=[ 에의])"},
        "day": {"yesterday": "(?<![가-힣])(?:어제|어젯밤)", "tomorrow": "(?<![가-힣])내일"},
    },
    "ja": {
        "weekday": _row("月曜 火曜 水曜 木曜 金曜 土曜 日曜"),
        "season": {
            name: rf"(?:(?<![一-鿿々])|(?<=[昨今来翌初晩真年]))(?:{sign}|{sign}季(?!五輪))(?=[、。・にはのまからご])"
            for name, sign in zip(_SEASONS, "春夏秋冬", strict=True)
        },
        "half": {"first": "上半期|前半", "second": "下半期|後半"},
        "year": {"last": "昨年|去年|前年", "this": "今年|本年", "next": "来年|翌年"},
        "month": {"last": "先月|前月", "this": "今月", "next": "来月|翌月"},
        "week": {"last": "先週|前週", "this": "今週", "next": "来週|翌週"},
        "day": {"yesterday": "昨日", "tomorrow": "明日"},
    },
    "zh": {
        "weekday": {
            name: rf"(?<![一二两三四五六七八九十每几半\d])(?:周|星期|礼拜|週){sign}"
            for name, sign in zip(_DAYS, ("一(?![个起])", "二", "三", "四", "五", "六", "[日天]"), strict=True)
        },
        "season": {
            name: rf"{sign}[天季](?!奥)|[今去明]{sign}" for name, sign in zip(_SEASONS, "春夏秋冬", strict=True)
        },
        "half": {"first": "上半[年场场]", "second": "下半[年场]"},
        "year": {"last": "去年", "this": "今年", "next": "明年|次年|来年"},
        "month": {"last": "上个?月", "this": "本月|这个月", "next": "下个?月"},
        "week": {"last": "上周|上星期", "this": "本周|这周|这星期", "next": "下周|下星期"},
        "day": {"yesterday": "昨[天日]", "tomorrow": "明[天日](?![\\u4e00-\\u9fff]?黄花)"},
    },
    "es": {
        "weekday": _row(r"\blunes\b \bmartes\b \bmiércoles\b \bjueves\b \bviernes\b \bsábados?\b (?-i:\bdomingos?\b)"),
        "season": _row(r"\bprimaver\w* \b(?:verano|estival\w*) \botoñ\w* \b(?:invierno|invernal\w*)", _SEASONS),
    },
    "fr": {
        "weekday": _row(
            r"\blundis?\b \bmardis?\b \bmercredis?\b \bjeudis?\b \bvendredis?\b \bsamedis?\b \bdimanches?\b"
        ),
        "season": _row(
            r"\bprint(?:emps|an\w+) (?:[ld][’']été\b|cet\sété\b|\bestiv\w+) \bautomn\w* \bhiver\w*", _SEASONS
        ),
    },
    "de": {
        "weekday": _row(
            r"\w*montag\w* \w*dienstag\w* \w*mittwoch\w* \w*donnerstag\w* \w*freitag\w* "
            r"\w*(?:samstag|sonnabend)\w* \w*sonntag\w*"
        ),
        "season": _row(r"\bfrühjahr\w*|frühling\w* \w*sommer\w* \bherbst\w* \bwinter\w*", _SEASONS),
    },
    "ar": {
        "weekday": {
            name: rf"\b[وفبلك]?ال{day}\b"
            for name, day in zip(
                _DAYS, ["[اإ]ثنين", "ثلاثاء", "[أا]ربعاء", "خميس", "جمعة", "سبت", "[أا]حد"], strict=True
            )
        },
    },
}
"""How each language writes them, so far as a word cannot be another."""
LANGUAGES = frozenset(_TARGETS)
"""Languages whose words are known."""
_ANY = re.compile(
    rf"day\b|days\b|half\b|\byesterday|\btomorrow|\b(?:spring|summer|autumn|winter)|\b{_NAMED}(?:year|month|week)",
    re.IGNORECASE,
)
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = {
    "year": re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\bfiscal\b"),
    "month": re.compile(rf"\b(?:{_MONTH})\b|\bweeks\b"),
    "week": re.compile(rf"\b(?:{'|'.join(_DAYS)}|weekend)\b"),
}
"""What a date may be told with another word of its kind by."""


@cache
def _english(kind: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        name: (re.compile(rf"\b(?:{named})\b", re.IGNORECASE), re.compile(rf"\b(?:{more})\b", re.IGNORECASE))
        for name, (named, more) in _ENGLISH[kind].items()
    }


@cache
def _target(language: str, kind: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.IGNORECASE) for name, words in _TARGETS[language][kind].items()}


def moved(source: str, target: str, language: str) -> Iterator[Moved]:
    """Yield the times of an English text that are others in its translation; `language` is one of `LANGUAGES`.

    Of each kind a time must be lost and another one new that nothing else in the source can be told as.
    """
    for kind in _TARGETS[language] if _ANY.search(source) else ():
        dated = _DATED.get(kind)
        if dated and dated.search(source):
            continue
        english, words = _english(kind), _target(language, kind)
        named = {name: match for name, (pattern, _) in english.items() if (match := pattern.search(source))}
        told = {name: match for name, pattern in words.items() if (match := pattern.search(target))} if named else {}
        lost = [match for name, match in named.items() if name not in told]
        new = [match for name, match in told.items() if name not in named and not english[name][1].search(source)]
        if lost and new:
            yield Moved(lost[0].group(), *new[0].span())
