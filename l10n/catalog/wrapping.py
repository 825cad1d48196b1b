"""Owns the wrapping style of a PO file: finding it, and folding quoted lines the same way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Wrap", "columns", "detect", "fold", "join"]

_DEFAULT = 79
_NARROWEST = 60
_WIDEST = 100
_LINE = re.compile(r'(?:#~ |#\| |#~\| )?(msg[a-z_]+(?:\[[0-9]+\])? ?)?"(.*)"\s*')
_FOLLOWS = ('"', '#~ "', '#| "', '#~| "')
_CONTINUED = tuple(f"\n{start}" for start in _FOLLOWS)
_ENOUGH = 4000
_UNIT = re.compile(r"\\.|[^\\]", re.DOTALL)
_AFTER = frozenset(" -/|!?}.:;+\u2014\u200b")
"""A line may break behind these (UAX #14: SP, HY, SY, BA, EX, CL, B2, ZW)."""
_NOT_BEFORE = frozenset(
    " !?,.:;)]}/%\u2019\u201d\u2026\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b"
    "\uff09\u300d\u300f\u3011\u300b\u3009\u30fb\u30fc\u3005\"'-|"
)
_CLOSING = frozenset("])")
_NEWLINE = "\\n"
_WIDE = 2
_NOT_AFTER_SPACE = frozenset(" !?,.:;)]}/")
_NOT_BEHIND = frozenset("([{\u2018\u201c\uff08\u300c\u300e\u3010\u300a\u3008\"'$\\#")


@dataclass(frozen=True, slots=True)
class Wrap:
    """A width in columns, quotation marks included."""

    width: int
    wide: bool
    """East Asian characters count as two columns, and a line may break between them, as in gettext."""


def detect(texts: Iterable[str]) -> Wrap | None:
    """Return how a file is wrapped; None where long texts stand on one line, or none is long.

    `texts` are stretches of the file, the header left out. The first few thousand lines that tell decide.
    """
    widest = longest = wrapped = whole = 0
    for match, line, continued in _telling(texts):
        size = columns(line)
        if size > _WIDEST and " " in match[2][:_NARROWEST]:
            whole += 1
        elif continued and not match[2].endswith("\\n") and not match[1]:
            wrapped += 1
            if " " not in match[2].rstrip(" "):
                continue  # it may be wider than the width because nothing in it can be broken
            widest = max(widest, size)
            longest = max(longest, len(line))
        if wrapped + whole >= _ENOUGH:
            break
    if not wrapped or wrapped <= whole:
        return None
    wide = widest <= _DEFAULT + 1
    return Wrap(min(max(widest if wide else longest, _NARROWEST), _WIDEST), wide)


def _telling(texts: Iterable[str]) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Yield the keyword lines and strings that hold a text, and whether another string follows."""
    for text in texts:
        if not any(start in text for start in _CONTINUED):
            continue
        at = 0
        while at < len(text):
            end = text.find("\n", at) + 1 or len(text)
            line = text[at:end].rstrip("\r\n")
            match = _LINE.fullmatch(line)
            if match is not None and match[2]:
                yield match, line, text.startswith(_FOLLOWS, end)
            at = end


def join(lines: Sequence[str]) -> list[str]:
    """Put each text of an entry's keyword lines on one line, whatever is in it."""
    return [f'{keyword}"{text}"' for keyword, text in _fields(lines)]


def fold(lines: Sequence[str], wrap: Wrap | None, *, less: int = 0) -> list[str]:
    """Wrap the keyword lines of an entry; `less` columns are taken by what stands before each (`#| `)."""
    if wrap is None:
        return list(lines)
    folded: list[str] = []
    for keyword, text in _fields(lines):
        parts = _after_newlines(text)
        width = wrap.width - less
        if len(parts) == 1 and _size(f'{keyword}"{text}"', wrap) <= width:
            folded.append(f'{keyword}"{text}"')
            continue
        folded.append(f'{keyword}""')
        folded += [f'"{line}"' for part in parts for line in _break(part, wrap, width - 2)]
    return folded


def columns(text: str) -> int:
    """Return how many columns a terminal gives a text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _size(text: str, wrap: Wrap) -> int:
    return columns(text) if wrap.wide else len(text)


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    keyword, text = "", ""
    for line in lines:
        start = line.index('"')
        if start and keyword:
            yield keyword, text
            text = ""
        keyword = line[:start] if start else keyword
        text += line[start + 1 : -1]
    if keyword:
        yield keyword, text


def _after_newlines(text: str) -> list[str]:
    parts = [""]
    for unit in _UNIT.findall(text):
        parts[-1] += unit
        if unit == "\\n":
            parts.append("")
    return parts if parts[-1] or len(parts) == 1 else parts[:-1]


def _break(text: str, wrap: Wrap, width: int) -> Iterator[str]:
    """Fill lines greedily; a piece that is too long for a line stands alone."""
    line, size = "", 0
    for piece in _pieces(text, wide=wrap.wide):
        more = _size(piece, wrap)
        if line and size + more > width:
            yield line
            line, size = "", 0
        line, size = line + piece, size + more
    if line:
        yield line


def _pieces(text: str, *, wide: bool) -> Iterator[str]:
    units = _UNIT.findall(text)
    piece = ""
    for unit, after in zip(units, [*units[1:], ""], strict=True):
        piece += unit
        if after and _may_break(unit, after, wide=wide):
            yield piece
            piece = ""
    if piece:
        yield piece


def _may_break(one: str, two: str, *, wide: bool) -> bool:
    """Tell whether a line may end between two characters: a small part of UAX #14, as gettext 0.21 applies it."""
    if not wide:
        return one == " " and two != " "
    bare = two[-1]
    if one == " ":
        return bare not in _NOT_AFTER_SPACE or two == _NEWLINE
    if bare in _NOT_BEFORE or two == _NEWLINE or one[-1] in _NOT_BEHIND:
        return False
    if one in _AFTER:
        return not bare.isdigit()
    asian = _columns(bare) == _WIDE
    if one in _CLOSING:
        return asian or bare in "(["
    return asian or _columns(one[-1]) == _WIDE or bare == "\u2014"
