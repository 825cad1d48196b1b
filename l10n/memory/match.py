"""Owns how a remembered translation of a similar text becomes a suggestion for this one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance.Indel import opcodes

from l10n.text.negation import negations
from l10n.text.numbers import values
from l10n.text.similarity import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.text.numbers import Number

__all__ = ["THRESHOLD", "Candidate", "adapt", "best", "tokens"]

THRESHOLD = 0.85
"""Least similarity of a near match: below it, editing a suggestion takes longer than writing (translators' usage)."""

_TOKEN = re.compile(r"[^\W_]+(?:[.,:'’][^\W_]+)*|[^\w\s]|_")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A remembered pair that may serve."""

    source: str
    target: str
    article: str
    uses: int = 1
    """How often this pair is remembered."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, as the full-text index cuts them."""
    return tuple(word.lower() for word in _WORD.findall(text))


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).replace("–", "-").replace("—", "-").split())


def _names(text: str) -> Counter[str]:
    """Count the capitalised words of an English text, those that only begin a sentence left out."""
    found = re.finditer(r"(?:^|[.!?:]\s+|[\"“‘(\[*_])?([^\W\d_]*[A-Z][^\W\d_]*)", text)
    return Counter(match.group(1) for match in found if match.group(0) == match.group(1) or match.group(1).isupper())


def _changes(one: str, other: str) -> tuple[list[str], list[str]]:
    """Return the words of each text that the other has not at that place."""
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    steps = opcodes(left, right)
    gone = [word for step in steps if step.tag != "equal" for word in left[step.src_start : step.src_end]]
    come = [word for step in steps if step.tag != "equal" for word in right[step.dest_start : step.dest_end]]
    return gone, come


def _same_meaning(known: str, wanted: str) -> bool:
    """Tell whether two similar texts agree in what must not differ: negation, names, quotations."""
    one, other = _plain(known), _plain(wanted)
    return (
        negations(one) == negations(other)
        and _names(one) == _names(other)
        and _QUOTED.findall(one) == _QUOTED.findall(other)
    )


def _digits(text: str, locale: str) -> list[Number]:
    return [number for number in values(text, locale) if number.required]


def _substituted(candidate: Candidate, wanted: str, source_locale: str, target_locale: str) -> str | None:
    """Return the remembered translation with this text's numbers; None where that is not safe.

    Safe: the texts differ in plain digits only (percentages and days among them, not scaled numbers or clock times),
    and each such number stands once in the remembered source and once, by the same digits, in its translation.
    """
    gone, come = _changes(_plain(candidate.source), _plain(wanted))
    if len(gone) != len(come) or not all(_NUMBER.fullmatch(word) for word in gone + come):
        return None
    known, there = _digits(candidate.source, source_locale), _digits(candidate.target, target_locale)
    target, edits = candidate.target, []
    for old, new in zip(gone, come, strict=True):
        if (old.count(","), old.count(".")) != (new.count(","), new.count(".")) or old in come:
            return None
        before = [number for number in known if number.text == old]
        after = [number for number in there if before and number.readings & before[0].readings]
        if len(before) != 1 or len(after) != 1 or before[0].plain or after[0].plain or after[0].text != old:
            return None
        if target_locale.startswith("ko") and _particle_turns(old, new, target[after[0].end :]):
            return None
        edits.append((after[0].start, after[0].end, new))
    for start, end, new in sorted(edits, reverse=True):
        target = target[:start] + new + target[end:]
    return target


_PARTICLE = re.compile(r"[은는이가을를과와]|으?로(?![가-힣])")
_CODAS = dict.fromkeys("178", "l") | dict.fromkeys("036", "closed")


def _particle_turns(old: str, new: str, rest: str) -> bool:
    """Tell whether a Korean particle right after a number would have to change with it (일, 칠, 팔 end in ㄹ)."""
    return bool(_PARTICLE.match(rest)) and _CODAS.get(old[-1]) != _CODAS.get(new[-1])


def adapt(candidate: Candidate, wanted: str, source_locale: str, target_locale: str) -> tuple[str, float] | None:
    """Return what a remembered pair suggests for a text, with its similarity; None below the threshold.

    A text that differs in a number, a negation, a name or a quotation says something else: it suggests nothing,
    unless only plain numbers differ and can be put in.
    """
    if candidate.source == wanted:
        return candidate.target, 1.0
    score = ratio(_plain(candidate.source), _plain(wanted), cutoff=THRESHOLD)
    if not score or not _same_meaning(candidate.source, wanted):
        return None
    score = min(score, 0.99)
    one = [number.readings for number in _digits(candidate.source, source_locale)]
    if one == [number.readings for number in _digits(wanted, source_locale)]:
        return candidate.target, score
    target = _substituted(candidate, wanted, source_locale, target_locale)
    return None if target is None else (target, score)


def best(
    candidates: Iterable[Candidate], wanted: str, source_locale: str, target_locale: str
) -> tuple[str, float] | None:
    """Return the best suggestion: the most similar, then the most used, then by article and text."""
    found = []
    for candidate in candidates:
        answer = adapt(candidate, wanted, source_locale, target_locale)
        if answer is not None:
            target, score = answer
            found.append((-score, -candidate.uses, candidate.article, target))
    if not found:
        return None
    negative, _, _, target = min(found)
    return target, -negative
