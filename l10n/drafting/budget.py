"""Owns what asking costs and what need not be asked again: the answers received, the limit, and the count."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Budget", "Received"]

_MILLION = 1_000_000
_DUST = 1e-9
"""What sums of floating-point prices may be off by."""


class Received(Protocol):
    """Where answers are kept between runs: the journal."""

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; None when there is none."""

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer; it survives the end of the machine when this returns."""

    def ready(self) -> bool:
        """Tell whether an answer could be kept now."""


class Budget:
    """What one run may ask and has asked (see `protocols.AnswerStore`); safe to use from several threads.

    `price` is what an engine costs for a million characters. `refresh` asks again what earlier runs were answered.
    `most` is what the run may cost, in the currency of the prices. `valued` tells whose answers have to be kept: such
    engines are not asked while none can be. A `dry` budget counts questions and refuses them.
    """

    def __init__(
        self,
        received: Received,
        price: Callable[[str], float],
        *,
        refresh: bool = False,
        most: float | None = None,
        valued: Callable[[str], bool] = lambda _: False,
        dry: bool = False,
    ) -> None:
        self._received = received
        self._price = price
        self._refresh = refresh
        self._most = most
        self._valued = valued
        self._dry = dry
        self._lock = threading.Lock()
        self._kept: set[str] = set()
        self._characters: Counter[str] = Counter()
        self.short = False
        """A question was not asked because it would have cost too much."""

    @property
    def cost(self) -> float:
        """What the questions of this run cost so far."""
        return sum((self.cost_of(engine, many) for engine, many in self._characters.items()), 0.0)

    def characters(self, engine: str) -> int:
        """Return how many characters an engine was asked about, or would be asked about in a dry run."""
        return self._characters[engine]

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; with `refresh`, only one of this run."""
        return None if self._refresh and key not in self._kept else self._received.recall(key)

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer."""
        self._received.keep(key, engine, answer)
        self._kept.add(key)

    def afford(self, engine: str, characters: int) -> bool:
        """Tell whether an engine may be asked about so many characters; in a dry run it is counted and refused.

        With 0, whether it may be asked on about what was counted before.
        """
        if characters >= 0 and not self._dry and self._valued(engine) and not self._received.ready():
            return False
        with self._lock:
            more = self.cost + self.cost_of(engine, characters)
            if self._most is not None and more > self._most + _DUST and characters > 0 and self._price(engine):
                self.short = True
                return False
            if not self._dry or characters > 0:
                self._characters[engine] += characters
            return not self._dry

    def cost_of(self, engine: str, characters: int) -> float:
        """Return what an engine asks for so many characters."""
        return characters * self._price(engine) / _MILLION
