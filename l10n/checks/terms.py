"""Owns the rules about the glossary and about names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity, Term
from l10n.protocols import Example, Flaw, Rule
from l10n.text import terms
from l10n.text.replacing import replacement
from l10n.text.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair
    from l10n.text.terms import Verdict

__all__ = ["RULES"]


def _verdicts(pair: Pair) -> Iterator[Verdict]:
    """Judge a translation by the glossary; a text in the source's own language is no translation."""
    if pair.terms and pair.locale != pair.source_locale:
        yield from terms.judge(blank(pair.source, pair.source_spans), blank(pair.target, pair.target_spans), pair.terms)


def _note(term: Term) -> str:
    return f" ({term.note})" if term.note else ""


def _forbidden(pair: Pair) -> Iterator[Flaw]:
    told: set[tuple[int, int]] = set()
    for verdict in _verdicts(pair):
        term = verdict.term
        for word, (start, end) in zip(verdict.forbidden, verdict.ranges, strict=True):
            if (start, end) in told:
                continue
            told.add((start, end))
            wider, fix = replacement(pair.target, start, end, term.target, pair.locale) or (end, None)
            yield Flaw(
                f"“{word}” is not to be used for “{term.source}”: write “{term.target}”{_note(term)}",
                start,
                wider,
                fix,
                Severity.WARNING if pair.draft else None,
            )


def _missing(pair: Pair) -> Iterator[Flaw]:
    for verdict in _verdicts(pair):
        if verdict.missing and not verdict.forbidden:
            choices = " or ".join(f"“{word}”" for word in terms.targets(verdict.term))
            yield Flaw(
                f"“{verdict.term.source}” is not translated as {choices}{_note(verdict.term)}",
                severity=Severity.INFO if pair.draft else None,
            )


_ORIGINAL = re.compile(
    r"(?<=[가-힣])[ \u00a0]+(?=\((?:[A-Z][A-Za-z0-9&.-]*[A-Z0-9]|[A-Z][\w’'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*)*)\))"
)
"""The space between a Korean word and a bracket that only holds an acronym or a name in Latin letters."""


def _bracket_space(pair: Pair) -> Iterator[Flaw]:
    if " (" not in pair.target and "\u00a0(" not in pair.target:
        return
    for space in _ORIGINAL.finditer(blank(pair.target, pair.target_spans)):
        start, end = space.span()
        word = re.search(r"[가-힣]+\Z", pair.target[:start])
        bracket = pair.target[end : pair.target.index(")", end) + 1]
        yield Flaw(f"a space before the bracket: write “{word.group() if word else ''}{bracket}”", start, end, "")


_MSS = Term("MSS", "국가보위성", forbidden=("국가안보부",), variants=("보위성",))

RULES = (
    Rule(
        id="term-forbidden",
        severity=Severity.ERROR,
        reason="The glossary rules this word out, because readers take it for something else.",
        failing=(Example("The MSS denied it.", "국가안보부는 부인했다.", terms=(_MSS,)),),
        passing=(Example("The MSS denied it.", "보위성은 부인했다.", terms=(_MSS,)),),
        find=each(_forbidden),
    ),
    Rule(
        id="term-missing",
        severity=Severity.WARNING,
        reason="Readers know an institution by one name only; the glossary says which.",
        failing=(Example("The MSS denied it.", "경찰은 부인했다.", terms=(_MSS,)),),
        passing=(Example("The MSS denied it.", "국가보위성은 부인했다.", terms=(_MSS,)),),
        find=each(_missing),
    ),
    Rule(
        id="bracket-space",
        severity=Severity.WARNING,
        reason="In Korean the original of a name stands in a bracket that is glued to the word it explains.",
        failing=(Example("The Harbor Police Office (HPO) closed.", "항만경찰청 (HPO)이 문을 닫았다."),),
        passing=(Example("The Harbor Police Office (HPO) closed.", "항만경찰청(HPO)이 문을 닫았다."),),
        find=each(_bracket_space),
        languages=frozenset({"ko"}),
    ),
)
