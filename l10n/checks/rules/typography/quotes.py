"""Owns the rules about quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.rules.base import per_pair
from l10n.locales import language
from l10n.model import Severity
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text.punctuation import quotes
from l10n.text.punctuation.characters import mask
from l10n.text.punctuation.quotes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair
    from l10n.text.punctuation.quotes import Problem

__all__ = ["RULES"]

_MESSAGES = {
    Fault.UNCLOSED: "the quotation mark {mark} is never closed",
    Fault.UNOPENED: "the quotation mark {mark} closes nothing",
    Fault.MIXED: "a straight quotation mark is paired with a curly one",
    Fault.REVERSED: "the quotation mark {mark} is the wrong way round",
}
_SINGLE = frozenset("‘’‚‹›")
_CURLY = frozenset("“”‘’")
_SINGLE_QUOTED = re.compile(r"(?<![\w'])'(?=[^\s'])[^'\n]*[^\s'\d]'(?![A-Za-z0-9'])")
_FEW = 5
"""Segments over which one quotation may run."""


def _paired(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    lone: list[tuple[int, Problem]] = []
    runs: list[bool] = []
    for index, pair in enumerate(pairs):
        problems = quotes.read(mask(pair.target, pair.target_spans), language(pair.locale)).problems
        for problem in problems:
            if problem.fault not in quotes.LONE:
                careless = '"' in pair.source and not _CURLY & set(pair.source)
                level = Severity.INFO if problem.fault is Fault.MIXED and careless else None
                yield index, _flaw(pair, problem, level)
        first = next((problem for problem in problems if problem.fault in quotes.LONE), None)
        if first:
            lone.append((index, first))
        runs.append(quotes.runs_on(mask(pair.source, pair.source_spans), before=bool(runs) and runs[-1]))
    across = _across(lone, runs)
    left = [(index, problem) for index, problem in lone if index not in across and _whole(pairs[index])]
    for index, problem in _torn(left):
        yield index, _flaw(pairs[index], problem, None)


def _whole(pair: Pair) -> bool:
    return quotes.whole(mask(pair.source, pair.source_spans))


def _across(lone: list[tuple[int, Problem]], runs: list[bool]) -> set[int]:
    """Return the segments whose mark has its partner in another, while a quotation runs on in the source."""
    found: set[int] = set()
    opened = -1
    for index, problem in lone:
        continued = opened >= 0 and all(runs[opened:index])
        if problem.fault is not Fault.UNOPENED:
            opened = opened if continued else index
        elif continued:
            found |= {opened, index}
            opened = -1
    return found


def _flaw(pair: Pair, problem: Problem, severity: Severity | None) -> Flaw:
    message = _MESSAGES[problem.fault].format(mark=pair.target[problem.at])
    return Flaw(message, problem.at, problem.at + 1, problem.fix, severity)


def _torn(lone: list[tuple[int, Problem]]) -> Iterator[tuple[int, Problem]]:
    """Yield marks without a partner, save those that open in one segment and close in a later one."""
    waiting: tuple[int, Problem] | None = None
    for index, problem in lone:
        closes = problem.fault is Fault.UNOPENED
        if closes and waiting is not None and index - waiting[0] <= _FEW:
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = None if closes else (index, problem)
        if closes:
            yield index, problem
    if waiting is not None:
        yield waiting


def _style(pair: Pair) -> Iterator[Flaw]:
    tongue = language(pair.locale)
    known = quotes.accepted(tongue)
    if not known:
        return
    outer, inner = quotes.preferred(tongue)
    reading = quotes.read(mask(pair.target, pair.target_spans), tongue)
    told = {problem.at for problem in reading.problems}
    for one in reading.quotations:
        if '"' in one.marks or one.marks in known or told & {one.start, one.end - 1}:
            continue
        best = inner if one.marks[0] in _SINGLE else outer
        inside = pair.target[one.start + 1 : one.end - 1]
        fix = None if tongue == "fr" else best[0] + inside + best[1]
        yield Flaw(f"{one.marks} are not the quotation marks of this language", one.start, one.end, fix=fix)


def _straight(pair: Pair) -> Iterator[Flaw]:
    yield from _straight_single(pair)
    if '"' not in pair.target or '"' in pair.source or not _CURLY & set(pair.source):
        return
    for one in quotes.read(mask(pair.target, pair.target_spans), "ko").quotations:
        if one.marks == '""':
            inside = pair.target[one.start + 1 : one.end - 1]
            yield Flaw("straight quotation marks where the source has curly ones", one.start, one.end, f"“{inside}”")


def _straight_single(pair: Pair) -> Iterator[Flaw]:
    if "'" in pair.target and "'" not in pair.source and _CURLY & set(pair.source):
        for one in _SINGLE_QUOTED.finditer(mask(pair.target, pair.target_spans)):
            inside = pair.target[one.start() + 1 : one.end() - 1]
            yield Flaw("straight quotation marks where the source has curly ones", *one.span(), f"‘{inside}’")


def _nested(pair: Pair) -> Iterator[Flaw]:
    found = quotes.read(mask(pair.target, pair.target_spans), language(pair.locale)).quotations
    for one in found:
        if one.marks != "“”":
            continue
        outer = {two.marks for two in found if two.start < one.start and one.end < two.end}
        if "‘’" in outer:
            yield Flaw("“ ” stand inside of ‘ ’", one.start, one.end)
        elif "“”" in outer:
            inside = pair.target[one.start + 1 : one.end - 1]
            yield Flaw("“ ” stand inside of “ ”", one.start, one.end, f"‘{inside}’")


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
            Example("The agents’ tools are 6 inches long.", 'Les outils de l’agent font 6" de long.', locale="fr"),
        ),
        find=_paired,
        scope=Scope.ARTICLE,
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
        find=per_pair(_style),
    ),
    Rule(
        id="straight-quotes",
        severity=Severity.WARNING,
        reason="Korean newspapers print curly quotation marks; straight ones are a typewriter's.",
        failing=(Example("“We wait,” he said.", '그는 "기다린다"고 말했다.'),),
        passing=(Example('"We wait," he said.', '그는 "기다린다"고 말했다.'),),
        find=per_pair(_straight),
        languages=frozenset({"ko"}),
    ),
    Rule(
        id="nested-quotes",
        severity=Severity.WARNING,
        reason="“ ” stand outside and ‘ ’ inside, so that a reader sees which quotation ends.",
        failing=(
            Example("“They said ‘go’,” he said.", "그는 ‘그들이 “가라”고 했다’고 말했다."),
            Example("“They said ‘go’,” he said.", "그는 “그들이 “가라”고 했다”고 말했다."),
        ),
        passing=(Example("“They said ‘go’,” he said.", "그는 “그들이 ‘가라’고 했다”고 말했다."),),
        find=per_pair(_nested),
        languages=frozenset({"ko", "zh"}),
    ),
)
