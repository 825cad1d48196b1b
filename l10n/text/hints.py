"""Owns patterns that are only tried on texts that have one of the words in them without which they cannot match.

Looking for a few words is many times faster than trying a pattern at every letter of a text, and most texts have none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from l10n.text.ledger import LEDGER, fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Hinted", "Hopes", "alternatives", "folded", "hinted", "needed"]

T = TypeVar("T")

_MOST = 4096
"""Words above which it takes long to read a pattern."""
_APART = 4
"""Alternatives of a pattern up to which each is tried by itself."""


@dataclass(frozen=True, slots=True)
class Hinted:
    """A pattern, and the words of which a text must have one."""

    source: str
    flags: int
    words: tuple[str, ...]
    """Folded; none where nothing is known to be needed."""
    key: int
    """Its own in what the ledger says of a text; 0 without words."""
    lasting: bool = False
    """Of its groups only the name of the last one to match is asked for, so that it may be cut into alternatives."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, which is compiled when a text is met that it has to be tried on."""
        return _compiled(self.source, self.flags)

    def may(self, text: str) -> bool:
        """Tell whether the pattern has to be tried."""
        return not self.key or self.key in LEDGER.met(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in the whole text."""
        if self.key and self.key not in LEDGER.met(text):
            return None
        best: re.Match[str] | None = None
        for pattern in self._live(text):
            found = pattern.search(text)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every match in the whole text."""
        if self.key and self.key not in LEDGER.met(text):
            return iter(())
        live = self._live(text)
        return live[0].finditer(text) if len(live) == 1 else _merged(live, text)

    def _live(self, text: str) -> list[re.Pattern[str]]:
        """Return the ways of the pattern that have to be tried: alone each is fast, many are slower than all in one."""
        ways = _ways(self.source, self.flags, lasting=self.lasting)
        low = folded(text) if ways else ""
        live: list[str] = []
        for source, words in ways:
            for word in words:
                if word in low:
                    break
            else:
                if words:
                    continue
            live.append(source)
            if len(live) > _APART:
                break
        return [_compiled(source, self.flags) for source in live] if 0 < len(live) <= _APART else [self.pattern]


@dataclass(frozen=True, slots=True)
class Hopes(Generic[T]):
    """Things that patterns find, of which those are to be had that a text may have."""

    by_key: Mapping[int, Sequence[T]]
    keys: frozenset[int]
    always: tuple[T, ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[Hinted, T]]) -> Hopes[T]:
        """Put patterns together, each with what it finds."""
        by_key: dict[int, list[T]] = {}
        for pattern, thing in rows:
            by_key.setdefault(pattern.key, []).append(thing)
        always = tuple(by_key.pop(0, ()))
        return cls(by_key, frozenset(by_key), always)

    def may(self, text: str) -> set[T]:
        """Return what a text may have."""
        found = LEDGER.met(text) & self.keys
        return {thing for key in found for thing in self.by_key[key]}.union(self.always)


def _merged(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield what one pattern of all of them would find: the leftmost match, of equal ones that of the first."""
    found = [pattern.search(text) for pattern in patterns]
    while any(found):
        first = min((match for match in found if match), key=re.Match.start)
        yield first
        end = max(first.end(), first.start() + 1)
        for at, match in enumerate(found):
            if match and match.start() < end:
                found[at] = patterns[at].search(text, end)


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@cache
def _ways(pattern: str, flags: int, *, lasting: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the alternatives of a pattern, each with the words that it needs; none where it cannot be cut."""
    if flags & re.VERBOSE or (_LASTING if lasting else _WHOLE).search(pattern):
        return ()
    ways = [(way, _fewest(needed(way))) for way in alternatives(pattern)]
    return tuple(ways) if len(ways) > 1 and sum(not words for _, words in ways) <= 1 else ()


def hinted(pattern: str, flags: int = re.IGNORECASE, *, lasting: bool = False) -> Hinted:
    """Return a pattern with what a text must have in it, where that can be told."""
    words = needed(pattern)
    wanted = _fewest(words) if len(words) <= _MOST else ()
    return Hinted(pattern, int(flags), wanted, LEDGER.enter(wanted) if wanted else 0, lasting)


def _fewest(words: frozenset[str]) -> tuple[str, ...]:
    """Return the words without those that have another one in them."""
    found: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in found):
            found.append(word)
    return tuple(sorted(found))


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


_SPLIT = 48
"""Alternatives up to which a pattern is cut into them."""
_FIXED = re.compile(r"(?:\\[bB]|\(\?<?[=!](?:[^()\\\[]|\\.)*\)|[^\\()\[\].^$|?*+{}])*")
"""What can match at a place in one way only: borders, what stands around, letters."""
_WHOLE = re.compile(r"\((?!\?)|\(\?P<|\(\?P=|\(\?\(|\(\?[aiLmsux]+(?:-[imsx]+)?\)|\\[1-9]")
_LASTING = re.compile(r"\((?!\?)|\(\?P=|\(\?\(|\(\?[aiLmsux]+(?:-[imsx]+)?\)|\\[1-9]")
"""Groups that are asked for, and flags of the whole pattern: what a part of it cannot do without."""


def alternatives(pattern: str) -> tuple[str, ...]:
    """Return patterns of which the first to match at a place matches what this one does; groups are cut open.

    What stands before a group must match in one way only, and nothing may say how often the group stands there.
    """
    found: list[str] = []
    waiting = [pattern]
    while waiting:
        one = waiting.pop(0)
        more = _cut_open(one)
        if len(more) > 1 and len(found) + len(waiting) + len(more) <= _SPLIT:
            waiting = [*more, *waiting]
        else:
            found.append(one)
    return tuple(found)


def _cut_open(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, or those of the first group in it; itself where it has none."""
    rows = _divided(pattern, 0)[0]
    if len(rows) > 1:
        return rows
    begin = _FIXED.match(pattern)
    start = begin.end() if begin else 0
    if begin and pattern.startswith("(?:", start):
        inner, end = _divided(pattern, start + 3)
        if end < len(pattern) and not _QUANTITY.match(pattern, end + 1):
            return [f"{pattern[:start]}{row}{pattern[end + 1 :]}" for row in inner]
    return [pattern]


def _divided(pattern: str, start: int) -> tuple[list[str], int]:
    """Return what stands between bars from a place up to the end of its group, and where that is."""
    rows, begun, at, depth = [], start, start, 0
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 2
            continue
        if letter == "[":
            found = _CLASS.match(pattern, at)
            at = found.end() if found else len(pattern)
            continue
        if letter == ")" and not depth:
            break
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            rows.append(pattern[begun:at])
            begun = at + 1
        at += 1
    return [*rows, pattern[begun:at]], at


def _telling(run: frozenset[str]) -> frozenset[str]:
    return frozenset() if any(map(_LITTLE.fullmatch, run)) else frozenset(map(fold, run))


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Rate words: each should be long, and there should be few."""
    return (min(map(len, words)), -len(words)) if words else (0, 0)
