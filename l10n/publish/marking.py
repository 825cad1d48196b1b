"""Owns how it is marked in a text, put together for the eye, where the words of each segment come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, cast

from l10n.model import SlotKind
from l10n.publish.cleaning import MARK
from l10n.publish.glue import glue
from l10n.publish.policy import Shown
from l10n.publish.teaser import in_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.model import Edition, Segment, Slot
    from l10n.protocols import Format
    from l10n.publish.assemble import Assembled

__all__ = ["ShownText", "marked"]

_TOLD = {
    Shown.SOURCE: Shown.SOURCE_MARKED,
    Shown.SOURCE_MARKED: Shown.SOURCE_MARKED,
    Shown.DRAFT: Shown.DRAFT,
    Shown.LAST_APPROVED: Shown.LAST_APPROVED,
}
"""What is marked, and as what."""
_BRACKETS = "⸨⸩⸢⸣⸤⸥⟬⟭⦃⦄⦅⦆⦇⦈⦉⦊⦑⦒⦗⦘⧘⧙⧚⧛❨❩❪❫❬❭❮❯❰❱❲❳❴❵"
"""Punctuation that hardly any text has: beside it markup is what it is at the edges of its block."""
_PRIVATE = range(0xE000, 0xF900)
"""What else there is where a text is about brackets."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text in which characters that it has not else stand before and behind each segment that is marked."""

    text: str
    opening: Mapping[str, Shown]
    closing: str

    @property
    def marks(self) -> str:
        """All of these characters."""
        return "".join((*self.opening, self.closing))

    def spans(self, html: str, language: str, direction: str) -> str:
        """Return HTML with elements in their place; what stays in the source's `language` says so."""
        own = f' lang="{language}" dir="{direction}"'
        tags: dict[str, str | int | None] = {
            mark: f'<span {MARK}="{shown}"{own if shown is Shown.SOURCE_MARKED else ""}>'
            for mark, shown in self.opening.items()
        }
        return html.translate(str.maketrans({**tags, self.closing: "</span>"}))


def marked(done: Assembled, shown: Sequence[Shown], edition: Edition) -> ShownText:
    """Return a text as it is published, save that it is not marked for machines but for the eye."""
    plain = glue(done.document, done.fmt, done.texts, joint=done.joint, edition=edition)
    kinds = dict.fromkeys(_TOLD.values())
    free = (one for one in (*_BRACKETS, *map(chr, _PRIVATE)) if one not in plain and one not in done.document.source)
    first, *others = islice(free, len(kinds) + 1)
    opening = dict(zip(others, kinds, strict=True))
    before = {kind: mark for mark, kind in opening.items()}
    places = {
        segment.start: before[_TOLD[one]]
        for segment, one in zip(done.document.segments, shown, strict=False)
        if one in _TOLD and not in_field(segment)
    }
    fmt = cast("Format", _Marking(done.fmt, places, first))
    told = replace(edition, translated=True, marked=edition.language or "und")
    return ShownText(glue(done.document, fmt, done.texts, joint=done.joint, edition=told), opening, first)


@dataclass(frozen=True, slots=True, eq=False)
class _Marking:
    """Writes what a format does, with marks around the segments that begin in some places."""

    fmt: Format
    places: Mapping[int, str]
    closing: str

    def encode(self, segment: Segment, text: str) -> str:
        return self._around(segment, self.fmt.encode(segment, text))

    def mark(self, segment: Segment, edition: Edition, *, whole: bool) -> str:  # noqa: ARG002  the protocol's
        return self._around(segment, segment.raw)

    def fill(self, slot: Slot, edition: Edition) -> str:
        return slot.raw if slot.kind is SlotKind.LEFT else self.fmt.fill(slot, edition)

    def _around(self, segment: Segment, raw: str) -> str:
        mark = self.places.get(segment.start, "")
        return f"{mark}{raw}{self.closing}" if mark else raw
