"""Owns which edits of a source make its old translation dangerous: a number, a negation, a name, a quotation."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["triage"]

_NUMBER = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_QUOTE = re.compile('["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]+)["\u201c\u201d\u201e]')
_START = re.compile(r"(?:^|[.!?:]['\")\u2019\u201d]*\s+|[\"\u201c\u2018(\[*_]|\n)\s*$")
_NEAR = 8
_NEGATIONS = frozenset(
    {
        "no",
        "not",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "nowhere",
        "without",
        "cannot",
        "hardly",
        "barely",
        "deny",
        "denied",
        "denies",
        "refuse",
        "refused",
        "refuses",
        "unless",
        "except",
        "false",
    }
)
_NUMBERS = frozenset(
    {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "trillions",
        "dozen",
        "dozens",
        "half",
        "double",
        "twice",
        "first",
        "second",
        "third",
    }
)


def triage(old: str, new: str) -> tuple[str, ...]:
    """Name what an edit of a source changed that a reader would be misled by; empty for an ordinary edit.

    Of `number`, `negation`, `name` and `quotation`, in this order. Numbers are digits and English number words, a name
    is a capitalised word inside a sentence or one of several capitals, a quotation is what stands between double
    quotation marks.
    """
    found = []
    if _numbers(old) != _numbers(new):
        found.append("number")
    if _negations(old) != _negations(new):
        found.append("negation")
    if _names(old, new):
        found.append("name")
    if _quotations(old) != _quotations(new):
        found.append("quotation")
    return tuple(found)


def _numbers(text: str) -> Counter[str]:
    digits = Counter(match[0].replace(",", "") for match in _NUMBER.finditer(text))
    return digits + Counter(word for word in _words(text) if word in _NUMBERS)


def _negations(text: str) -> int:
    return sum(word in _NEGATIONS or word.endswith(("n't", "n\u2019t")) for word in _words(text))


def _words(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]


def _names(old: str, new: str) -> set[str]:
    """Return names that only one side has; a word that the other side has in any form is no change of name."""
    before, after = set(_words(old)), set(_words(new))
    return {name for name in _capitals(old) if name not in after} | {
        name for name in _capitals(new) if name not in before
    }


def _capitals(text: str) -> set[str]:
    found = set()
    for match in _WORD.finditer(text):
        word = match[0]
        inside = word[0].isupper() and not _START.search(text, max(0, match.start() - _NEAR), match.start())
        if inside or (len(word) > 1 and word.isupper()):
            found.add(word.lower())
    return found


def _quotations(text: str) -> list[str]:
    return [" ".join(_words(match[1])) for match in _QUOTE.finditer(text)]
