"""Owns words of closed sets, of which one must not stand for another: `deny` and `admit`, `king` and `president`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Flaw
from l10n.text.hints import Hopes, hinted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from l10n.text.hints import Hinted

__all__ = ["NO_SIDES", "SideWords", "exchanged", "sentence_of", "sides", "swap"]

_END = re.compile(r"[.!?…][\"'”’)]*\s|[。！？؟।\n]")


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a set, as texts in a language say it."""

    name: str
    clear: Hinted
    """What says this side and no other."""
    any: Hinted
    """That, and what else may say it."""


@dataclass(frozen=True, slots=True)
class SideWords:
    """A set of words in a language."""

    members: Mapping[str, Member]
    clear: Hopes[str]
    """The names of those that a text may say clearly."""

    def said(self, text: str) -> list[tuple[Member, re.Match[str]]]:
        """Return the members that a text says clearly, each with its first place, in their order."""
        may = self.clear.may(text)
        some = (one for name, one in self.members.items() if name in may) if may else ()
        return [(one, match) for one in some if (match := one.clear.search(text))]


NO_SIDES = SideWords({}, Hopes.of(()))


def sides(named: Mapping[str, str], told: Mapping[str, str]) -> SideWords:
    """Return the members of a set, given name to what says it clearly, and name to what else may say it."""
    members = {
        name: Member(name, hinted(pattern), hinted(f"{pattern}|{told[name]}" if name in told else pattern))
        for name, pattern in named.items()
    }
    return SideWords(members, Hopes.of((one.clear, name) for name, one in members.items()))


def exchanged(
    source: str, target: str, here: SideWords, there: SideWords
) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield what a source says that its translation does not, with the other member that stands there for it.

    That must be one that nothing in the source can be told as; where it is one of several, nothing is certain.
    """
    named = here.said(source)
    lost = [
        match for one, match in named if one.name in there.members and not there.members[one.name].any.search(target)
    ]
    if len(lost) != 1:
        return
    told = there.said(target)
    new = [match for one, match in told if one.name in here.members and not here.members[one.name].any.search(source)]
    if len(new) == 1:
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
