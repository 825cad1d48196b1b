"""Owns the score of a draft, and why it is high, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.risk import weights
from l10n.text.risk.signs import disagreement, facts, in_latin, signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.text.risk.signs import Draft, Facts

__all__ = ["Risk", "risk"]


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely a draft is wrong."""

    score: float
    """0…1, for comparing drafts; two digits behind the point say all there is to say."""
    reasons: tuple[str, ...] = ()
    """What raises it, the weightiest first; empty where nothing is unusual."""


_TELLING = 0.2
"""What a sign adds to the logarithm of the odds from which it is named."""
_UNUSUAL = {"letters": 1.0, "shrunk": 2.0}
"""The measure of a sign from which it is named, where less is in many good texts."""
_MANY = 3
"""Facts from which they are named."""
_WORDS = {
    "short": "a short text",
    "letters": "plain short words",
    "left": "words left in Latin letters",
    "shrunk": "shorter than usual",
    "grown": "longer than usual",
    "commas": "other commas",
    "punctuation": "many commas",
    "sentences": "other sentences",
}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def risk(draft: Draft, others: Sequence[str] = ()) -> Risk:
    """Return how likely a draft is wrong; `others` are what other engines, or people, made of the same source.

    A function of its arguments alone. A draft in the language of its source is no translation, and surely wrong.
    """
    if draft.locale == draft.source_locale:
        return Risk(1.0, ("no translation",))
    latin = in_latin(draft.locale)
    table = weights.LATIN if latin else weights.OTHER
    found = signs(draft)
    added = [(table.get(name, 0.0) * value, _said(name, value, draft)) for name, value in found.items()]
    added += _by(draft.by)
    unlike = disagreement(draft.target, others)
    if unlike is not None:
        usual = weights.USUAL_LATIN if latin else weights.USUAL_OTHER
        added.append((weights.DISAGREEMENT * (unlike - usual), "unlike another answer"))
    odds = table[""] + sum(weight for weight, _ in added)
    stated = facts(draft)
    score = 1 - (1 - 1 / (1 + math.exp(-odds))) * (1 - weights.FACT) ** stated.total
    telling = sorted((one for one in added if one[0] >= _TELLING and one[1]), key=lambda one: -one[0])
    return Risk(round(score, 4), (*(said for _, said in telling), *_stated(stated)))


def _said(sign: str, value: float, draft: Draft) -> str:
    if sign == "warnings":
        return _counted(draft.warnings, "warning") + " of the checks"
    return _WORDS.get(sign, "") if abs(value) >= _UNUSUAL.get(sign, 0.0) else ""


def _by(name: str) -> Iterator[tuple[float, str]]:
    """Yield what it adds who made a draft; the similarity of a near match stands behind its name."""
    engine, _, likeness = name.partition("/")
    yield weights.engine(engine), f"drafted by {engine}"
    try:
        lacking = 1 - float(likeness)
    except ValueError:
        return
    yield weights.NEAR * lacking, f"a near match of {likeness}"


def _stated(stated: Facts) -> Iterator[str]:
    """Yield what a source states, where that is much."""
    if stated.total < _MANY:
        return
    for many, noun in (
        (stated.numbers, "number"),
        (stated.quotations, "quotation"),
        (stated.negations, "negation"),
        (stated.terms, "term"),
    ):
        if many:
            yield _counted(many, noun)


def _counted(many: int, noun: str) -> str:
    word = _COUNTS[many] if many < len(_COUNTS) else str(many)
    return f"{word} {noun}{'s' * (many != 1)}"
