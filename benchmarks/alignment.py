"""Measures how well the blocks of two editions of an article find each other.

    python benchmarks/alignment.py [--locale ko …] [--guide]

The news of the corpus as documents: on either side, each for itself, one paragraph of twenty is taken out and one of
twenty joined with the next. Printed for each language: precision, recall and F1 of the pairs, how many are sure and how
many of those are wrong. `--guide` aligns the Markdown guide of the corpus with its translations as they are, and prints
how much of it finds a partner and how much of that is sure; what is right there, people have to say.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from typing import TYPE_CHECKING

from corpora import CORPUS

from l10n import formats
from l10n.exchange.alignment.align import SURE, align
from l10n.exchange.alignment.blocks import Editions, Passage, blocks
from l10n.model import Segmentation
from l10n.protocols import ParseOptions

if TYPE_CHECKING:
    from pathlib import Path

_NEWS = {"ko": "kor", "ja": "jpn", "zh_CN": "zho-CN", "es": "spa", "ar": "arb", "de": "deu", "fr": "fra"}
_GUIDE = {locale: {"zh_CN": "zh-hans"}.get(locale, locale) for locale in _NEWS}
_GONE, _JOINED = 0.05, 0.10


def damaged(chance: random.Random, many: int) -> list[list[int]]:
    """Return which of so many paragraphs stand together; some are in none."""
    made: list[list[int]] = []
    at = 0
    while at < many:
        lot = chance.random()
        width = 2 if _GONE <= lot < _JOINED and at + 1 < many else 1
        if lot >= _GONE:
            made.append([*range(at, at + width)])
        at += width
    return made


def news(locale: str) -> tuple[list[Editions], list[set[tuple[int, int]]]]:
    """Return damaged editions of each document, and which of their paragraphs belong together."""
    documents: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (CORPUS / "ntrex-news" / "news.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        documents[row["doc"]].append(row)
    editions, truths = [], []
    for name, rows in documents.items():
        chance = random.Random(f"{name} {locale}")  # noqa: S311  a damage
        sides = [
            [(group, Passage(" ".join(rows[at][field] for at in group))) for group in damaged(chance, len(rows))]
            for field in ("eng", _NEWS[locale])
        ]
        editions.append(Editions(*(tuple(block for _, block in side) for side in sides)))
        truths.append(
            {
                (row, column)
                for row, (here, _) in enumerate(sides[0])
                for column, (there, _) in enumerate(sides[1])
                if {*here} & {*there}
            }
        )
    return editions, truths


def judged(locale: str) -> str:
    """Return the row of a language."""
    editions, truths = news(locale)
    right = wrong = lost = sure = false = 0
    for matches, truth in zip(align(editions, ("en", locale)), truths, strict=True):
        found = {(row, column): one.probability for one in matches for row in one.source for column in one.target}
        right, wrong, lost = (
            right + len(found.keys() & truth),
            wrong + len(found.keys() - truth),
            lost + len(truth - found.keys()),
        )
        certain = {pair for pair, probability in found.items() if probability >= SURE}
        sure, false = sure + len(certain), false + len(certain - truth)
    precision, recall = right / (right + wrong), right / (right + lost)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{locale:6} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}; sure {sure}, {false} of them wrong"


def guide(locale: str) -> str:
    """Return the row of a language."""
    form = formats.load("markdown")

    def cut(path: Path) -> tuple[Passage, ...]:
        document = formats.parse(path.name, path.read_text(encoding="utf-8"), ParseOptions(Segmentation.PARAGRAPH))
        return blocks(document, form.inline)

    here = CORPUS / "opensource-guide"
    there = here / "translations" / _GUIDE[locale]
    names = sorted(path.name for path in (here / "articles").glob("*.md") if (there / path.name).is_file())
    editions = [Editions(cut(here / "articles" / name), cut(there / name)) for name in names]
    found = [one for matches in align(editions, ("en", locale)) for one in matches if one.source and one.target]
    whole = sum(len(one.source) for one in editions)
    paired = sum(len(one.source) for one in found)
    sure = sum(len(one.source) for one in found if one.probability >= SURE)
    return f"{locale:6} {len(names)} articles, {whole} blocks: {paired / whole:.1%} aligned, {sure / whole:.1%} surely"


def main() -> None:
    """Print a row for each language."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--locale", action="append", choices=[*_NEWS])
    parser.add_argument("--guide", action="store_true")
    given = parser.parse_args()
    for locale in given.locale or _NEWS:
        print((guide if given.guide else judged)(locale), flush=True)


if __name__ == "__main__":
    main()
