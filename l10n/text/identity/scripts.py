"""Owns the scripts of the world's languages: which letters a text is written in, and which its language uses."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from l10n import languages
from l10n.text.analysis import once

__all__ = ["count", "expected", "script", "share"]

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x005A, "latin"),
    (0x0061, 0x007A, "latin"),
    (0x00AA, 0x00AA, "latin"),
    (0x00BA, 0x00BA, "latin"),
    (0x00C0, 0x024F, "latin"),
    (0x0250, 0x02AF, "latin"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0531, 0x058F, "armenian"),
    (0x0591, 0x05F4, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0700, 0x074F, "syriac"),
    (0x0750, 0x077F, "arabic"),
    (0x0780, 0x07BF, "thaana"),
    (0x07C0, 0x07FF, "nko"),
    (0x0860, 0x086F, "syriac"),
    (0x0870, 0x089F, "arabic"),
    (0x08A0, 0x08FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
    (0x0B00, 0x0B7F, "oriya"),
    (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"),
    (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"),
    (0x0D80, 0x0DFF, "sinhala"),
    (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"),
    (0x0F00, 0x0FFF, "tibetan"),
    (0x1000, 0x109F, "myanmar"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "ethiopic"),
    (0x1380, 0x139F, "ethiopic"),
    (0x13A0, 0x13FF, "cherokee"),
    (0x1400, 0x167F, "canadian"),
    (0x1780, 0x17FF, "khmer"),
    (0x1800, 0x18AF, "mongolian"),
    (0x18B0, 0x18FF, "canadian"),
    (0x1B00, 0x1B7F, "balinese"),
    (0x1B80, 0x1BBF, "sundanese"),
    (0x1C50, 0x1C7F, "olchiki"),
    (0x1C80, 0x1C8F, "cyrillic"),
    (0x1C90, 0x1CBF, "georgian"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x2C60, 0x2C7F, "latin"),
    (0x2C80, 0x2CFF, "coptic"),
    (0x2D00, 0x2D2F, "georgian"),
    (0x2D30, 0x2D7F, "tifinagh"),
    (0x2D80, 0x2DDF, "ethiopic"),
    (0x3005, 0x3007, "han"),
    (0x3040, 0x30FF, "kana"),
    (0x3100, 0x312F, "bopomofo"),
    (0x3130, 0x318F, "hangul"),
    (0x31A0, 0x31BF, "bopomofo"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xA000, 0xA4CF, "yi_signs"),
    (0xA500, 0xA63F, "vai_signs"),
    (0xA640, 0xA69F, "cyrillic"),
    (0xA720, 0xA7FF, "latin"),
    (0xA8E0, 0xA8FF, "devanagari"),
    (0xA960, 0xA97F, "hangul"),
    (0xA980, 0xA9DF, "javanese"),
    (0xA9E0, 0xA9FF, "myanmar"),
    (0xAA60, 0xAA7F, "myanmar"),
    (0xAA80, 0xAADF, "taiviet"),
    (0xAAE0, 0xAAFF, "meetei"),
    (0xAB00, 0xAB2F, "ethiopic"),
    (0xAB30, 0xAB6F, "latin"),
    (0xAB70, 0xABBF, "cherokee"),
    (0xABC0, 0xABFF, "meetei"),
    (0xAC00, 0xD7FF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFF21, 0xFF5A, "latin"),
    (0xFF66, 0xFF9D, "kana"),
    (0xFFA0, 0xFFDC, "hangul"),
    (0x104B0, 0x104FF, "osage"),
    (0x10D00, 0x10D3F, "rohingya"),
    (0x11100, 0x1114F, "chakma"),
    (0x11700, 0x1174F, "ahom"),
    (0x16B00, 0x16B8F, "hmong"),
    (0x1B000, 0x1B16F, "kana"),
    (0x1E100, 0x1E14F, "hmong"),
    (0x1E900, 0x1E95F, "adlam"),
    (0x20000, 0x323AF, "han"),
)
"""Blocks of the Unicode character database, first and last code point; letters of other blocks count as `other`."""
_STARTS = tuple(first for first, _, _ in _RANGES)
_LATIN = frozenset({"latin"})


@lru_cache(maxsize=65_536)
def script(letter: str) -> str:
    """Return the script of one character: `latin`, `hangul`, `kana`, `han` …; `other`; empty when it is no letter."""
    if not letter.isalpha():
        return ""
    code = ord(letter)
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= _RANGES[at][1]:
        return _RANGES[at][2]
    return "other"


@once
def count(text: str) -> Counter[str]:
    """Count the letters of a text by script."""
    found: Counter[str] = Counter()
    for letter, many in Counter(text).items():
        name = script(letter)
        if name:
            found[name] += many
    return found


@lru_cache(maxsize=256)
def expected(locale: str) -> frozenset[str]:
    """Return the scripts that a locale is written in, by CLDR's likely subtags; Latin where it says nothing."""
    found = languages.of(locale).scripts
    return found.names if found else _LATIN


def share(text: str, locale: str) -> float:
    """Return the share of a text's letters that belong to the locale's scripts, 0…1; 1.0 for a text without letters."""
    letters = count(text)
    total = letters.total()
    wanted = expected(locale)
    return sum(letters[name] for name in wanted) / total if total else 1.0
