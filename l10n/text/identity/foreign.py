"""Owns letters that do not belong into a language: another script's, or look-alikes inside of a word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity
from l10n.text.identity import scripts
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mixed", "strangers"]

_LIKE_LATIN = frozenset("асеорхуіјѕԁһԛԝАВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοο")
_WORD = re.compile(r"[^\W\d_]{2,}")
_GLOSSED = re.compile(r"[(（\[［][^()（）\[\]［］]*[)）\]］]")
_QUOTED = re.compile(r"[「『“‘\"《][^“”‘’\"「」『』《》]*[」』”’\"》]")
_SAYING = 4
"""Letters of an idiom that Korean quotes in Han letters."""


_LETTERS = {
    "greek": "\u0370-\u03ff",
    "cyrillic": "\u0400-\u052f",
    "armenian": "\u0531-\u058f",
    "hebrew": "\u0591-\u05f4",
    "arabic": "\u0620-\u064a\u0671-\u06d3\u0750-\u077f",
    "devanagari": "\u0904-\u0950\u0958-\u0961\u0972-\u097f",
    "thai": "\u0e01-\u0e4e",
    "georgian": "\u10a0-\u10ff",
    "kana": "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "hangul": "\uac00-\ud7a3",
}
"""The letters of the scripts that news is translated into most, as ranges of a pattern; stops (`।`) belong to many."""
_SYMBOLS = 2
"""Letters of a formula (`π`, `μ`) up to which a script is no stranger."""


def mixed(text: str) -> Iterator[tuple[int, int]]:
    """Yield words of Latin letters with Cyrillic or Greek ones among them that look alike, or the other way round."""
    if text.isascii() or not re.search("[A-Za-zÀ-ɏ]", text) or not re.search("[\u0370-\u052f]", text):
        return
    for word in _WORD.finditer(text):
        letters = word.group()
        found = scripts.count(letters)
        for name in ("cyrillic", "greek"):
            theirs = [letter for letter in letters if scripts.script(letter) == name]
            alike = all(letter in _LIKE_LATIN for letter in theirs)
            if (
                theirs
                and found["latin"]
                and (alike or (found["latin"] == 1 and name == "cyrillic" and len(theirs) > 1))
            ):
                yield word.span()


@cache
def _runs(wanted: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a run of letters that belong to none of the scripts."""
    return re.compile("|".join(f"[{ranges}]+" for name, ranges in _LETTERS.items() if name not in wanted))


@cache
def _any(wanted: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of one such letter, which is found faster."""
    return re.compile(f"[{''.join(ranges for name, ranges in _LETTERS.items() if name not in wanted)}]")


def strangers(text: str, source: str, locale: str) -> Iterator[Flaw]:
    """Yield the letters of scripts that the locale is not written in and the source does not have.

    What stands in brackets is left alone, and a short word in quotation marks: names in their own letters, and Han
    letters that tell Korean words apart. Latin letters are no strangers anywhere.
    """
    wanted = scripts.expected(locale)
    if text.isascii() or not _any(wanted).search(text):
        return
    glossed = Ranges((one.start() + 1, one.end()) for one in _GLOSSED.finditer(text)).hold
    cited = Ranges((one.start() + 1, one.end()) for one in _QUOTED.finditer(text)).hold
    for run in _runs(wanted).finditer(text):
        name = scripts.script(run.group()[0])
        if scripts.count(source)[name]:
            continue
        quoted = name != "kana" and len(run.group()) <= _SAYING
        at = run.start()
        if glossed(at) or (quoted and cited(at)) or _meant(run.group(), name, locale):
            continue
        level = None if _sure(run.group(), name, locale) else Severity.WARNING
        yield Flaw(f"{run.group()} is not the script of {locale}", *run.span(), severity=level, kind=name)


def _meant(letters: str, name: str, locale: str) -> bool:
    own = languages.of(locale).letters
    if own and own.guests and re.fullmatch(own.guests, letters):
        return True
    return name == "greek" and len(letters) <= _SYMBOLS


def _sure(letters: str, name: str, locale: str) -> bool:
    """Tell whether nobody writes such letters on purpose: kana in Korean, Hangul in Chinese, three Han in Korean."""
    east = bool(scripts.expected(locale) & {"hangul", "han", "kana"})
    if name in {"kana", "hangul"}:
        return len(letters) > 1 or name == "hangul"
    return name == "han" and east and len(letters) >= 3  # noqa: PLR2004  two may be a family and a given name
