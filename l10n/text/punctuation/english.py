"""Owns the slips of the pen that can be seen in an English text: marks that are not closed, words written twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import Flaw
from l10n.text.analysis import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Inline

__all__ = ["CLOSES", "HIDDEN", "OPENS", "attributed", "doubled", "hide", "loose"]

HIDDEN = "\ufffc"
"""Stands for each character of markup: neither a letter nor white space."""


def hide(text: str, spans: Iterable[Inline], start: int = 0, end: int | None = None) -> str:
    """Return the text, or a part of it, with its markup replaced by as many object characters."""
    out, at = [], start
    for span in spans:
        out += [text[at : span.start], HIDDEN * (span.end - span.start)]
        at = span.end
    return "".join([*out, text[at:end]])


OPENS, CLOSES = "opens", "closes"
"""Kinds of a quotation mark or bracket that has no partner in its text."""
_CLOSERS = {"”": "“", ")": "(", "]": "[", "}": "{"}
_OPENERS = frozenset(_CLOSERS.values())
_MARK = re.compile(r"[“”\"()\[\]{}]")
_NUMBERED = re.compile(r"(?:^|[\s(,;:\ufffc])(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\Z")
_FACE = re.compile(r"(?:^|[\s\ufffc])[:;=8xX]['’]?-?\Z")
_EYES = re.compile(r"-?[:;=](?:$|\s)")
_INTERVAL = re.compile(r"[\[(]\s*[\w.+-]+\s*,\s*[\w.+∞-]+\s*[)\]]")
_BEFORE = re.compile(r"(?:\A|[\s(\[{“‘'—–-])\Z")
_INSIDE = re.compile(rf"{HIDDEN}*+(?:[^\s.,;:!?)\]]|\.\.\.)")
_MEASURE = re.compile(r"(?<=[\d½¼¾])|(?<=\d[⅓⅔])")
"""Behind a figure."""
_FAR = 6
"""Characters before a mark that numbering and faces have at most."""


def loose(text: str) -> Iterator[Flaw]:
    """Yield the marks without a partner in their order; `text` has its markup hidden.

    Numbering (`a)`), faces, intervals (`[0, 1)`) and inches (`6'2"`) have none and need none.
    """
    if not _MARK.search(text):
        return
    text = _INTERVAL.sub(lambda match: " " * len(match.group()), text)
    waiting: dict[str, list[int]] = {}
    found: list[Flaw] = []
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        partner = _CLOSERS.get(char, char)
        opened = waiting.setdefault(partner, [])
        if char in _OPENERS or (char == '"' and _opens(text, at, inner=bool(opened))):
            opened.append(at)
        elif opened and not (char == '"' and _MEASURE.match(text, at) and text.find('"', at + 1) > 0):
            opened.pop()
        elif not _needs_none(text, at):
            found.append(_lonely(at, char, CLOSES))
    found += [_lonely(at, char, OPENS) for char, some in waiting.items() for at in some if not _needs_none(text, at)]
    yield from sorted(found, key=lambda mark: mark.start)


def _lonely(at: int, char: str, kind: str) -> Flaw:
    if char == '"':
        return Flaw("a quotation mark without a partner", at, at + 1, kind=kind)
    return Flaw(f"{char} is never closed" if kind == OPENS else f"{char} closes nothing", at, at + 1, kind=kind)


def _opens(text: str, at: int, *, inner: bool) -> bool:
    """Tell whether a straight mark opens a quotation; `inner` tells that one is open."""
    before = at
    while before and text[before - 1] == HIDDEN:
        before -= 1
    inside = _INSIDE.match(text, at + 1) is not None
    if _BEFORE.search(text, max(0, before - 1), before):
        return inside or not inner
    return not inner and inside and not text[before - 1].isalnum()


def _needs_none(text: str, at: int) -> bool:
    """Tell whether a mark without a partner is a number's bracket, an inch or part of a face."""
    char, near = text[at], max(0, at - _FAR)
    if char == '"':
        return _MEASURE.match(text, at) is not None
    if char in ")]" and _NUMBERED.search(text, near, at):
        return True
    return char in "()[]" and (_FACE.search(text, near, at) is not None or _EYES.match(text, at + 1) is not None)


_TWICE = re.compile(r"(?<![\w’'-])([A-Za-z]+)(\s+)(\1)(?![\w’'-])", re.IGNORECASE)
_SAID = re.compile(
    r"[,?!] (?:[\w.’'-]+ ){0,4}(?:said|says|added|adds|told|asked|replied|wrote|explained|recalled|insisted)\b"
    r"(?! (?:that|he|she|it|they|we|I|you)\b)"
)


@once
def attributed(text: str) -> int:
    """Return where a text last names the speaker of a quotation (`“We left, the captain said.`); -1 where nowhere."""
    return max((match.start() for match in _SAID.finditer(text)), default=-1)


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
_CLAUSE_MOST = 40
"""Characters of such a beginning at most."""


def doubled(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield a word written twice: its start, the ends of both occurrences, and whether it is surely a slip."""
    for match in _TWICE.finditer(text):
        first, gap, second = match.groups()
        lower = first.lower()
        if second not in {first, lower} or second.istitle() or "\n\n" in gap:
            continue
        if lower in _NEVER or (
            lower in _HARDLY and not _CLAUSE.search(text, max(0, match.start() - _CLAUSE_MOST), match.start())
        ):
            yield match.start(), match.end(1), match.end(), lower in _NEVER
