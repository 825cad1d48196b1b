"""Owns sources that would stand in a catalogue twice: gettext refuses such a file, obsolete entries included."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.ownership import machine_owned, standing, worth
from l10n.model import Entry, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from l10n.model import Key

__all__ = ["noted_in", "other_text", "parted", "twice"]


def twice(entries: Iterable[Entry]) -> frozenset[Key]:
    """Return the sources that stand in several entries, live or obsolete."""
    return frozenset(key for key, many in Counter(entry.key for entry in entries).items() if many > 1)


def parted(entries: Sequence[Entry], known: Collection[Key]) -> tuple[Entry, ...]:
    """Return entries no two of which have one source, save those that are `known` to: they stood so in the file.

    The live entry stays, or the obsolete one that holds most of a person's work. It gets the comments of the others,
    and what people wrote in them as translator's comments (`other_text`).
    """
    several = twice(entries) - frozenset(known)
    if not several:
        return tuple(entries)
    rows: dict[Key, list[Entry]] = {}
    for entry in entries:
        if entry.key in several:
            rows.setdefault(entry.key, []).append(entry)
    kept = {key: max(row, key=_rank) for key, row in rows.items()}
    made = {key: _with(kept[key], row) for key, row in rows.items()}
    return tuple(
        made.get(entry.key, entry) for entry in entries if entry.key not in several or entry is kept[entry.key]
    )


def _rank(entry: Entry) -> tuple[bool, int]:
    return entry.state is not State.OBSOLETE, worth(standing(entry))


def _with(entry: Entry, row: Iterable[Entry]) -> Entry:
    """Return an entry with what the others of a row say besides."""
    comments = list(entry.comments)
    for other in row:
        was = standing(other)
        text = "" if machine_owned(was) or other.target == entry.target else other.target
        told = [other_text(text, reviewed=was.state is State.REVIEWED)] if text else []
        comments += [line for line in (*other.comments, *told) if line not in comments]
    return replace(entry, comments=tuple(comments))


def other_text(text: str, *, reviewed: bool) -> str:
    """Return the translator's comment that keeps the text which is not live."""
    state = "reviewed" if reviewed else "not reviewed"
    return f"other translation ({state}): {text}".replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")


def noted_in(lines: Collection[str], text: str) -> bool:
    """Tell whether translator's comments keep a text, under either name."""
    return any(other_text(text, reviewed=read) in lines for read in (True, False))
