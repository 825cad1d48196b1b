"""Owns the numbers of a text by value, and whether a translation kept them."""

from __future__ import annotations

from l10n.text.numbers.as_written import as_written
from l10n.text.numbers.clock import early, late
from l10n.text.numbers.difference import Difference, blank, compare, values
from l10n.text.numbers.miscounts import miscounted
from l10n.text.numbers.number import Number
from l10n.text.numbers.spelled_out import refigured
from l10n.text.numbers.ways import otherwise

__all__ = [
    "Difference",
    "Number",
    "as_written",
    "blank",
    "compare",
    "early",
    "late",
    "miscounted",
    "otherwise",
    "refigured",
    "values",
]
