"""Measures the finish of drafts on what engines really answered: chrF, Korean spacing, registers, and human text.

Usage: python benchmarks/finish.py [--even | --odd] [-v] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project. Half of the sentences are taken: the rules were made on the even ones,
figures are of the odd ones. Spacing is judged by Kiwi where it is installed (`pip install kiwipiepy`; Apache-2.0, no
part of the program): a fault is a place where it would set a space or take one away. It is wrong about some, so that
the figure of the human translation is the floor. `-v` prints each change on human text, to be read.

chrF and chrF++ are those of Popović (2015, 2017) as sacrebleu computes them: six orders of characters without white
space, β = 2, and for chrF++ two of words besides, which alone see a space.
"""

from __future__ import annotations

import importlib
import json
import os
import string
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n import formats
from l10n.checks.drafted import finishers
from l10n.config import Config
from l10n.drafting.finish import Finished, finished
from l10n.drafting.jobs import Brief, DraftJob
from l10n.languages.ko.register import LEVELS, endings, fits
from l10n.model import Key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
ENGINES = ("google", "microsoft", "firefox", "firefox-tiny", "argos", "nllb", "opusmt")
LOCALES = ("ar", "de", "es", "fr", "id", "ja", "ko", "nl", "tr", "vi", "zh")
HUMAN = {"ko": "kor", "ja": "jpn", "zh": "zho-CN", "es": "spa", "ar": "arb", "de": "deu", "fr": "fra"}
ORDERS, BETA = 6, 2


class Row(NamedTuple):
    """A sentence, what engines made of it, and what a person did."""

    source: str
    human: str
    answers: dict[str, str]


def rows(locale: str, part: int) -> list[Row]:
    """Return every second sentence of a language."""
    lines = (CORPUS / "flores-mt" / f"{locale}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines[part::2]]
    return [Row(one["en"], one["human"], {name: one[name] for name in ENGINES if one.get(name)}) for one in found]


def news(locale: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the news corpus with their human translation."""
    name = HUMAN.get(locale)
    path = CORPUS / "ntrex-news" / ("news.jsonl" if name else "more-languages.jsonl")
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        target = one.get(name or locale)
        if target:
            yield one["eng" if name else "en"], target


class Finish:
    """The finish in one locale, as a project without settings of its own has it."""

    def __init__(self, locale: str) -> None:
        config = Config(locales=(locale,))
        self._brief = Brief("en", locale, (), formats.load, finishers(config, locale))

    def __call__(self, source: str, target: str, register: str = "") -> Finished:
        """Return a draft as it would be stored."""
        return finished(DraftJob("a.txt", "plain", Key(source), (), "", "", register=register), target, self._brief)


def chrf(candidates: Sequence[str], references: Sequence[str], *, words: int = 0) -> float:
    """Return the corpus chrF of texts, 0…100; with so many orders of words besides."""
    orders = ORDERS + words
    hits, made, wanted = ([0] * orders for _ in range(3))
    for pair in zip(candidates, references, strict=True):
        for order, grams in enumerate(zip(*(_grams(text, words) for text in pair), strict=True)):
            hits[order] += (grams[0] & grams[1]).total()
            made[order] += grams[0].total()
            wanted[order] += grams[1].total()
    precision = [hit / all_ for hit, all_ in zip(hits, made, strict=True) if all_]
    recall = [hit / all_ for hit, all_ in zip(hits, wanted, strict=True) if all_]
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return 100 * (1 + BETA**2) * p * r / (BETA**2 * p + r) if p + r else 0.0


def _grams(text: str, words: int) -> list[Counter[str]]:
    bare = "".join(text.split())
    found = [Counter(bare[at : at + order] for at in range(len(bare) - order + 1)) for order in range(1, ORDERS + 1)]
    tokens = [token for word in text.split() for token in _tokens(word)]
    return found + [
        Counter(" ".join(tokens[at : at + order]) for at in range(len(tokens) - order + 1))
        for order in range(1, words + 1)
    ]


def _tokens(word: str) -> list[str]:
    """Take one mark off a word, at its end or else at its beginning."""
    if len(word) > 1 and word[-1] in string.punctuation:
        return [word[:-1], word[-1]]
    if len(word) > 1 and word[0] in string.punctuation:
        return [word[0], word[1:]]
    return [word]


def spacing_judge() -> Callable[[str], int] | None:
    """Return what counts the spacing faults of a Korean text; None where Kiwi is not installed."""
    try:
        kiwi: Any = importlib.import_module("kiwipiepy").Kiwi()
    except ImportError:
        return None

    def gaps(text: str) -> set[int]:
        found, at = set(), 0
        for letter in text:
            if letter.isspace():
                found.add(at)
            else:
                at += 1
        return found

    def faults(text: str) -> int:
        right = kiwi.space(text)
        same = "".join(right.split()) == "".join(text.split())
        return len(gaps(text) ^ gaps(right)) if same else 0

    return faults


def answers(locale: str, part: int) -> None:
    """Print what the finish does to each engine's answers in a language."""
    finish, given = Finish(locale), rows(locale, part)
    for engine in ENGINES:
        some = [(row.source, row.answers[engine], row.human) for row in given if engine in row.answers]
        if not some:
            continue
        done = [finish(source, answer) for source, answer, _ in some]
        human = [row for *_, row in some]
        old, new = [row for _, row, _ in some], [one.text for one in done]
        scores = "; ".join(
            f"{name} {chrf(old, human, words=words):.2f} → {chrf(new, human, words=words):.2f}"
            for name, words in (("chrF", 0), ("chrF++", 2))
        )
        fixes = Counter(change.fix for one in done for change in one.changes)
        told = ", ".join(f"{name} {often}" for name, often in fixes.most_common())
        changed = sum(bool(one.changes) for one in done)
        print(f"{locale} {engine:13} {len(some)} drafts, {changed:3} changed; {scores}; {told}")


def korean(part: int) -> None:
    """Print spacing faults and endings at another level, before and after."""
    finish, given, judge = Finish("ko"), rows("ko", part), spacing_judge()
    if judge is None:
        print("spacing is not judged: kiwipiepy is not installed")
    else:
        many = 100 / len(given)
        print(f"ko human         spacing faults per 100: {sum(judge(row.human) for row in given) * many:.0f}")
    for engine in ENGINES:
        some = [(row.source, row.answers[engine]) for row in given if engine in row.answers]
        if not some:
            continue
        told = f"ko {engine:13}"
        if judge is not None:
            before = sum(judge(answer) for _, answer in some)
            after = sum(judge(finish(*one).text) for one in some)
            told += f" spacing faults per 100: {100 * before / len(some):.0f} → {100 * after / len(some):.0f};"
        for name, level in LEVELS.items():
            texts = [finish(*one, name) for one in some]
            odd = [
                sum(not fits(end, level) for text in group for end in endings(text))
                for group in ([answer for _, answer in some], [one.text for one in texts])
            ]
            left = sum(len(one.unturned) for one in texts)
            told += f" {name}: {odd[0]} endings of another register → {odd[1]} (told: {left});"
        print(told.rstrip(";"))


def people(locale: str, part: int, *, aloud: bool) -> None:
    """Print what the finish would change in texts of people, of which it changes none: each is to be right."""
    finish = Finish(locale)
    texts = [*((row.source, row.human) for row in rows(locale, part)), *news(locale)]
    fixes: Counter[str] = Counter()
    for source, target in texts:
        for change in finish(source, target).changes:
            fixes[change.fix] += 1
            if aloud:
                print(f"   {change.fix}: {change.before} → {change.after}")
    told = ", ".join(f"{name} {often}" for name, often in fixes.most_common())
    print(f"{locale} human: {len(texts)} texts; {told or 'no change'}")


def main(arguments: Sequence[str]) -> None:
    """Print all figures."""
    part, aloud = 0 if "--even" in arguments else 1, "-v" in arguments
    wanted = [one for one in arguments if not one.startswith("-")] or LOCALES
    for locale in wanted:
        answers(locale, part)
        people(locale, part, aloud=aloud)
    if "ko" in wanted:
        korean(part)


if __name__ == "__main__":
    main(sys.argv[1:])
