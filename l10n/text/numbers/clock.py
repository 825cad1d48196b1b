"""Owns which half of the day a clock time belongs to, where a text says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Time", "swapped", "times"]


@dataclass(frozen=True, slots=True)
class Time:
    """A clock time whose half of the day is told."""

    start: int
    end: int
    """Character offsets, mark included."""
    hour: int
    """1…12"""
    late: bool
    """After noon."""


_HOUR = r"(?<![\d:.,])(?P<hour>1[0-2]|0?[1-9])"
_MINUTES = r"(?:[:.：]\s?[0-5]\d)?"
_M = r"(?:\.\s?m\b\.?|m\b)"
"""After `a` or `p`; a stop only where there is one inside."""
_PATTERNS: dict[str, re.Pattern[str]] = {
    language: re.compile(pattern, re.IGNORECASE)
    for language, pattern in {
        "en": rf"{_HOUR}{_MINUTES}\s?(?:(?P<am>a{_M}|in the morning)|(?P<pm>p{_M}|in the (?:afternoon|evening)))"
        r"|(?<![\d:.,-])(?P<clock>1[3-9]|2[0-3]):[0-5]\d(?![\d:])",
        "ko": rf"(?:(?P<am>오전|새벽|아침)|(?P<pm>오후|저녁|낮(?!\s?1[01])))\s?{_HOUR}(?:\s?시(?!간)|:[0-5]\d)",
        "ja": rf"(?:(?P<am>午前|朝)|(?P<pm>午後|夕方))の?\s?{_HOUR}(?:\s?時(?!間)|[:：][0-5]\d)",
        "zh": rf"(?:(?P<am>上午|凌晨|早上|清晨)|(?P<pm>下午|傍晚))\s?{_HOUR}(?:\s?[点點时時]|[:：][0-5]\d)",
        "es": rf"{_HOUR}{_MINUTES}\s?(?:(?P<am>a{_M}|de la mañana)|(?P<pm>p{_M}|de la (?:tarde|noche)))",
        "fr": rf"{_HOUR}\s?h(?:eures?)?(?:\s?[0-5]\d)?\s(?:(?P<am>du matin)|(?P<pm>de l[’']après-midi|du soir))",
        "de": rf"{_HOUR}{_MINUTES}\s?Uhr\s(?:(?P<am>morgens|vormittags)|(?P<pm>nachmittags|abends))",
        "ar": rf"{_HOUR}{_MINUTES}\s?(?:(?P<am>صباح\w*)|(?P<pm>مساء\w*))",
    }.items()
}
_TWELVES: dict[str, re.Pattern[str]] = {
    language: re.compile(pattern, re.IGNORECASE)
    for language, pattern in {
        "en": r"\b(?:(?P<noon>noon|midday)|midnight)\b",
        "ko": "(?P<noon>정오)|자정(?!작용)|밤 ?12시(?!간)",
        "ja": "(?P<noon>正午)|午前0時|真夜中|零時",
        "zh": "(?P<noon>正午|中午)|午夜|零[点點时時]|半夜",
        "es": r"\b(?:(?P<noon>mediod[ií]a)|medianoche)\b",
        "fr": r"(?<!après-)\b(?:(?P<noon>midi)|minuit)\b",
        "de": r"\b(?:(?P<noon>mittags?)|mitternacht\w*)\b",
    }.items()
}
"""What names twelve o'clock by day or by night."""
"""Night (밤, 夜, de la noche past midnight) is no half of the day and left out where it can be both."""


def times(text: str, language: str) -> Iterator[Time]:
    """Yield the times of a text in western digits whose half of the day is told; none in a language without a table."""
    for match in _TWELVES[language].finditer(text) if language in _TWELVES else ():
        yield Time(*match.span(), 12, late=match["noon"] is not None)
    pattern = _PATTERNS.get(language)
    for match in pattern.finditer(text) if pattern else ():
        clock = match.groupdict().get("clock")
        if clock:
            yield Time(*match.span(), int(clock) - 12, late=True)
        else:
            yield Time(*match.span(), int(match["hour"]), late=match["pm"] is not None)


def swapped(source: str, target: str, languages: tuple[str, str]) -> Iterator[tuple[Time, Time]]:
    """Yield times of the source with those of the target that are the same hour of the other half of the day."""
    after = list(times(target, languages[1]))
    before = list(times(source, languages[0])) if after else []
    known = {(time.hour, time.late) for time in before}
    told = {(time.hour, time.late) for time in after}
    for time in after:
        if (time.hour, time.late) in known:
            continue
        for other in before:
            if other.hour == time.hour and (other.hour, other.late) not in told:
                yield other, time
                break
