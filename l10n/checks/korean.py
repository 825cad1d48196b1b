"""Owns the rules about Korean: particles, register, spacing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Kind, Severity, Term
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text import korean, register, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


_LOOSE = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.CAPTION, Kind.CELL, Kind.TERM, Kind.ALT, Kind.META, Kind.QUOTE})
"""Texts that need no sentence, or are another's words."""
_FEWEST = 3
"""Sentences that make a register."""
_HABIT = 2
"""Texts of an article that mix 합쇼체 and 해요체 by accident; more of them are how the author speaks."""


def _register(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    found: list[tuple[int, korean.View, list[register.Ending]]] = []
    speech = source_speech = False
    for index, pair in enumerate(pairs):
        seen = korean.view(pair.target, pair.target_spans)
        quoted = (speech or source_speech) and not _marked(seen.text)
        speech = register.speaks_on(seen.text, open_before=speech)
        source_speech = register.speaks_on(pair.source, open_before=source_speech)
        if pair.kind not in _LOOSE and not quoted:
            found.append((index, seen, list(register.endings(seen.text))))
    everything = [ending for *_, endings in found for ending in endings]
    main = register.main_register(everything) if len(everything) >= _FEWEST else None
    faults = []
    for index, seen, endings in found:
        own = main or register.main_register(endings)
        odd = next((one for one in endings if own and not register.fits(one, own)), None)
        if own and odd:
            whole = "the article" if main else "the text"
            said = f"{seen.text[odd.start : odd.end]} is {odd.register}, {whole} is in {own}"
            polite = register.Register.PLAIN not in {odd.register, own}
            faults.append((index, polite, Flaw(said, *seen.place(odd.start, odd.end))))
    habit = sum(polite for _, polite, _ in faults) > _HABIT
    for index, polite, flaw in faults:
        yield index, replace(flaw, severity=Severity.INFO) if polite and habit else flaw


def _marked(text: str) -> bool:
    return any(mark in text for mark in '"“”')


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
    Rule(
        id="register",
        severity=Severity.WARNING,
        reason="An article speaks to its readers at one level; a sentence at another reads as if someone else wrote it.",
        failing=(
            Example("He came.", "그가 왔다."),
            Example("It rained.", "비가 왔습니다."),
            Example("She left.", "그녀는 떠났다."),
        ),
        passing=(
            Example("He came.", "그가 왔다."),
            Example("“It rained,” he said.", "그는 “비가 왔습니다”라고 말했다."),
            Example("She left.", "그녀는 떠났다."),
        ),
        find=_register,
        scope=Scope.ARTICLE,
        languages=_KOREAN,
    ),
)
