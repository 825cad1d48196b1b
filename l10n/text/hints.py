"""Owns patterns that are only tried on texts that have one of the words in them without which they cannot match.

Looking for a few words is many times faster than trying a pattern at every letter of a text, and most texts have none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.text.ledger import LEDGER, fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Hinted", "folded", "hinted", "needed"]

_MOST = 4096
"""Words above which it takes long to read a pattern."""


@dataclass(frozen=True, slots=True)
class Hinted:
    """A pattern, and the words of which a text must have one."""

    source: str
    flags: int
    words: tuple[str, ...]
    """Folded; none where nothing is known to be needed."""
    bit: int
    """Its own in what the ledger says of a text; 0 without words."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, which is compiled when a text is met that it has to be tried on."""
        return _compiled(self.source, self.flags)

    def may(self, text: str) -> bool:
        """Tell whether the pattern has to be tried."""
        return not self.bit or bool(LEDGER.met(text) & self.bit)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in the whole text."""
        if self.bit and not LEDGER.met(text) & self.bit:
            return None
        return _compiled(self.source, self.flags).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every match in the whole text."""
        return self.pattern.finditer(text) if self.may(text) else iter(())


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def hinted(pattern: str, flags: int = re.IGNORECASE) -> Hinted:
    """Return a pattern with what a text must have in it, where that can be told."""
    words = needed(pattern)
    fewest = sorted(word for word in words if not any(other in word for other in words - {word}))
    wanted = tuple(fewest) if len(words) <= _MOST else ()
    return Hinted(pattern, int(flags), wanted, LEDGER.enter(wanted) if wanted else 0)


def needed(pattern: str) -> frozenset[str]:
    """Return words, folded, one of which stands in every match of a pattern; none where that is not plain to see."""
    return _Reader(pattern).either() if "(?(" not in pattern else frozenset()


_LITTLE = re.compile("[ -~]?")
"""What hardly any text lacks."""
_NOTHING = frozenset({""})
_VARIANTS = 16
"""Spellings of one word that are looked for."""
_FEW_LETTERS = re.compile(r"\[([^\^\\\]-]{1,4})\]")
_QUANTITY = re.compile(r"[?*]|\+|\{\d*,?\d*\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?P<kind>P<\w+>|:|>|-?[aimsux]+(?:-[imsx]+)?:|<?[=!]|P=|#|[aiLmsux]+\)))?")


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def either(self) -> frozenset[str]:
        """Read alternatives up to the end of their group: one of the words of each is needed."""
        found = [self.row()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found.append(self.row())
        return frozenset().union(*found) if all(found) else frozenset()

    def row(self) -> frozenset[str]:
        """Read what stands in a row, and return the most telling part of it."""
        best: frozenset[str] = frozenset()
        run = _NOTHING
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            letters, words = self.one()
            least = self.times()
            longer = frozenset(begun + letter for begun in run for letter in letters) if least else _NOTHING
            if letters and least == 1 and len(longer) <= _VARIANTS:
                run = longer
                continue
            several = [_telling(run), *([_telling(longer)] if letters and least else []), *([words] if least else [])]
            best, run = max(best, *several, key=_worth), _NOTHING
        return max(best, _telling(run), key=_worth)

    def one(self) -> tuple[str, frozenset[str]]:
        """Read a letter, or a class, group or place; return the letters it may be, or the words that a group needs."""
        letter = self.pattern[self.at]
        if letter == "(":
            return "", self.group()
        if letter == "[":
            found = _CLASS.match(self.pattern, self.at)
            self.at = found.end() if found else len(self.pattern)
            few = _FEW_LETTERS.fullmatch(found.group()) if found else None
            return few[1] if few else "", frozenset()
        if letter == "\\":
            escaped = self.pattern[self.at + 1]
            self.at += 2
            return ("" if escaped.isalnum() else escaped), frozenset()
        self.at += 1
        return ("" if letter in ".^$" else letter), frozenset()

    def group(self) -> frozenset[str]:
        """Read a group; what must stand around a match is needed too, and nothing of what must not."""
        found = _GROUP.match(self.pattern, self.at)
        kind = (found["kind"] or "") if found else ""
        self.at = found.end() if found else self.at + 1
        if kind.endswith(")"):
            return frozenset()
        words = self.either()
        self.at += 1
        return frozenset() if kind.endswith("!") or kind == "P=" else words

    def times(self) -> int:
        """Read a quantity; return 1 for none, 2 for once or more often, 0 for what may be missing."""
        found = _QUANTITY.match(self.pattern, self.at)
        if not found:
            return 1
        self.at = found.end()
        if self.pattern[self.at : self.at + 1] in {"?", "+"}:
            self.at += 1
        least = found.group()
        return 2 if least == "+" or (least[0] == "{" and least[1:2] not in {"0", ","}) else 0


def _telling(run: frozenset[str]) -> frozenset[str]:
    return frozenset() if any(map(_LITTLE.fullmatch, run)) else frozenset(map(fold, run))


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Rate words: each should be long, and there should be few."""
    return (min(map(len, words)), -len(words)) if words else (0, 0)
