"""Owns where each segment of an article stands, and how much of it is translated by segments and by source words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from l10n.model import (
    Catalog,
    Cell,
    Coverage,
    Document,
    Entry,
    Joint,
    Prominence,
    Segment,
    Standing,
    State,
    Substate,
    Tally,
)
from l10n.model.cells import added
from l10n.text.digest import digest
from l10n.text.sentences import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.protocols import Format
    from l10n.text.facts.opening import Opening

__all__ = ["accepted_as_drafted", "measure", "segments", "standing", "word_counter"]

_LONGEST = 50
"""Characters of a text in a message."""


def standing(document: Document, catalog: Catalog | None) -> tuple[Entry | None, ...]:
    """Return for each segment, in order, the entry that speaks for it; None where the catalogue does not know it.

    An entry that says `# joined` speaks only behind a reviewed sentence of the same block, in which its words stand;
    elsewhere it is given as missing, lest a sentence vanish in both languages.
    """
    live = catalog.live() if catalog else {}
    found: list[Entry | None] = []
    adjacent = False
    for part in document.parts:
        if isinstance(part, Segment):
            entry = live.get(part.key)
            if entry and entry.state is State.REVIEWED and not entry.target:
                before = found[-1] if adjacent and found else None
                if before is None or before.state is not State.REVIEWED:
                    entry = replace(entry, state=State.MISSING)
            found.append(entry)
        adjacent = isinstance(part, Joint) or (adjacent and part == "")
    return tuple(found)


def word_counter(fmt: Format) -> Callable[[str], int]:
    """Return a function that counts the words of a text in a format, markup left out."""

    @cache
    def count(text: str) -> int:
        return words.count(text, fmt.inline(text))

    return count


def measure(
    document: Document,
    catalog: Catalog | None,
    count: Callable[[str], int],
    *,
    urgent: Callable[[Entry], object] | None = None,
    asked: Opening | None = None,
    person: Callable[[Entry], bool] | None = None,
) -> Coverage:
    """Count every occurrence of every segment; one the catalogue does not know is missing.

    `count` counts the words of a source text in the article's format (`word_counter`); `urgent` says which stale
    entries are dangerous (none where it is not given), `asked` what the headline and the first paragraph are (neither
    is told as reviewed where it is not given), `person` whether an entry holds a person's text (no draft is in work
    where it is not given).
    """
    entries = standing(document, catalog)
    places = _prominences(len(entries), asked)
    cells = added(
        (what, place, engine, 1, count(segment.key.text))
        for segment, entry, place in zip(document.segments, entries, places, strict=True)
        for what, engine in [_sort(entry, urgent, person)]
    )
    return Coverage(
        article=document.path,
        locale=catalog.locale if catalog else "",
        segments=_tally(cells, lambda cell: cell.segments),
        words=_tally(cells, lambda cell: cell.words),
        headline=asked is not None and _reviewed(entries, asked.headline),
        lede=asked is not None and _reviewed(entries, asked.lede),
        urgent=sum(cell.segments for cell in cells if cell.substate is Substate.URGENT),
        unread=_unread(document, entries, asked),
        unedited=sum(cell.words for cell in cells if cell.substate is Substate.ACCEPTED),
        cells=cells,
    )


_STATES = {
    Substate.ACCEPTED: State.REVIEWED,
    Substate.EDITED: State.REVIEWED,
    Substate.HUMAN: State.REVIEWED,
    Substate.DRAFT: State.DRAFT,
    Substate.IN_WORK: State.DRAFT,
    Substate.URGENT: State.STALE,
    Substate.STALE: State.STALE,
    Substate.MISSING: State.MISSING,
}


def _sort(
    entry: Entry | None, urgent: Callable[[Entry], object] | None, person: Callable[[Entry], bool] | None
) -> tuple[Substate, str]:
    """Return what an entry is, and the machine that its text came from."""
    if entry is None:
        return Substate.MISSING, ""
    origin = entry.origin if entry.target else None
    engine = origin.machine if origin else ""
    match entry.state:
        case State.REVIEWED if not engine:
            return Substate.HUMAN, ""
        case State.REVIEWED:
            return Substate.ACCEPTED if accepted_as_drafted(entry) else Substate.EDITED, engine
        case State.DRAFT:
            return Substate.IN_WORK if person and person(entry) else Substate.DRAFT, engine
        case State.STALE:
            return Substate.URGENT if urgent and urgent(entry) else Substate.STALE, engine
        case _:
            return Substate.MISSING, ""


def _prominences(number: int, asked: Opening | None) -> list[Prominence]:
    """Return where each of so many segments stands: in doubt in the headline, and before the body."""
    found = [Prominence.BODY] * number
    if asked:
        for at in asked.lede:
            found[at] = Prominence.LEDE
        for at in asked.headline:
            found[at] = Prominence.HEADLINE
    return found


def accepted_as_drafted(entry: Entry) -> bool:
    """Tell whether a draft was taken for reviewed as it was: its `# draft:` line has the digest of the text."""
    origin = entry.origin if entry.state is State.REVIEWED and entry.target else None
    return origin is not None and origin.drafted and digest(entry.target) == origin.digest


def segments(
    document: Document,
    catalog: Catalog | None,
    count: Callable[[str], int],
    *,
    urgency: Callable[[Entry], tuple[str, ...]],
    person: Callable[[Entry], bool],
    asked: Opening | None = None,
) -> tuple[Standing, ...]:
    """Return where every occurrence of every segment stands: what `measure` counts, one by one.

    `urgency` names what makes a stale entry dangerous, and nothing for others; `person` says whether an entry holds a
    person's text.
    """
    locale = catalog.locale if catalog else ""
    found: list[Standing] = []
    entries = standing(document, catalog)
    places = _prominences(len(entries), asked)
    for segment, known, place in zip(document.segments, entries, places, strict=True):
        entry = known or Entry(segment.key)
        origin = entry.origin if entry.target else None
        text = digest(entry.target)
        found.append(
            Standing(
                article=document.path,
                locale=locale,
                key=segment.key,
                kind=segment.kind,
                line=segment.line,
                words=count(segment.key.text),
                prominence=place,
                state=entry.state,
                origin=origin,
                edited=origin is not None and text != origin.digest,
                in_work=entry.state is State.DRAFT and person(entry),
                urgent=urgency(entry),
                digest=text,
                reviewer=entry.review.by if entry.review and entry.review.digest == text else "",
                substate=_sort(entry, urgency, person)[0],
            )
        )
    return tuple(found)


def _tally(cells: Iterable[Cell], number: Callable[[Cell], int]) -> Tally:
    sums: Counter[State] = Counter()
    for cell in cells:
        sums[_STATES[cell.substate]] += number(cell)
    return Tally(
        reviewed=sums[State.REVIEWED],
        draft=sums[State.DRAFT],
        stale=sums[State.STALE],
        missing=sums[State.MISSING],
    )


def _reviewed(entries: Sequence[Entry | None], asked: Iterable[int]) -> bool:
    found = (entries[at] for at in asked)
    return all(entry is not None and entry.state is State.REVIEWED for entry in found)


def _unread(document: Document, entries: Sequence[Entry | None], asked: Opening | None) -> tuple[str, ...]:
    segments = document.segments
    waiting = (at for at in sorted(asked.headline | asked.lede if asked else ()) if not _reviewed(entries, [at]))
    return tuple(f"line {segments[at].line} “{_brief(segments[at].key.text)}”" for at in waiting)


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
