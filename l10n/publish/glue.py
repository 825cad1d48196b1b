"""Owns the one function that puts the parts of a document together, with texts in the place of its segments."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from l10n.model import Joint, Segment, Slot
from l10n.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Document, Edition
    from l10n.protocols import Format

__all__ = ["encoded", "glue"]

_KEPT = 4096
"""Texts that are remembered as they were written: those of an article are looked at several times."""


def glue(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> str:
    """Return the document with texts in the place of its segments.

    `texts[i]` belongs to `document.segments[i]`; None leaves the source, an empty text removes the segment together
    with the joint before it. `joint` is what the target language puts between two sentences. Without an `edition` no
    slot is touched, nor is one that speaks of segments none of which has a text. Law: texts equal to the sources give
    the source.
    """
    if all(text is None for text in texts):
        return "".join(
            piece if isinstance(piece, str) else piece.raw if edition is None else fmt.fill(piece, edition)
            for piece in _untouched.get(id(document), 1, partial(_stretches, document))[1]
        )
    told = list(accumulate((bool(text) for text in texts), initial=0))
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
            out.append(part.raw if text is None else encoded(fmt, part, text) if text else "")
            continue
        if pending is not None:
            out.append(pending.raw)
        pending = part if isinstance(part, Joint) else None
        if isinstance(part, Slot):
            silent = part.covers and told[at + 1] == told[min(at + 1 + part.covers, len(texts))]
            out.append(part.raw if edition is None or silent else fmt.fill(part, edition))
        elif isinstance(part, str):
            out.append(part)
    if pending is not None:
        out.append(pending.raw)
    return "".join(out)


_untouched: Recent[tuple[Document, tuple[str | Slot, ...]]] = Recent(4)
"""What articles are without any translation, as all locales have it, by the identity of the article beside it."""


def _stretches(document: Document) -> tuple[Document, tuple[str | Slot, ...]]:
    """Return an article in which nothing is translated: its slots that speak of no segments, and the text between."""
    out: list[str | Slot] = []
    for slot, parts in groupby(document.parts, lambda part: isinstance(part, Slot) and not part.covers):
        if slot:
            out += (part for part in parts if isinstance(part, Slot))
        else:
            out.append("".join(part if isinstance(part, str) else part.raw for part in parts))
    return document, tuple(out)


def encoded(fmt: Format, segment: Segment, text: str) -> str:
    """Return a text as a format writes it in the place of a segment; what was asked lately is not worked out again."""
    return _encoded(fmt, segment, text)  # type: ignore[arg-type]  # formats are modules


@lru_cache(maxsize=_KEPT)
def _encoded(fmt: Format, segment: Segment, text: str) -> str:
    return fmt.encode(segment, text)
