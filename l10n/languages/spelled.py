"""Owns the numbers in words as CLDR writes them (RBNF); `spelled.jsonl`, made by tools/cldr.py, has a line a language.

The data are CLDR 48.2.0's, under the Unicode License v3 (SPDX: Unicode-3.0), © 2004-2026 Unicode, Inc.; its text is in
LICENSE.unicode.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["cardinals", "ordinals"]

_FILE = Path(__file__).with_suffix(".jsonl")
Row = dict[str, list[str]]


@cache
def _row(names: tuple[str, ...]) -> Mapping[str, Row]:
    """Return what is known of the first of several locales that has a line; only that line is parsed."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    for name in names:
        start = f'{{"{name}":'
        found = next((line for line in lines if line.startswith(start)), None)
        if found is not None:
            row: Mapping[str, Row] = json.loads(found)[name]
            return row
    return {}


def cardinals(names: Sequence[str]) -> Row:
    """Return number to its words in all genders and cases, of the first of several locales that is known.

    0 to 100, the hundreds, 1000, a million and 10⁹; what is put together from several words is left out.
    """
    return _row(tuple(names)).get("cardinals", {})


def ordinals(names: Sequence[str]) -> Row:
    """Return number to its ordinals: 1 to 31, the tens, 1000."""
    return _row(tuple(names)).get("ordinals", {})
