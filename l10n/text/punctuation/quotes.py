"""Owns quotation marks: which ones a language uses, and how those of a text pair up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from l10n import languages
from l10n.languages.facets import Quotes
from l10n.model import Flaw
from l10n.text.analysis import once

__all__ = [
    "LONE",
    "MIXED",
    "REVERSED",
    "UNCLOSED",
    "UNOPENED",
    "Pairing",
    "Quotation",
    "accepted",
    "preferred",
    "read",
    "runs_on",
    "whole",
]

_CLOSED_BY = {"「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〟〞", "‚": "‘’", "„": "“”", "‟": "”"}
_OPENED_BY = {closer: opener for opener, closers in _CLOSED_BY.items() for closer in closers}
_MARK = re.compile('["“”„‟«»‹›「」『』《》〈〉〝〟〞‘’‚]')
_OPENING = frozenset("([{（［【〔〖-–—/:：、，¡¿“‘„‚«‹「『《〈\"'…·\u2060")
"""What stands before an opening mark, besides a space."""
_DOUBLE = '“”„"'
_BLANK = re.compile(r"\s*+")
_TYPED_OR_CURLY = re.compile('["“”]')
_STOPS = frozenset("，、：:…")
_FIXED_SPACES = frozenset("\u00a0\u202f")
_ANGLES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


UNCLOSED, UNOPENED, MIXED, REVERSED = "unclosed", "unopened", "mixed", "reversed"
"""Kinds of flaws. `MIXED`: a curly mark at one end and a straight one at the other; `REVERSED`: a mark that opens
stands where one must close, or the other way round."""
LONE = frozenset({UNCLOSED, UNOPENED})
"""Kinds of a mark without a partner."""
_SAID = {
    UNCLOSED: "the quotation mark {mark} is never closed",
    UNOPENED: "the quotation mark {mark} closes nothing",
    MIXED: "a straight quotation mark is paired with a curly one",
    REVERSED: "the quotation mark {mark} is the wrong way round",
}


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
class Pairing:
    """How the quotation marks of a text pair up."""

    quotations: list[Quotation] = field(default_factory=list)
    """In the order of their ends."""
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def balanced(self) -> bool:
        """Every mark has a partner."""
        return not any(one.kind in LONE for one in self.flaws)


@lru_cache(maxsize=256)
def accepted(locale: str) -> frozenset[str]:
    """Return the pairs of marks that a language uses besides straight ones; empty when they are not known."""
    known = languages.of(locale).quotes
    return frozenset(known.pairs) if known else frozenset()


def preferred(locale: str) -> tuple[str, str]:
    """Return the pair for a quotation and the pair for one inside of it; empty when they are not known."""
    known = languages.of(locale).quotes
    outer, inner, *_ = [*(known.pairs if known else ()), "", ""]
    return outer, inner


@once
def read(text: str, locale: str) -> Pairing:
    """Pair the quotation marks of a text.

    Apostrophes, marks of feet and inches, and straight single marks are none. What a mark does is told by its shape
    and, where that leaves it open, by what stands around it.
    """
    known = languages.of(locale).quotes
    last = max(text.rfind("”"), text.rfind("“"))
    reader = _QuoteReader(text, known or Quotes(), odd=text.count('"') % 2 == 1, last=last)
    for match in _MARK.finditer(text):
        reader.take(match.start())
    for at in reader.opened:
        reader.flaw(at, UNCLOSED)
    reader.found.flaws.sort(key=lambda flaw: flaw.start)
    return reader.found


_MARKS_OF_ONE = frozenset("'‘’")
_ELISION = re.compile(r"['‘’]n['’]|(?<!\w)['‘’](?:\d0s|[Tt]is|em)\b")
_SINGLE_OPENS = re.compile(r"(?:^|(?<=[\s(\[\"“—–]))['‘](?=[\"“]?\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[^\s(\[—–-])['’](?=[\s\"”.,;:!?)\]—–-]|$)")


_SCARE = re.compile(r"(?:^|(?<=[\s(\[\"“—–]))['‘][^\s'‘’]+(?: [^\s'‘’]+){0,2}['’](?=[\s\"”.,;:!?)\]—–-]|$)")
"""A few words in single marks, which may end in a plural's s."""
_PLURAL = re.compile(r"(?<=s)['’](?= [\w\"“])")


def _singles(text: str) -> int:
    """Return how many single marks more open than close in an English text; apostrophes (`agents' tools`) are none."""
    if not _MARKS_OF_ONE.intersection(text):
        return 0
    bare = _PLURAL.sub("", _SCARE.sub("", _ELISION.sub("", text)))
    return len(_SINGLE_OPENS.findall(bare)) - len(_SINGLE_CLOSES.findall(bare))


def whole(text: str) -> bool:
    """Tell whether the quotations of an English text all begin and end in it, those in single marks too."""
    return read(text, languages.ENGLISH).balanced and not _singles(text)


def runs_on(text: str, *, before: bool) -> bool:
    """Tell whether a quotation is still open at the end of an English text, given whether one was at its beginning."""
    lone = [one for one in read(text, languages.ENGLISH).flaws if one.kind in LONE]
    if lone:
        return lone[-1].kind == UNCLOSED
    return _singles(text) > 0 if _singles(text) else before


@dataclass(slots=True)
class _QuoteReader:
    text: str
    marks: Quotes
    found: Pairing = field(default_factory=Pairing)
    odd: bool = False
    """The text has an odd number of straight marks: one of them has no partner."""
    last: int = -1
    """Offset of the last mark that may close a curly one."""
    opened: list[int] = field(default_factory=list)
    """Offsets of the marks that wait for their partner, outermost first."""
    kinds: dict[str, list[int]] = field(default_factory=dict)
    """The same, mark by mark."""

    def take(self, at: int) -> None:
        """Read one more mark."""
        mark = self.text[at]
        if self._is_none(mark, at):
            return
        if mark == '"':
            self._straight(at)
        elif mark in "“”" and self.marks.symmetric:
            self._toggle(at, "“”„")
        elif mark in "“”":
            self._curly(at)
        elif mark in _ANGLES:
            self._angle(at)
        elif mark in _CLOSED_BY:
            self._open(at)
        elif mark in "‘’":
            self._single(at)
        else:
            self._close(self._waiting(_OPENED_BY[mark]), at)

    def _is_none(self, mark: str, at: int) -> bool:
        """Tell whether a mark is an apostrophe, a sign of inches or part of an acronym."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        if self.marks.inner_mark and self._within(mark, at):
            return True
        if mark == "’":
            return _latin(before) and _latin(after)
        if mark == "‘":
            return self._waiting("‚") is None and (_latin(before) or after.isdigit())
        if mark == '"':
            return before.isdigit() and self._waiting(_DOUBLE) is None
        return mark == "»" and after.isspace() and _BLANK.fullmatch(self.text, 0, at) is not None

    def _within(self, mark: str, at: int) -> bool:
        """Tell whether a mark stands inside of a Hebrew word: in an acronym, for a sound, or where a word is shortened.

        A quotation may begin inside of a word too: behind the little words that are glued to its first (`ו״כן״`).
        """
        after = _AHEAD.match(self.text, at + 1)
        if mark not in _INSIDE or not _BEHIND.match(self.text, at):
            return False
        if mark in "‘’":
            return after is not None or self._waiting("‚‘") is None
        return after is not None and (len(after.group()) == 1 or not _GLUED.search(self.text, max(0, at - 2), at))

    def _toggle(self, at: int, marks: str) -> None:
        other, straight = self._waiting(marks), self._waiting('"')
        if other is None and straight is not None and self.odd and not self._opens(at):
            self.flaw(straight, MIXED, self.text[at])
            self._close(straight, at)
        elif other is None:
            self._open(at)
        else:
            self._close(other, at)

    def _straight(self, at: int) -> None:
        curly = self._waiting("“„")
        alone = curly is not None and self.odd and at > self.last
        if self._waiting('"') is not None:
            self._close(self._waiting('"'), at)
        elif self._opens(at) and not alone:
            self._open(at)
        elif curly is not None:
            self.flaw(at, MIXED, "”" if self.text[curly] == "“" else None)
            self._close(curly, at)
        elif self._closes(at) and self.odd:
            self.flaw(at, UNOPENED)
        else:
            self._open(at)

    def _curly(self, at: int) -> None:
        mark, straight = self.text[at], self._waiting('"')
        partner = self._waiting("„" if mark == "“" else "“„‟”")
        waiting = self._waiting('“"')
        if partner is not None:
            self._close(partner, at)
        elif mark == "“" and waiting is not None and self._turned(at):
            self.flaw(at, REVERSED, "”")
            if waiting == straight:
                self.flaw(straight, MIXED, "“")
            self._close(waiting, at)
        elif mark == "“" and "„“" in self.marks.pairs and not self._opens(at) and self._closes(at):
            self.flaw(at, UNOPENED)
        elif mark == "“":
            self._open(at)
        elif straight is not None:
            self.flaw(straight, MIXED, "“")
            self._close(straight, at)
        elif self._opens(at) and self.text[at - 1 : at] not in _STOPS and self.text.find("”", at + 1) > 0:
            self.flaw(at, REVERSED, "“")
            self._open(at)
        else:
            self.flaw(at, UNOPENED)

    def _turned(self, at: int) -> bool:
        """Tell whether an opening mark closes: by its place, and because nothing that closes may follow."""
        later = _TYPED_OR_CURLY.search(self.text, at + 1)
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
            self._open(at)
        else:
            self.flaw(at, UNOPENED)

    def _single(self, at: int) -> None:
        partner = self._waiting("‚" if self.text[at] == "‘" else "‘‚")
        if partner is not None:
            self._close(partner, at)
        elif self.text[at] == "‘":
            self._open(at)

    def flaw(self, at: int, kind: str, fix: str | None = None) -> None:
        """Note that a mark is wrong, with the mark that belongs there where that is certain."""
        self.found.flaws.append(Flaw(_SAID[kind].format(mark=self.text[at]), at, at + 1, fix, kind=kind))

    def _waiting(self, marks: str) -> int | None:
        """Return the offset of the innermost open mark that is one of these."""
        return max((row[-1] for mark in marks if (row := self.kinds.get(mark))), default=None)

    def _open(self, at: int) -> None:
        self.opened.append(at)
        self.kinds.setdefault(self.text[at], []).append(at)

    def _shut(self) -> int:
        """Take the innermost open mark away."""
        at = self.opened.pop()
        self.kinds[self.text[at]].pop()
        return at

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
            self.flaw(at, UNOPENED)
            return
        while self.opened[-1] != start:
            self.flaw(self._shut(), UNCLOSED)
        self._shut()
        marks = self.text[start] + self.text[at]
        self.found.quotations.append(Quotation(start, at + 1, marks, len(self.opened)))


_INSIDE = frozenset('"“”‘’')
"""What writers put for the marks inside of Hebrew words, ״ and ׳."""
_BEHIND, _AHEAD = re.compile("(?<=[\u05d0-\u05ea])"), re.compile("[\u05d0-\u05ea]+")
_GLUED = re.compile("(?<![\u05d0-\u05ea])[ובהלכמש]{1,2}\\Z")


def _latin(letter: str) -> bool:
    return bool(letter) and letter.isalpha() and letter < "\u0530"
