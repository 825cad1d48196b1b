"""Owns which lines of a cut article are no part of its story, in every format alike: the kind `byline`.

Kinds alone change here: what is cut, and under which key, does not depend on them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model import Joint, Kind, Segment
from l10n.text.facts import credits as crediting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from l10n.model import Part
    from l10n.protocols import Format

__all__ = ["assigned"]

_MAY_BE = frozenset({Kind.PARAGRAPH, Kind.HEADING})


def assigned(parts: Sequence[Part], fmt: Format, source: str) -> Iterator[Part]:
    """Yield the parts of an article, its credits as such; `source` is the language that it is written in."""
    signed = False
    for block in _blocks(parts):
        segments = [part for part in block if isinstance(part, Segment)]
        credited = bool(segments) and all(_credits(segment, fmt, source, signed=signed) for segment in segments)
        signed = credited or (signed and not segments)
        for part in block:
            yield replace(part, kind=Kind.BYLINE) if credited and isinstance(part, Segment) else part


def _blocks(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield the parts in rows: the sentences of one block with what joins them, everything else alone."""
    row: list[Part] = []
    for part in parts:
        if row and not isinstance(part, Joint) and not isinstance(row[-1], Joint) and part != "":
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _credits(segment: Segment, fmt: Format, source: str, *, signed: bool) -> bool:
    """Tell whether a paragraph or a heading is a credit; its lines are looked at as they stand in the article.

    Right below a credit (`signed`) so is a line of names: a paper, a place.
    """
    if segment.kind is Kind.BYLINE:
        return True
    if segment.kind not in _MAY_BE or not (signed or crediting.may_be(segment.key.text, source)):
        return False
    text = crediting.bare(segment.raw, fmt.inline(segment.raw))
    return crediting.is_credit(text, source) or (signed and crediting.is_name(text, source))
