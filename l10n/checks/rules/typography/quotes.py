"""Owns the rules about quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule, Scope
from l10n.text.punctuation import quotes
from l10n.text.punctuation.characters import mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair
    from l10n.text.punctuation.quotes import Quotation

__all__ = ["RULES"]

_SINGLE = frozenset("‘’‚‹›")
_CURLY = frozenset("“”‘’")
_SINGLE_QUOTED = re.compile(r"(?<![\w'])'(?=[^\s'])[^'\n]*[^\s'\d]'(?![A-Za-z0-9'])")
_LONGEST = 2_000
"""Characters of a quotation whose marks can be exchanged."""
_FEW = 5
"""Segments over which one quotation may run."""


def _paired(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    lone: list[tuple[int, Flaw]] = []
    runs: list[bool] = []
    for index, pair in enumerate(pairs):
        flaws = quotes.read(mask(pair.target, pair.target_spans), pair.locale).flaws
        for flaw in flaws:
            if flaw.kind not in quotes.LONE:
                careless = '"' in pair.source and not _CURLY & set(pair.source)
                level = Severity.INFO if flaw.kind == quotes.MIXED and careless else None
                yield index, replace(flaw, severity=level)
        first = next((flaw for flaw in flaws if flaw.kind in quotes.LONE), None)
        if first:
            lone.append((index, first))
        runs.append(quotes.runs_on(mask(pair.source, pair.source_spans), before=bool(runs) and runs[-1]))
    across = _across(lone, runs)
    yield from _torn([(index, flaw) for index, flaw in lone if index not in across and _whole(pairs[index])])


def _whole(pair: Pair) -> bool:
    return quotes.whole(mask(pair.source, pair.source_spans))


def _across(lone: list[tuple[int, Flaw]], runs: list[bool]) -> set[int]:
    """Return the segments whose mark has its partner in another, while a quotation runs on in the source."""
    found: set[int] = set()
    opened = -1
    for index, flaw in lone:
        continued = opened >= 0 and all(runs[opened:index])
        if flaw.kind != quotes.UNOPENED:
            opened = opened if continued else index
        elif continued:
            found |= {opened, index}
            opened = -1
    return found


def _torn(lone: list[tuple[int, Flaw]]) -> Iterator[tuple[int, Flaw]]:
    """Yield marks without a partner, save those that open in one segment and close in a later one."""
    waiting: tuple[int, Flaw] | None = None
    for index, flaw in lone:
        closes = flaw.kind == quotes.UNOPENED
        if closes and waiting is not None and index - waiting[0] <= _FEW:
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = None if closes else (index, flaw)
        if closes:
            yield index, flaw
    if waiting is not None:
        yield waiting


def _style(pair: Pair) -> Iterator[Flaw]:
    known = quotes.accepted(pair.locale)
    if not known:
        return
    outer, inner = quotes.preferred(pair.locale)
    reading = quotes.read(mask(pair.target, pair.target_spans), pair.locale)
    told = {flaw.start for flaw in reading.flaws}
    for one in reading.quotations:
        if '"' in one.marks or one.marks in known or told & {one.start, one.end - 1}:
            continue
        best = inner if one.marks[0] in _SINGLE else outer
        fix = None if languages.of(pair.locale).has("quotes.spaced") else _marked(pair, one, best)
        yield Flaw(f"{one.marks} are not the quotation marks of this language", one.start, one.end, fix=fix)


def _straight(pair: Pair) -> Iterator[Flaw]:
    yield from _straight_single(pair)
    if '"' not in pair.target or '""' in pair.target or '"' in pair.source or not _CURLY & set(pair.source):
        return
    for one in quotes.read(mask(pair.target, pair.target_spans), pair.locale).quotations:
        if one.marks == '""':
            fix = _marked(pair, one, "“”")
            yield Flaw("straight quotation marks where the source has curly ones", one.start, one.end, fix)


def _straight_single(pair: Pair) -> Iterator[Flaw]:
    if "'" in pair.target and "'" not in pair.source and _CURLY & set(pair.source):
        for one in _SINGLE_QUOTED.finditer(mask(pair.target, pair.target_spans)):
            inside = pair.target[one.start() + 1 : one.end() - 1]
            yield Flaw("straight quotation marks where the source has curly ones", *one.span(), f"‘{inside}’")


def _nested(pair: Pair) -> Iterator[Flaw]:
    around: list[Quotation] = []
    marks: Counter[str] = Counter()
    for one in reversed(quotes.read(mask(pair.target, pair.target_spans), pair.locale).quotations):
        while around and around[-1].start > one.start:
            marks[around.pop().marks] -= 1
        if one.marks == "“”" and marks["‘’"]:
            yield Flaw("“ ” stand inside of ‘ ’", one.start, one.end)
        elif one.marks == "“”" and marks["“”"]:
            yield Flaw("“ ” stand inside of “ ”", one.start, one.end, _marked(pair, one, "‘’"))
        around.append(one)
        marks[one.marks] += 1


def _marked(pair: Pair, one: Quotation, marks: str) -> str | None:
    """Return a quotation in other marks; none where it is so long that many of them may stand inside of each other."""
    return marks[0] + pair.target[one.start + 1 : one.end - 1] + marks[1] if one.end - one.start < _LONGEST else None


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
        find=_style,
        finishes=True,
    ),
    Rule(
        id="straight-quotes",
        severity=Severity.WARNING,
        reason="Korean newspapers print curly quotation marks; straight ones are a typewriter's.",
        failing=(Example("“We wait,” he said.", '그는 "기다린다"고 말했다.'),),
        passing=(Example('"We wait," he said.', '그는 "기다린다"고 말했다.'),),
        find=_straight,
        finishes=True,
        facets=("quotes.curly",),
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
        find=_nested,
        finishes=True,
        facets=("quotes.nested",),
    ),
)
