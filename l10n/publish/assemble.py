"""Owns putting texts of a catalogue into their document: each in its place, where the structure allows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.publish.glue import glue
from l10n.publish.render import left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from l10n.model import Document, Edition, Entry
    from l10n.protocols import Format

__all__ = ["Assembled", "assemble", "refused_entries"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document with texts in it, before any slot is filled."""

    document: Document
    fmt: Format
    """The format of the document."""
    texts: tuple[str | None, ...]
    """What stands in each segment's place; None where the source does."""
    entries: tuple[Entry, ...]
    """The entries whose texts are shown, in the order of the text, one for each occurrence."""
    refused: tuple[tuple[Entry, str], ...]
    """The entries whose texts were left out, each once, with what they would have done (`Rendered.refused`)."""
    joint: str

    @property
    def text(self) -> str:
        """Return the text with its slots as they are."""
        return glue(self.document, self.fmt, self.texts, joint=self.joint)

    def edited(self, edition: Edition) -> str:
        """Return the text with its slots filled."""
        return glue(self.document, self.fmt, self.texts, joint=self.joint, edition=edition)


def assemble(
    document: Document,
    fmt: Format,
    entries: Sequence[Entry | None],
    choose: Callable[[Entry], str | None],
    *,
    joint: str,
) -> Assembled:
    """Put the text that `choose` picks of each entry in its place, if it changes no structure and adds nothing active.

    `entries[i]` speaks for `document.segments[i]` (see `coverage.standing`). `joint` is what the target language puts
    between two sentences.
    """
    texts = [choose(entry) if entry else None for entry in entries]
    refused = left_out(document, fmt, texts, joint=joint)
    kept: list[str | None] = []
    for at, text in enumerate(texts):
        orphaned = text == "" and (not kept or kept[-1] is None)
        kept.append(None if at in refused or orphaned else text)
    shown = tuple(entry for entry, text in zip(entries, kept, strict=True) if entry and text)
    return Assembled(document, fmt, tuple(kept), shown, _once_each(entries, refused), joint)


def refused_entries(
    document: Document,
    fmt: Format,
    entries: Sequence[Entry | None],
    choose: Callable[[Entry], str | None],
    *,
    joint: str,
) -> tuple[tuple[Entry, str], ...]:
    """Return what `assemble` would refuse, without putting anything together."""
    texts = [choose(entry) if entry else None for entry in entries]
    return _once_each(entries, left_out(document, fmt, texts, joint=joint))


def _once_each(entries: Sequence[Entry | None], refused: Mapping[int, str]) -> tuple[tuple[Entry, str], ...]:
    found = {entry.key: (entry, refused[at]) for at, entry in enumerate(entries) if entry and at in refused}
    return tuple(found.values())
