"""Owns items of a list that stand in it twice: a machine that loses one often says another again."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["doubled"]

_COMMA = "[,،、，;；]"
_SIGN = r"[^\s,،、，;；.!?。！？:：()（）\"“”„«»「」『』]"
_OF_SOURCE = re.compile(r"\b(\w+)(?:-|,? (?:\w{1,5} )?)\1\b", re.IGNORECASE)
"""A word that a source says again: `from day to day`, `half-half`."""
_LEAST = 3
"""Letters of an item; two of a script without spaces between words."""


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    """Return the pattern of an item that stands again behind a comma or an `and`, in a list of three and more.

    What names some of many (`등`) counts as one more.

    An item has one to three words, or two to twelve letters between the marks of a script without spaces.
    """
    language = languages.of(locale)
    known = language.lists
    joints = "|".join(map(re.escape, sorted(known.joints, key=len, reverse=True))) if known else "(?!)"
    glued = known.glued if known and known.glued else "(?!)"
    if language.scripts and not language.scripts.spaced:
        joint = rf"(?:\s?{_COMMA}\s?(?:{joints})?|\s?(?:{joints})\s?)"
        item, edge = r"(?P<item>[^\W\d_]{2,12}?)", ""
    else:
        joint = rf"(?:{_COMMA}\s?(?:(?:{joints})\s)?|\s(?:{joints})\s|(?:{glued})\s|\s(?:{glued}))"
        item, edge = rf"(?P<item>{_SIGN}+?(?:\s{_SIGN}+?){{0,2}}?)", r"(?<![^\W_])"
    before = rf"(?:(?<=[,،、，])\s?|(?<=[,،、，]\s)){item}{joint}(?P=item)(?!\w)"
    ending = known.unfinished if known and known.unfinished else "(?!)"
    behind = rf"{edge}{item}{joint}(?P=item)(?={joint}\w|\s?(?:{ending}))"
    return re.compile(f"{behind}|{before.replace('?P<item>', '?P<last>').replace('?P=item', '?P=last')}", re.IGNORECASE)


@cache
def _listed(locale: str) -> re.Pattern[str]:
    known = languages.of(locale).lists
    joints = "|".join(map(re.escape, known.joints)) if known else "(?!)"
    return re.compile(
        rf",[^.!?]{{0,80}}\b(?:{joints})\s|(?:,[^,.!?]{{2,60}}){{2}}|\b(?:{joints})\s[^.!?]{{2,60}}\b(?:{joints})\s"
    )


@once
def _lists(source: str, locale: str) -> bool:
    """Tell whether a source has a list, and says no word again."""
    return _listed(locale).search(source) is not None and not _OF_SOURCE.search(source)


def doubled(source: str, target: str, locales: tuple[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a list of a translation has an item again, and the item.

    Nothing where the source has no list of three and more, and where it says any word again itself (`from day to day`).
    """
    if not _lists(source, locales[0]):
        return
    for match in _pattern(locales[1]).finditer(target):
        item = match["item"] or match["last"]
        least = _LEAST if item.isascii() or match["item"] is None else 2
        if sum(map(str.isalpha, item)) >= least:
            yield match.start(), match.end(), item
