"""Plants other weekdays, months, units, currencies and lost negations in human translations, and counts what is told.

Usage: python benchmarks/checks_planted.py [-v] [locale …]; the corpus folder is `L10N_CORPUS`, by default
`../shared/corpus` seen from the project: news in 27 languages and, where there are any, FLORES sentences. The words are
those of `planted.toml`, which knows nothing of the program's own. An error is planted where the English names a time,
unit or currency and the translation has its word just once; it counts as found when a rule then tells, at error or
warning level, what it did not tell before. Prints found and planted by kind and locale, with `-v` each that was missed;
exits with 1 where a kind with a target is found less often.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks import CORPUS

from l10n import checks, formats
from l10n.model import Severity
from l10n.protocols import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TARGET = {"weekday": 0.8, "month": 0.8, "unit": 0.8, "currency": 0.8}
ENOUGH = 20
"""Planted errors of a kind from which its target counts."""
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
CURRENCIES = {"dollar": r"\$|\bdollars?\b", "euro": r"€|\beuros?\b", "pound": r"£|\bpounds?\b"}
UNSPACED = frozenset({"th", "zh_TW"})
NEGATED = re.compile(r"\b(?:not|no|never|cannot)\b|n[’']t\b", re.IGNORECASE)
Planted = tuple[str, Pair]


def pairs(locale: str) -> Iterator[Pair]:
    """Yield the human translations into a locale."""
    fmt = formats.load("plain")
    for name, key, target in (
        ("ntrex-news/more-languages.jsonl", "en", locale),
        (f"flores-mt/{locale.partition('_')[0]}.jsonl", "en", "human"),
    ):
        path = CORPUS / name
        if not path.is_file() or (target == "human" and locale in {"zh_TW", "pt_BR"}):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get(target):
                yield Pair(row[key], row[target], locale, fmt.inline(row[key]), fmt.inline(row[target]))


def word(form: str, locale: str) -> re.Pattern[str]:
    """Return a pattern for a whole word."""
    edges = ("", "") if locale in UNSPACED or not form[-1].isalpha() else (r"(?<!\w)", r"(?!\w)")
    return re.compile(edges[0] + re.escape(form) + edges[1], re.IGNORECASE)


def swapped(text: str, one: Sequence[str], other: Sequence[str], locale: str, *, behind: bool = False) -> str | None:
    """Put another word for one that stands once in a text, in the same form and with the same capitals."""
    found = [
        (match, other[min(at, len(other) - 1)])
        for at, form in enumerate(one)
        for match in word(form, locale).finditer(text)
        if not behind or re.search(r"\d[\s\u00a0-]?\Z", text[: match.start()])
    ]
    spans = {match.span() for match, _ in found}
    if not spans or len({start for start, _ in spans}) != 1:
        return None
    match, new = max(found, key=lambda pair: pair[0].end())
    new = new.upper() if match.group().isupper() and len(new) > 1 and match.group().isalpha() else new
    new = new[0].upper() + new[1:] if match.group()[0].isupper() else new
    return text[: match.start()] + new + text[match.end() :]


def names(pair: Pair, table: dict[str, Any], kind: str, english: Sequence[str]) -> Iterator[Planted]:
    """Plant another weekday or month."""
    rows = [forms.split("|") for forms in table[kind]]
    for at, name in enumerate(english):
        if len(re.findall(rf"\b{name}\b", pair.source)) == 1:
            text = swapped(pair.target, rows[at], rows[(at + 2) % len(rows)], pair.locale)
            if text:
                yield kind, replace(pair, target=text)


def units(pair: Pair, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant another unit behind a number."""
    for group in table["unit"]:
        for name, other in (tuple(group), tuple(group)[::-1]):
            if len(re.findall(rf"\d[ -]{name}s?\b", pair.source)) == 1 and other not in pair.source:
                forms = group[name].split("|"), group[other].split("|")
                text = swapped(pair.target, *forms, pair.locale, behind=True)
                if text:
                    yield "unit", replace(pair, target=text)


def currencies(pair: Pair, table: dict[str, Any]) -> Iterator[Planted]:
    """Plant another currency."""
    named = [name for name, pattern in CURRENCIES.items() if re.search(pattern, pair.source)]
    if len(named) == 1 and re.search(r"\d", pair.source):
        other = "euro" if named[0] == "dollar" else "dollar"
        forms = table["currency"]
        text = swapped(pair.target, forms[named[0]].split("|"), forms[other].split("|"), pair.locale)
        if text:
            yield "currency", replace(pair, target=text)


def negations(pair: Pair, table: dict[str, Any]) -> Iterator[Planted]:
    """Take the only negation away."""
    if len(NEGATED.findall(pair.source)) == 1:
        edge = "" if pair.locale in UNSPACED else r"(?<!\w)"
        lost = [match for form in table["negation"] for match in re.finditer(edge + form, pair.target, re.IGNORECASE)]
        if len(lost) == 1:
            yield "negation", replace(pair, target=pair.target[: lost[0].start()] + pair.target[lost[0].end() :])


def planted(locale: str) -> Iterator[tuple[Pair, str, Pair]]:
    """Yield human pairs with an error planted in them: pair, kind, and the pair with the error."""
    table = tomllib.loads(Path(__file__).with_name("planted.toml").read_text(encoding="utf-8"))[locale]
    for pair in pairs(locale):
        for kind, wrong in (
            *names(pair, table, "weekday", DAYS),
            *names(pair, table, "month", MONTHS),
            *units(pair, table),
            *currencies(pair, table),
            *negations(pair, table),
        ):
            yield pair, kind, wrong


def told(pair: Pair) -> Counter[tuple[str, str]]:
    """Count what the rules tell of a pair at error or warning level."""
    return Counter(
        (rule.id, flaw.message)
        for _, rule, flaw in checks.inspect([pair])
        if (flaw.severity or rule.severity) is not Severity.INFO
    )


def measure(locale: str, *, verbose: bool) -> list[str]:
    """Print a locale's figures; return the targets it misses."""
    found: Counter[str] = Counter()
    many: Counter[str] = Counter()
    for pair, kind, wrong in planted(locale):
        many[kind] += 1
        if told(wrong) - told(pair):
            found[kind] += 1
        elif verbose:
            print(f"{locale}: missed {kind}\n    {wrong.source}\n    {wrong.target}")
    print(f"{locale}:", *(f"{kind} {found[kind]}/{many[kind]}" for kind in (*TARGET, "negation")))
    return [
        f"{locale}: {kind}: {found[kind]} of {many[kind]}"
        for kind, target in TARGET.items()
        if many[kind] >= ENOUGH and found[kind] < target * many[kind]
    ]


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("locales", nargs="*", default=[])
    options.add_argument("-v", "--verbose", action="store_true", help="print each error that was missed")
    chosen = options.parse_args()
    every = tomllib.loads(Path(__file__).with_name("planted.toml").read_text(encoding="utf-8"))
    missed = [row for name in chosen.locales or every for row in measure(name, verbose=chosen.verbose)]
    print("\n" + ("\n".join(missed) or "all targets met"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
