"""Owns small numbers in words that are another in a Korean translation: `three men`, 네 명."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from l10n.text.numbers.explainers.idioms import implied
from l10n.text.numbers.numerals import KOREAN_COUNTS
from l10n.text.numbers.readings import COUNTED
from l10n.text.numbers.recognisers import find

__all__ = ["Miscount", "miscounted"]


@dataclass(frozen=True, slots=True)
class Miscount:
    """A counted number of the translation in the place of another of the source."""

    source: str
    """As written in the source."""
    start: int
    end: int
    """Character offsets of the other number in the target."""


_WORD = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\s?(?:명|개|번|차례|달|살|가지|곳|팀|사람|배|주|마리|건|경기|골|나라|잔|채|척|편|권|장|여성|남성|아이|자녀|단계)"
)
_JOINED = re.compile(r"\b(?:and|with|plus|alongside)\b[^,.;]{0,15}\Z")
_OTHERS = re.compile(r"\s(?:\w+\s)?(?:others?|more)\b")
"""Around a number that may be told with those named before it: `a boy and three girls`, 네 아이."""
_SMALLEST, _LARGEST = 2, 10


def miscounted(source: str, target: str) -> Miscount | None:
    """Return the counted number of a Korean text that its English source does not have, where one of that is nowhere.

    Both texts must have one such number only: words for small numbers have many uses.
    """
    counted = [
        match
        for match in COUNTED.finditer(target)
        if _SMALLEST <= KOREAN_COUNTS[match.group(1)] <= _LARGEST and _COUNTER.match(target, match.end(1))
    ]
    if not counted or not _WORD.search(source):
        return None
    before = find(source, "en")
    there = frozenset[Decimal]().union(*(number.readings for number in find(target, "ko")))
    lost = [one for one in before if _WORD.fullmatch(one.text) and not one.readings & there]
    if len(lost) != 1 or _JOINED.search(source, 0, lost[0].start) or _OTHERS.match(source, lost[0].end):
        return None
    known = frozenset[Decimal]().union(*(number.readings for number in before))
    known |= implied(source, known)
    new = [match for match in counted if Decimal(KOREAN_COUNTS[match.group(1)]) not in known]
    return Miscount(lost[0].text, *new[0].span(1)) if len(new) == 1 else None
