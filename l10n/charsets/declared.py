"""Owns which charsets the bytes of a page declare (HTML Standard, prescan; XML, the encoding declaration)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.charsets.labels import Charset, called, named

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Declaration", "declarations"]

_FIRST = 1024
"""Bytes in which browsers look before they read anything (HTML Standard); in the rest they heed what stands in the
head, as they come to it."""
_W = r" \t\n\f\r"
_ATTRIBUTE = rf"[{_W}/]*+([^{_W}/>][^{_W}/>=]*+)(?:[{_W}]*+=[{_W}]*+(\"[^\"]*+\"|'[^']*+'|[^{_W}>]*+))?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_PIECE = re.compile(
    rf"<!---?>|<!--(?:(?!-->)[\s\S])*+(?:-->|$)"
    rf"|<meta(?=[{_W}/])(?P<meta>(?:{_ATTRIBUTE})*+)"
    rf"|</?[a-z][^{_W}>]*+(?:{_ATTRIBUTE})*+"
    r"|<[!/?][^>]*+",
    re.IGNORECASE,
)
_END = re.compile(rf"</head[{_W}/>]|<body[{_W}/>]", re.IGNORECASE)
_XML = re.compile(rf"[{_W}]*<\?xml[{_W}][^>]*?\bencoding[{_W}]*=[{_W}]*(\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a page says its bytes are."""

    label: str
    charset: Charset
    offset: int
    """Where it says so, in bytes."""


def declarations(data: bytes) -> Iterator[Declaration]:
    """Yield what an XML declaration says and what the first `<meta>` does that names a charset.

    Names of no charset, as a template's placeholders, declare nothing.
    """
    source = data.decode("latin-1")
    xml = _XML.match(source)
    if xml and (charset := called(xml[1][1:-1])):
        yield Declaration(xml[1][1:-1], charset, xml.start(1) + 1)
    end = _END.search(source, _FIRST)
    for piece in _PIECE.finditer(source, 0, end.start() if end else len(source)):
        if piece["meta"] is None:
            continue
        label = _label(piece["meta"])
        if charset := called(label):
            yield Declaration(label, charset, piece.start())
            return


def _label(tag: str) -> str:
    """Return the label in the attributes of a `<meta>`; empty where there is none."""
    values: dict[str, str] = {}
    for found in _ATTRIBUTES.finditer(tag):
        value = found[2] or ""
        values.setdefault(found[1].lower(), value[1:-1] if value[:1] in {'"', "'"} and len(value) > 1 else value)
    if "charset" in values:
        return values["charset"]
    if values.get("http-equiv", "").strip(_W).lower() == "content-type":
        content = values.get("content", "")
        span = named(content)
        return content[slice(*span)] if span else ""
    return ""
