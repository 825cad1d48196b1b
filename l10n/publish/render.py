"""Owns the gluing of a document from chosen texts, with the guard that its structure stays the source's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import ArticleError
from l10n.model import Joint, Segment, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Document, Edition
    from l10n.protocols import Format

__all__ = ["Rendered", "glue", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A localized article and what could not be put into it."""

    text: str
    refused: tuple[int, ...]
    """Indexes into `document.segments` of texts that would have changed the structure; they are in English."""


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
    """Glue a document; a text that would change the structure when put in is left out and named.

    The structure is compared before slots are filled: filling one may add a block.
    """
    wanted = fmt.skeleton(document.source)
    accepted: list[str | None] = [None] * len(texts)
    refused: list[int] = []

    def fits(group: Sequence[int]) -> bool:
        trial = list(accepted)
        for index in group:
            trial[index] = texts[index]
        try:
            return fmt.skeleton(glue(document, fmt, trial, joint=joint)) == wanted
        except ArticleError:
            return False  # put in, the text makes an article of it that cannot be read

    groups = [[index for index, text in enumerate(texts) if text is not None]]
    while groups:
        group = groups.pop()
        if fits(group):
            for index in group:
                accepted[index] = texts[index]
        elif len(group) == 1:
            refused += group
        else:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    text = glue(document, fmt, accepted, joint=joint, edition=edition)
    return Rendered(text, tuple(sorted(refused)))
