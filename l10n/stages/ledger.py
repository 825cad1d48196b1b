"""Owns what asking costs and what need not be asked again: the journal, the limit, and the estimate."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.engines.journal import Journal

__all__ = ["Asking", "Books"]

_MILLION = 1_000_000
_DUST = 1e-9
"""What sums of floating-point prices may be off by."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the user decided about asking engines."""

    refresh: bool = False
    """Ask again what the journal knows."""
    most: float | None = None
    """What the run may cost, in the currency of the prices."""


class Books:
    """The ledger of one run (see `protocols.AnswerStore`); safe to use from several threads."""

    def __init__(
        self, journal: Journal, price: Callable[[str], float], asking: Asking | None = None, *, dry: bool = False
    ) -> None:
        self._journal = journal
        self._price = price
        self._asking = asking or Asking()
        self._dry = dry
        self._lock = threading.Lock()
        self._kept: set[str] = set()
        self._characters: Counter[str] = Counter()
        self.short = False
        """A question was not asked because it would have cost too much."""

    @property
    def cost(self) -> float:
        """What the questions of this run cost so far."""
        return sum((many * self._price(engine) / _MILLION for engine, many in self._characters.items()), 0.0)

    def characters(self, engine: str) -> int:
        """Return how many characters an engine was asked about, or would be asked about in a dry run."""
        return self._characters[engine]

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; with `refresh`, only one of this run."""
        return None if self._asking.refresh and key not in self._kept else self._journal.recall(key)

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer."""
        self._journal.keep(key, engine, answer)
        self._kept.add(key)

    def afford(self, engine: str, characters: int) -> bool:
        """Tell whether an engine may be asked about so many characters; in a dry run it is counted and refused."""
        with self._lock:
            most = self._asking.most
            more = self.cost + characters * self._price(engine) / _MILLION
            if most is not None and more > most + _DUST and characters > 0 and self._price(engine):
                self.short = True
                return False
            if not self._dry or characters > 0:
                self._characters[engine] += characters
            return not self._dry
