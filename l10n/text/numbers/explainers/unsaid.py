"""Owns numbers that are seldom meant as such: a 1 for `a`, 0 and 1 in words, 100 per cent for `all`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import is_month
from l10n.text.numbers.readings import rules_of

if TYPE_CHECKING:
    from l10n.text.numbers.evidence import Evidence
    from l10n.text.numbers.number import Number

__all__ = ["ones", "worded"]

_WHOLE = re.compile(r"\s?(?:%|％|٪|percent|per cent|퍼센트|パーセント)", re.IGNORECASE)
_HALF = re.compile(r"절반|반수|半|mitad|moitié|hälfte|half|نصف", re.IGNORECASE)


def ones(evidence: Evidence) -> Evidence:
    """Explain a 1 for `a` or `the` and 100 % for `all`: `a boy`, `1 enfant`.

    Where the target tells not all of the source, only if something else in it is not explained.
    """
    text = evidence.target.text
    free = [number for number in evidence.extra if _all(number, text) or _one(number, text)]
    alone = len(free) == len(evidence.extra)
    return evidence if alone and evidence.unheard else evidence.without(extra=free)


def _one(number: Number, text: str) -> bool:
    return Decimal(1) in number.readings and not is_month(number, text)


def _all(number: Number, text: str) -> bool:
    return Decimal(100) in number.readings and _WHOLE.match(text, number.end) is not None


def worded(evidence: Evidence) -> Evidence:
    """Explain what is often told in words: 0 and 1, `100 percent`, half, the early `2000s`, 2 where there is a dual.

    Where the target has a number that nothing explains, only if something else is missing.
    """
    if evidence.source.language.idioms is None:
        return evidence
    texts, dual = (evidence.source.text, evidence.target.text), rules_of(evidence.target.language).dual
    excused = tuple(number for number in evidence.missing if _worded(number, texts, dual=dual))
    if evidence.extra and len(excused) == len(evidence.missing):
        return evidence
    return replace(evidence.without(missing=excused), excused=excused)


def _worded(number: Number, texts: tuple[str, str], *, dual: bool) -> bool:
    source, target = texts
    if number.readings & {Decimal(0), Decimal(1)} or (dual and Decimal(2) in number.readings):
        return not number.month
    decade = source[number.end : number.end + 1] == "s" and number.text.endswith("00")
    half = Decimal(50) in number.readings and _WHOLE.match(source, number.end) and _HALF.search(target)
    return decade or bool(half) or _all(number, source)
