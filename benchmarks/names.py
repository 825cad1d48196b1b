"""Learns names from human news translations, and shows a sample of them where they stand, to be read.

Usage: python benchmarks/names.py [--sample N] [--seed N] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project. Each translation of NTREX-128 counts as a reviewed text. Prints for each
locale how many names are learnt, by their bracket or by their sound, and how many are spelt in two ways; with
`--sample` so many of the learnt names a locale, with what stands around them in the source and in the translation:
whether a spelling begins and ends where it should is for a reader to say.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from pathlib import Path

from l10n.text.facts.name_lessons import ReviewedText, lessons
from l10n.text.facts.name_pairs import folded, seen

COLUMNS = {"ko": "kor", "ja": "jpn", "zh_CN": "zho-CN", "ar": "arb", "zh_TW": "zh_TW", "fa": "fa", "hi": "hi"}
_AROUND = 12
"""Characters shown on both sides of a name."""


def texts(corpus: Path, locale: str) -> list[ReviewedText]:
    """Return the segments of the news as reviewed texts of a locale."""
    column, found = COLUMNS[locale], []
    for name, source in (("news.jsonl", "eng"), ("more-languages.jsonl", "en")):
        for line in (corpus / "ntrex-news" / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if column in row:
                found.append(ReviewedText(row["doc"], row[source], row[column]))
    return found


def around(text: str, word: str) -> str:
    """Return where a word stands first, marked."""
    at = text.find(word)
    if at < 0:
        return text
    return f"{text[max(0, at - _AROUND) : at]}[{word}]{text[at + len(word) : at + len(word) + _AROUND]}"


def measure(corpus: Path, locale: str, sample: int, chance: random.Random) -> None:
    """Print what a locale teaches."""
    given = texts(corpus, locale)
    taught = lessons(given, locale)
    learnt = [one for one in taught if len(one.ways) == 1]
    glossed = {folded(one.name) for text in given for one in seen(text.source, text.target, locale) if one.glossed}
    bracketed = sum(folded(one.name) in glossed for one in learnt)
    print(
        f"{locale}: {len(learnt)} names learnt from {len(given)} texts, {bracketed} by a bracket and "
        f"{len(learnt) - bracketed} by sound; {len(taught) - len(learnt)} spelt in two ways"
    )
    for one in chance.sample(learnt, min(sample, len(learnt))):
        target = one.ways[0].target
        text = next((text for text in given if one.name in text.source and target in text.target), None)
        shown = f"{around(text.source, one.name)} | {around(text.target, target)}" if text else target
        print(f"  {one.name} | {target} | {shown}")


def main() -> None:
    """Measure the locales that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("locales", nargs="*", metavar="locale")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    corpus = Path(os.environ.get("L10N_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))
    chance = random.Random(options.seed)  # noqa: S311  a sample, no secret
    for locale in options.locales or COLUMNS:
        measure(corpus, locale, options.sample, chance)


if __name__ == "__main__":
    main()
