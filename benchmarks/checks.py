"""Measures the checks on human news translations: every alarm there is false, or a translator's real error.

Usage: python benchmarks/checks.py [-v] [--rule RULE] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project. Prints, for each locale, alarms per 100 segments by rule and severity; with
`-v` each alarm with its line in `news.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import checks, formats
from l10n.model import Kind, Severity
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Flaw, Rule

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
LOCALES = {"ko": "kor", "ja": "jpn", "es": "spa", "zh_CN": "zho-CN", "fr": "fra", "de": "deu", "ar": "arb"}
Alarm = tuple[int, "Rule", "Flaw", Pair]
"""Line in `news.jsonl` from 1, rule, fault and pair."""


def articles(locale: str) -> Iterator[list[tuple[int, Pair]]]:
    """Yield the news documents as lists of line number and pair; the first segment of each is its headline."""
    fmt = formats.load("plain")
    document: list[tuple[int, Pair]] = []
    with (CORPUS / "ntrex-news" / "news.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            if document and document[-1][1].article != row["doc"]:
                yield document
                document = []
            source, target = row["eng"], row[LOCALES[locale]]
            kind = Kind.PARAGRAPH if document else Kind.HEADLINE
            spans = fmt.inline(source), fmt.inline(target)
            document.append((number, Pair(source, target, locale, *spans, kind=kind, article=row["doc"])))
    yield document


def alarms(locale: str) -> Iterator[Alarm]:
    """Yield every alarm on the human translations into a locale."""
    everything = []
    for document in articles(locale):
        everything += document
        pairs = [pair for _, pair in document]
        scopes = (Scope.SEGMENT, Scope.ARTICLE)
        yield from ((document[at][0], rule, flaw, pairs[at]) for at, rule, flaw in checks.inspect(pairs, scopes=scopes))
    pairs = [pair for _, pair in everything]
    found = checks.inspect(pairs, scopes=(Scope.LOCALE,))
    yield from ((everything[at][0], rule, flaw, pairs[at]) for at, rule, flaw in found)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each alarm")
    options.add_argument("--rule", default="", help="only this rule")
    chosen = options.parse_args()
    for locale in chosen.locales or LOCALES:
        total = sum(map(len, articles(locale)))
        count: Counter[tuple[str, str]] = Counter()
        for number, rule, flaw, pair in alarms(locale):
            severity = flaw.severity or rule.severity
            if chosen.rule in {"", rule.id}:
                count[severity.value, rule.id] += 1
                if chosen.verbose:
                    fault = pair.target[flaw.start : flaw.end]
                    print(f"{locale}:{number}: {severity} {rule.id}: {flaw.message} [{fault}]")
                    print(f"    {pair.source}\n    {pair.target}")
        for severity in Severity:
            found = {rule: many for (level, rule), many in sorted(count.items()) if level == severity.value}
            rate = 100 * sum(found.values()) / total
            print(
                f"{locale}: {severity.value}: {rate:.2f} per 100 of {total} segments",
                *(f"{r}={n}" for r, n in found.items()),
            )


if __name__ == "__main__":
    main()
