"""Owns the rules about facts that must survive translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _numbers(pair: Pair) -> Iterator[Flaw]:
    difference = numbers.compare(
        pair.source, pair.target, pair.source_locale, pair.locale, pair.source_spans, pair.target_spans
    )
    if difference.changed:
        yield Flaw(f"the source has {', '.join(difference.missing)}, the translation has {', '.join(difference.extra)}")


RULES = (
    Rule(
        id="numbers",
        severity=Severity.ERROR,
        reason="A changed figure is the worst error a news translation can have; values are compared, not digits.",
        failing=(Example("It cost $1.5 billion.", "비용은 15만 달러였다."),),
        passing=(Example("It cost $1.5 billion.", "비용은 15억 달러였다."),),
        find=each(_numbers),
    ),
)
