"""Owns words of closed sets, of which one must not stand for another: `deny` and `admit`, `king` and `president`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Flaw
from l10n.text.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.text.hints import Hinted

__all__ = ["Member", "exchanged", "sentence_of", "sides", "swap"]

_END = re.compile(r"[.!?…][\"'”’)]*\s|[。！？؟।\n]")


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a set, as texts in a language say it."""

    name: str
    clear: Hinted
    """What says this side and no other."""
    any: Hinted
    """That, and what else may say it."""


def sides(named: Mapping[str, str], told: Mapping[str, str]) -> tuple[Member, ...]:
    """Return the members of a set, given name to what says it clearly, and name to what else may say it."""
    return tuple(
        Member(name, hinted(pattern), hinted(f"{pattern}|{told[name]}" if name in told else pattern))
        for name, pattern in named.items()
    )


def exchanged(
    source: str, target: str, here: Sequence[Member], there: Sequence[Member]
) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield what a source says that its translation does not, with the other member that stands there for it.

    That must be one that nothing in the source can be told as; where it is one of several, nothing is certain.
    """
    named = [(side, match) for side in here if (match := side.clear.search(source))]
    if not named:
        return
    ways = {side.name: side for side in there}
    lost = [match for side, match in named if side.name in ways and not ways[side.name].any.search(target)]
    if not lost:
        return
    said = {side.name: side for side in here}
    told = [(side, match) for side in there if (match := side.clear.search(target))]
    new = [match for side, match in told if side.name in said and not said[side.name].any.search(source)]
    if len(lost) == len(new) == 1:
        yield lost[0], new[0]


def sentence_of(text: str, match: re.Match[str], far: int = 0) -> str:
    """Return the sentence that a match stands in, without the match; no more than `far` characters on either side."""
    before = [end.end() for end in _END.finditer(text, 0, match.start())]
    after = _END.search(text, match.end())
    start, end = before[-1] if before else 0, after.end() if after else len(text)
    if far:
        start, end = max(start, match.start() - far), min(end, match.end() + far)
    return f"{text[start : match.start()]} {text[match.end() : end]}"


def swap(said: re.Match[str], told: re.Match[str]) -> Flaw:
    """Return the flaw of a word that stands for another."""
    return Flaw(f"the source says “{said.group().strip()}”, the translation “{told.group().strip()}”", *told.span())
