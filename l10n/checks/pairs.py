"""Owns the pairs that checks look at: each text of a catalogue beside its source, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.checks import suppressions
from l10n.model import State
from l10n.protocols import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.model import Catalog, Document, Entry, Key, Segment, Term
    from l10n.protocols import Format

__all__ = ["CheckedPair", "checked", "sources", "text_of"]


@dataclass(frozen=True, slots=True)
class CheckedPair:
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


def checked(
    document: Document,
    catalog: Catalog,
    fmt: Format,
    *,
    po: str,
    source_locale: str,
    terms: tuple[Term, ...] = (),
    names: tuple[Term, ...] = (),
    disguise: str = "",
) -> list[CheckedPair]:
    """Return what is to be checked of an article in a locale, in the order of the text, equal keys once.

    `po` is the catalogue's path, for findings. A draft of the engine `disguise` is the source in other letters, and is
    judged as text of the source's language.
    """
    live = catalog.live()
    found = []
    for segment in _first(document):
        entry = live.get(segment.key)
        if entry and text_of(entry):
            disguised = entry.state is State.DRAFT and entry.origin is not None and entry.origin.by == disguise
            pair = Pair(
                source=entry.key.text,
                target=entry.target,
                locale=source_locale if disguised else catalog.locale,
                source_spans=fmt.inline(entry.key.text),
                target_spans=fmt.inline(entry.target),
                source_locale=source_locale,
                kind=segment.kind,
                terms=terms,
                names=names,
                article=document.path,
                draft=entry.state is State.DRAFT,
            )
            found.append(CheckedPair(pair, entry, catalog.locale, po, suppressions.parse(entry.comments)))
    return found


def sources(document: Document, fmt: Format, locale: str, terms: tuple[Term, ...]) -> list[Pair]:
    """Return the source texts of an article, one for each of its segments; `terms` are those of all glossaries."""
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
