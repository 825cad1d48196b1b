"""Owns how long something lasts, in one value, where a text says it in one or several units of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.numerals import KOREAN_COUNTS, KOREAN_DAYS, numerals
from l10n.text.numbers.readings import ideographic, western

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Duration", "durations"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    start: int
    end: int
    """Character offsets."""
    months: Decimal
    seconds: Decimal
    """What the units from a month and those up to a week sum to; a month has no fixed number of days."""


_SIZES: dict[str, tuple[int, int]] = {
    "year": (12, 0),
    "month": (1, 0),
    "week": (0, 604800),
    "day": (0, 86400),
    "hour": (0, 3600),
    "minute": (0, 60),
    "second": (0, 1),
}
"""Unit to months and seconds, the longest first."""
_ORDER = {name: place for place, name in enumerate(_SIZES)}
_UNITS: dict[str, dict[str, str]] = {
    "en": {name: rf"{name}s?\b" for name in _SIZES},
    "ko": {
        "year": "년",
        "month": "개월|달(?!러)",
        "week": "주일|주(?=[ 간반를에가은는 ]|일)",
        "day": "일",
        "hour": "시간",
        "minute": "분",
        "second": "초",
    },
    "ja": {
        "year": "年",
        "month": "[かカヶケヵ]月|箇月|月",
        "week": "週間?",
        "day": "日",
        "hour": "時間",
        "minute": "分",
        "second": "秒",
    },
    "zh": {
        "year": "年",
        "month": "个?月",
        "week": "个?星期|周|个?礼拜",
        "day": "天|日",
        "hour": "个?(?:小时|钟头)",
        "minute": "分钟?",
        "second": "秒钟?",
    },
    "es": {
        "year": r"años?\b",
        "month": r"mes(?:es)?\b",
        "week": r"semanas?\b",
        "day": r"días?\b",
        "hour": r"(?:horas?|h)\b",
        "minute": r"(?:minutos?|min)\b",
        "second": r"(?:segundos?|s)\b",
    },
    "fr": {
        "year": r"(?:ans?|années?)\b",
        "month": r"mois\b",
        "week": r"semaines?\b",
        "day": r"jours?\b",
        "hour": r"(?:heures?\b|h(?=\s?\d\d|\b))",
        "minute": r"(?:minutes?|min)\b",
        "second": r"(?:secondes?|s)\b",
    },
    "de": {
        "year": r"jahr(?:en?|es)?\b",
        "month": r"monat(?:en?)?\b",
        "week": r"wochen?\b",
        "day": r"tag(?:en?)?\b",
        "hour": r"stunden?\b",
        "minute": r"minuten?\b",
        "second": r"sekunden?\b",
    },
}
_BEFORE = {
    "en": r"half(?: an?|-)?",
    "ko": "반",
    "ja": "半",
    "zh": "半",
    "es": "medi[oa]",
    "fr": "demi-?e?",
    "de": r"(?:eine?[rsmn]? )?halbe[srn]?",
}
"""Half of the unit that follows."""
_INSIDE = {"en": r" and a half|-and-a-half", "zh": "个?半"}
"""A half more, between the number and its unit."""
_AFTER = {
    "en": r" and a half\b",
    "ko": " ?반(?![가-힣])| ?반(?=[이간을의에은도만으])",
    "ja": "半",
    "zh": "半",
    "es": r" y medi[oa]\b",
    "fr": r" et demie?\b",
}
"""A half more, behind the unit."""
_WHOLE: dict[str, dict[str, tuple[str, str]]] = {
    "ko": {
        **{name: (str(value), "day") for name, value in KOREAN_DAYS.items()},
        "일주일": ("1", "week"),
        "온종일": ("1", "day"),
        "하루 종일": ("1", "day"),
        "하루종일": ("1", "day"),
    },
    "ja": {"終日": ("1", "day"), "一日中": ("1", "day"), "丸一日": ("1", "day")},
    "zh": {"全天": ("1", "day"), "整天": ("1", "day")},
    "en": {"fortnight": ("2", "week")},
    "es": {"quincena": ("15", "day")},
    "fr": {"huit jours": ("1", "week"), "quinze jours": ("2", "week"), "quinzaine": ("15", "day")},
}
"""Words that are number and unit in one."""
_SINO = {"ko": "[일이삼사오육칠팔구십백]+", "ja": "[一二三四五六七八九十百]+", "zh": "[一二两三四五六七八九十百]+"}
_MORE_WORDS: dict[str, dict[str, str]] = {
    "en": {"a": "1", "an": "1"},
    "de": {"anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5", "viereinhalb": "4.5"},
}
_GLUE = re.compile(r"(?:\s|,|\band\b|\by\b|\bet\b|\bund\b)*")
_BARE_MINUTES = re.compile(r"\s?([0-5]\d)(?!\d)")
_HALF = Decimal("0.5")


@cache
def _words(language: str) -> dict[str, Decimal]:
    if language == "ko":
        return {word: Decimal(value) for word, value in KOREAN_COUNTS.items()}
    found = {word: Decimal(value) for word, value in numerals(language).words.items() if value < 100}  # noqa: PLR2004
    return found | {word: Decimal(value) for word, value in _MORE_WORDS.get(language, {}).items()}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


@cache
def _part(language: str) -> re.Pattern[str]:
    cjk = numerals(language).cjk
    word = _any(_words(language))
    number = rf"(?P<digits>(?<![\d.,])\d+(?:{'[.]' if cjk or language == 'en' else '[.,]'}\d+)?"
    number += r"(?P<mixed>(?: ?½| 1/2)(?![\d/]))?)"
    number += rf"|(?<![^\W\d_])(?P<word>(?:{word}){'' if cjk else f'(?:-(?:{word}))?'})"
    number += rf"|(?<![가-힣])(?P<sino>{_SINO[language]})" if cjk else ""
    inside = rf"(?P<inside>{_INSIDE[language]})?" if language in _INSIDE else ""
    units = "|".join(f"(?P<{name}>{forms})" for name, forms in _UNITS[language].items())
    after = _AFTER.get(language, "(?!)")
    alone = rf"|\b(?=(?:{'|'.join(_UNITS[language].values())})(?:{after}))" if language in {"es", "fr"} else ""
    return re.compile(
        rf"(?P<whole>{_any(_WHOLE.get(language, ()))})(?P<more>{after})?"
        rf"|(?:(?:{number}){inside}|(?<![^\W\d_])(?P<half>{_BEFORE[language]}){alone})[\s\u00a0-]?(?:{units})"
        rf"(?P<after>{after})?",
        re.IGNORECASE,
    )


def _value(match: re.Match[str], language: str) -> Decimal:
    groups = match.groupdict()
    if groups["half"]:
        return _HALF
    word = (groups["word"] or "").lower()
    known = _words(language)
    value = Decimal(1)
    if groups["digits"]:
        digits, mixed = groups["digits"], groups["mixed"] or ""
        value = Decimal(digits.removesuffix(mixed).replace(",", ".")) + (_HALF if mixed else 0)
    elif word:
        value = known[word] if word in known else sum((known[part] for part in word.split("-")), Decimal(0))
    elif groups.get("sino"):
        value = Decimal(ideographic(groups["sino"]))
    return value + (_HALF if groups.get("inside") else 0) + (_HALF if groups["after"] else 0)


def _read(match: re.Match[str], language: str) -> tuple[Decimal, str]:
    """Return how many of which unit a part names."""
    if match["whole"]:
        many, unit = _WHOLE[language][match["whole"].lower()]
        return Decimal(many) + (_HALF if match["more"] else 0), unit
    return _value(match, language), next(name for name in _SIZES if match[name])


def durations(text: str, language: str) -> Iterator[Duration]:
    """Yield the lengths of time of a text, in their order; none in a language whose units are not known.

    Neighbours from a longer to a shorter unit are one: `1시간 30분` lasts 5400 seconds.
    """
    if language not in _UNITS:
        return
    text = western(text)
    current: Duration | None = None
    last = -1
    for match in _part(language).finditer(text):
        many, unit = _read(match, language)
        months, seconds = (size * many for size in _SIZES[unit])
        end = match.end()
        bare = _BARE_MINUTES.match(text, end) if language == "fr" and unit == "hour" else None
        if bare:
            end, seconds = bare.end(), seconds + 60 * Decimal(bare.group(1))
        if current and _ORDER[unit] > last and _GLUE.fullmatch(text, current.end, match.start()):
            current = Duration(current.start, end, current.months + months, current.seconds + seconds)
        else:
            if current:
                yield current
            current = Duration(match.start(), end, months, seconds)
        last = _ORDER[unit]
    if current:
        yield current
