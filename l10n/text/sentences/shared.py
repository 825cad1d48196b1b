"""Owns what a sentence and a text in the other language have in common, which proves that one stands for the other."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.facts import times
from l10n.text.facts.name_pairs import seen
from l10n.text.sentences.fit import traits

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["shared"]

_WORD = re.compile(r"[^\W\d_]+")
_CLEAR = frozenset({"weekday", "season"})
"""Times that texts seldom have by chance."""
_COGNATE = 5
"""Letters that the beginnings of two words have in common where one is the other's cognate: `autoridades`."""


def shared(source: str, target: str, locales: tuple[str, str]) -> int:
    """Return how many things of a source its translation has too; either may be a part of one.

    Numbers, which count twice, names in Latin letters, names by their sound, weekdays and seasons, and in languages in
    Latin letters words that begin alike.
    """
    return sum(1 for _ in _shared(source, target, locales))


def _shared(source: str, target: str, locales: tuple[str, str]) -> Iterator[object]:
    before, after = traits(source, locales[0]), traits(target, locales[1])
    for readings in after.required:
        yield from (readings, readings) if readings & before.numbers else ()
    yield from before.latin & after.latin
    yield from seen(source, target, locales[1])
    yield from (time for time in times.told(source, locales[0]) & times.told(target, locales[1]) if time[0] in _CLEAR)
    script = languages.of(locales[1]).scripts
    if script and "latin" in script.names:
        yield from _stems(source) & _stems(target)


@once
def _stems(text: str) -> frozenset[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))
    return frozenset(word[:_COGNATE] for word in _WORD.findall(plain) if len(word) >= _COGNATE)
