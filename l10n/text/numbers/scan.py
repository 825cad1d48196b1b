"""Owns what is known of a text while its numbers are looked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.numbers.number import Number
from l10n.text.numbers.readings import rules_of, western

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NumberScan"]


class NumberScan:
    """Collects the numbers of one text for the recognisers; no character is read twice."""

    def __init__(self, text: str, locale: str) -> None:
        self.original = text
        self.text = western(text)
        self.language = languages.of(locale)
        self.rules = rules_of(self.language)
        self.used = bytearray(len(text))
        self.found: list[Number] = []

    def free(self, start: int, end: int) -> bool:
        """Tell whether no recogniser has read anything of a place."""
        return not any(self.used[start:end])

    def add(
        self,
        start: int,
        end: int,
        meant: Iterable[int | Decimal],
        *,
        required: bool = True,
        plain: Iterable[int | Decimal] = (),
        month: bool = False,
    ) -> None:
        """Take a place as a number; `meant` are its readings."""
        self.used[start:end] = b"\x01" * (end - start)
        exact = frozenset(map(Decimal, meant))
        self.found.append(
            Number(start, end, self.original[start:end], exact, required, frozenset(map(Decimal, plain)), month)
        )

    def offer(self, start: int, end: int, meant: Iterable[int | Decimal], *, required: bool = False) -> None:
        """Take a place as a number where it is free."""
        if self.free(start, end):
            self.add(start, end, meant, required=required)

    def skip(self, at: int) -> int:
        """Return the first place after a number that another rule has read, or after the digit that overlaps it."""
        while at < len(self.used) and self.used[at]:
            at += 1
        if at < len(self.text) and self.text[at].isdigit() and at > 0 and self.used[at - 1]:
            return at
        return at + 1 if at < len(self.text) and not self.used[at] and self.text[at].isdigit() else at

    def money(self, start: int, end: int) -> bool:
        """Tell whether a currency's sign stands beside a place."""
        around = self.text[max(0, start - 2) : start] + self.text[end : end + 2]
        return any(sign in around for sign in "$€£¥₩")
