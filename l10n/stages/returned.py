"""Owns what becomes of one entry when its text comes back from a translator's tool: a function of values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from l10n.catalog import provenance
from l10n.catalog.decisions import ReviewEdit, apply, mark
from l10n.catalog.imports import reception
from l10n.catalog.notes import clean
from l10n.catalog.ownership import JOINED
from l10n.exchange.xliff.units import Said, exact
from l10n.model import Brought, Catalog, Reception, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from l10n.exchange.xliff.units import ReturnedUnit
    from l10n.model import Entry, Inline
    from l10n.stages.importing import ImportOrder

    _Finder = Callable[[str], tuple[Inline, ...]]

__all__ = ["Returned", "returned"]

_NOTE = "note: "
"""Stands before a note that l10n would take for a word of its own."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of an entry."""

    entry: Entry
    reception: Reception | None = None
    """Of its text; None where the file says nothing new of that."""
    refusal: str = ""
    """What the file says and was not done, and why."""
    doubt: str = ""
    """Why the text may not be what a person meant."""


def returned(entry: Entry, unit: ReturnedUnit, *, inline: _Finder, origin: str, order: ImportOrder) -> Returned:
    """Return an entry with what a file says of it; `inline` finds markup, `origin` is the file.

    An edited text is a person's, and reviewed where the file, or with `order.trust` the person, says so. An approval of
    a text that is as it went out counts with `order.trust` only: it may be a tool's. Where the entry changed since, it
    stays. Notes are added.
    """
    came = _text(entry, unit, inline=inline, origin=origin, order=order)
    notes = _notes(entry, unit)
    return replace(came, entry=replace(came.entry, comments=(*came.entry.comments, *notes))) if notes else came


def _text(entry: Entry, unit: ReturnedUnit, *, inline: _Finder, origin: str, order: ImportOrder) -> Returned:
    text = unit.target if unit.target.strip() else ""
    told = bool(unit.exported and unit.mark)
    unedited = told and exact(unit.target) == unit.exported
    stands = told and unit.mark == mark(entry) and unit.exported == exact(entry.target)
    if unedited or text == entry.target:
        return _marked(entry, unit, order, stands=stands or not unedited, edited=told and not unedited)
    if not text:
        emptied = "the file has no text here any more; empty it in the PO file if that is meant"
        return Returned(entry, refusal=emptied if told else "")
    if told and not stands:
        return Returned(entry, Reception.KEPT, _both("it changed in the PO file, too, since the export", entry, unit))
    if not told and reception(entry, Brought(entry.key, text, origin), trust=False) is Reception.KEPT:
        why = "the file does not tell any more what it was made from, and there is a person's text"
        return Returned(entry, Reception.KEPT, _both(why, entry, unit))
    return _edited(entry, unit, inline=inline, origin=origin, order=order)


def _edited(entry: Entry, unit: ReturnedUnit, *, inline: _Finder, origin: str, order: ImportOrder) -> Returned:
    """Return an entry with a text that somebody wrote in the file."""
    text = unit.target
    bare = unit.lead == text and bool(inline(entry.target or entry.key.text)) and not inline(text)
    refusal = ""
    if "\0" in text:
        refusal = "it holds a NUL character; it is left out"
    elif bare and _words(entry.target, inline).split() == text.split():
        refusal = "its markup is gone, and its words are the same; it stays as it is"
    elif (doubled := _doubled(entry, unit, inline)) is not _Doubled.NO:
        if doubled is _Doubled.PERHAPS or _markup(unit.lead, inline) != _markup(entry.target, inline):
            refusal = "a tool wrote the new text before the old one; take the old one out of the file, and import again"
        text = unit.lead
    if refusal:
        return Returned(entry, refusal=refusal)
    doubt = "its markup is gone" if bare else ""
    approved = unit.said in {Said.APPROVED, Said.STILL_APPROVED}
    trusted = approved or (order.trust and unit.said is not Said.NEEDS_WORK)
    after = _decided(entry, text, approved=trusted and not doubt, order=order)
    if after == entry:
        return Returned(entry)
    if after.origin is None and not entry.target:
        after = replace(after, origin=provenance.imported(origin, order.today, entry.key.text, after.target))
    return Returned(after, _reception(after), doubt=doubt)


class _Doubled(Enum):
    """Whether a whole new text stands before the codes of the old one: so Translate Toolkit writes into a target."""

    NO = auto()
    PERHAPS = auto()
    YES = auto()


def _doubled(entry: Entry, unit: ReturnedUnit, inline: _Finder) -> _Doubled:
    """Tell it by what follows the first code: it is as it was, and half of it has come to stand before it, too.

    Where no words follow, it may be: the signs that follow, or all markup, stand before it for the first time.
    """
    codes = inline(entry.target)
    if not codes or unit.lead == unit.target:
        return _Doubled.NO
    head, rest = entry.target[: codes[0].start], entry.target[codes[0].start :]
    if unit.target != unit.lead + rest or unit.lead == head:
        return _Doubled.NO
    behind = _words(rest, inline, " ")
    if words := re.findall(r"\w+", behind):
        again = sum(unit.lead.count(word) > head.count(word) for word in words)
        return _Doubled.YES if again * 2 >= len(words) else _Doubled.NO
    signs = _squeezed(behind)
    whole = _markup(unit.lead, inline) == _markup(entry.target, inline)
    return _Doubled.PERHAPS if whole or (signs and signs in _squeezed(unit.lead) and signs not in head) else _Doubled.NO


def _marked(entry: Entry, unit: ReturnedUnit, order: ImportOrder, *, stands: bool, edited: bool) -> Returned:
    """Return an entry that has the text already, with what the file says of its state.

    `stands`: it was not changed since the export, as far as can be known. `edited`: the file came to the text itself.
    """
    reviewed = entry.state is State.REVIEWED
    approves = unit.said is Said.APPROVED and not reviewed
    doubts = unit.said is Said.NEEDS_WORK and reviewed and bool(unit.exported)
    if not entry.target or not (approves or doubts):
        return Returned(entry)
    if not stands:
        return Returned(entry, refusal=_both(f"it is {unit.said} in the file, and has changed since", entry, unit))
    if approves and not (order.trust or edited):
        why = "it is approved as it went out, which may be a tool's doing; with `--trust` it is reviewed"
        return Returned(entry, refusal=why)
    after = _decided(entry, entry.target, approved=approves, order=order)
    return Returned(after, _reception(after))


def _decided(entry: Entry, text: str, *, approved: bool, order: ImportOrder) -> Entry:
    edit = ReviewEdit(entry.key, mark(entry), text, approved)
    return apply(Catalog("", order.locale, (entry,)), edit, order.today).after or entry


def _reception(entry: Entry) -> Reception:
    return Reception.REVIEWED if entry.state is State.REVIEWED else Reception.IN_WORK


def _words(text: str, inline: _Finder, between: str = "") -> str:
    done, words = 0, []
    for one in inline(text):
        words.append(text[done : one.start])
        done = one.end
    return between.join((*words, text[done:]))


def _markup(text: str, inline: _Finder) -> list[str]:
    return sorted(text[one.start : one.end] for one in inline(text))


def _both(why: str, entry: Entry, unit: ReturnedUnit) -> str:
    return f"{why}; it stays. In the PO file: “{entry.target}”. In the file: “{unit.target}”. Choose in the PO file"


def _notes(entry: Entry, unit: ReturnedUnit) -> list[str]:
    """Return what somebody noted in the file, as comments that say nothing to l10n itself."""
    told = [*entry.note.split("\n"), *entry.comments]
    known = {_squeezed(one) for one in told} - {""}
    new = (note for note in unit.notes if not _made_of(_squeezed(note), known))
    lines = dict.fromkeys(_harmless(line) for note in new for line in clean(note).split("\n") if line)
    return [line for line in lines if not {_squeezed(line), _squeezed(line.removeprefix(_NOTE))} & known]


def _made_of(note: str, lines: Iterable[str]) -> bool:
    """Tell whether a note is nothing but lines that are known, however a tool put them together and wrapped them."""
    while note:
        first = max((one for one in lines if note.startswith(one)), key=len, default="")
        if not first:
            return False
        note = note.removeprefix(first)
    return True


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _harmless(line: str) -> str:
    said = provenance.parse([line])
    return f"{_NOTE}{line}" if not said.comments or line.strip() == JOINED else line
