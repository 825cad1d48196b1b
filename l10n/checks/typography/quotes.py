"""Owns the rules about quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.checks.lift import each
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule
from l10n.text import quotes
from l10n.text.characters import language, mask
from l10n.text.quotes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]

_MESSAGES = {
    Fault.UNCLOSED: "the quotation mark {mark} is never closed",
    Fault.UNOPENED: "the quotation mark {mark} closes nothing",
    Fault.MIXED: "a straight quotation mark is paired with a curly one",
    Fault.REVERSED: "the quotation mark {mark} is the wrong way round",
}
_SINGLE = frozenset("‘’‚‹›")
_CURLY = frozenset("“”‘’")


def _paired(pair: Pair) -> Iterator[Flaw]:
    reading = quotes.read(mask(pair.target, pair.target_spans), language(pair.locale))
    if not reading.problems:
        return
    source = quotes.read(mask(pair.source, pair.source_spans), language(pair.source_locale))
    told = False
    for problem in reading.problems:
        lone = problem.fault in {Fault.UNCLOSED, Fault.UNOPENED}
        if lone and (told or not source.balanced):
            continue
        told = told or lone
        found = pair.target[problem.at]
        yield Flaw(_MESSAGES[problem.fault].format(mark=found), problem.at, problem.at + 1, fix=problem.fix)


def _style(pair: Pair) -> Iterator[Flaw]:
    tongue = language(pair.locale)
    known = quotes.accepted(tongue)
    if not known:
        return
    outer, inner = quotes.preferred(tongue)
    for one in quotes.read(mask(pair.target, pair.target_spans), tongue).quotations:
        if '"' in one.marks or one.marks in known:
            continue
        best = inner if one.marks[0] in _SINGLE else outer
        inside = pair.target[one.start + 1 : one.end - 1]
        fix = None if tongue == "fr" else best[0] + inside + best[1]
        yield Flaw(f"{one.marks} are not the quotation marks of this language", one.start, one.end, fix=fix)


def _straight(pair: Pair) -> Iterator[Flaw]:
    if '"' not in pair.target or not _CURLY & set(pair.source):
        return
    for one in quotes.read(mask(pair.target, pair.target_spans), "ko").quotations:
        if one.marks == '""':
            inside = pair.target[one.start + 1 : one.end - 1]
            yield Flaw("straight quotation marks where the source has curly ones", one.start, one.end, f"“{inside}”")


def _nested(pair: Pair) -> Iterator[Flaw]:
    found = quotes.read(mask(pair.target, pair.target_spans), language(pair.locale)).quotations
    for one in found:
        if one.marks == "“”" and any(o.marks == "‘’" and o.start < one.start and one.end < o.end for o in found):
            yield Flaw("“ ” stand inside of ‘ ’", one.start, one.end)


RULES = (
    Rule(
        id="quotes",
        severity=Severity.WARNING,
        reason="A quotation that is not closed leaves a reader in doubt who is speaking.",
        failing=(
            Example("“We wait,” he said.", "그는 “기다린다고 말했다."),
            Example("“We wait,” he said.", "그는 “기다린다“고 말했다."),
            Example("“We wait,” he said.", '그는 “기다린다"고 말했다.'),
        ),
        passing=(
            Example("“We wait,” he said.", "그는 “기다린다”고 말했다."),
            Example("“We wait.", "“기다린다."),
            Example("The agents’ tools are 6 inches long.", "Les outils de l’agent font 6\" de long.", locale="fr"),
        ),
        find=each(_paired),
    ),
    Rule(
        id="quote-style",
        severity=Severity.WARNING,
        reason="Each language has quotation marks of its own, and readers notice foreign ones.",
        failing=(
            Example("“We wait,” he said.", "그는 «기다린다»고 말했다."),
            Example("“We wait,” he said.", "Er sagte: “Wir warten.”", locale="de"),
        ),
        passing=(
            Example("“We wait,” he said.", "Er sagte: „Wir warten.“", locale="de"),
            Example("“We wait,” he said.", "Er sagte: »Wir warten.«", locale="de"),
            Example("“We wait,” he said.", "Il a dit : « Nous attendons. »", locale="fr"),
        ),
        find=each(_style),
    ),
    Rule(
        id="straight-quotes",
        severity=Severity.WARNING,
        reason="Korean newspapers print curly quotation marks; straight ones are a typewriter's.",
        failing=(Example("“We wait,” he said.", '그는 "기다린다"고 말했다.'),),
        passing=(Example('"We wait," he said.', '그는 "기다린다"고 말했다.'),),
        find=each(_straight),
        languages=frozenset({"ko"}),
    ),
    Rule(
        id="nested-quotes",
        severity=Severity.WARNING,
        reason="“ ” stand outside and ‘ ’ inside, so that a reader sees which quotation ends.",
        failing=(Example("“They said ‘go’,” he said.", "그는 ‘그들이 “가라”고 했다’고 말했다."),),
        passing=(Example("“They said ‘go’,” he said.", "그는 “그들이 ‘가라’고 했다”고 말했다."),),
        find=each(_nested),
        languages=frozenset({"ko", "zh"}),
    ),
)
