"""Owns the gluing of a document from chosen texts, with the guard that its structure stays the source's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.model import Document, Joint, Segment, Slot
from l10n.text.markup import active
from l10n.text.punctuation.characters import broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from l10n.model import Edition, Place
    from l10n.protocols import Format

__all__ = ["STRUCTURE", "Rendered", "glue", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A localized article and what could not be put into it."""

    text: str
    refused: Mapping[int, str]
    """Index into `document.segments` of each text that stays out → what it would do; they are in English."""


STRUCTURE = "change the structure of the article"
"""What a text would do that does not stay in its place."""


def glue(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> str:
    """Return the document with texts in the place of its segments.

    `texts[i]` belongs to `document.segments[i]`; None leaves the source, an empty text removes the segment together
    with the joint before it. `joint` is what the target language puts between two sentences. Without an `edition` no
    slot is touched. Law: texts equal to the sources give the source.
    """
    out: list[str] = []
    at = -1
    pending: Joint | None = None
    translated = False
    for part in document.parts:
        if isinstance(part, Segment):
            at += 1
            text = texts[at]
            changed = text is not None and text != part.key.text
            if pending is not None and text != "":
                out.append(joint if changed and translated and not joint else pending.raw)
            pending, translated = None, changed
            out.append(part.raw if text is None else fmt.encode(part, text) if text else "")
            continue
        if pending is not None:
            out.append(pending.raw)
        pending = part if isinstance(part, Joint) else None
        if isinstance(part, Slot):
            out.append(part.raw if edition is None else fmt.fill(part, edition))
        elif isinstance(part, str):
            out.append(part)
    if pending is not None:
        out.append(pending.raw)
    return "".join(out)


def render(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> Rendered:
    """Glue a document; a text that would change the structure when put in, or add something active, is left out.

    The structure is compared before slots are filled: filling one may add a block.
    """
    refused = dict(_active(document, fmt, texts, joint))
    wanted = fmt.skeleton(document.source)
    accepted: list[str | None] = [None] * len(texts)

    def fits(group: Sequence[int]) -> bool:
        trial = list(accepted)
        for index in group:
            trial[index] = texts[index]
        try:
            return fmt.skeleton(glue(document, fmt, trial, joint=joint)) == wanted
        except ArticleError:
            return False  # put in, the text makes an article of it that cannot be read

    groups = [[index for index, text in enumerate(texts) if text is not None and index not in refused]]
    while groups:
        group = groups.pop()
        if fits(group):
            for index in group:
                accepted[index] = texts[index]
        elif len(group) == 1:
            refused[group[0]] = STRUCTURE
        else:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    text = glue(document, fmt, accepted, joint=joint, edition=edition)
    return Rendered(text, refused)


_SHOWN = 60


def _active(document: Document, fmt: Format, texts: Sequence[str | None], joint: str) -> Iterator[tuple[int, str]]:
    """Yield the texts that would bring something to life, each with what; sentences of a block count together."""
    for first, block in _blocks(document):
        own = texts[first : first + sum(isinstance(part, Segment) for part in block)]
        if not any(own):
            continue
        segment = block[0]
        if not isinstance(segment, Segment):
            continue
        place = fmt.place(segment)
        raw = "".join(part if isinstance(part, str) else part.raw for part in block)
        written = glue(Document(document.path, document.format, block), fmt, own, joint=joint)
        brought = _brought(raw, written, place)
        if not brought:
            continue
        alone = [part for part in block if isinstance(part, Segment)]
        faulty = [
            at
            for at, (part, text) in enumerate(zip(alone, own, strict=True))
            if text and _brought(part.raw, fmt.encode(part, text), place)
        ]
        said = f"add {brought}, which its source does not have"
        yield from ((first + at, said) for at in faulty or range(len(own)) if own[at] is not None)


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
