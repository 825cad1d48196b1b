"""Owns making one text again of the words and codes of a unit, by the ways of all tools that it may come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.exchange.safe_xml import children, name_of
from l10n.exchange.xliff.v12 import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.exchange.safe_xml import XmlElement

__all__ = ["Flat12", "Flat21"]

_CODES_12 = frozenset(("ph", "bpt", "ept", "it"))
_EMPTY_12 = frozenset(("x", "bx", "ex"))
_LAST = 0x10FFFF
_HALVES = range(0xD800, 0xE000)


class Flat12:
    """The texts of a unit of XLIFF 1.2; raises `ValueError` with the reason where the source cannot be read."""

    def __init__(self, source: XmlElement | None) -> None:
        self._known: dict[str, str] = {}
        """Id of a code that begins or stands alone → its markup, as the source has it."""
        self._ends: dict[str, str] = {}
        """Id of a code that begins → the markup of its end."""
        if source is None:
            raise ValueError("it has no source")
        for one in source.iter():
            _, name = name_of(one)
            if name in _CODES_12 and (markup := _markup_12(one)):
                where = self._ends if name == "ept" else self._known
                where[one.get("rid" if name == "ept" else "id", "")] = markup
        self.source = self.read(source)

    def read(self, text: XmlElement | None) -> str:
        """Return a text with its markup; empty where there is none. Raises `ValueError` with the reason."""
        return "" if text is None else "".join(self._pieces(text))

    def _pieces(self, element: XmlElement) -> Iterator[str]:
        space, _ = name_of(element)
        yield element.text or ""
        for one in element:
            its, name = name_of(one)
            if its != space:
                raise ValueError(f"it holds an element that is not known: <{name}>")
            if name == "mrk":
                yield from self._pieces(one)
            elif name == "g":
                yield self._of(one, self._known)
                yield from self._pieces(one)
                yield self._of(one, self._ends)
            elif name in _CODES_12 or name in _EMPTY_12:
                end = name in {"ept", "ex"}
                yield _markup_12(one) or self._of(one, self._ends if end else self._known, "rid" if end else "id")
            else:
                raise ValueError(f"it holds an element that is not known: <{name}>")
            yield one.tail or ""

    def _of(self, code: XmlElement, known: dict[str, str], name: str = "id") -> str:
        named = code.get(name) or code.get("id", "")
        if named in known:
            return known[named]
        raise ValueError(f"the code {named!r} does not say which markup it stands for")


def _markup_12(code: XmlElement) -> str:
    """Return the markup that a code holds itself; empty where it holds none."""
    kind = code.get("ctype", "")
    if kind.startswith(CONTROL):
        return _char(kind.removeprefix(CONTROL))
    return "".join(map(str, code.itertext())) or code.get("equiv-text", "")


class Flat21:
    """The texts of a unit of XLIFF 2; raises `ValueError` with the reason where one cannot be read."""

    def __init__(self, unit: XmlElement, parts: Sequence[XmlElement]) -> None:
        rows = (row for box in children(unit, "originalData") for row in children(box, "data"))
        self._data = {row.get("id", ""): "".join(self._data_of(row)) for row in rows}
        self._refs: dict[str, tuple[str, str]] = {}
        """Id of a code → its own markup and, of an element, that of its end, as the sources have them."""
        sources = [next(children(one, "source"), None) for one in parts]
        if not sources or None in sources:
            raise ValueError("it has no source")
        whole = [one for one in sources if one is not None]
        for source in whole:
            for code in source.iter():
                self._learn(code)
        self.source = "".join(self._text(one) for one in whole)
        self.target = self._target(parts)

    def _target(self, parts: Sequence[XmlElement]) -> str:
        """Return what the parts say in their order in the target; empty where none says anything."""
        found: list[tuple[int, str]] = []
        missing = False
        for number, part in enumerate(parts, 1):
            target = next(children(part, "target"), None)
            _, kind = name_of(part)
            if target is None and kind == "ignorable":
                target = next(children(part, "source"), None)
            text = "" if target is None else self._text(target)
            missing |= kind == "segment" and not text
            order = None if target is None else target.get("order")
            found.append((int(order) if order and order.isdecimal() else number, text))
        if missing and any(text.strip() for (_, text), part in zip(found, parts, strict=True) if _segment(part)):
            raise ValueError("only some of its segments are translated")
        return "" if missing else "".join(text for _, text in sorted(found, key=lambda one: one[0]))

    def _learn(self, code: XmlElement) -> None:
        _, name = name_of(code)
        data, named = self._data, code.get("id", "")
        if name in {"ph", "sc"} and code.get("dataRef") in data:
            begin, end = self._refs.get(named, ("", ""))
            self._refs[named] = (data[code.get("dataRef", "")] or begin, end)
        elif name == "pc":
            both = (data.get(code.get(f"dataRef{which}", ""), "") for which in ("Start", "End"))
            begin, end = both
            self._refs[named] = (begin, end)
        elif name == "ec" and code.get("dataRef") in data:
            of = code.get("startRef") or named
            begin, _ = self._refs.get(of, ("", ""))
            self._refs[of] = (begin, data[code.get("dataRef", "")])

    def _text(self, element: XmlElement) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: XmlElement) -> Iterator[str]:
        space, _ = name_of(element)
        yield element.text or ""
        for one in element:
            its, name = name_of(one)
            if its != space:
                raise ValueError(f"it holds an element that is not known: <{name}>")
            if name == "mrk":
                yield from self._pieces(one)
            elif name == "pc":
                yield self._markup(one, "dataRefStart", 0)
                yield from self._pieces(one)
                yield self._markup(one, "dataRefEnd", 1)
            elif name in {"ph", "sc", "ec"}:
                yield self._markup(one, "dataRef", int(name == "ec"))
            elif name == "cp":
                yield _char(one.get("hex", ""))
            elif name not in {"sm", "em"}:
                raise ValueError(f"it holds an element that is not known: <{name}>")
            yield one.tail or ""

    def _markup(self, code: XmlElement, ref: str, which: int) -> str:
        if (named := code.get(ref)) is not None and named in self._data:
            return self._data[named]
        for name in (code.get("copyOf"), code.get("startRef"), code.get("id")):
            if name and (markup := self._refs.get(name, ("", ""))[which]):
                return markup
        raise ValueError(f"the code {code.get('id', '')!r} does not say which markup it stands for")

    def _data_of(self, row: XmlElement) -> Iterator[str]:
        yield row.text or ""
        for one in row:
            yield _char(one.get("hex", ""))
            yield one.tail or ""


def _segment(part: XmlElement) -> bool:
    return name_of(part)[1] == "segment"


def _char(digits: str) -> str:
    try:
        code = int(digits, 16)
    except ValueError:
        code = _LAST + 1
    if not 0 <= code <= _LAST or code in _HALVES:
        raise ValueError(f"no character has the number {digits!r}")
    return chr(code)
