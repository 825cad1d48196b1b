"""Owns the question whether a translation is just its source again."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import SpanKind
from l10n.text.analysis import once
from l10n.text.identity import scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Inline

__all__ = ["LETTERS", "byline", "foreign", "is_echo", "nearly", "normal", "technical", "untranslatable", "visible"]

LETTERS = re.compile(r"[^\W\d_]+(?:[’'.&-][^\W\d_]+)*")
"""A word made of letters: `U.S`, `day-to-day`."""

_HIDDEN = frozenset({SpanKind.CODE, SpanKind.LINK, SpanKind.URL, SpanKind.VARIABLE, SpanKind.TAG})
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IN_ADDRESSES = ("://", "www.", "@")
_PARTICLES = frozenset({"of", "de", "van", "von", "al", "el", "bin", "der", "la", "del", "di", "da"})


def visible(text: str, spans: Sequence[Inline] = ()) -> str:
    """Return the words of a text: addresses replaced by a space, markup too, or by nothing inside a word."""
    return _visible(text, tuple(spans))


@once
def _visible(text: str, spans: tuple[Inline, ...]) -> str:
    out, at = [], 0
    for span in spans:
        out.append(text[at : span.start])
        if span.kind in _HIDDEN:
            out.append(" ")
        at = span.end
    out.append(text[at:])
    words = "".join(out)
    return _ADDRESS.sub(" ", words) if any(sign in words for sign in _IN_ADDRESSES) else words


def untranslatable(words: str, locale: str = "") -> bool:
    """Tell whether a text may be the same in two languages: no letters, acronyms, names, a lone unit.

    A name is up to four capitalised words, `of` and the like between them; one capitalised word alone counts only for a
    `locale` in Latin script, where cognates and place names stay as they are.
    """
    found = LETTERS.findall(words)
    if not found or (len(found) <= _SHOUTS and all(len(word) < _SYLLABLE for word in found)) or foreign(words):
        return True
    lower = [word for word in found if word.islower() and word not in _PARTICLES]
    if not lower and len(_FIGURES.findall(words)) >= _RESULTS:
        return True
    if lower or len(found) > 4:  # noqa: PLR2004  a longer row of capitals is a headline
        return len(found) == 1 and len(found[0]) <= 2  # noqa: PLR2004  km, kg
    mixed = [word for word in found if len(word) == 1 or not word[1:].islower()]
    return len(mixed) == len(found) or len(found) > 1 or scripts.expected(locale) == frozenset({"latin"})


_FIGURES, _RESULTS = re.compile(r"\d+"), 3
"""Figures from which a row of capitalised words is a line of a table of results."""
_MARKS = re.compile(r"\W+")


@once
def normal(text: str) -> str:
    """Return a text without what does not make it another: case, marks, white space, width."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_MARKS.sub(" ", folded).split())


_BEGIN, _SURE = 40, 8
"""Characters of two texts that are looked at first, and how many of them tell that the texts differ."""


@once
def is_echo(words: str, answer: str, locale: str = "") -> bool:
    """Tell whether an answer is its source, where that has words to translate; both as `visible` returns them."""
    begins, other = normal(words[:_BEGIN])[:_SURE], normal(answer[:_BEGIN])[:_SURE]
    if len(begins) == len(other) == _SURE and begins != other:
        return False
    return normal(words) == normal(answer) and not untranslatable(words, locale)


_SHOUTS, _SYLLABLE = 2, 3
"""Words up to which a text may be the same by chance, and their letters: `Oh, no.`"""
_ALIKE = 0.8
_OWN = 4


def nearly(words: str, answer: str) -> bool:
    """Tell whether an answer keeps nearly all words of its source that are no names, and has hardly others."""
    before = [word for word in LETTERS.findall(words) if word.islower()]
    after = {word for word in LETTERS.findall(answer) if word.islower()}
    kept = sum(word in after for word in before)
    new = after - set(before)
    return len(before) >= _OWN and kept >= _ALIKE * len(before) and len(new) <= len(before) - kept


@once
def foreign(words: str) -> bool:
    """Tell whether a source is in another language than English: its proverb, the title of a song.

    It has little words of another one, and none of English.
    """
    found = {word.lower() for word in LETTERS.findall(words)}
    if found & languages.function_words()[languages.ENGLISH]:
        return False
    return any(len(found & known) >= _TELLING for known in languages.function_words().values())


_TELLING = 2
_COMMENT = re.compile(r"\A\s*(?://[/!]?|#+|/\*+|\*|--)\s?")
_LITERAL = re.compile(r"b?(?:\"(?P<text>.*)\"|'(?P<letters>.*)'|<[\w/]+\.\w+>)", re.DOTALL)
_BLANK = re.compile(r"\$?\{[^{}]*\}|\$\([^()]*\)|\\[nrt0\"'\\]|%[-\d.]*[sdifx]")
"""What a program fills in, and the escapes of a text in a program."""
_SIGN = re.compile(r"\w[\\/_$=<>{}()@#:]+\w|[\w)]\.\w|\w\(\)|[a-z][A-Z]|\d|[<>={}_$\\/@#]|--\w")
"""What stands in names of files and programs and in no word."""
_OUTER = " \t\n\"'“”‘’`,;:!?()[]*—–―-"
_STOPPED = re.compile(r"[;{}(,\[]\s*\Z|\A\s*[})\]]+[;,]?\s*\Z|\A\s*\w+ \w+\([^()]*\)\s*\Z")


def technical(text: str) -> bool:
    """Tell whether a text has nothing to translate: paths, names of files and programs, code, handles, addresses.

    So has a text of a program with one word besides (`"log: {log:?}"`), and a comment whose lines are code
    (`// let x = 20;`).
    """
    lines = text.strip().splitlines()
    bare = [_COMMENT.sub("", line) for line in lines]
    if bare != lines and all(_STOPPED.search(line) for line in bare if line.strip()):
        return True
    literal = _LITERAL.fullmatch(text.strip())
    inside = text if literal is None else literal["text"] or literal["letters"] or ""
    tokens = [token for one in _BLANK.sub(" ", inside).split() if (token := one.strip(_OUTER))]
    plain = [token for token in tokens if not (_SIGN.search(token) or token[0] in "@#" or _short(token))]
    return len(plain) <= (literal is not None)


def _short(token: str) -> bool:
    """Tell whether a token is no word but an acronym, a mark or a name written as programs write it."""
    return len(token) == 1 or token.upper() == token


_DASH = re.compile(r"\A[\s\u2060>*_]*[—–―]")
_HANDLE = re.compile(r"@[\w-]+")


def byline(text: str, spans: Sequence[Inline]) -> bool:
    """Tell whether a text is a line of handles, names and links that says who spoke: `— @name, [title](address)`."""
    words, depth, at = [], 0, 0
    for span in spans:
        if not depth:
            words.append(text[at : span.start])
        if span.kind is SpanKind.LINK:
            depth += 1 if text[span.start : span.end] in {"[", "!["} else -1
        at = span.end
    words.append(text[at:] if not depth else "")
    bare = " ".join(words)
    linked = any(span.kind is SpanKind.LINK for span in spans) or _HANDLE.search(text) is not None
    others = LETTERS.findall(_HANDLE.sub(" ", bare))
    return linked and _DASH.match(text) is not None and not any(map(str.islower, others))
