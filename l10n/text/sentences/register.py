"""Owns the register of Korean sentences: the level of speech that their last word has.

Three levels are told apart: 합쇼체 (합니다), 해요체 (해요, 하죠) and 해라체 (한다), the plain style of news. Only a
sentence's own verb counts: quoted speech and brackets are taken out first, and an ending in a noun counts for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Ending", "Register", "endings", "fits", "main_register", "speaks_on", "unquoted"]


class Register(StrEnum):
    """A level of speech."""

    FORMAL = "합쇼체"
    POLITE = "해요체"
    PLAIN = "해라체"


class Ending(NamedTuple):
    """The end of a sentence; offsets into the text that was asked about."""

    start: int
    end: int
    register: Register
    asks: bool
    """A request or a question in 요 (하세요, 할까요): writers of 합쇼체 use it as their own."""


_ASKS = re.compile("(?:세요|까요|나요|가요|시죠)\\Z")
_QUOTE = re.compile("[“”‘’\"'「『«]")
_QUOTES = re.compile(
    "“[^“”]*(?:“[^“”]*”[^“”]*)*(?:”|\\Z)|「[^「」]*(?:」|\\Z)|『[^『』]*(?:』|\\Z)|«[^«»]*(?:»|\\Z)"
    "|‘[^‘’]*(?:’|\\Z)"
    '|"[^"]*(?:"|\\Z)'
    "|(?<![A-Za-z0-9가-힣.!?])'[^']*'"
)
"""Speech in quotation marks; one that is not closed goes on to the end, as in a quotation of several paragraphs."""
_CONTINUED = re.compile('[^“”]*”|[^‘’]*[.!?,]’|[^"]*[^\\s"(]"(?=[^"]*(?:"[^"]*"[^"]*)*\\Z)|[^\']*[.!?,]\'(?=[^\']*\\Z)')
"""Speech that began in a paragraph before: its first mark closes."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_FINAL = re.compile(r"([가-힣]+)[ \ufffc]*(?=[.!?…。]+(?:[\s\ufffc”’\"')\]]|\Z)|[:：]\s*\Z|\s*\Z|\s*\n)")
_RIEUP = 17
"""The number of ㅂ among the final consonants of a syllable."""
_NOUN_YO = re.compile(
    r"(?:필요|중요|주요|수요|개요|소요|강요|대중가요)\Z|\A(?:고요|가요|민요|동요|담요|긴요|요요|아니요)\Z"
)
_DA = "바다 캐나다 르완다 우간다 판다 소다 람다 혼다 베란다 아젠다 어젠다 다 보다"
_NOUNS_DA = frozenset(_DA.split())
_NO_VERB = re.compile("(?:마다|보다가|에다)\\Z")


def unquoted(text: str) -> str:
    r"""Return the text with quoted speech and brackets replaced by as many `\ufffc`, so that offsets stay."""
    if _QUOTE.search(text):
        begun = _CONTINUED.match(text)
        head = begun.end() if begun else 0
        text = "\ufffc" * head + _QUOTES.sub(_hide, text[head:])
    return _BRACKETS.sub(_hide, text)


def _hide(found: re.Match[str]) -> str:
    return "\ufffc" * len(found.group())


def speaks_on(text: str, *, open_before: bool) -> bool:
    """Tell whether speech is still open at the end of a paragraph, given whether it was at its beginning."""
    marks = text.count('"') + text.count("“") + text.count("”")
    return open_before if not marks else bool(marks % 2) and not open_before


def endings(text: str) -> Iterator[Ending]:
    """Yield the end of each sentence whose last word tells its register."""
    shown = unquoted(text)
    for match in _FINAL.finditer(shown):
        glued = match.group(1) == "다" and not shown[: match.start()][-1:].isspace()
        register = Register.PLAIN if glued else _register(match.group(1))
        if register is not None:
            yield Ending(match.start(1), match.end(1), register, bool(_ASKS.search(match.group(1))))


def _register(word: str) -> Register | None:
    """Return the register of a sentence that ends in this word; None for a noun and for endings of no level."""
    tail = word[-3:]
    before = tail[:1] if len(word) > 2 else ""  # noqa: PLR2004  합 + 니다
    closed = bool(before) and (ord(before) - ord("가")) % 28 == _RIEUP
    if closed and tail[1:] in {"니다", "니까", "시다"}:
        return Register.FORMAL
    if word.endswith(("십시오", "십시요")):
        return Register.FORMAL
    if word.endswith("죠") or (word.endswith("요") and not _NOUN_YO.search(word)):
        return Register.POLITE
    if word.endswith("하라") and word != "사하라":
        return Register.PLAIN
    if word.endswith("다") and word not in _NOUNS_DA and not _NO_VERB.search(word):
        return Register.PLAIN
    return None


def fits(ending: Ending, main: Register) -> bool:
    """Tell whether a sentence may stand in a text of a register."""
    return ending.register is main or (ending.asks and main is Register.FORMAL)


def main_register(found: Sequence[Ending]) -> Register | None:
    """Return the register that most sentences have, of equals the one that comes first; None without a sentence.

    Requests and questions in 요 count where there is nothing else.
    """
    count = Counter(ending.register for ending in found if not ending.asks) or Counter(one.register for one in found)
    return max(count, key=count.__getitem__) if count else None
