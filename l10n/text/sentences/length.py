"""Owns how long a translation is in parts of its source."""

from __future__ import annotations

import math
import re
from statistics import median
from typing import TYPE_CHECKING

from l10n import languages
from l10n.text.analysis import once
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "LONG",
    "absurd",
    "bare",
    "begun",
    "bounds",
    "breaks_off",
    "counted",
    "half",
    "lost",
    "oddness",
    "share",
    "spread",
    "usual",
    "weight",
]

LONG = 40
"""Characters of a source from which its translation's length says something."""
_ANY = (0.45, 2.20)
_ABSURD = (0.40, 2.20)
"""The share of a translation and of a draft in languages that were not measured."""
_GLOSS = re.compile(r"\s?[(（]\s?[A-Za-z][A-Za-z0-9 .,'’&-]*[)）]")
"""A name repeated in Latin letters after its transcription: 스페이스엑스(SpaceX)."""
_ENOUGH = 5
_LOST = 0.85
"""Part of the usual length below which a sentence is lost when there are fewer of them."""
_GONE = 0.55
"""Part of the usual length below which no translation of a longer text lies, save one in a thousand."""
_DEFICIT = 0.65
"""How much of a lost sentence's length must be missing: the others may have grown."""
_SOME = 16
"""Characters of a source from which a text of one or two syllables is none."""
_BEGUN = 0.4
"""Part of the usual length below which no headline of a newsroom lies."""
_PARAGRAPH = 80
"""Characters of a source from which its sentences are counted."""


def bare(text: str) -> str:
    """Return a translation without names that it repeats in Latin letters, and outer white space."""
    return _GLOSS.sub("", text).strip()


def share(source: str, target: str) -> float:
    """Return the characters of a translation, glosses left out, in parts of its source's.

    Names and words in Latin letters that both have count for neither where the translation has another script.
    """
    have, want = _weights(source, target)
    return have / want if want >= _FEW else len(bare(target)) / max(1, len(source.strip()))


def weight(source: str, target: str) -> int:
    """Return the characters of a source that its translation says in words of its own."""
    return _weights(source, target)[1]


@once
def _weights(source: str, target: str) -> tuple[int, int]:
    """Return the characters of a translation and of its source that `share` counts."""
    target, want = target.strip(), len(source.strip())
    words = _LATIN.findall(target)
    if not words:
        return len(target), want
    others = _LATIN.findall(source)
    known = set(others)
    new = sum(len(word) for word in words if word not in known)
    if new > (len(target) - sum(map(len, words)) + new) / 2 or new == len(target):
        return len(target), want
    own = bare(target)
    kept = known.intersection(_LATIN.findall(own))
    have = len(own) - sum(len(word) for word in _LATIN.findall(own) if word in kept)
    return have, want - sum(len(word) for word in others if word in kept)


_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9_.+-]*")
_FEW = 10


_FIGURES = r"\d+(?:[.,:/-]\d+)*"
_ADDRESS = r"(?<![\w@])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?(?![\w@])"
_UNCOUNTED = re.compile(f"{_ADDRESS}|{_FIGURES}", re.ASCII | re.IGNORECASE)
_NUMBERS = re.compile(_FIGURES, re.ASCII)
_DOTTED = re.compile(r"[A-Za-z0-9-]\.[A-Za-z0-9-]")


@once
def counted(text: str) -> str:
    """Return a text without its numbers and addresses (`nps.or.kr`), which are as long in any language."""
    return (_UNCOUNTED if _DOTTED.search(text) else _NUMBERS).sub("", text).strip()


def bounds(locale: str, characters: int) -> tuple[float, float]:
    """Return the least and the greatest share that a translation of so many characters, `LONG` or more, may have."""
    known = languages.of(locale).length
    low, high = known.bounds if known and known.bounds[1] else _ANY
    return (low, high) if characters >= _PARAGRAPH else (low * 0.8, high * 1.25)


def absurd(locale: str) -> tuple[float, float]:
    """Return the least and the greatest share of a draft: what is outside of them is none, whoever wrote it."""
    known = languages.of(locale).length
    return known.absurd if known and known.absurd[1] else _ABSURD


def begun(source: str, target: str, locale: str) -> bool:
    """Tell whether a text, put beside drafts of such a source, looks like the beginning of one.

    The usual share lies halfway between the bounds of the language; of a text of a few words less may be left.
    """
    low, high = bounds(locale, _PARAGRAPH)
    return len(source.strip()) >= _SOME and share(source, target) < _BEGUN * (low * high) ** 0.5


def usual(shares: Sequence[float], locale: str) -> float | None:
    """Return the share that is usual in an article, given those of its longer texts.

    Where they are too few it is that of human news translations; None for a language that was not measured.
    """
    known = languages.of(locale).length
    return median(shares) if len(shares) >= _ENOUGH else (known and known.usual) or None


def lost(source: str, target: str, locales: tuple[str, str], usual_share: float) -> tuple[int, int] | None:
    """Return the sentences of source and target where one of several was lost; None where nothing tells so.

    Few sentences alone tell nothing, for Korean joins them, nor does a short text; both together do. On human
    translations with one sentence deleted this found 60 to 90 of 100, and raised less than one false alarm.
    A quotation's sentences count too.
    """
    parts = share(source, target) / usual_share
    if len(source) < _PARAGRAPH or parts >= _LOST:
        return None
    before = sentences(source, locales[0], whole_quotations=False)
    if len(before) < 2:  # noqa: PLR2004  a single one is not lost but the text is empty
        return None
    after = sentences(target, locales[1], whole_quotations=False)
    lengths = [end - start for start, end in before]
    fewer = len(after) < len(before) and parts < 1 - _DEFICIT * min(lengths) / sum(lengths)
    return (len(before), len(after)) if fewer else None


def half(source: str, target: str, usual_share: float) -> bool:
    """Tell whether about half of a longer text was lost, by what is usual."""
    return len(source) >= _PARAGRAPH and share(source, target) < _GONE * usual_share


_SENTENCE = 20
"""Characters of a source from which it may be told whether its translation came to an end."""
_ENDED = re.compile(r"[.!?][\s\"”’)\]]*\Z")
_OPEN = re.compile(r"[^\W_]\s*\Z|[,،、，;；(（\[「『–-]\s*\Z")
_CLOSERS = ' "”’»)]'
_DOTS = re.compile(r"(?:\.{3}|…)[\"”’»」』)]*\s*\Z")
_ABBREVIATION = re.compile(r"(?<![\w.])(?<![A-Z]\.\s)(?P<word>[A-ZÀ-Þ][^\W\d_]{0,4})\.\Z")
_LONGEST_ABBREVIATION = 6
_DOUBLED = re.compile(r"([ABE-HJKN-UWYZ])\1\Z")
"""The first half of a plural abbreviation, and no Roman number: `EE. UU.`"""
_BROKEN = 0.8
"""Part of the usual length below which a translation without an end was broken off: of 6,916 human ones three were."""


def breaks_off(source: str, target: str, usual_share: float, locale: str) -> bool:
    """Tell whether a translation of a whole sentence stops in the middle of one, and is shorter than is usual.

    It stops at a comma or its like, in the middle of an abbreviation, or, in a language whose sentences end in a mark,
    at a letter; dots that its source has not are no end.
    """
    marks = languages.of(locale).marks
    if _at_abbreviation(source, target):
        return True
    if source.rstrip(_CLOSERS).endswith("?") and target.rstrip(_CLOSERS).endswith(";"):
        return False
    if not (marks and marks.stops) and target.rstrip()[-1:].isalnum():
        return False
    if _DOTS.search(target) and not _DOTS.search(source) and len(source) >= LONG:
        return share(source, target) < usual_share
    open_end = len(source) >= _SENTENCE and _ENDED.search(source) and _OPEN.search(target)
    return bool(open_end) and share(source, target) < _BROKEN * usual_share


def _at_abbreviation(source: str, target: str) -> bool:
    """Tell whether a translation ends in a word with a stop behind which its source, or anybody, goes on (`St.`)."""
    text = target.rstrip()
    found = _ABBREVIATION.search(text, max(0, len(text) - _LONGEST_ABBREVIATION))
    if not found or source.rstrip(_CLOSERS).endswith(found.group()):
        return False
    goes_on = re.search(rf"(?<!\w){re.escape(found.group())} [A-Z]", source)
    return bool(goes_on or _DOUBLED.match(found["word"]))


_LEAST_SPREAD, _BY_LENGTH, _FEWEST = 0.06, 1.18, 8
"""Of the logarithm of a news translation's share, with the square root of its source's length: measured in 34
languages, where sources of 60, 100 and 200 characters have 0.16, 0.13 and 0.10."""


def spread(characters: int, locale: str) -> float:
    """Return the standard deviation of the logarithm of the share of translations of so many characters."""
    known = languages.of(locale).length
    wider = known.spread if known else 1.0
    return wider * math.hypot(_LEAST_SPREAD, _BY_LENGTH / math.sqrt(max(_FEWEST, characters)))


def oddness(source: str, target: str, locale: str) -> float:
    """Return how many standard deviations a translation is longer than is usual; negative where it is shorter.

    0 in a language that was not measured. Half of the good ones lie within 0.7, of a thousand one beyond 3.5.
    """
    common = usual((), locale)
    if not common:
        return 0.0
    return math.log(max(0.01, share(source, target) / common)) / spread(len(source.strip()), locale)
