r"""Owns what all facets have in common: their grade, and the types of their fields.

A field's type says what a supplement's key must be:

- `Pattern`: a pattern of `re`, in a literal string ('…'), with its own borders (`\b`) unless its facet says
  otherwise; or an array of such, any of which will do
- `Words`, `frozenset[str]`: words between spaces, or an array where words have spaces in them
- `Values`: a table from a number to the words that say it (`1_000_000 = 'million millions'`)
- `Mapping`, `tuple`, `bool`, `int`, `float`, `str`: a table, an array, and so on

Every field has a default that stands for "not known".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

__all__ = ["Facet", "Grade", "Pattern", "Patterns", "Texts", "Values", "Words"]

Pattern = Annotated[str, "pattern"]
"""A pattern of Python's `re`, not compiled: readers put several into one."""
Words = Annotated[tuple[str, ...], "words"]
Values = Annotated[Mapping[str, int], "values"]
"""Word in lower case to number."""
Patterns = Mapping[str, Pattern]
"""Name to pattern."""
Texts = Mapping[str, str]
"""Name to text."""


class Grade(StrEnum):
    """How far a facet may be trusted."""

    CLDR = "cldr"
    """Only what CLDR says, or rows without an example: a rule built on it warns at most."""
    TESTED = "tested"
    """A supplement has `[[example]]` rows for a rule that asks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What all facets have."""

    grade: Grade = Grade.CLDR
