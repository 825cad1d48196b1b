"""Owns where marks stand in the answer of an engine that keeps none.

What was asked for by itself stands where the answer says the same, `a report` as `보고서`; a term, code or an address
also where it stands as it is. What is not found as often as the text has it is not placed: the text has no answer then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from l10n import languages
from l10n.drafting.bare import BareSentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.drafting.bare import Bare, Stretch

__all__ = ["marked"]

_EDGE = re.compile(r"\W*")
_STOP = re.compile(r"[.。।]+\Z")


def marked(bare: Bare, answers: Mapping[str, str | None], locale: str) -> str | None:
    """Return the answer to a text with its marks; None where one has no place, or a sentence no answer.

    `answers` has what each of the questions was answered.
    """
    out: list[str] = []
    for part in bare.parts:
        text = _sentence(part, answers, locale) if isinstance(part, BareSentence) else part
        if text is None:
            return None
        out.append(text)
    return "".join(out)


def _sentence(sentence: BareSentence, answers: Mapping[str, str | None], locale: str) -> str | None:
    answer = (answers.get(sentence.text) or "").strip()
    found = _places(sentence.stretches, answer, answers, locale)
    if not answer or found is None:
        return None
    lead, tail = (match.end() if (match := _EDGE.match(text)) else 0 for text in (answer, answer[::-1]))
    # Where several stand at one place: what ends there, the inner first; what opens there, the outer first.
    marks = [_Place(min(many, lead), -1, 0, number) for many, number in sentence.front]
    marks += [_Place(len(answer) - min(many, tail), 3, 0, number) for many, number in sentence.rear]
    for stretch, (start, end) in found:
        if stretch.replaced:
            marks.append(_Place(start, 2, 0, stretch.opens, end - start))
        else:
            marks += [_Place(start, 1, -end, stretch.opens), _Place(end, 0, -start, stretch.closes)]
    return "".join(_written(answer, sorted(marks)))


class _Place(NamedTuple):
    """Where a mark goes, in the order of writing."""

    at: int
    kind: int
    width: int
    number: int
    gone: int = 0
    """Characters of the answer that it stands for."""


def _written(answer: str, places: Sequence[_Place]) -> Iterator[str]:
    at = 0
    for place in places:
        yield answer[at : place.at]
        yield f"⟦{place.number}⟧"
        at = place.at + place.gone
    yield answer[at:]


def _places(
    stretches: Sequence[Stretch], answer: str, answers: Mapping[str, str | None], locale: str
) -> list[tuple[Stretch, tuple[int, int]]] | None:
    """Return each stretch with its range in the answer; None where one is missing, or two cross each other."""
    found: list[tuple[Stretch, tuple[int, int]]] = []
    groups: dict[tuple[str, str], list[Stretch]] = {}
    for stretch in stretches:
        groups.setdefault((_name(stretch, answers), stretch.word), []).append(stretch)
    for (name, word), group in groups.items():
        begins = sorted({stretch.at for stretch in group})  # two marks may be around the same words: `***both***`
        known = [places for one in (name, word) if len(places := _found(one, answer, locale)) == len(begins)]
        if not known:
            return None
        place = dict(zip(begins, known[0], strict=True))
        found += [(stretch, place[stretch.at]) for stretch in group]
    return found if _nested(found) else None


def _name(stretch: Stretch, answers: Mapping[str, str | None]) -> str:
    """Return what a stretch is called in the answer, as far as asking for it alone tells."""
    if stretch.kept:
        return stretch.text
    answer = (answers.get(stretch.text) or "").strip()
    return answer if _STOP.search(stretch.text) else _STOP.sub("", answer)


def _found(name: str, answer: str, locale: str) -> list[tuple[int, int]]:
    """Return where a name stands as a word, in upper or lower case; where particles follow, whatever is behind it."""
    language = languages.of(locale)
    spaced = language.scripts is None or language.scripts.spaced
    before = r"(?<!\w)" if spaced and name[:1].isalnum() else ""
    behind = r"(?!\w)" if spaced and language.particles is None and name[-1:].isalnum() else ""
    pattern = f"{before}{re.escape(name)}{behind}"
    return [match.span() for match in re.finditer(pattern, answer, re.IGNORECASE)] if name else []


def _nested(found: Sequence[tuple[Stretch, tuple[int, int]]]) -> bool:
    """Tell whether stretches stand apart or one within the other, and none within one that a mark stands for."""
    around: list[tuple[int, bool]] = []
    for start, less, replaced in sorted((low, -high, one.replaced) for one, (low, high) in found):
        while around and around[-1][0] <= start:
            around.pop()
        if around and (around[-1][1] or around[-1][0] < -less):
            return False
        around.append((-less, replaced))
    return True
