"""Owns what the two doors to Apertium share: its language codes, and how marks travel through it."""

from __future__ import annotations

import re

__all__ = [
    "CODES",
    "clean",
    "from_private",
    "from_word",
    "marks",
    "private",
    "word",
]

CODES: dict[str, tuple[tuple[str, ...], str]] = {
    "bs": (("hbs_BS", "hbs", "bos"), "apertium-hbs-eng"),
    "ca": (("cat", "ca"), "apertium-eng-cat"),
    "eo": (("epo", "eo"), "apertium-eo-en"),
    "es": (("spa", "es"), "apertium-eng-spa"),
    "gl": (("glg", "gl"), "apertium-en-gl"),
    "hr": (("hbs_HR", "hbs", "hrv"), "apertium-hbs-eng"),
    "sh": (("hbs_SR", "hbs"), "apertium-hbs-eng"),
    "sr": (("hbs_SR", "hbs", "srp"), "apertium-hbs-eng"),
}
"""Language to Apertium's codes for it, best first, and the package that has the pair with English."""

_GLITCH = re.compile(r"(?<!\S)([*@#])(?=\w)")
_MARK = re.compile(r"⟦(\d{1,4})⟧")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LETTERS = "bcdfghjklm"
_UNKNOWN = re.compile(r"\s?\bxq([bcdfghjklm]+)qx\b\s?", re.IGNORECASE)


def private(text: str) -> str:
    """Write marks as private-use characters."""
    return _MARK.sub(lambda match: chr(0xE000 + int(match.group(1)) % 0x1900), text)


def from_private(text: str) -> str:
    """Read what `private` wrote."""
    return _PRIVATE.sub(lambda match: f"⟦{ord(match.group()) - 0xE000}⟧", text)


def word(text: str) -> str:
    """Write marks as words no dictionary has, set apart by spaces so that their neighbours are translated."""

    def one(match: re.Match[str]) -> str:
        letters = "".join(_LETTERS[int(digit)] for digit in match.group(1))
        return f" xq{letters}qx "

    return " ".join(_MARK.sub(one, text).split())


def from_word(text: str) -> str:
    """Read what `word` wrote."""

    def one(match: re.Match[str]) -> str:
        number = "".join(str(_LETTERS.index(letter)) for letter in match.group(1).lower())
        return f" ⟦{number}⟧ "

    return " ".join(_UNKNOWN.sub(one, text).split())


def marks(text: str) -> list[str]:
    """Return the numbers of all marks, sorted."""
    return sorted(_MARK.findall(text))


def clean(question: str, answer: str) -> str:
    """Drop the signs of words Apertium could not translate or inflect, and the gaps of words it dropped."""
    answer = answer if "  " in question else re.sub(" {2,}", " ", answer)
    return answer if _GLITCH.search(question) else _GLITCH.sub("", answer)
