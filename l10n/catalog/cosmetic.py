"""Owns which changes of a source text are cosmetic: they keep a review."""

from __future__ import annotations

import re

__all__ = ["cosmetic"]

_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DOUBLE = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02]")
_SINGLE = re.compile("[\u2018\u2019\u201a\u201b\u2039\u203a\uff07]")
_INNER = re.compile(r"(?<![0-9])'")
_HYPHEN = re.compile("[\u2010\u2011\u2212]|(?<=\\S)\u2013(?=\\S)")
_DASH = re.compile("\\s*[\u2014\u2015]\\s*|\\s+(?:\u2013|\u2012|-{1,3})\\s+|(?<=\\w)-{2,3}(?=\\w)")
_BEFORE = re.compile(r"\s+(?=[,.;:!?](?:\s|$))")
_AFTER = re.compile(r"([^\W\d_][,;!?])(?=[^\W\d_])")


def cosmetic(text: str) -> str:
    """Return the text with what no translation depends on made uniform; equal results differ only cosmetically.

    White space and line breaks, the style of quotation marks and dashes, spaces before and after punctuation,
    three dots, invisible characters. Code between backticks is left alone but for its white space. A hyphen inside
    a word is no dash (`man-eating`, `man — eating`); marks behind a digit keep their kind (5', 5").
    """
    pieces: list[str] = []
    at = 0
    for match in _CODE.finditer(text):
        pieces += [_prose(text[at : match.start()]), match[0]]
        at = match.end()
    pieces.append(_prose(text[at:]))
    return " ".join("".join(pieces).split())


def _prose(text: str) -> str:
    text = _INVISIBLE.sub("", text).replace("\u2026", "...")
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text))
    text = _INNER.sub('"', text)
    text = _DASH.sub(" \u2014 ", text)
    text = _HYPHEN.sub("-", text)
    return _AFTER.sub(r"\1 ", _BEFORE.sub("", text))
