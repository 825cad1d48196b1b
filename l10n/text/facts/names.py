"""Owns the names and acronyms of an English text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Name", "names"]

Name = tuple[str, bool]
"""A name, and whether it only begins a sentence, where any word has a capital."""

_CAPITAL = r"[A-Z][^\W_]*(?:[-’'][^\W\d_]+)*"
_NAME = re.compile(rf"(?<![\w@#/.&-]){_CAPITAL}(?:(?: (?:of|of the|for|de|von|al))? {_CAPITAL})*(?![\w@])")
_START = re.compile(r"(?:\A|[.!?:…]|\n|[-*#>|]\s|\))[\s\"“‘'(\[*_]*\Z|[\"“‘][*_]*\Z")
_OPENING = frozenset("\"“‘'([*_")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_TITLE_CASE = 0.7
"""Share of words with a capital from which a text is a headline in title case."""
_FEW = 3
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    re.findall(
        r"\S+",
        "I I'm I’m I've I’ve I'd I’d I'll I’ll Mr Mrs Ms Dr St No OK AM PM January February March April May June July "
        "August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    )
)
"""Words with a capital that no glossary needs."""
_STARTERS = frozenset(
    re.findall(
        r"\w+",
        "The A An In On At For But And Or So When After Before As If While This That These Those It Its He She They "
        "We You His Her Their Our Your My There Here Then Now Not No Yes What Which Who Why How Where With Without "
        "From To By Of About Over Under Until Since Because Although Though Also However Some Many Most More All Both "
        "Each Every One Two Three Four Five Six Seven Eight Nine Ten Another Other Such Only Even Still Just Yet Once "
        "Please Do Does Is Are Was Were Has Have Had Can Could Will Would Should May Might Must Let See Read New Last "
        "Next First",
    )
)
"""Words that often begin a sentence and are no names on their own."""


@once
def names(text: str) -> tuple[Name, ...]:
    """Return the names of a text in their order: runs of words with a capital (`Ministry of State Security`).

    A text in title case has none that can be told, save acronyms. Months, weekdays and titles are no names.
    """
    return tuple(_names(text))


def _names(text: str) -> Iterator[Name]:
    titled = _titled(text)
    for match in _NAME.finditer(text):
        starts = _START.search(text, _mark_before(text, match.start()), match.start()) is not None
        name = match.group()
        if titled:
            yield from ((word, False) for word in name.split() if _acronym(word))
            continue
        first, _, rest = name.partition(" ")
        if starts and rest and first in _STARTERS:
            name, starts = re.sub(r"\A(?:of|for) (?:the )?", "", rest), False
        name = _POSSESSIVE.sub("", name)
        if name not in _COMMON and name not in _STARTERS and len(name) > 1:
            yield name, starts and " " not in name and not _acronym(name)


def _mark_before(text: str, at: int) -> int:
    """Return where the search begins for what begins a sentence: before the marks and white space before a word."""
    while at and (text[at - 1].isspace() or text[at - 1] in _OPENING):
        at -= 1
    return max(0, at - 2)


def _titled(text: str) -> bool:
    """Tell whether a text is a headline in title case."""
    if not text.rstrip()[-1:].isalnum():
        return False
    words = _WORD.findall(text)
    return len(words) > _FEW and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def _acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper() and name.isalnum()
