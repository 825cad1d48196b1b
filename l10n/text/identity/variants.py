"""Owns the letters that give a language away among those that share its script: Chinese, Arabic and Cyrillic."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.locales import language

__all__ = ["stranger"]

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = "gb2312"
_FULL = "big5"
"""Character sets of the two ways to write Chinese; what only one of them has belongs to that one."""
_JAPANESE = "cp932"

_LETTERS: dict[str, tuple[str, str, str]] = {
    "ar": ("يكةىأإ", "کیپچژگٹڈےں", "Persian or Urdu"),
    "be": ("ўі", "ищъїєґ", "Russian or Ukrainian"),
    "bg": ("ъщ", "ыэёіїєў", "Russian or Ukrainian"),
    "fa": ("کیپچژگ", "يكةىإ", "Arabic"),
    "mk": ("јљњѓќѕ", "ыэёйщьюяії", "another language in Cyrillic"),
    "ru": ("ыэъё", "іїєґўђјљњћџ", "another language in Cyrillic"),
    "sr": ("јљњђћџ", "ыэёйщьюяії", "another language in Cyrillic"),
    "uk": ("іїєґ", "ыэъёў", "Russian"),
}
"""Language to letters that only it has, letters that it has not, and whose those are."""
_LEAST = 3
"""Foreign letters from which a text is not in the language; a name or a quotation brings in one or two."""
_LEAD = 2
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3041-\u30ff]")
_BARE = 20
"""Han letters that no Japanese sentence has in it without a single kana."""


def stranger(text: str, locale: str) -> str:
    """Return what a text in the right script is written in when it is not in the locale's language; else empty."""
    tongue = language(locale)
    if tongue in {"zh", "yue"}:
        return _chinese(text, locale)
    if tongue == "ja":
        return _not_japanese(text)
    if tongue in _LETTERS:
        own, strange, name = _LETTERS[tongue]
        low = text.lower()
        foreign = sum(map(low.count, strange))
        return name if foreign >= _LEAST and foreign > sum(map(low.count, own)) else ""
    return ""


def _chinese(text: str, locale: str) -> str:
    letters = _HAN.findall(text)
    simple = sum(_only(letter, _SIMPLIFIED, _FULL) for letter in letters)
    full = sum(_only(letter, _FULL, _SIMPLIFIED) for letter in letters)
    wants_full = bool(_TRADITIONAL & set(locale.lower().replace("-", "_").split("_"))) and "hans" not in locale.lower()
    foreign, own, name = (simple, full, "Simplified Chinese") if wants_full else (full, simple, "Traditional Chinese")
    return name if foreign >= _LEAST and foreign > _LEAD * own else ""


def _not_japanese(text: str) -> str:
    letters = _HAN.findall(text)
    if _KANA.search(text):
        return ""
    return "Chinese" if len(letters) >= _BARE or sum(not _has(_JAPANESE, one) for one in letters) >= _LEAST else ""


@lru_cache(maxsize=16_384)
def _only(letter: str, one: str, other: str) -> bool:
    return _has(one, letter) and not _has(other, letter)


def _has(charset: str, letter: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
