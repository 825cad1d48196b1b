"""Owns the change of a remembered translation into one for a text that differs in numbers, months and terms."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n import languages
from l10n.memory import figures
from l10n.memory.slots import GapKind
from l10n.text.facts import terms as glossary
from l10n.text.markup.protected_terms import inflects
from l10n.text.numbers import compare, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.memory.slots import TextGap
    from l10n.text.numbers import Number

__all__ = ["substitute"]

_MONTH_SIGNS = "월月"


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    old: str
    new: str


def substitute(  # noqa: PLR0917  two of each: source before target, known before wanted
    source: str, target: str, wanted: str, known: Sequence[TextGap], there: Sequence[TextGap], locales: tuple[str, str]
) -> str | None:
    """Return `target`, the translation of `source`, as a translation of `wanted`; None where that is not safe.

    `known` and `there` are the slots of `source` and `wanted`, of equal kinds; `locales` are those of source and
    target. Safe: each slot that differs stands once in the source and once in its translation, in a style that can be
    written anew; and afterwards no number is missing or unexplained that was not so before.
    """
    numbers = values(target, locales[1])
    edits: list[_Edit] = []
    for old, new in zip(known, there, strict=True):
        if not old.differs(new):
            continue
        edit = (
            _term(target, old, new, known)
            if old.kind is GapKind.TERM
            else _figure(numbers, old, new, known, target, locales)
        )
        if edit is None:
            return None
        edits.append(edit)
    result = _applied(target, edits, locales[1])
    if result is None or not _sound(source, target, wanted, result, locales):
        return None
    return result


def _applied(target: str, edits: Sequence[_Edit], locale: str) -> str | None:
    ordered = sorted(edits, key=lambda edit: edit.start)
    if any(one.end > other.start for one, other in pairwise(ordered)):
        return None
    particles = languages.of(locale).particles
    for edit in reversed(ordered):
        after: str | None = target[edit.end :]
        if particles:
            after = particles.refitted(
                target[: edit.start] + edit.old, target[: edit.start] + edit.new, target[edit.end :]
            )
        if after is None:
            return None
        target = target[: edit.start] + edit.new + after
    return target


def _sound(source: str, target: str, wanted: str, result: str, locales: tuple[str, str]) -> bool:
    before, after = compare(source, target, *locales), compare(wanted, result, *locales)
    return len(after.missing) <= len(before.missing) and len(after.extra) <= len(before.extra)


def _term(target: str, old: TextGap, new: TextGap, known: Sequence[TextGap]) -> _Edit | None:
    if old.term is None or new.term is None or sum(slot.term == old.term for slot in known) > 1:
        return None
    found: set[tuple[int, int]] = set()
    for word in glossary.targets(old.term):
        found.update(glossary.standing(word, target))
    widest = [
        (start, end)
        for start, end in found
        if not any(one <= start and end <= other and (one, other) != (start, end) for one, other in found)
    ]
    if len(widest) != 1:
        return None
    ((start, end),) = widest
    return _Edit(start, end, target[start:end], new.term.target)


def _figure(  # noqa: PLR0917  one caller, private
    numbers: Sequence[Number],
    old: TextGap,
    new: TextGap,
    known: Sequence[TextGap],
    target: str,
    locales: tuple[str, str],
) -> _Edit | None:
    locale = locales[1]
    there = [
        number
        for number in numbers
        if number.readings & old.values and _is_month(number, target) is (old.kind is GapKind.MONTH)
    ]
    if len(there) != 1 or sum(slot.kind is old.kind and bool(slot.values & old.values) for slot in known) != 1:
        return None
    (number,) = there
    written = _month(number, old, new, locale) if old.kind is GapKind.MONTH else _number(number, old, new, locale)
    return None if written is None else _Edit(number.start, number.end, number.text, written)


def _is_month(number: Number, target: str) -> bool:
    return number.month or target[number.end : number.end + 1] in (*_MONTH_SIGNS,)


def _month(number: Number, old: TextGap, new: TextGap, locale: str) -> str | None:
    before, after = int(min(old.values)), int(min(new.values))
    if number.text == str(before):
        return str(after)
    return figures.month(number.text, before, after, locale)


def _number(number: Number, old: TextGap, new: TextGap, locale: str) -> str | None:
    if len(old.values) > 1 or len(new.values) > 1:  # a clock time: only where the translation has its very digits
        same = number.text == old.text and old.text.isdecimal() and new.text.isdecimal()
        return new.text if same and number.readings >= old.values and len(new.values) == len(old.values) else None
    if old.exact or new.exact:
        return new.text if number.text == old.text else None
    (before,), (after,) = old.values, new.values
    if inflects(locale) and (not _two_forms(locale) or min(before, after) < 2):  # noqa: PLR2004  plural
        return None
    return figures.rewrite(number.text, before, after, locale, hint=new.text)


def _two_forms(locale: str) -> bool:
    """Tell whether a noun has the same form with all numbers from 2 on."""
    known = languages.of(locale).endings
    return known is not None and known.two_forms
