"""Owns small numbers in words that are another in a translation: `three men`, 네 명."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw
from l10n.text.numbers.counts import counted_words, counts
from l10n.text.numbers.evidence import values_of
from l10n.text.numbers.phrases import implied
from l10n.text.numbers.readings import rules_of
from l10n.text.numbers.recognisers import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.languages import Language
    from l10n.text.numbers.number import Number

__all__ = ["miscounted"]

_JOINED = re.compile(r"\b(?:and|with|plus|alongside)\b[^,.;]{0,15}\Z")
_OTHERS = re.compile(r"\s(?:\w+\s)?(?:others?|more)\b")
"""Around a number that may be told with those named before it: `a boy and three girls`, 네 아이."""
_SMALLEST, _LARGEST = 2, 10


def miscounted(source: str, target: str, locales: tuple[str, str]) -> Flaw | None:
    """Return the counted number of a text that its source does not have, where one of that is nowhere.

    Both texts must have one such number only: words for small numbers have many uses. None in a language whose
    counters are not known.
    """
    here, there = map(languages.of, locales)
    if here.idioms is None or not rules_of(there).counted:
        return None
    counted = list(_counted(target, there))
    lost = _lost(source, target, locales, here) if counted else []
    if len(lost) != 1 or _JOINED.search(source, 0, lost[0].start) or _OTHERS.match(source, lost[0].end):
        return None
    known = values_of(find(source, locales[0]))
    known |= implied(source, here, known)
    new = [match for match, value in counted if value not in known]
    if len(new) != 1:
        return None
    told = f"the source says “{lost[0].text}”, the translation “{new[0].group(1)}”"
    return Flaw(told, *new[0].span(1))


@cache
def _counter(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{rules_of(language).counted})")


@cache
def _small(language: Language) -> re.Pattern[str]:
    return re.compile(language.idioms.small if language.idioms else "(?!)", re.IGNORECASE)


def _counted(text: str, language: Language) -> list[tuple[re.Match[str], Decimal]]:
    """Return the small numbers before a counter."""
    values, counter = counts(language), _counter(language)
    found = ((match, values[match.group(1)]) for match in counted_words(language).finditer(text))
    return [
        (match, Decimal(value))
        for match, value in found
        if _SMALLEST <= value <= _LARGEST and counter.match(text, match.end(1))
    ]


def _lost(source: str, target: str, locales: tuple[str, str], language: Language) -> Sequence[Number]:
    """Return the small numbers in words of a source that its translation does not have."""
    there = values_of(find(target, locales[1]))
    small = [one for one in find(source, locales[0]) if _small(language).fullmatch(one.text)]
    return [one for one in small if not one.readings & there]
