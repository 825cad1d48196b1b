"""Owns the scripts of the world's languages: which letters a text is written in, and which its language uses."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

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
    (0x0750, 0x077F, "arabic"),
    (0x08A0, 0x08FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
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
    (0x1780, 0x17FF, "khmer"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3005, 0x3007, "han"),
    (0x3040, 0x30FF, "kana"),
    (0x3130, 0x318F, "hangul"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xA960, 0xA97F, "hangul"),
    (0xAC00, 0xD7FF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFF21, 0xFF5A, "latin"),
    (0xFF66, 0xFF9D, "kana"),
    (0xFFA0, 0xFFDC, "hangul"),
    (0x20000, 0x323AF, "han"),
)
"""Blocks of the Unicode character database, first and last code point; letters of other blocks count as `other`."""
_STARTS = tuple(first for first, _, _ in _RANGES)

_LANGUAGES: dict[str, str] = {
    "am": "ethiopic",
    "ar": "arabic",
    "be": "cyrillic",
    "bg": "cyrillic",
    "bn": "bengali",
    "ckb": "arabic",
    "el": "greek",
    "fa": "arabic",
    "gu": "gujarati",
    "he": "hebrew",
    "hi": "devanagari",
    "hy": "armenian",
    "ja": "kana han",
    "ka": "georgian",
    "kk": "cyrillic",
    "km": "khmer",
    "kn": "kannada",
    "ko": "hangul",
    "ky": "cyrillic",
    "lo": "lao",
    "mk": "cyrillic",
    "ml": "malayalam",
    "mn": "cyrillic",
    "mr": "devanagari",
    "my": "myanmar",
    "ne": "devanagari",
    "pa": "gurmukhi",
    "ps": "arabic",
    "ru": "cyrillic",
    "si": "sinhala",
    "sr": "cyrillic",
    "ta": "tamil",
    "te": "telugu",
    "tg": "cyrillic",
    "th": "thai",
    "ti": "ethiopic",
    "ug": "arabic",
    "uk": "cyrillic",
    "ur": "arabic",
    "yi": "hebrew",
    "yue": "han",
    "zh": "han",
}
"""CLDR likely scripts of the languages that are not written in Latin letters."""
_MODIFIERS = {"latin": "latin", "latn": "latin", "cyrillic": "cyrillic", "cyrl": "cyrillic", "arab": "arabic"}


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


def count(text: str) -> Counter[str]:
    """Count the letters of a text by script."""
    found: Counter[str] = Counter()
    for letter, many in Counter(text).items():
        name = script(letter)
        if name:
            found[name] += many
    return found


def expected(locale: str) -> frozenset[str]:
    """Return the scripts that a gettext locale is written in, by CLDR's likely subtags; Latin where not listed."""
    base, _, modifier = locale.lower().replace("-", "_").partition("@")
    language, *rest = base.split("_")
    for subtag in (modifier, *rest):
        if subtag in _MODIFIERS:
            return frozenset({_MODIFIERS[subtag]})
    return frozenset(_LANGUAGES.get(language, "latin").split())


def share(text: str, locale: str) -> float:
    """Return the share of a text's letters that belong to the locale's scripts, 0…1; 1.0 for a text without letters."""
    letters = count(text)
    total = letters.total()
    wanted = expected(locale)
    return sum(letters[name] for name in wanted) / total if total else 1.0
