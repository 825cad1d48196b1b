"""Owns what asking costs and what need not be asked again: the answers received, the limit, and the count."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from l10n.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.protocols import CostLedger, Received

__all__ = ["Budget", "Purse"]

_MILLION = 1_000_000
_DUST = 1e-9
"""What sums of floating-point prices may be off by."""


class Purse:
    """What one process has spent (`protocols.CostLedger`)."""

    def __init__(self) -> None:
        self._spent = 0.0

    def spend(self, amount: float, most: float) -> bool:
        """Set an amount aside; False where all would come to more than `most`."""
        if amount > 0 and self._spent + amount > most + _DUST:
            return False
        self._spent += amount
        return True


class Budget:
    """What one run may ask and has asked (see `protocols.AnswerStore`); safe to use from several threads.

    `price` is what an engine costs for a million characters. `refresh` asks again what earlier runs were answered.
    `most` is what the run may cost, in the currency of the prices. `valued` tells whose answers have to be kept: such
    engines are not asked while none can be. A `dry` budget counts questions and refuses them. What the run has spent is
    in the `ledger`, which the machines of a run share.
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
        ledger: CostLedger | None = None,
    ) -> None:
        self._received = received
        self._price = price
        self._refresh = refresh
        self._most = most
        self._valued = valued
        self._dry = dry
        self._ledger = ledger or Purse()
        self._lock = threading.Lock()
        self._characters: Counter[str] = Counter()
        self.short = False
        """A question was not asked because it would have cost too much."""
        self.troubles: list[StorageError] = []
        """Why nobody could tell what the run has spent; nothing that costs was asked then."""

    @property
    def cost(self) -> float:
        """What the questions of this run cost so far."""
        return sum((self.cost_of(engine, many) for engine, many in self._characters.items()), 0.0)

    def characters(self, engine: str) -> int:
        """Return how many characters an engine was asked about, or would be asked about in a dry run."""
        return self._characters[engine]

    def recall(self, key: str) -> str | None:
        """Return the answer kept under a key; with `refresh`, only one of this run."""
        return self._received.recall(key, fresh=self._refresh)

    def claim(self, key: str) -> str | None:
        """Take a question on; with `refresh`, whatever earlier runs were answered."""
        return self._received.claim(key, fresh=self._refresh)

    def release(self, key: str) -> None:
        """Give a question back that brought no answer."""
        self._received.release(key)

    def keep(self, key: str, engine: str, answer: str) -> None:
        """Keep an answer."""
        self._received.keep(key, engine, answer)

    def afford(self, engine: str, characters: int) -> bool:
        """Tell whether an engine may be asked about so many characters; in a dry run it is counted and refused.

        With 0, whether it may be asked on about what was counted before.
        """
        if characters >= 0 and not self._dry and self._valued(engine) and not self._received.ready():
            return False
        with self._lock:
            if characters and self._price(engine) and not self._dry and not self._spent(engine, characters):
                return False
            if not self._dry or characters > 0:
                self._characters[engine] += characters
            return not self._dry

    def _spent(self, engine: str, characters: int) -> bool:
        """Note what is about to be spent; False where it may not be."""
        if self._most is None:
            return True
        try:
            if self._ledger.spend(self.cost_of(engine, characters), self._most):
                return True
        except StorageError as err:
            self.troubles.append(err)
            return False
        self.short = True
        return False

    def cost_of(self, engine: str, characters: int) -> float:
        """Return what an engine asks for so many characters."""
        return characters * self._price(engine) / _MILLION
