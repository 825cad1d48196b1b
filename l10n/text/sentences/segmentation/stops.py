"""Owns whether a mark that may end a sentence does, given the abbreviations of the language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.languages.facets import Abbreviations

__all__ = ["cuts"]

_CANDIDATE = re.compile(
    r"(?P<mark>(?:\. ){2,}\.|(?<![.!?…])[.!?…]++)(?P<close>(?:[\"'”’»)\]]|\[[0-9]{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰])*) +(?=[^ ])"
)
_NEXT = re.compile(r"[\"'“‘«(\[¿¡]*([^ ]*)")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NAMES_LIKE_STARTERS = frozenset(["An", "Do", "May", "No", "So", "Will"])
_FEW_WORDS = 4
_SHORT = 200
"""Characters that a sentence of fewer words never has."""
_LONGEST_MARKER = 3


@cache
def _attribution(saying: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:[A-Z][\w.’'-]*|the|a|an|his|her|of) ){{1,5}}{saying}")


def cuts(text: str, words: Abbreviations) -> Iterator[tuple[int, int]]:
    """Yield the space (start, end) between two sentences of `text`, whose white space is all plain spaces.

    The rules are those of English news style: titles, ranks, initials, months, clock times, states and companies do not
    end a sentence unless a word follows that begins one; a question in quotation marks goes on with its attribution.
    """
    begin = 0
    for found in _CANDIDATE.finditer(text):
        start, end = found.end("close"), found.end()
        if _ends(text, begin, found, words):
            yield start, end
            begin = end
        elif found["mark"].startswith(". ") and _spaced(text, found):
            # "compounds. . . . The": the first stop ends the sentence, the ellipsis opens the next.
            yield found.start() + 1, found.start() + 2
            begin = found.start() + 2


def _spaced(text: str, found: re.Match[str]) -> bool:
    attached = found.start() > 0 and text[found.start() - 1] != " "
    return attached and found["mark"] == ". . . ." and _capital(text, found.end())


def _ends(  # noqa: PLR0911 -- a list of rules, the first that fits
    text: str, begin: int, found: re.Match[str], words: Abbreviations
) -> bool:
    """Decide one candidate; `begin` is where its sentence began."""
    mark, close = found["mark"], found["close"]
    if not _capital(text, found.end()):
        return False
    following = _NEXT.match(text, found.end())
    word = following[1] if following else ""
    if mark.startswith(". "):
        return not _spaced(text, found) and not re.match(r"I\b", word)
    if "!" in mark or "?" in mark:
        return _exclaimed(text, found, word, words)
    if mark in ("...", "…"):
        if text[found.start() - 1 : found.start()] == "[":
            return False
        return not re.match(r"I\b", word) or bool(close)
    if len(mark) > 1 or close:
        return True
    before = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip("\"'“‘«([—–-")
    return _stopped(before, word, text[max(begin, found.start() - _SHORT) : found.start()], words)


def _capital(text: str, position: int) -> bool:
    """Tell whether a sentence may begin here: a capital, a figure, a letter without case, a mark that opens."""
    following = _NEXT.match(text, position)
    word = following[1] if following else ""
    if not word:
        return False
    first = word[0]
    if first.islower():
        return len(word) > 1 and word[1].isupper()
    return first.isalnum() or first in "$€£¥₩#@•\ufffc"


def _exclaimed(text: str, found: re.Match[str], word: str, words: Abbreviations) -> bool:
    quoted = any(mark in found["close"] for mark in "\"'”’»")
    if quoted and text[found.end()] not in "\"'“‘" and _attribution(words.saying).match(text, found.end()):
        return False
    before = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip("\"'“‘«([")
    return before not in words.exclaimed or _plain(word) in words.starters


def _plain(word: str) -> str:
    """Return a word without what is glued to it: `It’s` is `It`, `However,` is `However`."""
    found = re.match(r"\w+", word)
    return found[0] if found else ""


def _stopped(  # noqa: PLR0911 -- a list of rules, the first that fits
    before: str, word: str, sentence: str, words: Abbreviations
) -> bool:
    """Decide a single full stop after the word `before` before `word`; `sentence` is the end of what went before."""
    starts, digit = _plain(word) in words.starters, word[:1].isdigit()
    last = before.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if last in words.inside or before in words.before_name or last in words.before_name:
        return False
    if digit and last in words.before_number:
        return False
    if before.isdigit() and before == sentence.strip() and len(before) <= _LONGEST_MARKER:
        return False
    if before in words.clock or re.fullmatch(r"[0-9:]*[ap]\.m", before):
        short = len(sentence.split()) < _FEW_WORDS
        zone = _plain(word) in words.zones or re.fullmatch(r"[A-Z]{2,4}[.,;]?", word) is not None
        return not zone and (starts or not short) and not (digit and short)
    if len(before) == 1 and before.isalpha():
        return starts and _plain(word) not in _NAMES_LIKE_STARTERS and not digit
    if last in words.last or _INITIALS.fullmatch(last):
        return starts or (digit and last not in ("St", "Ft"))
    return True
