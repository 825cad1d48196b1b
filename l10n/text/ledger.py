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


class _Row(NamedTuple):
    """A word that is needed."""

    word: str
    piece: str
    """The longest part of it without a space; the word itself where it has none."""
    bit: int


class _Found(NamedTuple):
    """What a piece of a text has."""

    bits: int
    """Of the words that are in it."""
    perhaps: tuple[_Row, ...]
    """Words of which a part is in it, and the rest may stand around it."""


class Ledger:
    """Words, and for each the bit of what needs it."""

    def __init__(self) -> None:
        self._next = count()
        self._lock = Lock()
        self._rows: list[_Row] = []
        self._by_letters: dict[str, list[_Row]] = {}
        """Three letters of a word, or all where it has fewer, to the words that are looked for where they stand."""
        self._pieces: dict[str, _Found] = {}

    def enter(self, words: Iterable[str]) -> int:
        """Enter words as `fold` leaves them, of which one is needed; return a bit that is theirs alone."""
        with self._lock:
            bit = 1 << next(self._next)
            for word in words:
                piece = max(word.split(), key=len, default="")
                row = _Row(word, piece, bit)
                letters = {piece[at : at + _GRAM] for at in range(max(1, len(piece) - _GRAM + 1))}
                rarest = min(sorted(letters), key=lambda some: len(self._by_letters.get(some, ())))
                self._by_letters.setdefault(rarest, []).append(row)
                self._rows.append(row)
            self._pieces = {}
        return bit

    def met(self, text: str) -> int:
        """Return the bits of all words that a text has in it."""
        answers = analysed(text).answers
        many = len(self._rows)
        known = answers.get(self)
        if known is None:
            bits = self._scanned(folded(text))
        elif known[0] == many:  # type: ignore[index]  # only this method writes it
            return known[1]  # type: ignore[index,no-any-return]  # only this method writes it
        else:
            new = self._rows[known[0] : many]  # type: ignore[index]  # only this method writes it
            low = folded(text)
            bits = self._scanned(low) if len(new) > _FEW else known[1] | _each(new, low)  # type: ignore[index]  # so
        answers[self] = many, bits
        return bits

    def _scanned(self, low: str) -> int:
        pieces, bits = self._pieces, 0
        perhaps: list[_Row] = []
        for piece in ("", *low.split()):
            found = pieces.get(piece)
            if found is None:
                if len(pieces) >= _KEPT:
                    pieces.clear()
                found = pieces[piece] = self._looked_through(piece)
            bits |= found[0]
            if found[1]:
                perhaps += found[1]
        return bits | _each(perhaps, low) if perhaps else bits

    def _looked_through(self, piece: str) -> _Found:
        letters = {piece[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(piece) - size + 1)}
        rows = [row for some in (letters or {""}) & self._by_letters.keys() for row in self._by_letters[some]]
        rows = [row for row in rows if row.piece in piece]
        whole = [row.bit for row in rows if row.word == row.piece]
        bits = 0
        for bit in whole:
            bits |= bit
        return _Found(bits, tuple(row for row in rows if row.word != row.piece))


def _each(rows: Iterable[_Row], low: str) -> int:
    bits = 0
    for row in rows:
        if row.word in low:
            bits |= row.bit
    return bits


LEDGER = Ledger()
"""The words of all patterns of this process."""
