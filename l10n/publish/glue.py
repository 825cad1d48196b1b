"""Owns the one function that puts the parts of a document together, with texts in the place of its segments."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from l10n.model import Joint, Segment, Slot, SlotKind
from l10n.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Document, Edition, Part
    from l10n.protocols import Format

__all__ = ["encoded", "glue", "pieces"]

_LANGUAGE = frozenset({SlotKind.LANG, SlotKind.LEFT})
"""What says which language the texts are in that it speaks of."""
_KEPT = 4096
"""Texts that are remembered as they were written: those of an article are looked at several times."""


def glue(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> str:
    """Return the document with texts in the place of its segments.

    `texts[i]` belongs to `document.segments[i]`; None leaves the source, an empty text removes the segment together
    with the joint before it. `joint` is what the target language puts between two sentences. Without an `edition` no
    slot is touched, nor is one that speaks of segments none of which has a text, save that of an element that is left
    in the language of the source: an edition that marks such texts marks those, and single texts in other elements.
    Law: texts equal to the sources give the source.
    """
    in_pieces = edition is not None and edition.translated and edition.marked
    if in_pieces or any(text is not None for text in texts):
        return "".join(text for _, text in pieces(document, fmt, texts, joint=joint, edition=edition))
    return "".join(
        piece if isinstance(piece, str) else piece.raw if edition is None else fmt.fill(piece, edition)
        for piece in _whole(document, fmt, edition)
    )


def pieces(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> list[tuple[int, str]]:
    """Return what `glue` joins: each with the index of the segment in whose place it stands, -1 for none."""
    told = list(accumulate((bool(text) for text in texts), initial=0))
    out: list[tuple[int, str]] = []
    at = -1
    pending: Joint | None = None
    translated = False
    within = -1
    for place, part in enumerate(document.parts):
        if isinstance(part, Segment):
            at += 1
            text = texts[at]
            changed = text is not None and text != part.key.text
            if pending is not None and text != "":
                out.append((-1, joint if changed and translated and not joint else pending.raw))
            pending, translated = None, changed
            if text is None:
                out.append((at, part.raw if at <= within else _left(fmt, document, place, edition)))
            else:
                out.append((at, encoded(fmt, part, text) if text else ""))
            continue
        if pending is not None:
            out.append((-1, pending.raw))
        pending = part if isinstance(part, Joint) else None
        if isinstance(part, Slot):
            silent = part.covers and told[at + 1] == told[min(at + 1 + part.covers, len(texts))]
            left = part.kind is SlotKind.LEFT
            speaks = silent and at >= within if left else not silent
            out.append((-1, fmt.fill(part, edition) if edition and speaks else part.raw))
            if silent and out[-1][1] and part.kind in _LANGUAGE:
                within = max(within, at + part.covers)
        elif isinstance(part, str):
            out.append((-1, part))
    if pending is not None:
        out.append((-1, pending.raw))
    return out


_untouched: Recent[tuple[Document, tuple[str | Slot, ...]]] = Recent(4)
"""What articles are without any translation, as all locales have it, by the identity of the article beside it."""


def _whole(document: Document, fmt: Format, edition: Edition | None) -> tuple[str | Slot, ...]:
    marks = (edition.marked, edition.marked_direction) if edition else ("", "")
    return _untouched.get((id(document), marks), 1, partial(_stretches, document, fmt, edition))[1]


def _stretches(document: Document, fmt: Format, edition: Edition | None) -> tuple[Document, tuple[str | Slot, ...]]:
    """Return an article in which nothing is translated: its slots that speak of no segments, and the text between."""
    out: list[str | Slot] = []
    for slot, places in groupby(range(len(document.parts)), lambda place: _speaks_of_all(document.parts[place])):
        if slot:
            out += (part for place in places if isinstance(part := document.parts[place], Slot))
        else:
            out.append("".join(_left(fmt, document, place, edition) for place in places))
    return document, tuple(out)


def _speaks_of_all(part: Part) -> bool:
    return isinstance(part, Slot) and not part.covers


def _left(fmt: Format, document: Document, place: int, edition: Edition | None) -> str:
    """Return a part that stays in the language of the source, as an edition has it."""
    part = document.parts[place]
    if edition is None or not edition.marked or not isinstance(part, Segment):
        return part if isinstance(part, str) else part.raw
    return fmt.mark(part, edition, whole=_alone(document.parts, place))


def _alone(parts: Sequence[Part], place: int) -> bool:
    """Tell whether a segment is no sentence of several, and nothing stands beside it on its lines."""
    beside = ((parts[place - 1] if place else "", -1), (parts[place + 1] if place + 1 < len(parts) else "", 0))
    for part, edge in beside:
        raw = part if isinstance(part, str) else part.raw
        if isinstance(part, Joint) or (raw and raw[edge] not in "\r\n"):
            return False
    return True


def encoded(fmt: Format, segment: Segment, text: str) -> str:
    """Return a text as a format writes it in the place of a segment; what was asked lately is not worked out again."""
    return _encoded(fmt, segment, text)  # type: ignore[arg-type]  # formats are modules


@lru_cache(maxsize=_KEPT)
def _encoded(fmt: Format, segment: Segment, text: str) -> str:
    return fmt.encode(segment, text)
