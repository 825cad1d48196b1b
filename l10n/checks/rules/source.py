"""Owns the rules about the English text, before anybody translates it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Kind, Severity
from l10n.protocols import Example, Rule, Scope
from l10n.text.facts import acronyms
from l10n.text.punctuation import english
from l10n.text.sentences.segmentation import sentences
from l10n.text.sentences.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.protocols import Pair

__all__ = ["RULES"]

_LONG = 45
"""Words of a sentence that is hard to translate in one."""
_CLAUSES = re.compile(r";|[,.?!][\"”]")
"""What divides a sentence into parts that are translated one by one."""
_BLOCKS = 0.3
"""Share of segments with several sentences from which segments are paragraphs, not sentences."""
_AHEAD = 12
"""Segments of one paragraph that a quotation or a bracket may span, where segments are sentences."""
_BRIEF = frozenset({Kind.HEADLINE, Kind.HEADING, Kind.BYLINE, Kind.CAPTION, Kind.ALT, Kind.META, Kind.CELL, Kind.TERM})
"""Texts too short to explain anything in."""
_CURLY = "“”"
_CURLY_MARKS = frozenset(_CURLY)
_PARTNER = {"“": "”", '"': '"', "(": ")", "[": "]", "{": "}"}


def _quotes(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    marks = [list(_loose(pair)) for pair in pairs]
    if not any(marks):
        return
    blocks = sum(len(sentences(pair.source)) > 1 for pair in pairs) >= _BLOCKS * len(pairs)
    closed: set[tuple[int, int]] = set()
    ahead = 1 if blocks else _AHEAD
    closing = [_closing(pair, found) for pair, found in zip(pairs, marks, strict=True)]
    for index, found in enumerate(marks):
        following = range(index + 1, min(len(pairs), index + 1 + ahead))
        text = pairs[index].source
        openers = {text[mark.start] for mark in found if mark.kind == english.OPENS}
        ends = {one: _end(one, following, closing) for one in openers}
        going = {one: _goes_on(one, [pairs[at] for at in following]) for one in openers if not ends[one]}
        closed.update(filter(None, ends.values()))
        for mark in found:
            if mark.kind == english.OPENS:
                opener = text[mark.start]
                if ends[opener] or (going[opener] and english.attributed(text) < mark.start):
                    continue
            if (index, mark.start) not in closed:
                yield index, mark


def _loose(pair: Pair) -> Iterator[Flaw]:
    """Yield the marks without a partner, save quotation marks of which the language has another use (`„…“`, `”…”`)."""
    known = languages.of(pair.locale).quotes
    other = any(marks != _CURLY and not _CURLY_MARKS.isdisjoint(marks) for marks in (known.pairs if known else ()))
    for mark in english.loose(english.hide(pair.source, pair.source_spans)):
        if not (other and pair.source[mark.start] in _CURLY_MARKS):
            yield mark


def _closing(pair: Pair, marks: Sequence[Flaw]) -> dict[str, int]:
    """Return the offset of the first of each mark that closes something before its segment."""
    closers = (mark.start for mark in reversed(marks) if mark.kind == english.CLOSES)
    return {pair.source[at]: at for at in closers}


def _end(opener: str, following: Iterable[int], closing: Sequence[dict[str, int]]) -> tuple[int, int] | None:
    """Return the segment and offset of the mark that ends a quotation or bracket in a later segment."""
    mark = _PARTNER[opener]
    return next(((at, closing[at][mark]) for at in following if mark in closing[at]), None)


def _goes_on(opener: str, following: Sequence[Pair]) -> bool:
    """Tell whether what follows goes on with the quotation: the next mark opens it anew, at a paragraph's head."""
    for pair in following if opener in {"“", '"'} else ():
        if any(char in pair.source for char in '“”"'):
            return pair.source.lstrip("*_> ").startswith(opener)
    return False


def _doubled(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    for index, pair in enumerate(pairs):
        for start, end, last, certain in english.doubled(english.hide(pair.source, pair.source_spans)):
            word = pair.source[start:end]
            yield index, Flaw(f"“{pair.source[start:last]}”: a word twice", start, last, word if certain else None)


def _acronym(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    unread: list[str] = []
    told: set[str] = set()
    seen = set(acronyms.KNOWN)
    for index, pair in enumerate(pairs):
        text = english.hide(pair.source, pair.source_spans)
        unread.append(text)
        if pair.kind in _BRIEF:
            continue
        seen.update(term.source for term in pair.terms)
        for word, start, end in acronyms.acronyms(text):
            if word not in seen:
                seen.add(word)
                while unread:
                    told.update(acronyms.explained(unread.pop()))
                if word not in told:
                    yield index, Flaw(f"“{word}” is not explained where it stands first", start, end)


def _long(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flaw]]:
    for index, pair in enumerate(pairs):
        if len(pair.source) >= _LONG * 2:
            for flaw in _sentences(pair):
                yield index, flaw


def _sentences(pair: Pair) -> Iterator[Flaw]:
    for start, end in sentences(pair.source, whole_quotations=False):
        first = bisect_left(pair.source_spans, start, key=attrgetter("start"))
        inside = pair.source_spans[first : bisect_right(pair.source_spans, end, key=attrgetter("end"))]
        text = english.hide(pair.source, inside, start, end)
        words = count(text)
        if words > _LONG and max(map(count, _CLAUSES.split(text))) > _LONG:
            yield Flaw(f"a sentence of {words} words", start, end)


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
        find=_doubled,
        scope=Scope.SOURCE,
    ),
    Rule(
        id="source-long",
        severity=Severity.WARNING,
        reason="A sentence that nobody can hold in mind is translated wrongly; two sentences are not.",
        failing=(Example(_WORDY),),
        passing=(Example("The harbor office opened its doors again on Monday morning."),),
        find=_long,
        scope=Scope.SOURCE,
    ),
)
