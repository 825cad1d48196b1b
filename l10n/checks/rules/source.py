"""Owns the rules about the English text, before anybody translates it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.checks.rules.base import per_pair
from l10n.model import Kind, Severity
from l10n.protocols import Example, Flaw, Rule, Scope
from l10n.text.facts import acronyms
from l10n.text.punctuation import english
from l10n.text.sentences.segmentation import sentences
from l10n.text.sentences.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Pair
    from l10n.text.punctuation.english import Mark

__all__ = ["RULES"]

_LONG = 45
"""Words of a sentence that is hard to translate in one."""
_CLAUSES = re.compile(r";|[,.?!][\"”]")
"""What divides a sentence into parts that are translated one by one."""
_BLOCKS = 0.3
"""Share of segments with several sentences from which segments are paragraphs, not sentences."""
_AHEAD = 12
"""Segments of one paragraph that a quotation or a bracket may span, where segments are sentences."""
_BRIEF = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.CAPTION, Kind.ALT, Kind.META, Kind.CELL, Kind.TERM})
"""Texts too short to explain anything in."""
_PARTNER = {"“": "”", '"': '"', "(": ")", "[": "]", "{": "}"}


def _quotes(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    marks = [list(english.loose(english.hide(pair.source, pair.source_spans))) for pair in pairs]
    if not any(marks):
        return
    blocks = sum(len(sentences(pair.source)) > 1 for pair in pairs) >= _BLOCKS * len(pairs)
    closed: set[tuple[int, int]] = set()
    ahead = 1 if blocks else _AHEAD
    for index, found in enumerate(marks):
        for mark in found:
            if mark.opens:
                end = _end(mark, index, marks, ahead)
                closed |= {end} if end else set()
                told = english.attributed(pairs[index].source[mark.at :])
                if end or (not told and _goes_on(mark, pairs[index + 1 : index + 1 + ahead])):
                    continue
            if (index, mark.at) not in closed:
                yield index, Flaw(_unbalanced(mark), mark.at, mark.at + 1)


def _end(mark: Mark, index: int, marks: Sequence[Sequence[Mark]], ahead: int) -> tuple[int, int] | None:
    """Return the segment and offset of the mark that ends a quotation or bracket in a later segment."""
    for place in range(index + 1, min(index + 1 + ahead, len(marks))):
        for other in marks[place]:
            if other.char == _PARTNER[mark.char] and not other.opens:
                return place, other.at
    return None


def _goes_on(mark: Mark, following: Sequence[Pair]) -> bool:
    """Tell whether what follows goes on with the quotation: the next mark opens it anew, at a paragraph's head."""
    for pair in following if mark.char in {"“", '"'} else ():
        if any(char in pair.source for char in '“”"'):
            return pair.source.lstrip("*_> ").startswith(mark.char)
    return False


def _unbalanced(mark: Mark) -> str:
    if mark.char == '"':
        return "a quotation mark without a partner"
    if mark.opens:
        return f"{mark.char} is never closed"
    return f"{mark.char} closes nothing"


def _doubled(pair: Pair) -> Iterator[Flaw]:
    for start, end, last, certain in english.doubled(english.hide(pair.source, pair.source_spans)):
        word = pair.source[start:end]
        yield Flaw(f"“{pair.source[start:last]}”: a word twice", start, last, word if certain else None)


def _acronym(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    before: list[str] = []
    seen = set(acronyms.KNOWN)
    for index, pair in enumerate(pairs):
        text = english.hide(pair.source, pair.source_spans)
        before.append(text)
        if pair.kind in _BRIEF:
            continue
        seen.update(term.source for term in pair.terms)
        for word, start, end in acronyms.acronyms(text):
            if word not in seen:
                seen.add(word)
                if not any(acronyms.expanded(other, word) for other in before):
                    yield index, Flaw(f"“{word}” is not explained where it stands first", start, end)


def _long(pair: Pair) -> Iterator[Flaw]:
    if len(pair.source) < _LONG * 2:
        return
    for start, end in sentences(pair.source, whole_quotations=False):
        inside = [span for span in pair.source_spans if start <= span.start and span.end <= end]
        text = english.hide(pair.source, inside)[start:end]
        if max(map(count, _CLAUSES.split(text))) > _LONG:
            yield Flaw(f"a sentence of {count(text)} words", start, end)


_WORDY = (
    "The harbor office, which had been closed for repairs since the flood of last spring, opened its doors again on "
    "Monday morning to a long line of captains, sailors, clerks and merchants, who had waited in the rain for hours "
    "and who now asked for the papers that the law demands of them."
)

RULES = (
    Rule(
        id="source-quotes",
        severity=Severity.WARNING,
        reason="Where a quotation or a bracket does not end, translators must guess who says what.",
        failing=(Example("“We left at noon, the captain said."),),
        passing=(Example("“We left at noon,” the captain said. It’s 6'2\" long (about 1.9 m)."),),
        find=_quotes,
        scope=Scope.SOURCE,
    ),
    Rule(
        id="source-acronym",
        severity=Severity.INFO,
        reason="An acronym that nobody explains cannot be looked up, and readers abroad do not know it.",
        failing=(Example("The HPO closed the harbor."),),
        passing=(Example("The Harbor Police Office (HPO) closed the harbor. The HPO is small."),),
        find=_acronym,
        scope=Scope.SOURCE,
    ),
    Rule(
        id="source-doubled",
        severity=Severity.WARNING,
        reason="A word written twice is a slip that engines translate.",
        failing=(Example("The ship left the the harbor."),),
        passing=(Example("He said that that ship had had a very very long day in Port Port."),),
        find=per_pair(_doubled),
        scope=Scope.SOURCE,
    ),
    Rule(
        id="source-long",
        severity=Severity.WARNING,
        reason="A sentence that nobody can hold in mind is translated wrongly; two sentences are not.",
        failing=(Example(_WORDY),),
        passing=(Example("The harbor office opened its doors again on Monday morning."),),
        find=per_pair(_long),
        scope=Scope.SOURCE,
    ),
)
