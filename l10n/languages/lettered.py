"""Owns what a name sounds like in a language whose file lists the letters for each consonant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Lettered", "lettered"]


@dataclass(frozen=True, slots=True)
class Lettered:
    """The consonants of words, letter by letter; satisfies `languages.code.Heard`."""

    rows: tuple[tuple[str, str], ...]
    """Consonants, and the letters that are written for them."""

    def consonants(self, word: str) -> str:
        """Return the classes of the consonants of a word; one that two letters in a row end and begin with, once."""
        table = _table(self.rows)
        classes = "".join(table.get(letter, "") for letter in word.casefold()).replace("-", "")
        return re.sub(r"([A-Z])\1", r"\1", classes)

    def opening(self, word: str) -> str:
        """Return the class of the consonant that a word begins with; empty where it is a vowel."""
        return _table(self.rows).get(word[:1].casefold(), "")[:1].replace("-", "")


def lettered(table: Mapping[str, str]) -> Lettered | None:
    """Return what a table of `names.sounds` says; None for an empty one."""
    return Lettered(tuple(table.items())) if table else None


@lru_cache(maxsize=64)
def _table(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {letter: classes for classes, letters in rows for letter in letters}
