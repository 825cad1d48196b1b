"""Owns numbers that one text has in figures and the other in the words that they count, or within longer words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages.spelled import cardinals, ordinals
from l10n.text.numbers.evidence import few

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.languages import Language
    from l10n.text.numbers.evidence import Evidence

__all__ = ["compounds", "lists"]

_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_NAMED = re.compile(rf"(?:{_NAME}(?:, (?:and )?| and | & )){{1,8}}[A-Z]\w*")
"""Names in a row: `China, Japan and Korea`."""
_JOINT = re.compile(r", and |, | and | & ")
_COUNTER = re.compile(r"\s?(?:개?국|개 (?:나라|국가)|[자인명]|[かカヶケヵ]国|者|[国國][间間]?|人|名|[个個]国家|個國家)")
_ITEM, _MARK = r"[^\s、,，·・。.;；「」『』()（）]{1,20}", r"[、,，·・]"
_ROW = re.compile(rf"(?<!\w)(?:{_ITEM}{_MARK} ?){{1,8}}{_ITEM}?(?:の|的|等| )? ?\Z")
"""What a translation lists itself, right before the number of it: `韓国、北朝鮮、米国の3か国`."""
_FAR = 120
"""Characters before a number in which its row stands."""
_TENS, _HUNDRED = 10, 100
_LEAST_STEM, _UNIT = 4, 3
"""Letters of a stem that is hardly another word, and those that a unit within a compound is known by."""
_END = re.compile(r"[aeiouyáéíóúýąęěůāēīōūėаеиоуыэюяєіїйьαειοηυωάέίόήύώ]+\Z")


def lists(evidence: Evidence) -> Evidence:
    """Explain the number of the names in a row, in the source or right before it: `Japan and Korea`, `한·일 2국`."""
    text = evidence.target.text
    counted = [one for one in evidence.extra if _COUNTER.match(text, one.end)]
    if not counted:
        return evidence
    lengths = {Decimal(len(_JOINT.split(match.group()))) for match in _NAMED.finditer(evidence.source.text)}
    return evidence.without(extra=[one for one in counted if one.readings & (lengths | _listed(text, one.start))])


def _listed(text: str, end: int) -> set[Decimal]:
    """Return how many things a text lists right before a place; none where it lists nothing there."""
    row = _ROW.search(text, max(0, end - _FAR), end)
    return {Decimal(len(re.findall(_MARK, row.group())) + 1)} if row else set()


@cache
def _stems(language: Language) -> Mapping[int, frozenset[str]]:
    """Return the beginnings of the words for each number below 100, and of hundreds; none where words have no borders.

    An ordinal ends otherwise within a compound: `siedemnasty`, `siedemnastolatek`.
    """
    if language.scripts is None or not language.scripts.spaced:
        return {}
    names = tuple(dict.fromkeys((language.code, f"{language.code}_{language.territory}")))
    found: dict[int, set[str]] = {}
    for rows in (cardinals(names), ordinals(names)):
        for number, words in rows.items():
            if number.isdecimal():
                found.setdefault(int(number), set()).update(_END.sub("", word) for word in words if " " not in word)
    return {number: frozenset(filter(None, stems)) for number, stems in found.items()}


def compounds(evidence: Evidence) -> Evidence:
    """Explain a number within a longer word: `17-year-old`, `siedemnastolatek`; `dvaapadesátiletý` is 52."""
    known = _stems(evidence.target.language) if evidence.missing and few(evidence.missing) else {}
    if not known:
        return evidence
    text = evidence.target.text.lower()
    told = [one for one in evidence.missing if any(_within(value, text, known) for value in _whole(one.readings))]
    return evidence.without(missing=told)


def _whole(readings: frozenset[Decimal]) -> Iterator[int]:
    yield from (int(value) for value in readings if value == int(value) and value > 1)


def _within(value: int, text: str, known: Mapping[int, frozenset[str]]) -> bool:
    """Tell whether a word of a text has the number in it, or its ten and the beginning of its unit."""
    if any(stem in text for stem in known.get(value, ()) if len(stem) >= _LEAST_STEM):
        return True
    ten, unit = value - value % _TENS, value % _TENS
    if not unit or not _TENS < value < _HUNDRED:
        return False
    begun = tuple({stem[:_UNIT] for stem in known.get(unit, ())})
    tens = [stem for stem in known.get(ten, ()) if len(stem) >= _LEAST_STEM and stem in text]
    return any(
        any(one in word.group().replace(stem, " ", 1) for one in begun)
        for stem in tens
        for word in re.finditer(rf"\w*{re.escape(stem)}\w*", text)
    )
