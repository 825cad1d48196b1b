"""Prints random texts for a person to judge: `python benchmarks/reading.py [--seed N] [--count N] [FOLDER …]`.

Each is a msgid of an article of `corpora` or of the folders, with its file and its position among the segments there; a
corpus has as many as any other of its size, a format at least its share. Texts of the corpora are not ours to keep: the
judgements in `reading_judged.tsv` are by position. `--judged` prints those that a reader found to be no text for a
translator, as they are now, and counts; it exits 1 where one of them is a segment still.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpora import articles

from l10n import formats
from l10n.errors import ArticleError
from l10n.model import Segmentation
from l10n.protocols import ParseOptions
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

JUDGED = Path(__file__).with_name("reading_judged.tsv")
GOOD = "ok"
_OPTIONS = ParseOptions(Segmentation.PARAGRAPH)
_SHARE = 0.1
"""Part of the texts that is of each format at least."""


class Text(NamedTuple):
    """A msgid and where it stands."""

    article: str
    position: int
    kind: str
    text: str

    @property
    def format(self) -> str:
        """Return the ending of its article."""
        return self.article.rpartition(".")[2]


def texts(folders: Sequence[Path]) -> list[Text]:
    """Return the texts of all articles."""
    found = []
    for one in articles(folders):
        try:
            document = formats.parse(one.name, one.text, _OPTIONS)
        except ArticleError:
            continue
        found += [Text(one.name, at, part.kind, part.key.text) for at, part in enumerate(document.segments)]
    return found


def drawn(known: Sequence[Text], count: int, seed: int) -> list[Text]:
    """Draw texts, each once: a share of each format, the others from all."""
    draw = random.Random(seed)  # noqa: S311  nothing secret
    unique = list({one.text: one for one in draw.sample(known, len(known))}.values())
    share = round(count * _SHARE)
    first = {
        one
        for ending in sorted({one.format for one in unique})
        for one in [one for one in unique if one.format == ending][:share]
    }
    rest = [one for one in unique if one not in first]
    return sorted([*first, *rest[: count - len(first)]])


def judged(known: Sequence[Text]) -> int:
    """Print what was judged to be no text and is one still; return the exit code."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    there = {(one.article, digest(one.text)): one for one in known}
    counts: Counter[str] = Counter()
    for article, position, name, *readers in rows:
        counts.update(f"reader {at}: {judgement}" for at, judgement in enumerate(readers, start=1) if judgement)
        now = there.get((article, name))
        if now and any(judgement not in {"", GOOD} for judgement in readers):
            counts["bad and there still"] += 1
            print(f"{article}#{position}: {' / '.join(readers)}: {now.text[:200]!r}")
    print(f"{len(rows)} texts; " + ", ".join(f"{name} {many}" for name, many in sorted(counts.items())))
    return 1 if counts["bad and there still"] else 0


def main(arguments: Sequence[str]) -> int:
    """Print the texts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="other corpora")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--judged", action="store_true", help="hold the judgements against the texts of today")
    args = parser.parse_args(arguments)
    known = texts(args.folders)
    if args.judged:
        return judged(known)
    for one in drawn(known, args.count, args.seed):
        print(f"{one.article}\t{one.position}\t{digest(one.text)}\t{one.kind}\t{one.text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
