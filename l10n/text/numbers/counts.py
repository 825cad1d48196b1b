"""Owns numbers that count only before a counter, and those that are another in a translation: `three men`, 네 명."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.numbers.readings import any_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.languages import Language

__all__ = ["counted_words", "counts"]

_TEN = 10


@cache
def counts(language: Language) -> Mapping[str, int]:
    """Return the words that count only before a counter; a ten and a one stand in one word or in two."""
    known = rules_of(language).counts
    ones = {word: value for word, value in known.items() if value < _TEN}
    tens = {word: value for word, value in known.items() if value >= _TEN}
    pairs = {f"{ten}{gap}{one}": t + o for ten, t in tens.items() for one, o in ones.items() for gap in ("", " ")}
    return {**ones, **tens, **pairs}


@cache
def counted_words(language: Language) -> re.Pattern[str]:
    """Return the pattern of those words before a counter, as group 1; a ten also before a particle."""
    rules = rules_of(language)
    ends = "".join(sorted({word[-1] for word, value in rules.counts.items() if value > 2 * _TEN}))
    particle = rf"|(?<=[{ends}])[이을에의은도]" if ends else ""
    return re.compile(rf"(?<![가-힣])({any_of(counts(language))})(?=\s?(?:{rules.counters or '(?!)'})|\s{particle})")
