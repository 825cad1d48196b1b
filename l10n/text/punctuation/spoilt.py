"""Owns texts whose letters a machine spoilt: `?` for letters, capitals throughout, letters apart, words run together.

Nothing is spoilt that the source has too. What is yielded is certain: on 33,000 human news translations in 34
languages nothing of it stands (`benchmarks/guard_mutations.py --good`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw
from l10n.text.identity import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["spoilt"]

_QUESTIONS = re.compile(r"(?<![\w/=&.])(?:\w*\?){2,}\w*(?:[ ,.:]+\w{0,3}\?+\w*)+|[^\W\d_]\?[^\W\d_]|\?{2,}\w|\w\?{3,}")
"""Letters that a charset lacks, as it shows them: `??? ????`, `Espa?ol`."""
_MIDST = re.compile(r"\?(?= ([^\W\d_]))")
"""A question mark in the middle of a sentence."""
_ASKED = 3
"""Question marks more than the source has: a translation has one for one."""
_LETTERS = 20
"""Letters from which a text in capitals is written so throughout."""
_MOST, _FEW = 0.8, 0.5
"""Share of capitals among the letters of a text that is set in them, and of one that is not."""
_TOKENS = 12
_APART = 0.7
"""Share of single letters among the tokens of a text that was taken apart."""
_SPACES = 6
"""Spaces of a source from which a translation has some, save in Arabic letters, whose forms show where a word ends: the
news lost them there in people's programs too."""
_KEPT = 0.15
"""Part of a source's spaces below which a translation has lost its own: no human one in 34 languages has a fifth."""
_CASED = frozenset({"latin", "cyrillic", "greek", "armenian"})
_PIECES = re.compile(r"@@ |(?:^| )##\w|\w@-@\w|(?:^|\s)(?:>>[a-z]{2,3}(?:_\w+)?<<|__\w{2,8}__|<2\w{2,3}>)(?=\s|$)")
"""What tokenizers leave: the halves of a word, the name of the language that is asked for."""
_IN_PIECES = ("@@ ", "##", "@-@", ">>", "__", "<2")
_SHOUT = re.compile(r"([!?。！？,;:])\1{3,}")
_FULL = re.compile("[０-９]")
_ENTITY = re.compile(r"&(?:amp;)?(?:quot|apos|lt|gt|#\d{2,4}|#x[0-9a-f]{2,4});|&amp;amp;", re.IGNORECASE)
"""Letters as HTML writes them, where they are no markup: readers see them so."""


def spoilt(source: str, target: str, locale: str) -> Iterator[Flaw]:
    """Yield what a machine spoilt in a translation; markup in both texts is best covered (`mask`)."""
    yield from _questioned(source, target)
    yield from _capitals(source, target, locale)
    yield from _spaced(source, target, locale)
    known = languages.of(locale).marks
    if not (known and known.wide):
        wide = _FULL.search(target)
        if wide and not _FULL.search(source):
            yield Flaw(f"{wide.group()} is a digit as wide as a Han letter", *wide.span())
    pieces = _PIECES.search(target) if any(sign in target for sign in _IN_PIECES) else None
    entity = _ENTITY.search(target) if "&" in target else None
    for found in (pieces, _SHOUT.search(target), entity):
        if found and found.group().strip() not in source and not (found.re is _SHOUT and _SHOUT.search(source)):
            yield Flaw(f"{found.group().strip()} is nothing that a translator writes", *found.span())
    for at, char in enumerate(target) if max(target, default="") > "\u203c" else ():
        if char > "\u203c" and unicodedata.category(char) == "So" and char not in source and _pictograph(char):
            yield Flaw(f"{char} is not in the source", at, at + 1)
            return


def _pictograph(char: str) -> bool:
    """Tell whether a symbol is one of Unicode's blocks of pictures: no `℃`, `㎏`, `★`."""
    return char >= "\U0001f300"


def _questioned(source: str, target: str) -> Iterator[Flaw]:
    more = sum(map(target.count, "?？؟;")) - sum(map(source.count, "?？؟;"))
    found = _QUESTIONS.search(target) if "?" in target else None
    if found and target.count("?") > source.count("?") and not _QUESTIONS.search(source):
        yield Flaw(f"question marks stand for letters: {found.group()[:40]}", *found.span())
    elif not any(mark in source for mark in "?？") and (found := _MIDST.search(target)) and found[1].islower():
        yield Flaw("a question mark stands for a letter", *found.span())
    elif target.count("?") - source.count("?") >= _ASKED and more >= _ASKED:
        yield Flaw("question marks stand for letters", target.index("?"), target.index("?") + 1)


def _capitals(source: str, target: str, locale: str) -> Iterator[Flaw]:
    own = scripts.expected(locale) & _CASED
    if not own or sum(map(str.isupper, target)) < _MOST * _LETTERS:
        return
    upper, lower = _cased("".join(char for char in target if scripts.script(char) in own))
    if upper + lower < _LETTERS or upper < _MOST * (upper + lower):
        return
    above, below = _cased(source)
    if above < _FEW * (above + below):
        yield Flaw("the text is set in capitals throughout", 0, len(target))


def _cased(text: str) -> tuple[int, int]:
    return sum(map(str.isupper, text)), sum(map(str.islower, text))


def _spaced(source: str, target: str, locale: str) -> Iterator[Flaw]:
    if source.count(" ") < _SPACES:
        return
    words, own = target.split(), languages.of(locale).scripts
    single = sum(len(word) == 1 for word in words)
    if len(words) >= _TOKENS and single > _APART * len(words):
        yield Flaw("the letters stand apart", 0, len(target))
    elif own and own.spaced and "arabic" not in own.names and len(words) - 1 < _KEPT * source.count(" "):
        yield Flaw("the words are run together", 0, len(target))
