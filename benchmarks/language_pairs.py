"""Judges the pairs of language_pairs.tsv: what must be found is found, and good text stays quiet.

Usage: python benchmarks/language_pairs.py [-v]. A row of the table has a locale, a kind, a source and its translation,
what is wanted, and a remark. `none` wants nothing at error or warning level, `finding` something at either, `error` an
error. Prints each pair that is judged otherwise with what was told of it, with `-v` every pair; exits with 1 where
fewer than nine in ten are judged right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.api import check_text
from l10n.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Finding

TABLE = Path(__file__).with_name("language_pairs.tsv")
TARGET = 0.9


def right(want: str, found: Sequence[Finding]) -> bool:
    """Tell whether the findings on a pair are what is wanted."""
    levels = {one.severity for one in found}
    if want == "error":
        return Severity.ERROR in levels
    return bool(levels & {Severity.ERROR, Severity.WARNING}) == (want == "finding")


def main() -> int:
    """Print the pairs that are judged wrong; return 1 where they are too many."""
    options = argparse.ArgumentParser()
    options.add_argument("-v", "--verbose", action="store_true", help="print every pair")
    verbose = options.parse_args().verbose
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    good = 0
    for row in rows:
        found = check_text(row["source"], row["target"], row["locale"])
        well = right(row["want"], found)
        good += well
        if verbose or not well:
            print("right" if well else "wrong", row["locale"], row["kind"], f"wants {row['want']}", sep="\t")
            print(f"    {row['source']}\n    {row['target']}")
            for one in found:
                print(f"    {one.severity}: {one.rule}: {one.message}")
    print(f"{good} of {len(rows)} pairs judged right")
    return int(good < TARGET * len(rows))


if __name__ == "__main__":
    sys.exit(main())
