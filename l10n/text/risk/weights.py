"""Owns what each sign of a draft weighs.

Measured with `benchmarks/risk.py` on 499 sentences (those of even number) of FLORES-200 and what five to seven engines
made of them in Korean, Japanese, Chinese, Spanish and German: a logistic regression of belonging to the tenth of an
engine's answers with the lowest chrF against the human text. Where a word in capitals or a figure stays as it is,
little can go wrong; of long sentences few are among the worst.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DISAGREEMENT", "FACT", "LATIN", "NEAR", "OTHER", "USUAL_LATIN", "USUAL_OTHER", "engine"]

OTHER: Mapping[str, float] = {
    "": -2.25,
    "long": -1.5,
    "names": -0.17,
    "letters": -0.3,
    "figures": -6.6,
    "left": 2.3,
    "shrunk": 0.24,
    "grown": 0.36,
    "commas": 0.11,
    "punctuation": 5.4,
    "sentences": 0.25,
    "warnings": 0.2,
}
"""Sign → what it adds to the logarithm of the odds, in languages with letters of their own; the empty one is where all
begins."""

LATIN: Mapping[str, float] = {
    "": -1.75,
    "long": -3.4,
    "short": 1.0,
    "names": -0.19,
    "kin": -1.5,
    "shrunk": 0.48,
    "grown": 0.1,
    "punctuation": 17.6,
    "sentences": 0.16,
    "warnings": 0.2,
}
"""The same in languages with the letters of English. Their drafts have hardly a warning, so that its weight is the
others'; so is that of a text that has grown, a little."""

DISAGREEMENT = 5.35
"""What it adds that another answer has nothing in common with the draft."""
USUAL_OTHER, USUAL_LATIN = 0.4, 0.13
"""How unlike two engines' answers are in the mean."""

FACT = 0.01
"""How likely one number, quotation, negation or term is told wrong without being found by a check: a guess, for the
measure has no eye for single words."""

NEAR = 10.0
"""What it adds that a near match of the memory was written for another text, by what is lacking of 1: a guess."""

_ENGINES: Mapping[str, float] = {"google": -0.6, "microsoft": -0.6, "firefox": -0.1, "libre": 0.9, "memory": -1.0}
"""By the share of the worst tenth of all engines' answers; Argos's models are what LibreTranslate has. The memory's
texts were written by people, which was not measured."""


def engine(name: str) -> float:
    """Return what it adds that an engine drafted; nothing for one that was not measured."""
    return _ENGINES.get(name, 0.0)
