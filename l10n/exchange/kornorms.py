"""Owns the loanword examples (외래어 표기 용례) of the National Institute of Korean Language.

The site kornorms.korean.go.kr gives them out. A row has a kind (구분: 인명, 지명, 일반 용어), the Korean spelling
(한글 표기), the original (원어 표기), country, language (언어명) and meaning. Family names stand first in Korean,
with a comma; what may be left out stands in round brackets; a spelling in use stands behind the original in ❲❳ or
〔〕, the original in its own letters behind `…어명:`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.exchange.spreadsheets import rows
from l10n.model import IMPORTED, KnownName
from l10n.text.facts.name_pairs import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from l10n.exchange.spreadsheets import TableRow

__all__ = ["Examples", "read"]

_ORIGINAL, _KOREAN, _KIND, _LANGUAGE = "original", "korean", "kind", "language"
_HEADS = {
    "원어표기": _ORIGINAL,
    "원어": _ORIGINAL,
    "srclang_mark": _ORIGINAL,
    "한글표기": _KOREAN,
    "한글": _KOREAN,
    "korean_mark": _KOREAN,
    "구분": _KIND,
    "foreign_gubun": _KIND,
    "언어명": _LANGUAGE,
    "언어": _LANGUAGE,
    "lang_nm": _LANGUAGE,
}
"""Heads of columns, white space left out; the others are passed over."""
_ABOVE = 20
"""Rows that a title may take above the heads."""
_COMMON, _NOUNS, _TONES = "일반용어", "독일어", "중국어"
"""The kind of words that may be no names; the language whose nouns all have capitals; the one whose tones the press
does not write."""
_FORMULA = frozenset("=+@")
_OWN = re.compile(r"[(（〔]?\s*[가-힣]+어명\s*[::].*", re.DOTALL)
"""The original in its own letters, to the end."""
_IN_USE = re.compile(r"[❲〔\[](?:[가-힣 ]+[::])?\s*([^❲❳〔〕\[\]]*)[❳〕\]]")
_YEARS = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]")
_INSIDE = re.compile(r"[(（]([^()（）]*)[)）]")
_GLUED = re.compile(r"(?<=\w)[(（][^()（）]*[)）]")
"""What kind of place it is: `쉬이(현)`."""
_TURNED = re.compile(r",\s*[(（]")
"""What may be left out stands before the given name, and behind it in the original."""
_BRACKET = re.compile(r"[()（）]")
_FAR = re.compile(r"[\u0250-\u1dff\u2c00-\ua71f\ua800-\ufaff\uff66-\uffdc]")
"""A letter that is not Latin."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ.'’‘ʻʿʾ -]*")
_KOREAN_NAME = re.compile(r"[가-힣]+(?:[ ·ㆍ-][가-힣]+)*")
_YOUNGER = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?\Z")
_NUMBERED = re.compile(r"\s*\(?\d+세\)?")


@dataclass(frozen=True, slots=True)
class Examples:
    """What a file of loanword examples holds."""

    names: tuple[KnownName, ...]
    """In the order of the file, each once."""
    rows: int
    passed: int
    """Rows that are no names in Latin letters: common words, Japanese and other originals without a Latin spelling."""
    doubtful: Mapping[str, tuple[str, ...]]
    """Names that the file spells in several ways, for different people or places; none of them is a name here."""


def read(data: bytes, *, path: str) -> Examples:
    """Read a file, CSV or XLSX; the columns may stand in any order.

    Raises `UsageError` with `path` and line where it is no table, where there is no column 원어 표기 or 한글 표기,
    and for a formula in one of these.
    """
    ways: dict[str, dict[str, str]] = defaultdict(dict)
    many = passed = 0
    for row in _named(rows(data, path=path), path):
        found = list(_names(row))
        many += 1
        passed += not found
        for source, target in found:
            ways[folded(source)].setdefault(target, source)
    names = [
        KnownName(source, target, IMPORTED) for way in ways.values() if len(way) == 1 for target, source in way.items()
    ]
    doubtful = {next(iter(way.values())): tuple(way) for way in ways.values() if len(way) > 1}
    return Examples(tuple(names), many, passed, doubtful)


def _named(table: Iterable[TableRow], path: str) -> Iterator[dict[str, str]]:
    """Yield the cells of each row below the heads, by what they are."""
    columns: dict[str, int] = {}
    seen = 0
    for row in table:
        if not columns:
            heads = {_HEADS.get("".join(cell.split()).casefold(), ""): at for at, cell in enumerate(row.cells)}
            if {_ORIGINAL, _KOREAN} <= heads.keys():
                columns = {head: at for head, at in heads.items() if head}
            seen += 1
            if not columns and seen >= _ABOVE:
                break
            continue
        for head in (_ORIGINAL, _KOREAN):
            at = columns[head]
            cell = row.cells[at].strip() if at < len(row.cells) else ""
            if at in row.formulas or cell[:1] in _FORMULA:
                remedy = "Put the value in its place: in a spreadsheet, copy the column and insert values only."
                raise UsageError(f"column {at + 1} holds a formula", path=path, line=row.number, remedy=remedy)
        yield {head: " ".join(row.cells[at].split()) for head, at in columns.items() if at < len(row.cells)}
    if not columns:
        raise UsageError(
            "there is no row with the heads 원어 표기 and 한글 표기",
            path=path,
            line=1,
            remedy="Download the examples (용례) from kornorms.korean.go.kr, as XLSX or CSV, with their first row.",
        )


def _names(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what a row says: each Latin spelling, with the Korean one; nothing for a row that names nothing."""
    kind, language = "".join(row.get(_KIND, "").split()), row.get(_LANGUAGE, "")
    common = kind == _COMMON
    for source, target in _pairs(row.get(_ORIGINAL, ""), row.get(_KOREAN, "")):
        name = _toneless(source) if _TONES in language else source
        if name[:1].isupper() and len(name) > 1 and not (common and _NOUNS in language):
            yield name, target


def _pairs(original: str, korean: str) -> Iterator[tuple[str, str]]:
    own = _OWN.sub("", unicodedata.normalize("NFC", original))
    in_use = [match.group(1) for match in _IN_USE.finditer(own)]
    own = _IN_USE.sub(" ", own)
    if _FAR.search(own):
        own = _BRACKET.sub(" ", re.sub(r"(?<=\w)[(（][^()（）]*[)）](?=[)）])", "", _FAR.sub("", own)))
    told: set[tuple[str, str]] = set()
    for text in (own, *in_use):
        for source, target in _read_both(_GLUED.sub("", _YEARS.sub("", text)), _GLUED.sub("", korean)):
            if source and target and (source, target) not in told:
                told.add((source, target))
                yield source, target


def _read_both(original: str, korean: str) -> Iterator[tuple[str, str]]:
    """Yield an original and its spelling, without what may be left out and with it, so far as the two agree."""
    short, long = _hangul(_without(korean, whole=False)), _hangul(_without(korean, whole=True))
    if _TURNED.search(korean):
        long = ""
    if _INSIDE.search(original) or not _INSIDE.search(korean):
        yield _latin(_without(original, whole=False)), short
        yield _latin(_without(original, whole=True)), long
        return
    name = _latin(original)
    yield name, next((one for one in (short, long) if len(one.split()) == len(name.split())), "")


def _without(text: str, *, whole: bool) -> str:
    """Return a text without what may be left out, or with that but not its brackets."""
    bare = _NUMBERED.sub("", text)
    return " ".join((_BRACKET.sub(" ", bare) if whole else _INSIDE.sub(" ", bare)).split())


def _latin(text: str) -> str:
    """Return an original in the order that English has; empty where it is not in Latin letters."""
    family, comma, given = _YOUNGER.sub("", text.strip()).partition(",")
    name = f"{given.strip()} {family.strip()}" if comma else family
    name = " ".join(_YOUNGER.sub("", name).split())
    return name if _LATIN.fullmatch(name) else ""


def _hangul(text: str) -> str:
    """Return a Korean spelling, the family name last where a comma stands behind it; empty where it is none."""
    family, _, given = text.partition(",")
    name = " ".join(f"{given} {family}".split())
    return name if _KOREAN_NAME.fullmatch(name) else ""


def _toneless(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
