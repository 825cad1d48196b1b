"""Owns which changes of a source text are cosmetic: they keep a review."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["cosmetic", "untouched"]

_FIXED = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<!--.*?-->)"
    r"|(?P<link>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|\]\[[^\[\]]*\]|<[a-z]+:[^<>\s]*>|\b(?:https?://|www\.)[^\s<>()\[\]\"”’]+)"
    r"|(?P<variable>\{\{.*?\}\}|\{%.*?%\})",
    re.DOTALL,
)
"""What a reader does not read: only its white space may change, and the quotation marks of a tag's attributes."""
_HOLE = "\ue000"
"""Stands for what is left alone, so that what is beside it is seen from both sides."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DOUBLE = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02]|(?<=[0-9])\u2033")
_SINGLE = re.compile("[\u2018\u2019\u201a\u201b\u2039\u203a\uff07\u02bc\u00b4]|(?<=[0-9])\u2032")
_INNER = re.compile(r"(?<![0-9])'")
_HYPHEN = re.compile("[\u2010\u2011\u2212]|(?<=\\S)\u2013(?=\\S)|(?<!\\S)\u2013(?=[0-9])")
_DASH = re.compile("\\s*[\u2014\u2015]\\s*|\\s+(?:\u2013|\u2012|-{1,3})\\s+|(?<=\\w)-{2,3}(?=\\w)")
_BEFORE = re.compile(r"\s+(?=[,.;:!?](?:[\s*_)\]\"'<]|$))")
_AFTER = re.compile(r"([^\W\d_][,;!?])(?=[*_]*[^\W\d_])")
_UNIT = re.compile(rf"(?<=[0-9])([*_{_HOLE}]*)\s+(?=[\u2030\u00b0]|%(?![\w(]))")
"""The space that some write between a number and its sign."""
_ATTRIBUTE = re.compile(r"='([^'\"]*)'")


def cosmetic(text: str) -> str:
    """Return the text with what no translation depends on made uniform; equal results differ only cosmetically.

    White space and line breaks, the style of quotation marks and dashes, spaces before and after punctuation,
    three dots, invisible characters, composed and decomposed letters, the space before a per cent or a degree sign, all
    of these in the middle of markup too. Code, tags, link targets, addresses and template variables are left alone but
    for white space, and a tag's quotation marks. A hyphen inside a word is no dash (`man-eating`, `man — eating`);
    marks behind a digit keep their kind (5', 5"). What is markup and written in two ways only a format knows:
    `Format.uniform` goes before.
    """
    text = text.replace(_HOLE, "")
    pieces: list[str] = []
    at = 0
    fixed: list[str] = []
    for match in _FIXED.finditer(text):
        pieces += [text[at : match.start()], _HOLE]
        fixed.append(_ATTRIBUTE.sub(r'="\1"', match[0]) if match["tag"] else match[0])
        at = match.end()
    pieces.append(text[at:])
    outer = _prose("".join(pieces)).split(_HOLE)
    whole = [outer[0]]
    for inner, after in zip(fixed, outer[1:], strict=True):
        whole += [inner, after]
    return " ".join("".join(whole).split())


def untouched(text: str) -> list[str]:
    """Return what a reader does not read: code, tags, link targets, addresses and template variables."""
    return [match[0] for match in _FIXED.finditer(text)]


def _prose(text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\u2026", "...")
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text))
    text = _INNER.sub('"', text)
    text = _DASH.sub(" \u2014 ", text)
    text = _HYPHEN.sub("-", text)
    text = _UNIT.sub(r"\1", text)
    return _AFTER.sub(r"\1 ", _BEFORE.sub("", text))
