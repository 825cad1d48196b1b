"""Owns the simple selectors of CSS that name elements: `nav`, `.share`, `#menu`, `[hidden]`, `p.note[role="tip"]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Selector", "parse"]

_NAME = r"-?(?:[^\W\d]|[_-])[\w-]*"
_PIECE = re.compile(
    rf"\.(?P<cls>{_NAME})|\#(?P<id>{_NAME})"
    rf"""|\[\s*(?P<key>[\w:-]+)\s*(?:=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>{_NAME}))\s*)?\]"""
)
_ELEMENT = re.compile(r"\*|[A-Za-z][\w-]*")
_TOLD = (
    (re.compile(r"<"), "write the name of an element without “<” and “>”"),
    (re.compile(r","), "a comma is not read; write several selectors as several texts"),
    (re.compile(r"[>+~\s]"), "it says where an element stands in another, which is not read; name one element"),
    (re.compile(r":"), "pseudo-classes such as `:not` are not read"),
    (re.compile(r"[~|^$*]="), "an attribute is compared as a whole only, with `=`"),
)


@dataclass(frozen=True, slots=True)
class Selector:
    """What an element must be and have; what is empty matters not."""

    name: str = ""
    """In lower case."""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str | None], ...] = ()
    """Name in lower case, and the whole value or None for any."""

    def matches(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element of that name (in lower case) with these attributes is meant."""
        if self.name and self.name != name:
            return False
        given = (attributes.get("class") or attributes.get("classname") or "").split()
        return self.classes <= {*given} and all(
            key in attributes and (value is None or attributes[key] == value) for key, value in self.attributes
        )


def parse(text: str) -> Selector:
    """Read a selector; raises `ValueError` that says what of it is not read."""
    inner = text.strip()
    found = _ELEMENT.match(inner)
    name = found[0].lower() if found else ""
    place = found.end() if found else 0
    classes: set[str] = set()
    attributes: list[tuple[str, str | None]] = []
    while piece := _PIECE.match(inner, place):
        place = piece.end()
        if piece["cls"]:
            classes.add(piece["cls"])
        elif piece["id"]:
            attributes.append(("id", piece["id"]))
        else:
            value = next((piece[one] for one in ("double", "single", "bare") if piece[one] is not None), None)
            attributes.append((piece["key"].lower(), value))
    if not inner or place < len(inner):
        rest = inner[place:]
        told = (
            next((why for sign, why in _TOLD if sign.search(rest)), "")
            or "write `nav`, `.share`, `#menu` or `[hidden]`"
        )
        raise ValueError(f"“{text}” is no selector that is read here: {told}")
    return Selector("" if name == "*" else name, frozenset(classes), tuple(attributes))
