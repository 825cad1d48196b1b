"""Owns the order in which a memory is asked for one text: the same text, a near one, its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from rapidfuzz import fuzz, process

from l10n.memory.match import Candidate, Matcher, likeness
from l10n.model import Answer, Translation
from l10n.protocols import Hit
from l10n.text.digest import digest
from l10n.text.sentences import align

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from l10n.model import Request, Term

__all__ = [
    "ENGINE",
    "ENOUGH",
    "MOST",
    "MOST_WORDS",
    "Known",
    "Shelf",
    "answer",
    "by_sentence",
    "hits",
    "lengths",
    "nearest",
    "rarest",
]

ENGINE = "memory"
_RAREST = 5
"""Words by which near texts are looked up; of `ENOUGH` and more, two have to be there."""
ENOUGH = 4
MOST = 30000
"""Texts measured per question at most; only texts of nothing but common words have more."""
MOST_WORDS = 500
"""Words of a text that are looked at."""
_NEAREST = 50
"""Texts whose translations are tried, the most alike first."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """A translation of the very text that is asked for."""

    target: str
    article: str
    sentence: bool
    """It was a sentence of a paragraph."""
    before: str
    after: str
    """The digests of the source texts that stood beside it; empty at an end, and for a sentence."""


class Shelf(Protocol):
    """What a storage finds."""

    def exact(self, text: str, locale: str) -> Sequence[Known]:
        """Return the translations of this text."""

    def near(self, matcher: Matcher) -> Iterable[Candidate]:
        """Return pairs whose sources share some of the rarest of the matcher's words, and may be alike."""


def rarest(words: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    """Return the words by which texts are looked up; `counts` says how many sources have a word."""
    known = sorted((counts[word], word) for word in words[:MOST_WORDS] if counts.get(word))
    return [word for _, word in known[:_RAREST]]


def lengths(matcher: Matcher) -> tuple[float, float]:
    """Return how long a source is at least and at most that may be alike."""
    long, floor = len(matcher.wanted), matcher.floor()
    return long * floor / (2 - floor), long * (2 - floor) / floor


def nearest(
    matcher: Matcher, found: Mapping[T, str], translations: Callable[[Sequence[T]], Iterable[Sequence[Candidate]]]
) -> list[Candidate]:
    """Measure the sources that were found, and return the pairs of the most alike.

    `translations` returns the pairs of several sources, those of each by themselves.
    """
    alike = process.extract(matcher.wanted, found, scorer=fuzz.ratio, score_cutoff=matcher.floor() * 100, limit=None)
    candidates: list[Candidate] = []
    for start in range(0, len(alike), _NEAREST):
        for pairs in translations([key for _, _, key in alike[start : start + _NEAREST]]):
            candidates += pairs
            if start and candidates:
                break
        if candidates:
            break
    return candidates


def hits(shelf: Shelf, matcher: Matcher, limit: int) -> list[Hit]:
    """Return the most alike of what is remembered, with what each suggests for the text."""
    found = []
    for candidate in shelf.near(matcher):
        adapted = matcher.adapt(candidate)
        score = round(likeness(candidate.source, matcher.wanted), 4)
        translation = Translation(
            candidate.source,
            candidate.target,
            matcher.source_locale,
            matcher.target_locale,
            candidate.context,
            candidate.origin,
            candidate.article,
        )
        found.append(Hit(translation, score, candidate.uses, adapted[0] if adapted else None))
    return sorted(found, key=_rank)[:limit]


def _rank(hit: Hit) -> tuple[float, int, str, str]:
    return -hit.score, -hit.uses, hit.translation.article, hit.translation.target


@dataclass(frozen=True, slots=True)
class _Asked:
    shelf: Shelf
    source: str
    target: str
    terms: tuple[Term, ...]


def answer(shelf: Shelf, request: Request, locales: tuple[str, str], terms: tuple[Term, ...]) -> Answer:
    """Answer a request; `locales` are those of source and target, `terms` the glossary of the target's.

    The same text scores 1.0; where it has several translations, the one with the same neighbours is preferred, then
    one of a whole text, then the most used, then by article and text. A near match, and a text put together from the
    matches of all its sentences, score below 1.0; the better of the two is the answer.
    """
    asked = _Asked(shelf, *locales, terms)
    exact = _exact(asked, request.text, request.before, request.after)
    if exact is not None:
        return Answer(exact, ENGINE)
    found = [_near(asked, request.text), _assembled(asked, request.text)]
    best = max((one for one in found if one), key=lambda one: one[1], default=None)
    return Answer(None, ENGINE, 0.0) if best is None else _scored(best)


def by_sentence(
    shelf: Shelf, text: str, locales: tuple[str, str], terms: tuple[Term, ...]
) -> tuple[tuple[str, Answer], ...]:
    """Return each sentence of a text with the memory's answer to it, with or without text."""
    asked = _Asked(shelf, *locales, terms)
    found = ((sentence, _sentence(asked, sentence)) for sentence in align.split(text, locales[0]))
    return tuple((sentence, _scored(one) if one else Answer(None, ENGINE, 0.0)) for sentence, one in found)


def _scored(found: tuple[str, float]) -> Answer:
    text, score = found
    return Answer(text, ENGINE) if score == 1 else Answer(text, f"{ENGINE}/{score:.2f}", score)


def _exact(asked: _Asked, text: str, before: str = "", after: str = "") -> str | None:
    marks = {digest(text) for text in (before,) if text}, {digest(text) for text in (after,) if text}
    ranks: dict[str, tuple[int, bool, int, str]] = {}
    for known in asked.shelf.exact(text, asked.target):
        beside = (known.before in marks[0]) + (known.after in marks[1])
        least, sentence, uses, article = ranks.get(known.target, (0, True, 0, known.article))
        ranks[known.target] = (
            min(least, -beside),
            sentence and known.sentence,
            uses - 1,
            min(article, known.article),
        )
    return min(ranks, key=lambda target: (ranks[target], target)) if ranks else None


def _near(asked: _Asked, text: str) -> tuple[str, float] | None:
    matcher = Matcher(text, asked.source, asked.target, asked.terms)
    return matcher.best(asked.shelf.near(matcher))


def _sentence(asked: _Asked, text: str) -> tuple[str, float] | None:
    exact = _exact(asked, text)
    return (exact, 1.0) if exact is not None else _near(asked, text)


def _assembled(asked: _Asked, text: str) -> tuple[str, float] | None:
    """Put a text together from its sentences; None unless every one is known."""
    parts = align.split(text, asked.source)
    if len(parts) < 2:  # noqa: PLR2004  a single sentence is the text itself
        return None
    found: list[tuple[str, float]] = []
    for part in parts:
        one = _sentence(asked, part)
        if one is None:
            return None
        found.append(one)
    return align.joiner(asked.target).join(target for target, _ in found), min(0.99, *(score for _, score in found))
