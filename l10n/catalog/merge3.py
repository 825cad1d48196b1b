"""Owns the merge of two versions of a catalogue that come from one: entry by entry, no person's text lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.catalog.cosmetic import cosmetic
from l10n.catalog.merge import retired
from l10n.catalog.ownership import is_person, machine_owned, standing
from l10n.catalog.parallel import bettered
from l10n.catalog.provenance import mark
from l10n.catalog.twins import noted_in, other_text, parted, twice
from l10n.model import Catalog, Entry, Key, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["Merged", "combined", "threeway"]

_Name = tuple[Key, str]
"""A key, and for the second and later entries of it the text."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue that two became."""

    catalog: Catalog
    conflicts: tuple[Key, ...]
    """Entries that two people translated differently; each is stale, with the other text in a comment."""


def threeway(base: Catalog, ours: Catalog, theirs: Catalog, *, today: date) -> Merged:
    """Merge what two sides made of a catalogue; `base` may be empty.

    What one side alone changed is taken: texts and comments each for themselves. Where both changed a text, a
    person's wins over a machine's and over none, of two drafts the later, and of two persons' texts ours stays live,
    stale since `today` so that it is not published unread, with theirs in a translator's comment (`other_text`). An
    entry that one side dropped stays where the other changed it or where it is the only place of a person's text. A
    stale text gives way to one that was bettered at its old source (`bettered`), and what would stand there twice
    is one entry with a comment (`parted`).
    Order: ours, then what only theirs has, each behind the entry that it follows there.
    """
    before, mine = _named(base), _named(ours)
    other = {name: replace(entry, line=0) for name, entry in _named(theirs).items()}
    conflicts: list[Key] = []
    made: list[Entry] = []
    for name in _order(mine, other):
        entry = _merged(before.get(name), mine.get(name), other.get(name), conflicts, today)
        if entry is not None:
            made.append(entry)
    stale = [entry for entry in made if entry.state is State.STALE]
    newer = bettered(stale, made, today=today, form=lambda key: cosmetic(key.text))
    made = [newer.get(entry.key, entry) if entry.state is State.STALE else entry for entry in made]
    made += _missing(base, ours, theirs, made)
    made.sort(key=lambda entry: entry.state is State.OBSOLETE)
    entries = parted(made, twice(ours) | twice(theirs))
    return Merged(Catalog(ours.article, ours.locale, entries), tuple(conflicts))


def combined(ours: Entry, theirs: Entry, *, today: date) -> tuple[Entry, bool]:
    """Merge two entries of one key as `threeway` does; tell whether they are two persons' different texts."""
    conflicts: list[Key] = []
    entry = _merged(None, ours, theirs, conflicts, today)
    return entry or ours, bool(conflicts)


def _named(catalog: Catalog) -> dict[_Name, Entry]:
    found: dict[_Name, Entry] = {}
    for entry in sorted(catalog, key=lambda entry: entry.state is State.OBSOLETE):
        name = (entry.key, "")
        found[name if name not in found else (entry.key, entry.target)] = entry
    return {name: found[name] for name in _in_order(catalog, found)}


def _in_order(catalog: Catalog, found: dict[_Name, Entry]) -> list[_Name]:
    names = {id(entry): name for name, entry in found.items()}
    return [names[id(entry)] for entry in catalog if id(entry) in names]


def _order(ours: Iterable[_Name], theirs: Iterable[_Name]) -> list[_Name]:
    order = list(ours)
    place = {name: at for at, name in enumerate(order)}
    new: dict[int, list[_Name]] = {}
    last = -1
    for name in theirs:
        if name in place:
            last = place[name]
        else:
            new.setdefault(last, []).append(name)
    out = list(new.get(-1, ()))
    for at, name in enumerate(order):
        out += [name, *new.get(at, ())]
    return out


def _merged(
    base: Entry | None, ours: Entry | None, theirs: Entry | None, conflicts: list[Key], today: date
) -> Entry | None:
    if theirs in {ours, base}:
        return ours
    if ours == base:
        return replace(theirs, line=ours.line) if theirs and ours else theirs
    if ours is None or theirs is None:
        return ours or theirs
    return _both(base or Entry(ours.key), ours, theirs, conflicts, today)


def _both(base: Entry, ours: Entry, theirs: Entry, conflicts: list[Key], today: date) -> Entry:
    """Merge an entry that both sides changed."""
    winner = _winner(base, ours, theirs)
    comments = _comments(base, ours, theirs)
    outer = theirs if (ours.note, ours.refs) == (base.note, base.refs) else ours
    entry = replace(winner or ours, note=outer.note, refs=outer.refs, comments=comments, line=ours.line)
    if winner is not None:
        return entry
    conflicts.append(ours.key)
    return _conflict(entry, theirs, today)


def _winner(base: Entry, ours: Entry, theirs: Entry) -> Entry | None:
    """Return the side whose text and state hold; None where two people disagree."""
    if _same(ours, theirs):
        return _standing(base, ours, theirs)
    if is_person(ours) and is_person(theirs):
        if _same(ours, base):
            return theirs
        return ours if _same(theirs, base) else None
    if is_person(ours) or is_person(theirs):
        return ours if is_person(ours) else theirs
    rank = [(machine_owned(side), side.origin.date if side.origin else "") for side in (ours, theirs)]
    return ours if rank[0] >= rank[1] else theirs


def _same(one: Entry, two: Entry) -> bool:
    return one.target.split() == two.target.split()


def _standing(base: Entry, ours: Entry, theirs: Entry) -> Entry:
    """Of two entries with one text return the one whose state holds: the changed one, then the reviewed one."""
    if _stand(ours) == _stand(base):
        return theirs
    if _stand(theirs) == _stand(base):
        return ours
    rank = (State.REVIEWED, State.STALE, State.DRAFT, State.MISSING, State.OBSOLETE)
    return min(ours, theirs, key=lambda entry: rank.index(entry.state))


def _stand(entry: Entry) -> tuple[object, ...]:
    return entry.target, entry.state, entry.flags, entry.previous, entry.stale


def _comments(base: Entry, ours: Entry, theirs: Entry) -> tuple[str, ...]:
    """Return ours without what they deleted, and then what they added."""
    deleted = (Counter(base.comments) - Counter(theirs.comments)).keys()
    kept = [line for line in ours.comments if line not in deleted]
    added = [line for line in theirs.comments if line not in base.comments and line not in kept]
    return (*kept, *added)


def _conflict(entry: Entry, theirs: Entry, today: date) -> Entry:
    comment = other_text(theirs.target, reviewed=standing(theirs).state is State.REVIEWED)
    comments = (*entry.comments, comment) if comment not in entry.comments else entry.comments
    if entry.state is State.OBSOLETE or not entry.target:
        return replace(entry, comments=comments)
    stale = mark(today, entry.target, None)
    return replace(entry, state=State.STALE, previous=entry.previous or entry.key, comments=comments, stale=stale)


def _missing(base: Catalog, ours: Catalog, theirs: Catalog, made: list[Entry]) -> list[Entry]:
    """Return, as obsolete entries, persons' texts that would be nowhere though nobody replaced or purged them."""
    there = {entry.target for entry in made} | {line for entry in made for line in entry.comments}
    known = {entry.target: entry.state for entry in base if is_person(entry)}
    found: dict[str, Entry] = {}
    for side, other in ((ours, theirs), (theirs, ours)):
        live = other.live()
        for entry in side:
            if not entry.target or not is_person(entry) or entry.target in there:
                continue
            replaced = entry.target in known and (known[entry.target] is State.OBSOLETE or entry.key in live)
            if not replaced and not noted_in(there, entry.target):
                found.setdefault(entry.target, entry)
    return [retired(replace(entry, line=0)) for entry in found.values()]
