"""Measures the checks on human news translations: every alarm there is false, or a translator's real error.

Usage: python benchmarks/checks.py [-v] [--rule RULE] [--more] [locale …]; the corpus folder is `L10N_CORPUS`, by
default `../shared/corpus` seen from the project. Without locales the seven that rules were written for, with `--more`
the 27 others as well. Prints for each locale alarms per 100 segments by rule and severity, then how
many alarms of each rule were judged real and false by reading (`checks_judged.tsv`: locale, line in the corpus, rule,
`real` or `false`, and why). With `-v` each alarm is printed. Exits with 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import checks, formats
from l10n.model import Kind, Severity
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Flaw, Rule

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
JUDGED = Path(__file__).with_name("checks_judged.tsv")
MOST_ERRORS, MOST_FALSE, MOST_ONE_SIDED = 1, 3, 3
WORST = ["numbers", "error"]
LOCALES = {"ko": "kor", "ja": "jpn", "es": "spa", "zh_CN": "zho-CN", "fr": "fra", "de": "deu", "ar": "arb"}
MORE = (
    *("zh_TW", "pt_BR", "pt", "it", "ru", "tr", "vi", "hi", "id", "pl", "uk", "nl", "he", "fa"),
    *("th", "sv", "cs", "el", "hu", "fi", "ro", "bn", "ta", "da", "bg", "nb", "ms"),
)
Alarm = tuple[int, "Rule", "Flaw", Pair]
"""Line in the file of the corpus from 1, rule, fault and pair."""


def articles(locale: str) -> Iterator[list[tuple[int, Pair]]]:
    """Yield the news documents as lists of line number and pair; the first segment of each is its headline."""
    fmt = formats.load("plain")
    document: list[tuple[int, Pair]] = []
    name, english = ("more-languages", "en") if locale in MORE else ("news", "eng")
    with (CORPUS / "ntrex-news" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            if document and document[-1][1].article != row["doc"]:
                yield document
                document = []
            source, target = row[english], row[LOCALES.get(locale, locale)]
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


def judged() -> dict[tuple[str, int, str], str]:
    """Return the verdict on each alarm that was read, by locale, line and rule."""
    rows = (line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:])
    return {(locale, int(line), rule): verdict for locale, line, rule, verdict, _ in rows}


@dataclass(frozen=True, slots=True)
class Count:
    """What one locale's alarms come to."""

    segments: int
    levels: Counter[tuple[str, str]]
    """Severity and rule → alarms."""
    read: Counter[tuple[str, str, str]]
    """Rule, severity and verdict → alarms."""

    def rate(self, severity: Severity, *rules: str) -> float:
        """Return alarms of a severity per 100 segments; of these rules only, where any are named."""
        many = sum(n for (level, rule), n in self.levels.items() if level == severity and (not rules or rule in rules))
        return 100 * many / self.segments

    def missed(self) -> list[str]:
        """Name the targets that are missed."""
        faults = []
        if self.rate(Severity.ERROR) > MOST_ERRORS:
            faults.append(f"more than {MOST_ERRORS} errors per 100 segments")
        if sum(n for (*which, verdict), n in self.read.items() if which == WORST and verdict != "real") > MOST_FALSE:
            faults.append(f"more than {MOST_FALSE} false errors of the rule numbers")
        if self.rate(Severity.WARNING, "number-missing", "number-added") > MOST_ONE_SIDED:
            faults.append(f"more than {MOST_ONE_SIDED} one-sided numbers per 100 segments")
        return faults


def count(locale: str, rule: str, *, verbose: bool) -> Count:
    """Count the alarms of a locale, of one rule where it is named."""
    verdicts = judged()
    levels: Counter[tuple[str, str]] = Counter()
    read: Counter[tuple[str, str, str]] = Counter()
    for number, one, flaw, pair in alarms(locale):
        if rule not in {"", one.id}:
            continue
        severity = (flaw.severity or one.severity).value
        levels[severity, one.id] += 1
        read[one.id, severity, verdicts.get((locale, number, one.id), "not read")] += 1
        if verbose:
            print(f"{locale}:{number}: {severity} {one.id}: {flaw.message} [{pair.target[flaw.start : flaw.end]}]")
            print(f"    {pair.source}\n    {pair.target}")
    return Count(sum(map(len, articles(locale))), levels, read)


def main() -> int:
    """Print the tables; return 1 where a target is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each alarm")
    options.add_argument("--more", action="store_true", help="the other languages as well")
    options.add_argument("--rule", default="", help="only this rule")
    chosen = options.parse_args()
    names = [*LOCALES, *(MORE if chosen.more else ())]
    counts = {name: count(name, chosen.rule, verbose=chosen.verbose) for name in chosen.locales or names}
    for locale, one in counts.items():
        for severity in Severity:
            rules = (f"{rule}={many}" for (level, rule), many in sorted(one.levels.items()) if level == severity)
            print(f"{locale}: {severity.value}: {one.rate(severity):.2f} per 100 segments", *rules)
    print("\nrule\tlevel\treal\tfalse\tnot read")
    read = sum((one.read for one in counts.values()), Counter())
    for rule, level in sorted({(rule, level) for rule, level, _ in read}):
        print(rule, level, *(read[rule, level, verdict] for verdict in ("real", "false", "not read")), sep="\t")
    missed = [f"{locale}: {fault}" for locale, one in counts.items() for fault in one.missed()]
    print("\n" + ("\n".join(missed) or "all targets met"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
