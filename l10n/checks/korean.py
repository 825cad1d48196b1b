"""Owns the rules about Korean: particles, register, spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity, Term
from l10n.protocols import Example, Flaw, Rule
from l10n.text import korean, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]

_KOREAN = frozenset({"ko"})
_TRUSTED = {
    korean.Trust.LOW: Severity.INFO,
    korean.Trust.FAIR: Severity.WARNING,
    korean.Trust.HIGH: Severity.ERROR,
}


def _terms(pair: Pair, text: str) -> list[tuple[int, int]]:
    """Return where the terms of the source stand in a translation."""
    if not pair.terms:
        return []
    words = dict.fromkeys(word for term in terms.terms_in(pair.source, pair.terms) for word in terms.targets(term))
    return [place for word in words for place in terms.standing(word, text)]


def _particles(pair: Pair) -> Iterator[Flaw]:
    seen = korean.view(pair.target, pair.target_spans)
    for slip in korean.wrong_particles(seen, _terms(pair, seen.text)):
        start, end = seen.place(slip.start, slip.end)
        form = seen.text[slip.start : slip.end]
        said = f"after {slip.word} the particle is {slip.form}, not {form}" if slip.form else f"{form} stands twice"
        yield Flaw(said, start, end, slip.form, _TRUSTED[slip.trust])


RULES: tuple[Rule, ...] = (
    Rule(
        id="particle",
        severity=Severity.ERROR,
        reason="A particle in the wrong form is the first thing a Korean reader sees: it says that nobody read the text.",
        failing=(
            Example("The ministry denied the report.", "국가보위성은 보도을 부인했다."),
            Example("The ministry (MSS) denied it.", "**국가보위성**(MSS)를 비판했다."),
            Example("The ministry denied it.", "국가보위성가 부인했다.", terms=(Term("ministry", "국가보위성"),)),
        ),
        passing=(
            Example("The ministry (MSS) denied it in autumn.", "국가보위성(MSS)은 가을에 지은 집을 떠났다."),
            Example("The MSS bought 5kg.", "MSS는 5kg을 샀다."),
        ),
        find=each(_particles),
        languages=_KOREAN,
    ),
)
