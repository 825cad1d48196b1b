"""Owns the pairs that checks look at: each text of a catalogue beside its source, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n import formats
from l10n.checks import ignores
from l10n.model import State
from l10n.protocols import Pair
from l10n.stages.chain import PSEUDO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.catalog.lossless import PoFile
    from l10n.model import Document, Entry, Key, Segment, Term
    from l10n.stages.workset import Workset

__all__ = ["Judged", "judged", "sources", "text_of"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and where it stands."""

    pair: Pair
    entry: Entry
    locale: str
    """The locale of the catalogue; that of the pair of a pseudo draft is the source's."""
    po: str
    ignores: tuple[str, ...] | None
    """Rules and families that the entry's comments silence; None without such a comment."""


def text_of(entry: Entry) -> str | None:
    """Return the text that is checked: a reviewed one or a draft."""
    return entry.target if entry.state in {State.REVIEWED, State.DRAFT} else None


def judged(work: Workset, document: Document, locale: str, po: PoFile, terms: tuple[Term, ...]) -> list[Judged]:
    """Return what is to be checked of an article in a locale, in the order of the text, equal keys once."""
    live = po.catalog.live()
    name = work.project.catalog_name(document.path, locale)
    source_locale = work.project.config.source
    return [
        Judged(
            pair=_pair(document, segment, entry, locale, source_locale, terms),
            entry=entry,
            locale=locale,
            po=name,
            ignores=ignores.parse(entry.comments),
        )
        for segment in _first(document)
        if (entry := live.get(segment.key)) and text_of(entry)
    ]


def sources(document: Document, locale: str, terms: tuple[Term, ...]) -> list[Pair]:
    """Return the source texts of an article, one for each of its segments; `terms` are those of all glossaries."""
    fmt = formats.load(document.format)
    return [
        Pair(
            source=segment.key.text,
            target="",
            locale=locale,
            source_spans=fmt.inline(segment.key.text),
            source_locale=locale,
            kind=segment.kind,
            terms=terms,
            article=document.path,
        )
        for segment in document.segments
    ]


def _first(document: Document) -> Iterator[Segment]:
    """Yield the segments of a document, of equal keys the first."""
    seen: set[Key] = set()
    for segment in document.segments:
        if segment.key not in seen:
            seen.add(segment.key)
            yield segment


def _pair(  # noqa: PLR0917  what a pair is made of
    document: Document, segment: Segment, entry: Entry, locale: str, source_locale: str, terms: tuple[Term, ...]
) -> Pair:
    fmt = formats.load(document.format)
    pseudo = entry.state is State.DRAFT and entry.origin is not None and entry.origin.by == PSEUDO
    return Pair(
        source=entry.key.text,
        target=entry.target,
        locale=source_locale if pseudo else locale,
        source_spans=fmt.inline(entry.key.text),
        target_spans=fmt.inline(entry.target),
        source_locale=source_locale,
        kind=segment.kind,
        terms=terms,
        article=document.path,
        draft=entry.state is State.DRAFT,
    )
