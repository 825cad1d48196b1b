"""Owns quotation marks: which ones a language uses, and how those of a text pair up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

__all__ = ["LONE", "Fault", "Problem", "Quotation", "Reading", "accepted", "preferred", "read", "runs_on", "whole"]

_CURLY = "“” ‘’"
_CORNERS = "「」 『』 《》 〈〉"
_EAST = f"{_CURLY} {_CORNERS}"
_SLAVIC = "„“ „” »« «» “” ‚‘ ›‹ ‘’ ’’"
_STYLES: dict[str, str] = {
    "ar": f"“” «» {_CURLY} ”“ ’‘ ””",
    "ca": f"«» {_CURLY}",
    "cs": _SLAVIC,
    "da": f"»« «» „“ ”” {_CURLY} ›‹ ’’",
    "de": "„“ ‚‘ »« ›‹ «» ‹›",
    "el": f"«» {_CURLY}",
    "es": f"«» {_CURLY}",
    "fa": f"«» ‹› {_CURLY}",
    "fi": "”” ’’ »»",
    "fr": f"«» {_CURLY} ‹›",
    "gl": f"«» {_CURLY}",
    "hr": _SLAVIC,
    "hu": "„” »« ’’ ‚’ «»",
    "it": f"«» {_CURLY} ‹›",
    "ja": f"「」 『』 {_CURLY} 《》 〈〉 〝〟 〝〞",
    "ko": _EAST,
    "nb": f"«» ‘’ „“ ”” {_CURLY}",
    "nl": f"{_CURLY} „” ‚’",
    "nn": f"«» ‘’ „“ ”” {_CURLY}",
    "pl": "„” ‚’ »« «» ‘’ ‹›",
    "pt": f"{_CURLY} «»",
    "ro": "„” «» ‚’ ‘’",
    "ru": "«» „“",
    "sk": _SLAVIC,
    "sl": _SLAVIC,
    "sr": _SLAVIC,
    "sv": "”” ’’ »» »«",
    "tr": f"{_CURLY} «» ‹›",
    "uk": f"«» „“ {_CURLY}",
    "vi": f"{_CURLY} «»",
    "zh": _EAST,
}
"""Pairs that a language uses, first the one for a quotation: CLDR's delimiters, and what its press uses besides.

Straight marks are typed everywhere. A language that is not listed may use any.
"""
_SYMMETRIC = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "ug", "yi", "sv", "fi"})
"""Languages in which a curly mark may both open and close: the same at both ends, or turned round from the right."""
_CLOSED_BY = {"「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〟〞", "‚": "‘’", "„": "“”", "‟": "”"}
_OPENED_BY = {closer: opener for opener, closers in _CLOSED_BY.items() for closer in closers}
_MARK = re.compile('["“”„‟«»‹›「」『』《》〈〉〝〟〞‘’‚]')
_OPENING = frozenset("([{（［【〔〖-–—/:：、，¡¿“‘„‚«‹「『《〈\"'…·\u2060")
"""What stands before an opening mark, besides a space."""
_DOUBLE = frozenset('“”„"')
_CLOSING_CURLY = re.compile("[”“]")
_STOPS = frozenset("，、：:…")
_FIXED_SPACES = frozenset("\u00a0\u202f")
_ANGLES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


class Fault(StrEnum):
    """What can be wrong with a quotation mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    MIXED = "mixed"
    """A curly mark at one end and a straight one at the other."""
    REVERSED = "reversed"
    """A mark that opens stands where one must close, or the other way round."""


LONE = frozenset({Fault.UNCLOSED, Fault.UNOPENED})
"""Faults of a mark without a partner."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A quotation mark that is wrong."""

    at: int
    """Character offset of the mark."""
    fault: Fault
    fix: str | None = None
    """The mark that belongs there; None where that is not certain."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with both its marks."""

    start: int
    end: int
    """Character offsets, the marks included."""
    marks: str
    """The two marks as they stand."""
    depth: int
    """How many quotations it stands in."""


@dataclass(slots=True)
class Reading:
    """How the quotation marks of a text pair up."""

    quotations: list[Quotation] = field(default_factory=list)
    """In the order of their ends."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def balanced(self) -> bool:
        """Every mark has a partner."""
        return not any(one.fault in LONE for one in self.problems)


def accepted(language: str) -> frozenset[str]:
    """Return the pairs of marks that a language uses; empty when it is not known."""
    return frozenset(_STYLES.get(language, "").split())


def preferred(language: str) -> tuple[str, str]:
    """Return the pair for a quotation and the pair for one inside of it; empty when the language is not known."""
    outer, inner, *_ = [*_STYLES.get(language, "").split(), "", ""]
    return outer, inner


@lru_cache(maxsize=256)
def read(text: str, language: str) -> Reading:
    """Pair the quotation marks of a text.

    Apostrophes, marks of feet and inches, and straight single marks are none. What a mark does is told by its shape
    and, where that leaves it open, by what stands around it.
    """
    reader = _Reader(text, language, odd=text.count('"') % 2 == 1)
    for match in _MARK.finditer(text):
        reader.take(match.start())
    for at in reader.opened:
        reader.found.problems.append(Problem(at, Fault.UNCLOSED))
    reader.found.problems.sort(key=lambda problem: problem.at)
    return reader.found


_ELISION = re.compile(r"['‘’]n['’]|(?<!\w)['‘’](?:\d0s|[Tt]is|em)\b")
_SINGLE_OPENS = re.compile(r"(?:^|(?<=[\s(\[\"“—–]))['‘](?=[\"“]?\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[^\s(\[—–-])['’](?=[\s\"”.,;:!?)\]—–-]|$)")


_SCARE = re.compile(r"(?:^|(?<=[\s(\[\"“—–]))['‘][^\s'‘’]+(?: [^\s'‘’]+){0,2}['’](?=[\s\"”.,;:!?)\]—–-]|$)")
"""A few words in single marks, which may end in a plural's s."""
_PLURAL = re.compile(r"(?<=s)['’](?= [\w\"“])")


def _singles(text: str) -> int:
    """Return how many single marks more open than close in an English text; apostrophes (`agents' tools`) are none."""
    bare = _PLURAL.sub("", _SCARE.sub("", _ELISION.sub("", text)))
    return len(_SINGLE_OPENS.findall(bare)) - len(_SINGLE_CLOSES.findall(bare))


def whole(text: str) -> bool:
    """Tell whether the quotations of an English text all begin and end in it, those in single marks too."""
    return read(text, "en").balanced and not _singles(text)


def runs_on(text: str, *, before: bool) -> bool:
    """Tell whether a quotation is still open at the end of an English text, given whether one was at its beginning."""
    lone = [one for one in read(text, "en").problems if one.fault in LONE]
    if lone:
        return lone[-1].fault is Fault.UNCLOSED
    return _singles(text) > 0 if _singles(text) else before


@dataclass(slots=True)
class _Reader:
    text: str
    language: str
    found: Reading = field(default_factory=Reading)
    odd: bool = False
    """The text has an odd number of straight marks: one of them has no partner."""
    opened: list[int] = field(default_factory=list)
    """Offsets of the marks that wait for their partner, outermost first."""

    def take(self, at: int) -> None:
        """Read one more mark."""
        mark = self.text[at]
        if self._is_none(mark, at):
            return
        if mark == '"':
            self._straight(at)
        elif mark in "“”" and self.language in _SYMMETRIC:
            self._toggle(at, "“”")
        elif mark in "“”":
            self._curly(at)
        elif mark in _ANGLES:
            self._angle(at)
        elif mark in _CLOSED_BY:
            self.opened.append(at)
        elif mark in "‘’":
            self._single(at)
        else:
            self._close(self._waiting(_OPENED_BY[mark]), at)

    def _is_none(self, mark: str, at: int) -> bool:
        """Tell whether a mark is an apostrophe, a sign of inches or part of an acronym."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        if mark == "’":
            return _latin(before) and _latin(after)
        if mark == "‘":
            return self._waiting("‚") is None and (_latin(before) or after.isdigit())
        if mark == '"':
            inches = before.isdigit() and not any(self.text[one] in _DOUBLE for one in self.opened)
            return inches or (self.language in {"he", "yi"} and before.isalpha() and after.isalpha())
        return mark == "»" and not self.text[:at].strip() and after.isspace()

    def _toggle(self, at: int, marks: str) -> None:
        other = self._waiting(marks)
        if other is None:
            self.opened.append(at)
        else:
            self._close(other, at)

    def _straight(self, at: int) -> None:
        curly = self._waiting("“„")
        later = self.text[at + 1 :]
        alone = curly is not None and self.odd and not _CLOSING_CURLY.search(later)
        if self._waiting('"') is not None:
            self._close(self._waiting('"'), at)
        elif self._opens(at) and not alone:
            self.opened.append(at)
        elif curly is not None:
            self._problem(at, Fault.MIXED, "”" if self.text[curly] == "“" else None)
            self._close(curly, at)
        elif self._closes(at) and self.odd:
            self._problem(at, Fault.UNOPENED)
        else:
            self.opened.append(at)

    def _curly(self, at: int) -> None:
        mark, straight = self.text[at], self._waiting('"')
        partner = self._waiting("„" if mark == "“" else "“„‟”")
        waiting = self._waiting('“"')
        if partner is not None:
            self._close(partner, at)
        elif mark == "“" and waiting is not None and self._turned(at):
            self._problem(at, Fault.REVERSED, "”")
            if waiting == straight:
                self._problem(straight, Fault.MIXED, "“")
            self._close(waiting, at)
        elif mark == "“" and "„“" in accepted(self.language) and not self._opens(at) and self._closes(at):
            self._problem(at, Fault.UNOPENED)
        elif mark == "“":
            self.opened.append(at)
        elif straight is not None:
            self._problem(straight, Fault.MIXED, "“")
            self._close(straight, at)
        elif self._opens(at) and self.text[at - 1 : at] not in _STOPS and "”" in self.text[at + 1 :]:
            self._problem(at, Fault.REVERSED, "“")
            self.opened.append(at)
        else:
            self._problem(at, Fault.UNOPENED)

    def _turned(self, at: int) -> bool:
        """Tell whether an opening mark closes: by its place, and because nothing that closes may follow."""
        later = re.search('["“”]', self.text[at + 1 :])
        glued = later is not None and later.group() == "”" and self.text[at + 1].isalpha()
        return not self._opens(at) and not glued and (self._closes(at) or later is None)

    def _angle(self, at: int) -> None:
        mark = self.text[at]
        partner = self._waiting(_ANGLES[mark])
        if mark in "»›" and partner is None and not self._opens(at):
            partner = self._waiting(mark)
        if partner is not None and (mark in "»›" or not self._opens(at)):
            self._close(partner, at)
        elif mark in "«‹" or (self._opens(at) and self.text[at - 1 : at] not in _FIXED_SPACES):
            self.opened.append(at)
        else:
            self._problem(at, Fault.UNOPENED)

    def _single(self, at: int) -> None:
        partner = self._waiting("‚" if self.text[at] == "‘" else "‘‚")
        if partner is not None:
            self._close(partner, at)
        elif self.text[at] == "‘":
            self.opened.append(at)

    def _problem(self, at: int, fault: Fault, fix: str | None = None) -> None:
        self.found.problems.append(Problem(at, fault, fix))

    def _waiting(self, marks: str) -> int | None:
        """Return the offset of the innermost open mark that is one of these."""
        return next((at for at in reversed(self.opened) if self.text[at] in marks), None)

    def _opens(self, at: int) -> bool:
        """Tell whether a mark stands where one opens: after a space or an opening mark, before a letter."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        return (not before or before.isspace() or before in _OPENING) and not after.isspace() and bool(after)

    def _closes(self, at: int) -> bool:
        """Tell whether a mark stands where one closes: at the end, before a space, a stop or a Korean particle."""
        after = self.text[at + 1 : at + 2]
        return not after or after.isspace() or "가" <= after <= "힣" or unicodedata.category(after)[0] in "PC"

    def _close(self, start: int | None, at: int) -> None:
        if start is None:
            self._problem(at, Fault.UNOPENED)
            return
        while self.opened[-1] != start:
            self._problem(self.opened.pop(), Fault.UNCLOSED)
        self.opened.pop()
        marks = self.text[start] + self.text[at]
        self.found.quotations.append(Quotation(start, at + 1, marks, len(self.opened)))


def _latin(letter: str) -> bool:
    return bool(letter) and letter.isalpha() and letter < "\u0530"
