"""Owns which edits of a source make its old translation dangerous: a number, a negation, a name, a quotation."""

from __future__ import annotations

import re
from collections import Counter

from l10n.text.facts.negation import negations

__all__ = ["triage"]

_NUMBER = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
_MONEY = re.compile(r"[$€£¥₩](?=\s?[0-9])|(?<=[0-9])\s?[€£₩]")
_SIGN = re.compile(
    r"(?<![\w.,%°)\]\"'/])([-–](?!\s)|[−±<>≤≥])(?=[$€£¥₩]?\s?\.?[0-9])|\b(?:minus|negative)\s+(?=([a-z]+|[0-9]))",
    re.IGNORECASE,
)
"""What turns a number round, or makes a bound of it; the hyphen of a range or a name is none."""
_MINUS = re.compile("[−–]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTE = re.compile('["“”„]([^"“”„]+)["“”„]|(?<!\\w)‘([^‘’]+(?:’\\w[^‘’]*)*)’(?!\\w)')
_START = re.compile(r"(?:^|[.!?:]['\")’”]*\s+|[\"“‘(\[*_>]|\n|[-–—]\s)\s*$")
_NEAR = 8
_FOLLOWED = re.compile(r"(?:['’]s)?,?\s+([^\W\d_][^\W\d_]+)")
_PRONOUN = re.compile(r"\b(?:no|any|every|some|this|that|the|which|each|only)[ -]one\b|\bone another\b", re.IGNORECASE)
_TITLE = 0.7
"""Share of long words with a capital from which a text is a headline in title case, where capitals are no names."""
_LONG = 4
_ENOUGH = 3
_MORE = re.compile(r"\b(?:unless|except|false|falsely|nearly|almost)\b", re.IGNORECASE)
_PREFIX = re.compile(r"un(?=\w{4})|(?:in|im|il|ir|dis|mis|non)(?=\w{5})")
_TURNS = (
    ("before", "after"),
    ("more", "less", "fewer"),
    ("increase", "decrease"),
    ("increased", "decreased"),
    ("rise", "fall"),
    ("rises", "falls"),
    ("rose", "fell"),
    ("rising", "falling"),
    ("up", "down"),
    ("above", "below"),
    ("over", "under"),
    ("won", "lost"),
    ("wins", "loses"),
    ("win", "lose"),
    ("accepted", "rejected"),
    ("approved", "rejected"),
    ("approves", "rejects"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("open", "closed"),
    ("opens", "closes"),
    ("opened", "closed"),
    ("allowed", "banned", "forbidden"),
    ("true", "false"),
    ("always", "never", "sometimes"),
    ("all", "some", "none"),
    ("north", "south", "east", "west"),
)
"""Words of which one in the place of another turns a statement round."""
_TURN = {word: at for at, row in enumerate(_TURNS) for word in row}
_NUMBER_WORD = re.compile(
    r"(zero|one|two|three|four|five|six|seven|eight|nine|ten)|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion|dozen)s?|hal(?:f|ves?|ved)|"
    r"doubled?|tripled?|twice|thrice|quarter|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|january|february|"
    r"april|june|july|august|(?:septem|octo|novem|decem)ber|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
"""Words that count or date; `may` and `march` are words of another kind too often."""
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def triage(old: str, new: str) -> tuple[str, ...]:
    """Name what an edit of an English source changed that a reader would be misled by; empty for an ordinary edit.

    Of `number`, `negation`, `name` and `quotation`, in this order. Numbers are digits with the signs before them,
    number words (up to ten the same as their digits), names of days and months and signs of money. A negation is a
    negating word more or less, a prefix (`legal`, `illegal`) or a word for its opposite (`before`, `after`). A name is
    a capitalised word inside a sentence, two of them at its start, or one of several capitals; a headline in title case
    has none. A quotation is what stands between double quotation marks or curly single ones.
    """
    found = []
    if _numbers(old) != _numbers(new):
        found.append("number")
    if _negated(old) != _negated(new) or _turned(old, new):
        found.append("negation")
    if _names(old, new):
        found.append("name")
    if _quotations(old) != _quotations(new):
        found.append("quotation")
    return tuple(found)


def _numbers(text: str) -> Counter[str]:
    digits = Counter(match[0].replace(",", "") for match in _NUMBER.finditer(text))
    money = Counter(match[0].strip() for match in _MONEY.finditer(text))
    words = filter(None, map(_NUMBER_WORD.fullmatch, _words(_PRONOUN.sub(" ", text))))
    return digits + money + _signs(text) + Counter(str(_ONES.index(word[1])) if word[1] else word[0] for word in words)


def _signs(text: str) -> Counter[str]:
    """Count the signs before numbers; a minus is one however it is written."""
    found = (match[1] or match[2].lower() for match in _SIGN.finditer(text))
    signs = (sign for sign in found if not sign.isalpha() or _NUMBER_WORD.fullmatch(sign))
    return Counter("-" if sign.isalnum() else _MINUS.sub("-", sign) for sign in signs)


def _negated(text: str) -> int:
    return negations(text).total() + len(_MORE.findall(text))


def _turned(old: str, new: str) -> bool:
    """Tell whether a word gave way to its opposite: one of a row in `_TURNS`, or one with a negating prefix."""
    before, after = Counter(_words(old)), Counter(_words(new))
    lost, won = before - after, after - before
    rows = {_TURN[word] for word in lost if word in _TURN} & {_TURN[word] for word in won if word in _TURN}
    bare = {_PREFIX.sub("", word, count=1) for word in lost} & set(won)
    return bool(rows or bare or {_PREFIX.sub("", word, count=1) for word in won} & set(lost) - set(won))


def _words(text: str) -> list[str]:
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


def _names(old: str, new: str) -> set[str]:
    """Return names that only one side has; a word that the other side has in any form is no change of name."""
    before, after = set(_stems(old)), set(_stems(new))
    return {name for name in _capitals(old) if name not in after} | {
        name for name in _capitals(new) if name not in before
    }


def _stems(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in _words(text)]


def _capitals(text: str) -> set[str]:
    words = list(_WORD.finditer(text))
    long = [match[0] for match in words if len(match[0]) >= _LONG]
    if len(long) >= _ENOUGH and sum(word[0].isupper() for word in long) > _TITLE * len(long):
        return set()
    found = set()
    for match in words:
        word = match[0]
        if not word[0].isupper() or _NUMBER_WORD.fullmatch(word.lower()):
            continue
        start = _START.search(text, max(0, match.start() - _NEAR), match.start())
        if not start or (len(word) > 1 and word.isupper()) or _named(text, match.end()):
            found.add(word.lower().replace("’", "'").removesuffix("'s"))
    return found


def _named(text: str, end: int) -> bool:
    """Tell whether the first word of a sentence is a name's: another capital follows."""
    following = _FOLLOWED.match(text, end)
    return following is not None and following[1][0].isupper() and "," not in following[0]


def _quotations(text: str) -> list[str]:
    return [" ".join(_words(match[1] or match[2])) for match in _QUOTE.finditer(text)]
