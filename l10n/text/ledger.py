"""Owns which of the words that patterns need a text has: looked for all together, in one scan, whoever asks first.

What stands between two spaces is looked through once for the words of all patterns, and remembered, for most texts are
made of the same. So what a text costs grows with the text, and hardly with the number of patterns.
"""

from __future__ import annotations

from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from l10n.text.analysis import analysed, once

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LEDGER", "Ledger", "fold", "folded"]

_TURKISH = str.maketrans("İı", "ii")
"""Letters that Python's `re` takes for an i where case does not count, and `casefold` does not."""
_GRAM = 3
"""Letters of a word that must stand in a text before it is looked for."""
_FEW = 64
"""New words up to which each is looked for by itself in a text that was scanned before they came."""
_KEPT = 65_536
"""Pieces of texts that are remembered."""


def fold(text: str) -> str:
    """Return a text without the differences that a pattern passes over where case does not count."""
    return (text.translate(_TURKISH) if "İ" in text or "ı" in text else text).casefold()


@once
def folded(text: str) -> str:
    """Return a text as `fold` does, and remember it."""
    return fold(text)


class _NeededWord(NamedTuple):
    """A word that is needed."""

    word: str
    piece: str
    """The longest part of it without a space; the word itself where it has none."""
    key: int
    """Of what needs it."""


class _PieceWords(NamedTuple):
    """What a piece of a text has."""

    looked_for: int
    """How many rows of the ledger were held against it."""
    keys: tuple[int, ...]
    """Of the words that are in it."""
    perhaps: tuple[_NeededWord, ...]
    """Words of which a part is in it, and the rest may stand around it."""


class Ledger:
    """Words, and for each the key of what needs it."""

    def __init__(self) -> None:
        self._next = count(1)
        self._lock = Lock()
        self._rows: list[_NeededWord] = []
        self._by_letters: dict[str, list[_NeededWord]] = {}
        """Three letters of a word, or all where it has fewer, to the words that are looked for where they stand."""
        self._pieces: dict[str, _PieceWords] = {}

    def enter(self, words: Iterable[str]) -> int:
        """Enter words as `fold` leaves them, of which one is needed; return a key, which is theirs alone and no 0."""
        with self._lock:
            key = next(self._next)
            for word in words:
                piece = max(word.split(), key=len, default="")
                row = _NeededWord(word, piece, key)
                letters = {piece[at : at + _GRAM] for at in range(max(1, len(piece) - _GRAM + 1))}
                rarest = min(sorted(letters), key=lambda some: len(self._by_letters.get(some, ())))
                self._by_letters.setdefault(rarest, []).append(row)
                self._rows.append(row)
        return key

    def met(self, text: str) -> frozenset[int]:
        """Return the keys of all words that a text has in it."""
        answers = analysed(text).answers
        known: tuple[int, frozenset[int]] | None = answers.get(self)
        many = len(self._rows)
        if known and known[0] == many:
            return known[1]
        low = folded(text)
        if known and many - known[0] <= _FEW:
            keys = known[1].union(_each(self._rows[known[0] : many], low))
        else:
            keys = self._scanned(low, many)
        answers[self] = many, keys
        return keys

    def _scanned(self, low: str, many: int) -> frozenset[int]:
        pieces = self._pieces
        keys: set[int] = set()
        # Each once: a text of one piece over and over would be searched for its words as often.
        perhaps: set[_NeededWord] = set()
        for piece in {"", *low.split()}:
            found = pieces.get(piece)
            if found is None or found[0] != many:
                found = self._looked_through(piece, found, many)
            if found[1]:
                keys.update(found[1])
            if found[2]:
                perhaps.update(found[2])
        return frozenset(keys.union(_each(perhaps, low)) if perhaps else keys)

    def _looked_through(self, piece: str, found: _PieceWords | None, many: int) -> _PieceWords:
        if found is not None and many - found.looked_for <= _FEW:
            rows = self._rows[found.looked_for : many]
            keys, perhaps = found.keys, found.perhaps
        else:
            letters = {piece[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(piece) - size + 1)}
            rows = [row for some in letters & self._by_letters.keys() for row in self._by_letters[some]]
            rows += self._by_letters.get("", ())
            keys, perhaps = (), ()
        rows = [row for row in rows if row.piece in piece]
        if rows:
            keys = (*keys, *(row.key for row in rows if row.word == row.piece))
            perhaps = (*perhaps, *(row for row in rows if row.word != row.piece))
        if len(self._pieces) >= _KEPT:
            self._pieces.clear()
        self._pieces[piece] = done = _PieceWords(many, keys, perhaps)
        return done


def _each(rows: Iterable[_NeededWord], low: str) -> list[int]:
    return [row.key for row in rows if row.word in low]


LEDGER = Ledger()
"""The words of all patterns of this process."""
