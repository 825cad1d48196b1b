"""Owns figures that count nothing: articles of a law, telephone numbers, scores, ranks, figures in code."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from l10n.text.numbers.evidence import outside, pieces, values_of
from l10n.text.numbers.recognisers import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.text.numbers.evidence import Evidence, Side
    from l10n.text.numbers.number import Number, Place

__all__ = ["articles", "elsewhere", "leads", "rows", "scores"]

_TRILLION = "조"
_MONEY = re.compile(
    r"\s?(?:\d+(?!\d|\s?[항호목])|[$€£¥₩]|여\s|원|달러|유로|엔|위안|파운드|루블|루피|페소|프랑|리라|동\b|명|개|억|만|천|백)"
)
"""After a 조 that is a trillion."""
_SETS = re.compile(r"(?<![\d.-])(\d)-(\d) ?[(（]((?:\d{1,2}-\d{1,2}(?:[(（]\d{1,2}[)）])?[,，、·/ ]*){2,5})[)）]")
_SET = re.compile(r"(\d+)-(\d+)")
_RANK = re.compile(r"\s?[위位]")


def articles(evidence: Evidence) -> Evidence:
    """Read the 조 of `7조` as an article or a group, where the source has the 7 and no trillions: `Article 7`."""
    read = [
        number
        for number in evidence.extra
        if number.text.endswith(_TRILLION)
        and number.plain & evidence.known
        and not _MONEY.match(evidence.target.text, number.end)
    ]
    plain = frozenset[Decimal]().union(*(number.plain for number in read))
    found = evidence.without(extra=read, missing=[one for one in evidence.missing if one.readings & plain])
    return replace(found, there=evidence.there | plain)


def rows(evidence: Evidence) -> Evidence:
    """Explain a row that only looks grouped: a telephone number, `555 123`."""
    return evidence.without(extra=[number for number in evidence.extra if pieces(number.text) <= evidence.known])


def scores(evidence: Evidence) -> Evidence:
    """Explain a result that counts the scores in brackets behind it: `6-3, 6-4`, `2-0(6-3 6-4)`."""
    return replace(evidence, extra=outside(evidence.extra, _results(evidence.target.text)))


def _results(text: str) -> Iterator[Place]:
    for match in _SETS.finditer(text):
        scores = [(int(one), int(two)) for one, two in _SET.findall(match[3])]
        won = sum(one > two for one, two in scores)
        if (won, len(scores) - won) == (int(match[1]), int(match[2])):
            yield match.start(1), match.end(2)


def leads(evidence: Evidence) -> Evidence:
    """Explain the rank of the next best where the source tells of a lead: `three points clear`, `2위에 3점 앞선`."""
    idioms = evidence.source.language.idioms
    if not idioms or not idioms.leads or not re.search(idioms.leads, evidence.source.text, re.IGNORECASE):
        return evidence
    text = evidence.target.text
    return evidence.without(
        extra=[one for one in evidence.extra if Decimal(2) in one.readings and _RANK.match(text, one.end)]
    )


def elsewhere(evidence: Evidence) -> Evidence:
    """Explain a number that the other text has in its code or links."""
    return evidence.without(
        missing=_hidden(evidence.missing, evidence.target), extra=_hidden(evidence.extra, evidence.source)
    )


def _hidden(numbers: tuple[Number, ...], side: Side) -> list[Number]:
    """Return the numbers that stand in the markup of the other text."""
    there = values_of(find(side.whole, side.locale)) if numbers and side.whole != side.text else frozenset()
    return [number for number in numbers if number.readings & there]
