"""Owns which values are words that are given to shortcodes, includes, containers, directives and fences of code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.formats import params
from l10n.formats.markdown.blocks import leaves
from l10n.formats.markdown.fenced import head
from l10n.formats.markdown.marks import MarkKind, Title
from l10n.formats.markdown.skips import rejected
from l10n.formats.prose import is_prose
from l10n.model import Kind
from l10n.text.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from l10n.formats.markdown.blocks import Leaf
    from l10n.formats.markdown.fenced import Word
    from l10n.formats.markdown.marks import Read

__all__ = ["alone", "blank", "given"]

_MAYBE = re.compile(rb"[=:][ \t]*[\"'`]|:[A-Za-z][\w-]*:[ \t]|(?:```|~~~|:::)[ \t]*(?:\{|ad-)")


def given(seen: Read, names: Collection[str]) -> Iterator[Title]:
    """Yield the words, by the names that values of words have."""
    source = seen.source
    labelled = b"[" in source.data and (b"```" in source.data or b"~~~" in source.data)
    if not (labelled or _MAYBE.search(source.data)):
        return
    data = source.data
    marked = Ranges((mark.start, mark.end) for mark in seen.marks)
    places = [(mark.start, mark.end, True) for mark in seen.marks if mark.kind in {MarkKind.RULE, MarkKind.OPAQUE}]
    for leaf in leaves(seen.events, data):
        rows = [(leaf.start, leaf.end)] if leaf.name == "CodeBlock" else alone(leaf, data)
        places += ((start, end, False) for start, end in rows if not marked.hold(start))
    for start, end, first in places:
        if data.startswith(b"{", start):
            yield from _called(seen, start, end, names, first=first)
        elif data.startswith((b"`", b"~", b":"), start):
            yield from _headed(seen, start, end, names)


def alone(leaf: Leaf, data: bytes) -> list[tuple[int, int]]:
    """Return the lines of a block that are syntax: those that are not prose, a heading or cell of nothing but calls."""
    if leaf.name in {"Heading", "TableCell"}:
        called = params.is_calls(data[leaf.start : leaf.end].decode("utf-8", "replace"))
        return [(leaf.start, leaf.end)] if called else []
    return rejected(leaf, data)


def _called(seen: Read, start: int, end: int, names: Collection[str], *, first: bool = False) -> Iterator[Title]:
    """Yield the words in calls; these are looked for as if a byte were a character."""
    text = seen.source.data[start:end].decode("latin-1")
    for one in params.called(text, first=first):
        raw = seen.source.slice(start + one.start, start + one.end)
        if params.is_words(one.name, raw, names):
            words = params.decoded(one.style, raw)
            yield Title(start + one.start, start + one.end, words, one.style, *_role(one.name, one.owner, box=False))


def _headed(seen: Read, start: int, end: int, names: Collection[str]) -> Iterator[Title]:
    """Yield the words in the first lines of a fence."""
    block = seen.source.slice(start, end)
    opened = head(block)
    code = not (opened and opened.directive) and block[0] != ":"
    for one in opened.words if opened else ():
        if _is_words(one, names, code=code):
            first, over = (start + len(block[:at].encode("utf-8", "surrogatepass")) for at in (one.start, one.end))
            yield Title(first, over, one.text, one.style, *_role(one.name, one.owner, box=not code), prefix=one.prefix)


def _role(name: str, owner: str, *, box: bool) -> tuple[Kind, str]:
    """Return the kind of a value and what is said of it to translators."""
    if box and name == "title":
        return Kind.HEADING, "title of a box"
    kind = Kind.ALT if name == "alt" else Kind.META
    return kind, f"{kind.value} · {name} of {owner}"


def _is_words(one: Word, names: Collection[str], *, code: bool) -> bool:
    """Tell whether a value is words; of a fence of code it must look like prose, as most are names of files."""
    if one.name == "label":
        return is_prose(one.text)
    return params.is_words(one.name, one.text, names) and (not code or is_prose(one.text))


def blank(block: str, *, first: bool = False) -> str:
    """Return a text that begins with a fence or a call without all that may be words in its first lines, or in calls.

    Of several calls the `first` only, if so asked.
    """
    if block.startswith("{"):
        return params.blank(block, params.called(block, first=first))
    opened = head(block)
    spans = [(one.start, one.end) for one in opened.words] if opened else []
    spans += [opened.title] if opened and opened.title else []
    out, done = [], 0
    for start, end in sorted(spans):
        out.append(block[done:start])
        done = end
    return "".join([*out, block[done:]])
