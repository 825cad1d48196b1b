"""Owns TOML in front matter: where its text values lie, and how a text is written in place of one."""

from __future__ import annotations

import re
from typing import Any

from l10n.errors import L10nError
from l10n.formats.frontmatter.scan import LIMIT_BYTES, LIMIT_DEPTH, FrontScan, Scalar, brief, refuse
from l10n.toml import STRING, loads

__all__ = ["quoted", "scan", "write"]

_KEY = re.compile(
    r"""[ \t]*((?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[^\s.=]+))*)[ \t]*=[ \t]*"""
)
_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n))+|[ \t]+")
_SKIP = re.compile(r"[^\[\]{}\"'#]+")
_STYLES = (('"""', "toml-multi"), ("'''", "toml-multi-literal"), ('"', "toml-basic"), ("'", "toml-literal"))
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


def scan(text: str, line: int) -> FrontScan:
    """Find the text values at the top level of a TOML text.

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
    scalars: list[Scalar] = []
    mapping: tuple[int, int, str] | None = None
    at = 0
    while True:
        blank = _BLANK.match(text, at)
        if blank:
            at = blank.end()
            continue
        key = _KEY.match(text, at)
        if key is None:
            break
        start = key.end()
        end = _value_end(text, start)
        name = _name(key[1])
        if isinstance(values.get(name), str):
            scalars.append(Scalar(name, start, end, values[name], _style(text, start)))
        elif name == "translation" and text[start] == "{":
            mapping = (start, end, "toml-map")
        at = end
    insert = text.rfind("\n", 0, at) + 1 if at < len(text) else len(text)
    return FrontScan(tuple(scalars), tuple(_shape(values, "")), insert, "", mapping, frozenset(values))


def _shape(values: Any, path: str) -> list[str]:
    if isinstance(values, dict):
        rows = [] if not path else [f"{path} mapping"]
        for name, value in values.items():
            rows += _shape(value, f"{path}.{brief(name)}" if path else brief(name))
        return rows
    if isinstance(values, list):
        return [f"{path} list", *(row for value in values for row in _shape(value, f"{path}.-"))]
    return [f"{path} value"]


def _name(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" and "\\" not in key and key.count(key[0]) == 2 else key  # noqa: PLR2004  # a pair


def _style(text: str, start: int) -> str:
    return next(style for mark, style in _STYLES if text.startswith(mark, start))


def _value_end(text: str, start: int) -> int:
    """Return where the value that begins at `start` ends; the text is known to be TOML."""
    at, depth = start, 0
    while at < len(text):
        string = STRING.match(text, at)
        char = text[at]
        if string:
            at = string.end()
        elif char == "#":
            line_end = text.find("\n", at)
            at = line_end if line_end >= 0 else len(text)
        elif char in "[{":
            depth += 1
            at += 1
        elif char in "]}":
            depth -= 1
            at += 1
        elif depth == 0:
            return _bare_end(text, at) if at == start else at
        else:
            skipped = _SKIP.match(text, at)
            at = skipped.end() if skipped else at + 1
        if depth == 0 and at > start:
            return at
    return len(text)


def _bare_end(text: str, at: int) -> int:
    found = re.compile(r"[^\s#,]+(?:[ ][^\s#,]+)?").match(text, at)
    return found.end() if found else at + 1


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
