"""Owns what is asked of a draft by who made it: a person once, a machine, or the pseudo engine."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MEMORY", "PSEUDO", "Drafter", "drafter"]

MEMORY = "memory"
PSEUDO = "pseudo"
"""The engine whose drafts are the source language in disguise, and are judged as that."""


@dataclass(frozen=True, slots=True)
class Drafter:
    """How the drafts of one engine are judged."""

    by_hand: bool = False
    """A person wrote them, for another text: no answer is none, and more is allowed (see `guard.inspect`)."""
    disguised: bool = False
    """They are the source language: only placeholders, markup and numbers are asked for."""

    @property
    def machine(self) -> bool:
        """It may mix texts up, break lines, and be asked for a part of a text: the rest is the memory's."""
        return not (self.by_hand or self.disguised)


_DRAFTERS = {MEMORY: Drafter(by_hand=True), PSEUDO: Drafter(disguised=True)}


def drafter(name: str) -> Drafter:
    """Return how an engine's drafts are judged."""
    return _DRAFTERS.get(name, Drafter())
