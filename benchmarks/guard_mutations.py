"""Measures which bad answers the guard keeps, kind by kind, and which good ones it refuses, over NTREX's news.

Usage: python benchmarks/guard_mutations.py [-v] [--kind KIND] [--good] [locale …]; the corpus folder is `L10N_CORPUS`,
by default `../shared/corpus` seen from the project. Kinds and their phrases are in guard_damage.py and
guard_phrases.toml. Each damaged answer goes the way of an engine's, with its neighbours. With `--good` the
good answers of all 34 languages, alone and article by article. Exits with 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from checks import LOCALES, MORE, articles
from guard_damage import KINDS, OWN, PHRASES, Good

from l10n.checks.drafted import judges
from l10n.drafting import judging
from l10n.drafting.asking import Reply
from l10n.drafting.drafters import drafter
from l10n.drafting.jobs import Brief, DraftJob
from l10n.errors import EngineError
from l10n.formats import load
from l10n.model import Answer, Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair

MOST_KEPT, MOST_REFUSED = 0.05, 0.005
A_KIND = 12
"""Damaged answers of each kind in each language."""
LEAST = 30
"""Characters of a source that is damaged."""
ENGINE = "engine"
TOGETHER = {"same answer for two texts": 2, "same answer for three texts": 3, "answers exchanged": 2}


def brief(locale: str) -> Brief:
    """Return what drafting into a locale is."""
    return Brief("en", locale, (), load, judges=judges(locale))


def judged(texts: Sequence[tuple[str, str]], locale: str, article: str = "a.txt", *, steady: bool = False) -> list[str]:
    """Return why each answer of an article is refused; empty where it is kept.

    The engine that is asked again gives the same answer where it is `steady`, and none otherwise.
    """
    by, known = drafter(ENGINE), brief(locale)
    jobs = [DraftJob(article, "plain", Key(source), (ENGINE,), "", "") for source, _ in texts]
    replies = [Reply(text, Answer(text, ENGINE)) for _, text in texts]

    def again(job: DraftJob) -> Reply:
        if not steady:
            raise EngineError(f"not asked again: {job.key.text}")
        text = dict(texts)[job.key.text]
        return judging.judged(job, Reply(text, Answer(text, ENGINE)), by, known)

    looked = [judging.judged(job, reply, by, known) for job, reply in zip(jobs, replies, strict=True)]
    return [reply.refusal for reply in judging.settled(jobs, looked, known, again)]


@cache
def documents(locale: str) -> tuple[list[tuple[int, Pair]], ...]:
    """Return the articles of a locale."""
    return tuple(articles(locale))


def damages(locale: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield sources and damaged answers."""
    dice = random.Random(f"{locale} {kind}")  # noqa: S311  the same damages every time
    other = documents("fr" if locale == "es" else "es")
    found = []
    for number, document in enumerate(documents(locale)):
        for at, (_, pair) in enumerate(document):
            beside = document[(at + 1) % len(document)][1].target
            elsewhere = other[number][at][1].target
            if len(pair.source) >= LEAST:
                found.append(Good(locale, pair.source, pair.target, elsewhere, beside, dice))
    dice.shuffle(found)
    made = 0
    for good in found:
        text = KINDS[kind](good)
        if text is None or text == good.target or made == A_KIND:
            continue
        made += 1
        yield good.source, text


def damaged(locale: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield source, damaged answer and why it is refused."""
    for source, text in damages(locale, kind):
        yield source, text, judged([(source, text)], locale)[0]


def together(locale: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield what becomes of answers that are bad beside each other only."""
    dice = random.Random(f"{locale} {kind}")  # noqa: S311  the same damages every time
    many = TOGETHER[kind]
    found = [document for document in documents(locale) if len(document) > many + 2]
    dice.shuffle(found)
    for document in found[:A_KIND]:
        texts = [(pair.source, pair.target) for _, pair in document]
        at = dice.randrange(len(texts) - many + 1)
        keep = [0] if kind.startswith("same") else []
        for step in range(many):
            there = at + many - 1 - step if kind == "answers exchanged" else at
            texts[at + step] = (texts[at + step][0], document[there][1].target)
        why = judged(texts, locale)
        for step in range(many):
            if step not in keep:
                yield *texts[at + step], why[at + step]


def good(locales: Sequence[str], *, verbose: bool) -> bool:
    """Print the good answers that are refused; tell whether a language has too many."""
    missed = False
    for locale in locales:
        total, refused = 0, []
        for document in documents(locale):
            why = judged([(pair.source, pair.target) for _, pair in document], locale, steady=True)
            total += len(document)
            refused += [(line, pair, said) for (line, pair), said in zip(document, why, strict=True) if said]
        rate = len(refused) / total
        missed |= rate > MOST_REFUSED
        print(f"{locale}: good answers refused {len(refused)}/{total} = {rate:.2%}", flush=True)
        for line, pair, said in refused if verbose else ():
            print(f"   {locale}:{line}: {said}\n      {pair.source}\n      {pair.target}")
    return missed


def rate(kept: Sequence[bool]) -> float:
    """Return the share of answers that are kept."""
    return sum(kept) / max(1, len(kept))


def main() -> int:
    """Print the tables; return 1 where a target is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each kept or refused answer")
    options.add_argument("--kind", default="", help="only this kind")
    options.add_argument("--good", action="store_true", help="the good answers")
    chosen = options.parse_args()
    if chosen.good:
        return int(good(chosen.locales or [*LOCALES, *MORE], verbose=chosen.verbose))
    locales = chosen.locales or list(PHRASES)
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for locale in locales:
        for kind in [chosen.kind] if chosen.kind else [*KINDS, *TOGETHER]:
            for source, text, why in (together if kind in TOGETHER else damaged)(locale, kind):
                table[kind][locale].append(not why)
                if chosen.verbose and not why:
                    print(f"KEPT {locale} {kind}\n   {source}\n   {text}")
    print("kept of bad answers", *locales, "all", sep="\t")
    for kind, cells in table.items():
        everything = [one for many in cells.values() for one in many]
        row = [f"{sum(cells[locale])}/{len(cells[locale])}" for locale in locales]
        print(f"{kind}{' *' if kind in OWN else ''}", *row, f"{sum(everything) / len(everything):.1%}", sep="\t")
    by_locale = {locale: [one for cells in table.values() for one in cells[locale]] for locale in locales}
    rates = {locale: sum(many) / max(1, len(many)) for locale, many in by_locale.items()}
    print("all kinds", *(f"{rates[locale]:.1%}" for locale in locales), sep="\t")
    everything = [one for many in by_locale.values() for one in many]
    kinds = [rate(flat) for cells in table.values() if (flat := [one for many in cells.values() for one in many])]
    print(f"{len(kinds)} kinds, {len(everything)} bad answers, kept {sum(everything) / len(everything):.1%}", end="")
    print(f"; mean over kinds {sum(kinds) / len(kinds):.1%}; kinds of our own marked *")
    return int(sum(everything) / len(everything) > MOST_KEPT)


if __name__ == "__main__":
    sys.exit(main())
