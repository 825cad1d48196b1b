"""Dumps what the rules and the guard say of all corpora, to compare two versions of the program byte for byte.

Usage: python benchmarks/checks_findings.py FILE [--every N] [--only NAME …] [--locales LOCALE …]; the corpus folder is
`L10N_CORPUS`, by default `../shared/corpus` seen from the project. Every rule is applied, also those that are off by
default, and so is the guard: to the news in 34 languages, right and each beside its neighbour's translation; to answers
that engines gave; to the catalogues of a book in Markdown; to errors that were planted. `--every N` takes every Nth
article.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import checks as news
import checks_news
import checks_planted
import errors_planted
from planted import good

from l10n import checks, formats
from l10n.catalog import lossless
from l10n.checks import registry
from l10n.drafting import guard
from l10n.model import State
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = news.CORPUS
ARTICLE = 40
"""Texts that are looked at together where a corpus has no articles."""
Article = tuple[str, list[Pair]]
"""Its name, and its pairs in order."""


def right(locale: str) -> Iterator[Article]:
    """Yield the news of a locale."""
    for document in news.articles(locale):
        pairs = [pair for _, pair in document]
        yield f"news/{pairs[0].article}", pairs


def beside(locale: str) -> Iterator[Article]:
    """Yield the news of a locale, each text beside the translation of the next: much is wrong with them."""
    for name, pairs in right(locale):
        turned = [*pairs[1:], pairs[0]]
        moved = [
            replace(one, target=other.target, target_spans=other.target_spans)
            for one, other in zip(pairs, turned, strict=True)
        ]
        yield name.replace("news/", "beside/"), moved


def answers(locale: str) -> Iterator[Article]:
    """Yield what engines answered, and what a person wrote."""
    path = CORPUS / "flores-mt" / f"{'zh' if locale == 'zh_CN' else locale}.jsonl"
    if not path.is_file():
        return
    fmt = formats.load("plain")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for engine in [name for name in rows[0] if name != "en"]:
        pairs = [
            Pair(
                row["en"], row[engine], locale, fmt.inline(row["en"]), fmt.inline(row[engine]), draft=engine != "human"
            )
            for row in rows
            if row.get(engine)
        ]
        for start in range(0, len(pairs), ARTICLE):
            yield f"flores/{engine}/{start}", pairs[start : start + ARTICLE]


def book(locale: str) -> Iterator[Article]:
    """Yield the texts of the book that are read or drafts."""
    path = CORPUS / "comprehensive-rust" / "po" / f"{locale.replace('_', '-')}.po"
    if not path.is_file():
        return
    fmt = formats.load("markdown")
    catalog = lossless.decode(path.read_bytes(), path=path.name, article=path.name, locale=locale).catalog
    pairs = [
        Pair(one.key.text, one.target, locale, fmt.inline(one.key.text), fmt.inline(one.target), article="book")
        for one in catalog.entries
        if one.target and one.state is not State.OBSOLETE
    ]
    for start in range(0, len(pairs), ARTICLE):
        yield f"book/{start}", pairs[start : start + ARTICLE]


def planted(locale: str) -> Iterator[Article]:
    """Yield texts with errors that other measurements plant."""
    if locale in good.COLUMNS:
        fmt, marked = formats.load("plain"), formats.load("markdown")
        every = list(good.pairs(locale, CORPUS))
        for kind, errors in errors_planted.chosen(every, locale).items():
            pairs = []
            for _, error in errors:
                inline = (marked if error.markup else fmt).inline
                spans = inline(error.source), inline(error.wrong)
                pairs.append(Pair(error.source, error.wrong, locale, *spans))
            yield f"planted/{kind}", pairs
    if locale in tomllib.loads(Path(__file__).with_name("planted.toml").read_text(encoding="utf-8")):
        pairs = [wrong for _, _, wrong in checks_planted.planted(locale)]
        for start in range(0, len(pairs), ARTICLE):
            yield f"words/{start}", pairs[start : start + ARTICLE]
    if locale == "ko":
        fmt, pairs = formats.load("plain"), checks_news.article()
        yield "article/right", pairs
        for at, plant in enumerate(checks_news.PLANTS):
            changed = list(pairs)
            text = plant.put(pairs[plant.paragraph - 1].target)
            changed[plant.paragraph - 1] = replace(
                changed[plant.paragraph - 1], target=text, target_spans=fmt.inline(text)
            )
            yield f"article/{at}", changed


CORPORA = {"right": right, "beside": beside, "answers": answers, "book": book, "planted": planted}
LOCALES = (*news.LOCALES, *news.MORE)


def lines(locale: str, every: int, only: list[str]) -> Iterator[str]:
    """Yield what is said of all texts of a locale."""
    rules = registry.rules()
    texts = 0
    for name, articles in CORPORA.items():
        for at, (place, pairs) in enumerate(articles(locale) if name in only else ()):
            if at % every:
                continue
            texts += len(pairs)
            found = checks.inspect(pairs, rules, scopes=tuple(Scope))
            yield from sorted(
                f"{locale}\t{place}\t{index}\t{rule.id}\t{flaw.severity}\t{flaw.start}:{flaw.end}\t{flaw.fix!r}\t"
                f"{flaw.message}"
                for index, rule, flaw in found
            )
            for index, pair in enumerate(pairs):
                why = guard.inspect(
                    pair.source,
                    pair.target,
                    target_locale=locale,
                    source_spans=pair.source_spans,
                    target_spans=pair.target_spans,
                )
                if why:
                    yield f"{locale}\t{place}\t{index}\tguard\t{why}"
    print(f"{locale}: {texts} texts, {time.process_time():.1f} s of the processor", file=sys.stderr, flush=True)


def main() -> None:
    """Write the file."""
    options = argparse.ArgumentParser()
    options.add_argument("file", type=Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--only", nargs="*", default=list(CORPORA))
    options.add_argument("--locales", nargs="*", default=list(LOCALES))
    given = options.parse_args()
    with given.file.open("w", encoding="utf-8") as file:
        for locale in given.locales:
            file.writelines(line.replace("\n", "\\n") + "\n" for line in lines(locale, given.every, given.only))


if __name__ == "__main__":
    main()
