"""Owns the columns of what reviewers reviewed and machines drafted, the same for people and spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.model import Band, By, ReviewShare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from l10n.model import Overview
    from l10n.report.grid import Line, Parts

__all__ = ["Column", "Value", "columns", "legend", "parts"]

UNKNOWN = "not known"
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how people call it, how programs do, and what stands in it."""

    title: str
    name: str
    value: Callable[[ReviewShare], Value]
    unit: str = ""
    """Behind a figure, for people."""


def _band(band: Band) -> Column:
    return Column(band.value, f"{band.value}_words", lambda one: one.bands.get(band, 0))


_LOCALE = Column("locale", "locale", lambda one: one.locale)
_PERIOD = Column("period", "period", lambda one: one.period)
_SEGMENTS = Column("segments", "segments", lambda one: one.segments)
_WORDS = Column("reviewed", "reviewed_words", lambda one: one.words)
_ACCEPTED = Column("as drafted", "accepted_words", lambda one: one.accepted)
_EDITED = Column("edited", "edited_words", lambda one: one.edited)
_HUMAN = Column("own", "human_words", lambda one: one.human)
_DRAFT = Column("draft", "draft_words", lambda one: one.draft)
_IN_WORK = Column("in work", "in_work_words", lambda one: one.in_work)
_PERCENT = Column("unedited", "accepted_percent", lambda one: one.accepted_percent, " %")
_DISTANCE = Column("distance", "distance", lambda one: one.distance)
_DRAFTED = Column("of new drafted", "drafted_words", lambda one: one.drafted)
_UNKNOWN = Column("edits not known", "unknown_words", lambda one: one.unknown)


def _score(name: str) -> Column:
    return Column(f"near {name}", f"near_{name.replace('-', '_')}_words", lambda one: one.scores.get(name, 0))


_NEAR = tuple(map(_score, ("95-99", "85-94", "75-84", "0-74", "unknown")))


def columns(told: Overview, *, whole: bool) -> tuple[Column, ...]:
    """Return the columns for reviewers or machines; `whole` has those for programs, too."""
    by, dated = told.by, told.dated
    first = (Column(by.value, by.value, lambda one: one.name), _LOCALE, *((_PERIOD,) if dated else ()))
    if dated and by is By.REVIEWER:
        bands = (_band(Band.NEW), _band(Band.NEAR), _band(Band.EXACT), _band(Band.REPEATED))
        more = (_SEGMENTS, _DRAFTED, *_NEAR, _ACCEPTED, _EDITED, _HUMAN, _UNKNOWN) if whole else ()
        return (*first, *bands, _WORDS, _PERCENT, _DISTANCE, *more)
    stock = (_DRAFT, _IN_WORK) if by is By.ENGINE and not dated else ()
    own = (_HUMAN,) if by is By.REVIEWER else ()
    more = (_SEGMENTS, _UNKNOWN) if whole else ()
    return (*first, *stock, _ACCEPTED, _EDITED, *own, _WORDS, _PERCENT, _DISTANCE, *more)


def parts(told: Overview) -> Parts:
    """Return the parts of a table for people: the head, then the lines of each locale."""
    shares = told.shares or ()
    chosen = columns(told, whole=False)
    found: Parts = [[tuple(column.title for column in chosen)]]
    for locale in dict.fromkeys(one.locale for one in shares):
        found.append([_line(one, chosen) for one in shares if one.locale == locale])
    return found


def legend(told: Overview) -> str:
    """Return what the columns mean."""
    lines = ["Words are those of the source. Unedited: accepted as drafted, of what was drafted."]
    lines.append("Distance: edits of drafts for each word of the text that came of them, where git has the draft.")
    if told.dated and told.by is By.REVIEWER:
        lines.append("Near and exact are matches of the memory, near also stale texts; repeated was reviewed before.")
    return "\n".join(lines)


def _line(one: ReviewShare, chosen: Sequence[Column]) -> Line:
    return (_shown(one.name or UNKNOWN, ""), *(_shown(column.value(one), column.unit) for column in chosen[1:]))


def _shown(value: Value, unit: str) -> str:
    match value:
        case str():
            return " ".join(value.split())
        case float():
            return f"{value:.0f}{unit}" if unit else f"{value:.2f}"
        case None | 0:
            return "–"
        case _:
            return f"{value}{unit}"
