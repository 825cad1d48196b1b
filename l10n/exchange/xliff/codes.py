"""Owns cutting a text into words and codes, the markup that a translator's tool protects."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.errors import UsageError
from l10n.exchange.xliff.units import exact
from l10n.model import InlineRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from l10n.model import Inline, SpanKind

__all__ = ["Code", "aligned", "attributes", "escaped", "note_id", "pieces", "written_pairs"]

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold, not even as a reference."""
_HALF = re.compile("[\ud800-\udfff]")
_UNKNOWN = "\ufffd"
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


@dataclass(frozen=True, slots=True)
class Code:
    """A stretch of markup in a text."""

    id: str
    """Unique in its text; a code of the target has the id of its like in the source."""
    markup: str
    kind: SpanKind
    role: InlineRole
    pair: str = ""
    """The id of the other end; empty where there is none."""


def pieces(text: str, inlines: Iterable[Inline]) -> tuple[str | Code, ...]:
    """Cut a text; joined, the words and the markup are the text. Markup with what XML cannot hold is left as words."""
    spans = [one for one in inlines if not _UNWRITABLE.search(text, one.start, one.end)]
    there = {one.id for one in spans}
    found: list[str | Code] = []
    done = 0
    for one in spans:
        if done < one.start:
            found.append(text[done : one.start])
        pair = str(one.pair) if one.pair in there else ""
        found.append(Code(str(one.id), text[one.start : one.end], one.kind, one.role, pair))
        done = one.end
    return (*found, text[done:]) if done < len(text) else tuple(found)


def aligned(target: Sequence[str | Code], source: Sequence[str | Code]) -> tuple[str | Code, ...]:
    """Give the codes of a target the ids of the same markup in its source, and new ones to all others."""
    free: dict[tuple[str, InlineRole], list[str]] = {}
    codes = [one for one in source if isinstance(one, Code)]
    for code in reversed(codes):
        free.setdefault((code.markup, code.role), []).append(code.id)
    taken = max((int(code.id) for code in codes), default=0)
    renamed: dict[str, str] = {}
    for one in target:
        if isinstance(one, Code):
            known = free.get((one.markup, one.role))
            taken += not known
            renamed[one.id] = known.pop() if known else str(taken)
    return tuple(
        replace(one, id=renamed[one.id], pair=renamed.get(one.pair, "")) if isinstance(one, Code) else one
        for one in target
    )


def written_pairs(text: Iterable[str | Code]) -> frozenset[str]:
    """Return the ids of both ends of those elements that another does not cross."""
    opened: list[Code] = []
    nested: set[str] = set()
    for one in text:
        if not isinstance(one, Code) or not one.pair:
            continue
        if one.role is InlineRole.OPEN:
            opened.append(one)
        elif opened and opened[-1].id == one.pair:
            opened.pop()
            nested |= {one.id, one.pair}
        else:
            opened = [other for other in opened if other.id != one.pair]
    return frozenset(nested)


def escaped(words: str, control: Callable[[str], str] | None = None) -> str:
    """Write words as XML; `control` writes the characters that XML has not, which are else shown as U+FFFD.

    Raises `UsageError` for half a character.
    """
    done, parts = 0, []
    for found in _UNWRITABLE.finditer(words):
        parts += [_replaced(words[done : found.start()], _TEXT), control(found[0]) if control else _UNKNOWN]
        done = found.end()
    return "".join((*parts, _replaced(words[done:], _TEXT)))


def attributes(values: Mapping[str, str]) -> str:
    """Write attributes, each with a space before it, those that are empty left out; raises as `escaped` does."""
    named = ((name, _UNWRITABLE.sub(_UNKNOWN, value)) for name, value in values.items() if value)
    return "".join(f' {name}="{_replaced(value, _ATTRIBUTE)}"' for name, value in named)


def note_id(text: str) -> str:
    """Return what a note is known by: its words, however a tool has spaced them."""
    return exact("".join(_UNWRITABLE.sub(_UNKNOWN, text).split()))


def _replaced(text: str, table: Mapping[str, str]) -> str:
    if half := _HALF.search(text):
        code = f"U+{ord(half[0]):04X}"
        remedy = "Write the whole character, or take it out."
        raise UsageError(f"a text holds half a character ({code}): {text[:40]!r}", remedy=remedy)
    for char, reference in table.items():
        text = text.replace(char, reference)
    return text
