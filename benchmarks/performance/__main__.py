"""Measures l10n beside its peers, in one run, and writes the table of docs/performance.md.

works (--only):
  cold, nothing, edit, saved  the cycle from articles to localized articles: from the start, with nothing to do, after
                              one edit, after one PO file was saved; beside po4a, Translate Toolkit and mdpo
  asked                       coverage and check with nothing changed, beside `l10n --version`
  check                       a check of many segments, beside pofilter
  draft                       with the pseudo engine and with the memory
  growth                      the cycle of archives of 100, 1,000 and 10,000 articles of made-up news
  startup                     `l10n --version`, beside the import of typer

Programs take turns, round after round; each result is looked at before its time counts. Figures are ratios within one
run: seconds of two machines, or of two days, are not to be compared. Texts other than the made-up news are those of
the corpus folder (L10N_CORPUS).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import material, peers, table
from .suite import WORKS, Bench

_PAGE = material.ROOT / "docs" / "performance.md"


def main() -> int:
    """Measure, print the table, and write it where it is asked for; return 1 where a result was wrong."""
    options = _options()
    found = peers.install(fetch=not options.no_install)
    with tempfile.TemporaryDirectory(prefix="l10n-bench-", dir=options.folder) as folder:
        bench = Bench(options, Path(folder), found)
        bench.measure()
    lines = bench.sheet.lines()
    print(table.markdown(lines))
    if options.write:
        page = _PAGE.read_text(encoding="utf-8")
        _PAGE.write_text(table.replaced(page, lines, bench.about()), encoding="utf-8")
    return int(bench.failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.performance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = Path(sys.executable).with_name("l10n")
    parser.add_argument("--only", action="append", choices=WORKS, help="this work; may be repeated")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="so many of the corpus; 0 for all")
    parser.add_argument("--catalogs", nargs="+", choices=("empty", "filled"), default=["empty", "filled"])
    parser.add_argument("--segments", type=int, default=100_000, metavar="N", help="that are checked")
    parser.add_argument("--drafted", type=int, default=500, metavar="N", help="articles of news that are drafted")
    parser.add_argument("--growth", type=int, nargs="+", default=[100, 1000, 10_000], metavar="N", help="articles")
    parser.add_argument("--growth-rounds", type=int, default=1, metavar="N")
    parser.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="passed on to l10n; its own default without it"
    )
    parser.add_argument("--program", default=str(own), help="how l10n is called")
    parser.add_argument("--peers", nargs="*", choices=("po4a", *peers.PYTHON), default=["po4a", *peers.PYTHON])
    parser.add_argument("--no-install", action="store_true", help="use the peers that are there")
    parser.add_argument("--folder", type=Path, help="where to work; a folder for temporary files without it")
    parser.add_argument("--write", action="store_true", help="write the rows into docs/performance.md")
    given = parser.parse_args()
    given.only = given.only or list(WORKS)
    return given


if __name__ == "__main__":
    sys.exit(main())
