"""Prints the report card of a language: what is known of it, from where, and what its rules find.

    python -m tools.language th
    python -m tools.language th --corpus news.jsonl

A line of the corpus is a JSON object with an English text (`en` or `eng`), its translation under the locale's name, and
`doc`, the article; what is found in the translations that people made are false alarms, until read and judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import fields, is_dataclass
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from l10n import checks, formats, languages, locales
from l10n.errors import L10nError
from l10n.languages.facets import PROOFS
from l10n.protocols import Pair, Scope
from l10n.text.sentences import length
from tools.proof import proofread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.languages import Language
    from l10n.languages.supplement import ExampleRow
    from l10n.model import Flaw
    from l10n.protocols import Rule

__all__ = ["card", "corpus", "failures", "inspected"]

_SCOPES = (Scope.SEGMENT, Scope.ARTICLE)
_AROUND = 30
"""Characters shown on either side of a fault."""


def _pair(source: str, target: str, locale: str, article: str = "") -> Pair:
    inline = formats.load("markdown").inline
    return Pair(source, target, locale, source_spans=inline(source), target_spans=inline(target), article=article)


def inspected(row: ExampleRow, locale: str) -> bool:
    """Tell whether a rule finds something in the row that is its example; raises `UsageError` for no rule."""
    rules = checks.members(row.rule)
    return any(True for _ in checks.inspect([_pair(row.source, row.target, locale)], rules, scopes=_SCOPES))


def failures(rows: Iterable[ExampleRow], locale: str) -> list[str]:
    """Return a line for each row whose rule does not do as it says."""
    wanted = {True: "should be found", False: "should not be found"}
    return [
        f"{row.rule}: {row.source} → {row.target}: {wanted[row.finds]}"
        for row in rows
        if inspected(row, locale) is not row.finds
    ]


def _count(value: Any) -> int:
    """Return how many things a facet knows: words, patterns, numbers; what is empty or false is none."""
    if is_dataclass(value):
        return sum(_count(getattr(value, one.name)) for one in fields(value) if one.name != "grade")
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    if isinstance(value, tuple | frozenset):
        return len(value)
    return int(bool(value))


def _facets(language: Language) -> Iterator[str]:
    for name in languages.FACETS:
        facet = getattr(language, name)
        if facet is None:
            yield f"  {name:<15} –"
            continue
        yield f"  {name:<15} {facet.grade:<7} {_count(facet):>5}  {', '.join(language.sources(name))}"


def _idle(language: Language) -> Iterator[str]:
    """Yield the rules that cannot be applied, with what they lack."""
    for rule in checks.rules():
        lacks = [name for name in rule.facets if not language.has(name)]
        if lacks:
            yield f"  {rule.id}: no {', '.join(lacks)}"


def _unproved(language: Language) -> Iterator[str]:
    """Yield the facets that are known and not tested, with the rules whose rows would do it."""
    for name, rules in PROOFS.items():
        facet = getattr(language, name)
        if facet is not None and facet.grade is languages.Grade.CLDR:
            yield f"  {name}: {', '.join(sorted(rules))}"


def card(locale: str) -> str:
    """Return the report card of a locale; raises `ConfigError` where a file of it is wrong."""
    language = languages.of(locale)
    proofread(language)
    known = language.scripts
    scripts = f"{', '.join(sorted(known.names))}, {known.direction}" if known else "an unknown script"
    rows = language.examples
    wrong = [line for one in language.supplements for line in failures(one.examples, one.name)]
    lines = [
        f"{locale}: {locales.display_name(locale)}, written in {scripts}",
        f"supplements: {', '.join(one.path for one in language.supplements) or 'none'}",
        "facets (grade, size, source):",
        *_facets(language),
        f"examples: {len(rows) - len(wrong)} of {len(rows)} as they say",
        *(f"  {line}" for line in wrong),
        "rows that would prove more (of one of these rules, one that finds and one that does not):",
        *_unproved(language),
        "rules that are not applied:",
        *_idle(language),
    ]
    return "\n".join(lines) + "\n"


def _rows(path: Path, locale: str) -> list[Pair]:
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source = row.get("en") or row.get("eng")
        target = row.get(locale) or row.get(locale.replace("_", "-")) or row.get(locales.tag(locale))
        if source and target:
            pairs.append(_pair(source, target, locale, row.get("doc", "")))
    return pairs


def corpus(path: Path, locale: str) -> str:
    """Return the findings per 100 segments of a corpus by rule, and each of them."""
    pairs = _rows(path, locale)
    found: list[tuple[Pair, Rule, Flaw]] = []
    for _, group in groupby(pairs, key=lambda pair: pair.article):
        article = list(group)
        found += [(article[at], rule, flaw) for at, rule, flaw in checks.inspect(article, scopes=_SCOPES)]
    many = Counter(rule.id for _, rule, _ in found)
    if not pairs:
        return f"no segment in {locale}\n"
    lines = [*_lengths(pairs), f"{len(pairs)} segments, findings per 100:"]
    lines += [f"  {100 * count / len(pairs):6.2f}  {rule}" for rule, count in many.most_common()]
    lines += [
        f"{rule.id} [{flaw.severity or rule.severity}]: {flaw.message}\n  {pair.source}\n  {_shown(pair.target, flaw)}"
        for pair, rule, flaw in sorted(found, key=lambda one: one[1].id)
    ]
    return "\n".join(lines) + "\n"


def _lengths(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield how long translations are in parts of their sources, as `[length]` wants to know it."""
    shares = sorted(length.share(one.source, one.target) for one in pairs if len(one.source) >= length.LONG)
    if shares:
        first, last = shares[len(shares) // 100], shares[-1 - len(shares) // 100]
        yield f"length of {len(shares)}: 1st percentile {first:.2f}, median {median(shares):.2f}, 99th {last:.2f}"


def _shown(target: str, flaw: Flaw) -> str:
    start, end = max(flaw.start - _AROUND, 0), flaw.end + _AROUND
    return target[start:end] if flaw.end else target


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report card of the locale that is named."""
    parser = argparse.ArgumentParser(prog="python -m tools.language", description=__doc__)
    parser.add_argument("locale")
    parser.add_argument("--corpus", type=Path, help="human translations, one JSON object a line")
    chosen = parser.parse_args(arguments)
    locale = locales.parse(chosen.locale)
    try:
        print(card(locale), end="")
        if chosen.corpus:
            print(corpus(chosen.corpus, locale), end="")
    except L10nError as err:
        sys.exit(f"l10n: {err}")


if __name__ == "__main__":
    main()
