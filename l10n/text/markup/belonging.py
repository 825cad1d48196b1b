"""Owns which words the markup of a text belongs to, and where a translation gives two pieces each other's words.

Word order changes between languages, so order alone proves nothing, save where words are joined by `and`, `or` or a
comma: in 930 such pairs of codes and links of a manual in six languages translators turned not one round. What proves
an exchange else is what stands in the brackets: Latin words and figures that both sides have, terms of the glossary,
names that sound alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import InlineRole, SpanKind
from l10n.text.facts.terms import places
from l10n.text.facts.transliteration import likeness
from l10n.text.identity import scripts
from l10n.text.markup import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.languages.code import Heard
    from l10n.model import Inline, Term

__all__ = ["Exchange", "Marked", "MarkedText", "codes_turned", "links_exchanged", "stress_moved"]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its markup."""

    text: str
    spans: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of markup with the words that belong to it."""

    what: str
    """Where a link leads, the code itself, the mark of emphasis."""
    start: int
    end: int
    """Of the whole, marks included."""
    words: str = ""
    """What stands between the marks."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two pieces of a translation, each in the place of the other."""

    one: Marked
    other: Marked
    """Both as they stand in the translation."""
    sure: bool
    """Both have words that are the other's in the source; else one has, or only their order tells."""


_MOST = 40
"""Links of a text that are compared, each with each."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]|\d+", re.ASCII)
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_SPELT = re.compile(r"[^\W\d_A-Za-z]{2,}")
_HEARD = 0.8
"""How alike a name and its spelling sound that stand for each other."""
_JOINED = re.compile(
    r"[\s*_()'\"“”]*(?:[,;/]|,?\s*\b(?:and|or|then|&)(?:/or)?\b|\s&\s)[\s*_()'\"“”]*(?:(?:the|an?|then|and|or)\s+)?[*_]*"
)
"""What stands between two pieces that are joined."""
_COORDINATED = re.compile(r"\b(?:and|or|but)\b|;")
_SUBORDINATED = re.compile(
    r"\b(?:if|when|whe[nr]e(?:as|ver)?|wh(?:ich|o|ose|at)|because|since|as|that|than|though|although|unless|until|till"
    r"|while|before|after|instead|rather|without|within?|using|via|including|from|in|into|on|of|for|by|under|between"
    r"|like|so|via|both|not)\b|[.!?:\n]"
)
"""What other languages may put in front of the words it follows."""


def links_exchanged(
    source: MarkedText, target: MarkedText, locale: str, terms: tuple[Term, ...] = ()
) -> Iterator[Exchange]:
    """Yield the links of a translation that lead where another link of it should; each link once, ascending."""
    before, after = _alone(_links(source)), _alone(_links(target))
    both = [what for what in before if what in after][:_MOST]
    if len(both) < 2:  # noqa: PLR2004  two to exchange
        return
    fits = _Fit(source, target, [(before[what], after[what]) for what in both], locale, terms).fits
    done: set[str] = set()
    settled: set[str] = set()
    for at, one in enumerate(both):
        for other in both[at + 1 :]:
            straight = fits(one, one) + fits(other, other)
            crossed = fits(one, other) + fits(other, one)
            if straight and not crossed:
                settled |= {one, other}
            elif crossed and not straight and not done & {one, other}:
                done |= {one, other}
                yield Exchange(after[one], after[other], sure=crossed > 1)
    if not done:
        yield from _turned(source.text, before, after, settled)


def codes_turned(source: MarkedText, target: MarkedText) -> Iterator[Exchange]:
    """Yield the first two words of code that are joined in a source and stand the other way round in its translation.

    So are those of two clauses that `and` joins, where nothing else stands between that changes the order of words.
    """
    before, after = _alone(_codes(source)), _alone(_codes(target))
    yield from _turned(source.text, before, after, set())


def stress_moved(source: MarkedText, target: MarkedText) -> Iterator[tuple[str, Marked]]:
    """Yield a word or figure that a source stresses, and what its translation stresses in its place.

    Both sides have both, so that it is clear which of the two the emphasis belongs to.
    """
    meant, given = list(_stressed(source)), list(_stressed(target))
    if not meant or len(meant) != len(given):
        return
    ours = {word for held in meant for word in _words(held.words)}
    theirs = {word for held in given for word in _words(held.words)}
    known, here = _words(source.text), _words(target.text)
    lost = sorted((ours - theirs) & here)
    for held in given if lost else ():
        wrong = _words(held.words)
        if wrong and not wrong & ours and wrong <= known:
            yield lost[0], held
            return


def _turned(text: str, before: dict[str, Marked], after: dict[str, Marked], settled: set[str]) -> Iterator[Exchange]:
    for one, other in pairwise(before.values()):
        known = one.what in after and other.what in after and not settled & {one.what, other.what}
        if known and after[one.what].start > after[other.what].start and _joins(text[one.end : other.start]):
            yield Exchange(after[other.what], after[one.what], sure=False)
            return


def _joins(gap: str) -> bool:
    """Tell whether what stands between two pieces joins them, so that every language keeps their order."""
    if _JOINED.fullmatch(gap):
        return True
    return _COORDINATED.search(gap) is not None and _SUBORDINATED.search(gap) is None


class _Fit:
    """Which words in brackets of a source are those of which link in its translation."""

    def __init__(
        self,
        source: MarkedText,
        target: MarkedText,
        pairs: Sequence[tuple[Marked, Marked]],
        locale: str,
        terms: tuple[Term, ...],
    ) -> None:
        self._heard = languages.of(locale).heard
        small = {word for word in _WORD.findall(source.text) if word.islower()} if _latin(locale) else set()
        shared = _words(source.text) & _words(target.text) - small
        self._ours = {mine.what: _words(mine.words) & shared for mine, _ in pairs}
        self._theirs = {yours.what: _words(yours.words) & shared for _, yours in pairs}
        self._names = {mine.what: _NAME.findall(mine.words) for mine, _ in pairs}
        self._spelt = {yours.what: yours.words for _, yours in pairs}
        self._terms = {
            mine.what: [place.term.target for place in places(mine.words, terms)] if terms else [] for mine, _ in pairs
        }

    def fits(self, mine: str, yours: str) -> bool:
        """Tell whether the words of a link of the source are those of a link of the translation."""
        words = self._spelt[yours]
        if self._ours[mine] & self._theirs[yours] or any(term and term in words for term in self._terms[mine]):
            return True
        return self._heard is not None and any(_sounds(name, words, self._heard) for name in self._names[mine])


def _sounds(name: str, words: str, heard: Heard) -> bool:
    return any(likeness(name, word, heard) >= _HEARD for word in _SPELT.findall(words))


def _latin(locale: str) -> bool:
    """Tell whether a language is written in Latin letters: there common words may be alike by chance."""
    return "latin" in scripts.expected(locale)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _alone(pieces: Sequence[Marked]) -> dict[str, Marked]:
    """Return the pieces that a text has just once, in its order."""
    found: dict[str, list[Marked]] = {}
    for piece in pieces:
        found.setdefault(piece.what, []).append(piece)
    return {what: some[0] for what, some in found.items() if len(some) == 1}


def _links(side: MarkedText) -> list[Marked]:
    by = {span.id: span for span in side.spans}
    found = []
    for goal, spans in placeholders.goals(side.text, side.spans).items():
        for span in spans:
            ends = [span, by[span.pair]] if span.pair in by else [span]
            first, last = ends if span.role is InlineRole.OPEN else (ends[-1], span)
            found.append(Marked(goal, first.start, last.end, side.text[first.end : last.start]))
    return sorted(found, key=lambda held: held.start)


def _codes(side: MarkedText) -> list[Marked]:
    codes = (span for span in side.spans if span.kind is SpanKind.CODE)
    return [Marked(side.text[span.start : span.end].strip("` "), span.start, span.end) for span in codes]


def _stressed(side: MarkedText) -> Iterator[Marked]:
    by = {span.id: span for span in side.spans}
    for span in side.spans:
        if span.kind is SpanKind.EMPHASIS and span.role is InlineRole.OPEN and span.pair in by:
            last = by[span.pair]
            mark = side.text[span.start : span.end]
            yield Marked(mark, span.start, last.end, side.text[span.end : last.start])
