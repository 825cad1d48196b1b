"""Plants errors of many kinds in human translations of the news, and counts what the checks then tell.

Usage: python benchmarks/errors_planted.py [-v] [--show N] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project. The kinds and the words are those of the folder `planted`, which knows
nothing of the program's own. A kind is planted only where it makes the translation wrong: the English has the fact,
and the translation has its word just once; up to ten a kind, from all its rows in turn. An error counts as found when
a rule about texts or articles tells, at error or warning level, what it did not tell of the unbroken article. Prints
found and planted by locale and kind, with `-v` each that was missed; with `--show N` it only prints N errors a kind,
to be read. Exits with 1 where a locale's target is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from typing import TYPE_CHECKING

from checks import CORPUS
from planted import figures, shape, tokens, words
from planted.good import COLUMNS, Good, Planted, pairs, table

from l10n import checks, formats
from l10n.model import Kind, Severity
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

TARGETS = {"ko": 0.8}
TARGET = 0.7
MOST = 10
FAMILIES = (*words.FAMILY, *figures.FAMILY, *shape.FAMILY, *tokens.FAMILY)
Chosen = dict[str, list[tuple[Good, Planted]]]


def order(one: tuple[Good, Planted]) -> str:
    """Return what mixes errors of a kind, always in the same way."""
    return hashlib.sha256(f"{one[1].kind}{one[1].row}{one[1].source}".encode()).hexdigest()


def chosen(every: Sequence[Good], locale: str) -> Chosen:
    """Return up to ten errors a kind, from its rows in turn, and not two in one text."""
    facts = table(locale)
    rows: dict[str, dict[str, list[tuple[Good, Planted]]]] = {}
    for good in every:
        for family in FAMILIES:
            for error in family(good, facts):
                if error.wrong != error.right:
                    rows.setdefault(error.kind, {}).setdefault(error.row, []).append((good, error))
    kinds: Chosen = {}
    for kind, by_row in rows.items():
        lists = [sorted(found, key=order) for _, found in sorted(by_row.items())]
        turns = [one[at] for at in range(max(map(len, lists))) for one in lists if at < len(one)]
        seen: set[int] = set()
        for good, error in turns:
            if len(seen) < MOST and good.number not in seen:
                seen.add(good.number)
                kinds.setdefault(kind, []).append((good, error))
    return dict(sorted(kinds.items()))


def article(every: Sequence[Good], good: Good, source: str, target: str, *, markup: bool) -> list[Pair]:
    """Return the article of a pair with other texts in its place."""
    texts = [one for one in every if one.article == good.article]
    fmt, marked = formats.load("plain"), formats.load("markdown")
    found = []
    for at, one in enumerate(texts):
        here = one.number == good.number
        english, text = (source, target) if here else (one.source, one.target)
        inline = (marked if here and markup else fmt).inline
        kind = Kind.PARAGRAPH if at else Kind.HEADLINE
        spans = inline(english), inline(text)
        found.append(Pair(english, text, one.locale, *spans, kind=kind, article=one.article))
    return found


def told(texts: Sequence[Pair]) -> Counter[tuple[int, str]]:
    """Count what the rules tell of an article at error or warning level, by text and rule.

    Not by message: one that only quotes another word was told before.
    """
    return Counter(
        (at, rule.id)
        for at, rule, flaw in checks.inspect(texts, scopes=(Scope.SEGMENT, Scope.ARTICLE))
        if (flaw.severity or rule.severity) is not Severity.INFO
    )


def measure(locale: str, *, verbose: bool) -> str:
    """Print a locale's figures; return the target it misses."""
    every = list(pairs(locale, CORPUS))
    found: Counter[str] = Counter()
    many: Counter[str] = Counter()
    before: dict[tuple[str, str, bool], Counter[tuple[int, str]]] = {}
    for kind, errors in chosen(every, locale).items():
        for good, error in errors:
            many[kind] += 1
            texts = error.source, error.right, error.markup
            if texts not in before:
                before[texts] = told(article(every, good, error.source, error.right, markup=error.markup))
            if told(article(every, good, error.source, error.wrong, markup=error.markup)) - before[texts]:
                found[kind] += 1
            elif verbose:
                print(f"{locale}: missed {kind}\n    {error.source}\n    {error.right}\n    {error.wrong}")
        print(f"{locale}: {kind} {found[kind]}/{many[kind]}", flush=True)
    total, planted, target = found.total(), many.total(), TARGETS.get(locale, TARGET)
    line = f"{locale}: {total} of {planted} errors of {len(many)} kinds found: {total / planted:.1%}"
    print(line, flush=True)
    return line if total < target * planted else ""


def show(locale: str, many: int) -> None:
    """Print errors of each kind."""
    for kind, errors in chosen(list(pairs(locale, CORPUS)), locale).items():
        print(f"{locale}: {kind}: {len(errors)}")
        for _, error in errors[:many]:
            print(f"    {error.source}\n    {error.right}\n    {error.wrong}\n")


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each error that was missed")
    options.add_argument("--show", type=int, default=0, metavar="N", help="print N errors a kind and check nothing")
    given = options.parse_args()
    names = given.locales or list(COLUMNS)
    if given.show:
        for name in names:
            show(name, given.show)
        return 0
    missed = [line for name in names if (line := measure(name, verbose=given.verbose))]
    print("\n" + ("\n".join(missed) or "all targets met"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
