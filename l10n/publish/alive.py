"""Owns the question which texts would bring something to life in their article that its source has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.model import Document, Joint, Segment
from l10n.publish.glue import encoded, glue
from l10n.text.markup import active
from l10n.text.punctuation.characters import broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import Place
    from l10n.protocols import Format

__all__ = ["alive"]

_SHOWN = 60


def alive(document: Document, fmt: Format, texts: Sequence[str | None], joint: str) -> Iterator[tuple[int, str]]:
    """Yield the texts that would bring something to life, each with what; sentences of a block count together."""
    for first, block in _blocks(document) if any(texts) else ():
        own = texts[first : first + sum(isinstance(part, Segment) for part in block)]
        if not any(own):
            continue
        segment = block[0]
        if not isinstance(segment, Segment):
            continue
        place = fmt.place(segment)
        prefix = segment.shell.prefix
        raw = _inner("".join(part if isinstance(part, str) else part.raw for part in block), prefix)
        written = _inner(glue(Document(document.path, document.format, block), fmt, own, joint=joint), prefix)
        brought = _brought(raw, written, place)
        if not brought:
            continue
        alone = [part for part in block if isinstance(part, Segment)]
        faulty = [
            at
            for at, (part, text) in enumerate(zip(alone, own, strict=True))
            if text and _brought(_inner(part.raw, prefix), _inner(encoded(fmt, part, text), prefix), place)
        ]
        said = f"add {brought}, which its source does not have"
        yield from ((first + at, said) for at in faulty or range(len(own)) if own[at] is not None)


def _inner(written: str, prefix: str) -> str:
    """Return what a renderer reads of a block once it has taken what begins its lines (`> `) off."""
    mark = prefix.strip()
    return re.sub(rf"(?<=\n)[ \t]*{re.escape(mark)}", "", written) if mark else written


def _brought(raw: str, written: str, place: Place) -> str:
    """Return the first piece of a written text that would act, or is no text, and that its source does not have."""
    for one in active.added(raw, written, place):
        shown = written[one.start : one.end]
        return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    for letter in written if not written.isprintable() else "":
        if broken(letter) and letter not in raw and letter != "\r":
            return f"the character U+{ord(letter):04X}"
    return ""


def _blocks(document: Document) -> Iterator[tuple[int, tuple[Segment | Joint, ...]]]:
    """Yield the segments that stand in one block, with the joints between them, and the index of the first."""
    block: list[Segment | Joint] = []
    first = at = 0
    for part in document.parts:
        if isinstance(part, Segment):
            if block and isinstance(block[-1], Segment):
                yield first, tuple(block)
                block.clear()
            first = first if block else at
            block.append(part)
            at += 1
        elif isinstance(part, Joint) and block:
            block.append(part)
        elif block:
            yield first, tuple(block)
            block.clear()
    if block:
        yield first, tuple(block)
