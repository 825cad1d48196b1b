"""Owns whether a mark that may end an English sentence does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.sentences.segmentation.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    BRANDS,
    CLOCK,
    INSIDE,
    LAST,
    SAYING,
    STARTERS,
    TIME,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cuts"]

_CANDIDATE = re.compile(
    r"(?P<mark>(?:\. ){2,}\.|[.!?…]+)(?P<close>(?:[\"'”’»)\]]|\[[0-9]{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰])*) +(?=[^ ])"
)
_NEXT = re.compile(r"[\"'“‘«(\[¿¡]*([^ ]*)")
_ATTRIBUTION = re.compile(rf"(?:(?:[A-Z][\w.’'-]*|the|a|an|his|her|of) ){{1,5}}{SAYING}")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NAMES_LIKE_STARTERS = frozenset(["An", "Do", "May", "No", "So", "Will"])
_FEW_WORDS = 4
_LONGEST_MARKER = 3


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the space (start, end) between two sentences of `text`, whose white space is all plain spaces.

    The rules are those of English news style: titles, ranks, initials, months, clock times, states and companies do not
    end a sentence unless a word follows that begins one; a question in quotation marks goes on with its attribution.
    """
    begin = 0
    for found in _CANDIDATE.finditer(text):
        start, end = found.end("close"), found.end()
        if _ends(text, begin, found):
            yield start, end
            begin = end
        elif found["mark"].startswith(". ") and _spaced(text, found):
            # "compounds. . . . The": the first stop ends the sentence, the ellipsis opens the next.
            yield found.start() + 1, found.start() + 2
            begin = found.start() + 2


def _spaced(text: str, found: re.Match[str]) -> bool:
    attached = found.start() > 0 and text[found.start() - 1] != " "
    return attached and found["mark"] == ". . . ." and _capital(text, found.end())


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:  # noqa: PLR0911 -- a list of rules, the first that fits
    """Decide one candidate; `begin` is where its sentence began."""
    mark, close = found["mark"], found["close"]
    if not _capital(text, found.end()):
        return False
    following = _NEXT.match(text, found.end())
    word = following[1] if following else ""
    if mark.startswith(". "):
        return not _spaced(text, found) and not re.match(r"I\b", word)
    if "!" in mark or "?" in mark:
        return _exclaimed(text, found, word)
    if mark in ("...", "…"):
        if text[found.start() - 1 : found.start()] == "[":
            return False
        return not re.match(r"I\b", word) or bool(close)
    if len(mark) > 1 or close:
        return True
    before = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip("\"'“‘«([—–-")
    return _stopped(before, word, text[begin : found.start()])


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


def _exclaimed(text: str, found: re.Match[str], word: str) -> bool:
    quoted = any(mark in found["close"] for mark in "\"'”’»")
    if quoted and text[found.end()] not in "\"'“‘" and _ATTRIBUTION.match(text, found.end()):
        return False
    before = text[text.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip("\"'“‘«([")
    return before not in BRANDS or _plain(word) in STARTERS


def _plain(word: str) -> str:
    """Return a word without what is glued to it: `It’s` is `It`, `However,` is `However`."""
    found = re.match(r"\w+", word)
    return found[0] if found else ""


def _stopped(before: str, word: str, sentence: str) -> bool:  # noqa: PLR0911 -- a list of rules, the first that fits
    """Decide a single full stop after the word `before` when `word` follows; `sentence` is what went before."""
    starts, digit = _plain(word) in STARTERS, word[:1].isdigit()
    last = before.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if last in INSIDE or before in BEFORE_NAME or last in BEFORE_NAME:
        return False
    if digit and last in BEFORE_NUMBER:
        return False
    if before.isdigit() and before == sentence.strip() and len(before) <= _LONGEST_MARKER:
        return False
    if before in CLOCK or re.fullmatch(r"[0-9:]*[ap]\.m", before):
        short = len(sentence.split()) < _FEW_WORDS
        zone = _plain(word) in TIME or re.fullmatch(r"[A-Z]{2,4}[.,;]?", word) is not None
        return not zone and (starts or not short) and not (digit and short)
    if len(before) == 1 and before.isalpha():
        return starts and _plain(word) not in _NAMES_LIKE_STARTERS and not digit
    if last in LAST or _INITIALS.fullmatch(last):
        return starts or (digit and last not in ("St", "Ft"))
    return True
