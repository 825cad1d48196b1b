"""Owns the register of Korean sentences: the level of speech that their last word has.

Three levels are told apart: 합쇼체 (합니다), 해요체 (해요, 하죠) and 해라체 (한다), the plain style of news. Only a
sentence's own verb counts: quoted speech and brackets are taken out first, and an ending in a noun counts for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from l10n.languages.ko.conjugation import to_formal, to_plain
from l10n.languages.ko.spelling import misspelt
from l10n.languages.speech import unquoted
from l10n.model import Flaw, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LEVELS", "Ending", "Level", "endings", "fits", "main_level", "strays", "turned"]


class Level(StrEnum):
    """A level of speech."""

    FORMAL = "합쇼체"
    POLITE = "해요체"
    PLAIN = "해라체"


class Ending(NamedTuple):
    """The end of a sentence; offsets into the text that was asked about."""

    start: int
    end: int
    level: Level
    asks: bool
    """A request or a question in 요 (하세요, 할까요): writers of 합쇼체 use it as their own."""


_ASKS = re.compile("(?:세요|까요|나요|가요|시죠)\\Z")
_FINAL = re.compile(r"([가-힣]+)[ \ufffc]*(?=[.!?…。]+(?:[\s\ufffc”’\"')\]]|\Z)|[:：]\s*\Z|\s*\Z|\s*\n)")
_RIEUP = 17
"""The number of ㅂ among the final consonants of a syllable."""
_NOUN_YO = re.compile(
    r"(?:필요|중요|주요|수요|개요|소요|강요|대중가요)\Z|\A(?:고요|가요|민요|동요|담요|긴요|요요|아니요)\Z"
)
_DA = "바다 캐나다 르완다 우간다 판다 소다 람다 혼다 베란다 아젠다 어젠다 다 보다"
_NOUNS_DA = frozenset(_DA.split())
_NO_VERB = re.compile("(?:마다|보다가|에다)\\Z")


def endings(text: str) -> Iterator[Ending]:
    """Yield the end of each sentence whose last word tells its register."""
    shown = unquoted(text)
    for match in _FINAL.finditer(shown):
        glued = match.group(1) == "다" and not shown[: match.start()][-1:].isspace()
        level = Level.PLAIN if glued else _level(match.group(1))
        if level is not None:
            yield Ending(match.start(1), match.end(1), level, bool(_ASKS.search(match.group(1))))


def _level(word: str) -> Level | None:
    """Return the register of a sentence that ends in this word; None for a noun and for endings of no level."""
    tail = word[-3:]
    before = tail[:1] if len(word) > 2 else ""  # noqa: PLR2004  합 + 니다
    closed = bool(before) and (ord(before) - ord("가")) % 28 == _RIEUP
    if closed and tail[1:] in {"니다", "니까", "시다"}:
        return Level.FORMAL
    if word.endswith(("십시오", "십시요")):
        return Level.FORMAL
    if word.endswith("죠") or (word.endswith("요") and not _NOUN_YO.search(word)):
        return Level.POLITE
    if word.endswith("하라") and word != "사하라":
        return Level.PLAIN
    if word.endswith("다") and word not in _NOUNS_DA and not _NO_VERB.search(word):
        return Level.PLAIN
    return None


def fits(ending: Ending, main: Level) -> bool:
    """Tell whether a sentence may stand in a text of a register."""
    return ending.level is main or (ending.asks and main is Level.FORMAL)


def main_level(found: Sequence[Ending]) -> Level | None:
    """Return the level that most sentences have, of equals the one that comes first; None without a sentence.

    Requests and questions in 요 count where there is nothing else.
    """
    count = Counter(ending.level for ending in found if not ending.asks) or Counter(one.level for one in found)
    return max(count, key=count.__getitem__) if count else None


_FEWEST = 3
"""Sentences that make a register."""
_HABIT = 2
"""Texts of an article that mix 합쇼체 and 해요체 by accident; more of them are how the author speaks."""


def strays(texts: Sequence[str]) -> Iterator[tuple[int, Flaw]]:
    """Yield the first ending of each text that does not fit the register of the article, or of a text in a short one.

    Where an author mixes the two polite registers all the time, it is a remark only.
    """
    found = [_well_spelt(text) for text in texts]
    everything = [ending for endings in found for ending in endings]
    main = main_level(everything) if len(everything) >= _FEWEST else None
    faults = []
    for index, some in enumerate(found):
        own = main or main_level(some)
        odd = next((one for one in some if own and not fits(one, own)), None)
        if own and odd:
            whole = "the article" if main else "the text"
            said = f"{texts[index][odd.start : odd.end]} is {odd.level}, {whole} is in {own}"
            polite = Level.PLAIN not in {odd.level, own}
            faults.append((index, polite, Flaw(said, odd.start, odd.end)))
    habit = sum(polite for _, polite, _ in faults) > _HABIT
    for index, polite, flaw in faults:
        yield index, replace(flaw, severity=Severity.INFO) if polite and habit else flaw


def _well_spelt(text: str) -> list[Ending]:
    """Return the endings that are spelt right: what a slip of the keyboard leaves says nothing of the register."""
    wrong = [(flaw.start, flaw.end) for flaw in misspelt(text)]
    return [one for one in endings(text) if all(end <= one.start or one.end <= start for start, end in wrong)]


LEVELS = {"haera": Level.PLAIN, "hapsyo": Level.FORMAL}
"""The registers that a newsroom may have its drafts turned to."""


def turned(text: str, level: str) -> Iterator[Flaw]:
    """Yield the ends of sentences that are at another level, in quoted speech none.

    The fix is the word at the level wanted; none where its form there is not certain.
    """
    main = LEVELS[level]
    turn = to_plain if main is Level.PLAIN else to_formal
    for one in endings(text):
        if not fits(one, main):
            word, asked = text[one.start : one.end], text[one.end : one.end + 1] == "?"
            fix = None if asked and word.endswith(("세요", "지요", "죠")) else turn(text[: one.start], word)
            yield Flaw(f"{word} is {one.level}, {main} is wanted", one.start, one.end, fix)
