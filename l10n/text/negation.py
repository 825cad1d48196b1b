"""Owns the English words that turn a sentence into its opposite."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["negations"]

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|"
    r"den(?:y|ies|ied)|refus(?:e|es|ed)|fail(?:s|ed)?|lack(?:s|ed)?|unable|un(?:likely|true))\b|\w+n[’']t\b",
    re.IGNORECASE,
)


def negations(text: str) -> Counter[str]:
    """Count the negating words of an English text; contractions (`don't`) count as `not`."""
    return Counter(
        "not" if word.endswith(("n't", "n’t", "cannot")) else word
        for word in (match.group().lower() for match in _NEGATION.finditer(text))
    )
