"""Owns TOML in front matter: where its text values lie, and how a text is written in place of one."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from l10n.errors import L10nError
from l10n.fieldpaths import Step
from l10n.formats.frontmatter.scan import COLLECTION, LIMIT_BYTES, LIMIT_DEPTH, FrontScan, Scalar, brief, refuse
from l10n.toml import STRING, loads

if TYPE_CHECKING:
    from l10n.fieldpaths import FieldPlace

__all__ = ["quoted", "scan", "value", "write"]

_BETWEEN = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_NAME = re.compile(r"""[ \t]*+([A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+(\.?)""")
_VALUE = re.compile(r"[^\s,\]}#]++(?:[ ][\d:.]++(?=[\s,\]}#]|\Z|[Zz+-])[^\s,\]}#]*+)?")
_TRIPLE = ('"""', "'''")
_STYLES = (('"""', "toml-multi"), ("'''", "toml-multi-literal"), ('"', "toml-basic"), ("'", "toml-literal"))
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


def value(text: str, name: str) -> str:
    """Return the value of a top-level field of a text that `scan` could read; `COLLECTION` for what is no text."""
    found = loads(text, levels=LIMIT_DEPTH).get(name, "")
    return COLLECTION if isinstance(found, dict | list) else str(found)


def scan(text: str, line: int) -> FrontScan:
    """Find the text values of a TOML text, in tables, arrays of tables and lists too.

    `line` is the 1-based line of the article on which the text begins. Raises `ArticleError` with the line for TOML
    that is broken or larger than the limits.
    """
    if len(text) > LIMIT_BYTES:
        raise refuse(f"more than {LIMIT_BYTES} characters", line)
    try:
        values = loads(text, levels=LIMIT_DEPTH)
    except L10nError as err:
        raise refuse(err.message, line + max(0, err.line - 1)) from err
    return _located(text, values)


def _located(text: str, values: dict[str, Any]) -> FrontScan:
    walk = _TableWalk(text)
    walk.document()
    first = walk.first if walk.first >= 0 else len(text)
    insert = text.rfind("\n", 0, first) + 1 if first < len(text) else len(text)
    return FrontScan(tuple(walk.scalars), tuple(_shape(values, "")), insert, "", walk.mapping, frozenset(values))


class _TableWalk:
    """One pass over a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.scalars: list[Scalar] = []
        self.mapping: tuple[int, int, str] | None = None
        self.first = -1
        """Where the first header of a table begins."""
        self.arrays: set[FieldPlace] = set()
        """The arrays of tables."""

    def document(self) -> None:
        table: FieldPlace = ()
        while self.skip():
            if self.text[self.at] == "[":
                self.first = self.at if self.first < 0 else self.first
                table = self.header()
            else:
                self.pair(table)

    def skip(self) -> bool:
        """Pass over what is between values; tell whether there is more."""
        self.at = _BETWEEN.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches nothing too
        return self.at < len(self.text)

    def header(self) -> FieldPlace:
        """Read `[table]` or `[[table]]`; return where what follows stands."""
        several = self.text.startswith("[[", self.at)
        self.at += 1 + several
        names = self.names()
        self.at += 1 + several
        place: FieldPlace = ()
        for at, name in enumerate(names, 1):
            place = (*place, name)
            if several and at == len(names):
                self.arrays.add(place)
            if place in self.arrays:
                place = (*place, Step.ITEM)
        return place

    def names(self) -> tuple[str, ...]:
        """Read a key, dotted or not, and the white space around it."""
        found: list[str] = []
        while piece := _NAME.match(self.text, self.at):
            raw = piece[1]
            found.append(_decoded(raw) if raw[0] in "\"'" else raw)
            self.at = piece.end()
            if not piece[2]:
                break
        return tuple(found)

    def pair(self, table: FieldPlace) -> None:
        """Read `key = value`."""
        before = self.at
        place = (*table, *self.names())
        self.at += 1
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches nothing too
        start = self.at
        self.value(place)
        if place == ("translation",) and self.text[start] == "{":
            self.mapping = (start, self.at, "toml-map")
        self.at = max(self.at, before + 1)

    def value(self, place: FieldPlace) -> None:
        start = self.at
        string = STRING.match(self.text, start)
        char = self.text[start : start + 1]
        if string:
            self.at = string.end()
            raw = string[0]
            self.scalars.append(Scalar(place, start, self.at, _decoded(raw), _style(self.text, start)))
        elif char in {"[", "{"}:
            self.at += 1
            while self.skip() and self.text[self.at] not in "]}":
                if char == "[":
                    self.value((*place, Step.ITEM))
                else:
                    self.pair(place)
            self.at += 1
        else:
            bare = _VALUE.match(self.text, start)
            self.at = bare.end() if bare else start + 1


def _decoded(raw: str) -> str:
    """Return what a string in its quotation marks means."""
    if "\\" not in raw and "\n" not in raw and raw[:3] not in _TRIPLE:
        return raw[1:-1]
    value: str = tomllib.loads(f"x = {raw}".replace("\r\n", "\n"))["x"]
    return value


def _shape(values: Any, path: str) -> list[str]:
    if isinstance(values, dict):
        rows = [] if not path else [f"{path} mapping"]
        for name, value in values.items():
            rows += _shape(value, f"{path}.{brief(name)}" if path else brief(name))
        return rows
    if isinstance(values, list):
        return [f"{path} list", *(row for value in values for row in _shape(value, f"{path}.-"))]
    return [f"{path} value"]


def _style(text: str, start: int) -> str:
    return next(style for mark, style in _STYLES if text.startswith(mark, start))


def quoted(text: str) -> str:
    """Write a text as a basic TOML string on one line."""
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", out) + '"'


def write(style: str, raw: str, text: str) -> str:
    """Write a text the way `raw` is written if that can hold it, else as a basic string."""
    name, *flags = style.split()
    newline = "\r\n" if "crlf" in flags else "\n"
    if name == "toml-literal" and "'" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    if name in {"toml-multi", "toml-multi-literal"} and "\n" in text:
        body = text.replace("\\", "\\\\").replace('"', '\\"')
        body = "\n".join(_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", row) for row in body.split("\n"))
        first = newline if raw[3:5].startswith(("\n", "\r\n")) else ""
        return f'"""{first}{body.replace(chr(10), newline)}"""'
    return quoted(text)
