"""Owns the slips of the pen that can be seen in an English text: marks that are not closed, words written twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Span

__all__ = ["HIDDEN", "Mark", "attributed", "doubled", "hide", "loose"]

HIDDEN = "\ufffc"
"""Stands for each character of markup: neither a letter nor white space."""


def hide(text: str, spans: Iterable[Span]) -> str:
    """Return the text with its markup replaced by as many object characters, so that words keep their neighbours."""
    out, at = [], 0
    for span in spans:
        out += [text[at : span.start], HIDDEN * (span.end - span.start)]
        at = span.end
    return "".join([*out, text[at:]])


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark or bracket that has no partner in its text."""

    at: int
    """Character offset."""
    char: str
    opens: bool


_CLOSERS = {"”": "“", ")": "(", "]": "[", "}": "{"}
_OPENERS = frozenset(_CLOSERS.values())
_MARK = re.compile(r"[“”\"()\[\]{}]")
_NUMBERED = re.compile(r"(?:^|[\s(,;:\ufffc])(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\Z")
_FACE = re.compile(r"(?:^|[\s\ufffc])[:;=8xX]['’]?-?\Z")
_EYES = re.compile(r"-?[:;=](?:$|\s)")
_INTERVAL = re.compile(r"[\[(]\s*[\w.+-]+\s*,\s*[\w.+∞-]+\s*[)\]]")
_BEFORE = re.compile(r"(?:\A|[\s(\[{“‘'—–-])\Z")
_INSIDE = re.compile(r"[^\s.,;:!?)\]]|\.\.\.")
_MEASURE = re.compile(r"\d[\d½¼¾⅓⅔]*\Z|[½¼¾]\Z")


def loose(text: str) -> Iterator[Mark]:
    """Yield the marks without a partner in their order; `text` has its markup hidden.

    Numbering (`a)`), faces, intervals (`[0, 1)`) and inches (`6'2"`) have none and need none.
    """
    if not _MARK.search(text):
        return
    text = _INTERVAL.sub(lambda match: " " * len(match.group()), text)
    opened: list[tuple[int, str]] = []
    found: list[Mark] = []
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        partner = _partner(text, at, opened)
        if partner is None:
            opened.append((at, char))
        elif partner >= 0:
            del opened[partner]
        elif not _needs_none(text, at):
            found.append(Mark(at, char, opens=False))
    found += [Mark(at, char, opens=True) for at, char in opened if not _needs_none(text, at)]
    yield from sorted(found, key=lambda mark: mark.at)


def _partner(text: str, at: int, opened: list[tuple[int, str]]) -> int | None:
    """Return which of the open marks the mark at `at` closes; -1 where none is, None where it opens."""
    char = text[at]
    wanted = _CLOSERS.get(char, char)
    place = next((place for place in range(len(opened) - 1, -1, -1) if opened[place][1] == wanted), -1)
    if char in _OPENERS:
        return None
    if char != '"':
        return place
    before, after = text[:at].rstrip(HIDDEN), text[at + 1 :].lstrip(HIDDEN)
    inside = _INSIDE.match(after) is not None
    if (_BEFORE.search(before) and (place < 0 or inside)) or (place < 0 and inside and not before[-1].isalnum()):
        return None
    return -1 if _MEASURE.search(text[:at]) and '"' in text[at + 1 :] else place


def _needs_none(text: str, at: int) -> bool:
    """Tell whether a mark without a partner is a number's bracket, an inch or part of a face."""
    char, before = text[at], text[:at]
    if char == '"':
        return _MEASURE.search(before) is not None
    if char in ")]" and _NUMBERED.search(before):
        return True
    return char in "()[]" and (_FACE.search(before) is not None or _EYES.match(text, at + 1) is not None)


_TWICE = re.compile(r"(?<![\w’'-])([A-Za-z]+)(\s+)(\1)(?![\w’'-])", re.IGNORECASE)
_SAID = re.compile(
    r"[,?!] (?:[\w.’'-]+ ){0,4}(?:said|says|added|adds|told|asked|replied|wrote|explained|recalled|insisted)\b"
    r"(?! (?:that|he|she|it|they|we|I|you)\b)"
)


def attributed(quotation: str) -> bool:
    """Tell whether a text that opens a quotation names its speaker after it (`“We left, the captain said.`)."""
    return _SAID.search(quotation) is not None


_NEVER = frozenset(
    re.findall(r"\w+", "a an the of and or but nor if than my your our their its his am been be will would")
)
"""Words that never stand twice in a row."""
_HARDLY = frozenset(
    re.findall(
        r"\w+",
        "as at by for from into with without to is are was were has have can could shall should may might must do does "
        "did not he she we they i me him us because while when where who which what during between among about",
    )
)
"""Words that stand twice in a row only where a clause ends in one (`what it is is good`, `whom I spoke to to ask`)."""
_CLAUSE = re.compile(r"\b(?:what|who|where|how|all|that|which|thing|whatever|wherever)\b[^.,;:]{0,30}\Z", re.IGNORECASE)


def doubled(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield a word written twice: its start, the ends of both occurrences, and whether it is surely a slip."""
    for match in _TWICE.finditer(text):
        first, gap, second = match.groups()
        lower = first.lower()
        if second not in {first, lower} or second.istitle() or "\n\n" in gap:
            continue
        if lower in _NEVER or (lower in _HARDLY and not _CLAUSE.search(text[: match.start()])):
            yield match.start(), match.end(1), match.end(), lower in _NEVER
