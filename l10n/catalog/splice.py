"""Owns the order of a file that is written: which entry of the base goes on, and the gaps between entries."""

from __future__ import annotations

import re
from functools import partial
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

from l10n.catalog import render
from l10n.errors import CatalogError
from l10n.model import Key, State
from l10n.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from l10n.catalog.pofile import PoFile
    from l10n.model import Catalog, Entry

__all__ = ["body", "shared", "weave"]

_GAP = re.compile(r"(?:[ \t\f\v]*\r?\n)*")

_SAMPLE = 1_000_000
_bodies: Recent[tuple[tuple[Entry, ...], str]] = Recent(4)
"""What stands in the new files that were written last, by their entries."""


def weave(catalog: Catalog, base: PoFile | None, *, plural_forms: str) -> str:
    """Return the text of a catalogue over its base; what the base says already is taken over in stretches.

    Raises `CatalogError` for an entry that PO cannot say.
    """
    if base is None:
        return render.header(catalog, plural_forms, "\n") + body(catalog)
    old = base.catalog.entries
    first, last = (0, 0) if base.place else shared(catalog.entries, old)
    middle = catalog.entries[first : len(catalog.entries) - last]
    ways = _partners(middle, old, first, len(old) - last)
    kept = [at is not None and old[at] == entry for entry, at in zip(middle, ways, strict=True)]
    _check_sayable(
        catalog,
        [entry for entry, same in zip(middle, kept, strict=True) if not same],
        base.path,
    )
    pieces = _Pieces(base)
    place: int | None = None
    if base.header is None:
        pieces.add("", render.header(catalog, plural_forms, pieces.newline))
        pieces.keep(0, first)
    elif base.place:
        place = base.place
    else:
        pieces.keep(0, first + 1)
    for number, (entry, at, same) in enumerate(zip(middle, ways, kept, strict=True)):
        if number == place:
            pieces.keep(place, place + 1)
        if at is None:
            pieces.add("", render.entry(entry, None, None, pieces.style()))
        elif same:
            pieces.keep(base.piece(at), base.piece(at) + 1)
        else:
            raw = base.raw(at)
            pieces.add(raw.gap, render.entry(entry, raw, old[at], pieces.style()))
    if place is not None and place >= len(middle):
        pieces.keep(place, place + 1)
    pieces.keep(base.piece(len(old) - last), base.piece(len(old)))
    return pieces.text(base.text[base.starts[-1] :])


def body(catalog: Catalog) -> str:
    """Return what stands below the header of a new file: the same for all locales that share the very same entries.

    Raises `CatalogError` for an entry that PO cannot say.
    """
    return _bodies.get(id(catalog.entries), 1, partial(_body, catalog))[1]


def _body(catalog: Catalog) -> tuple[tuple[Entry, ...], str]:
    """Write the entries of a new file; with them, so that no others have the identity by which the text is known."""
    _check_sayable(catalog, catalog.entries, catalog.article)
    style = render.Style(None, "\n")
    return catalog.entries, "".join(f"\n{render.entry(entry, None, None, style)}" for entry in catalog.entries)


def shared(new: Sequence[Entry], old: Sequence[Entry]) -> tuple[int, int]:
    """Count the entries at the beginning and at the end that are the very same objects."""
    shorter = min(len(new), len(old))
    first = next(compress(count(), map(is_not, new, old)), shorter)
    last = next(compress(count(), map(is_not, reversed(new), reversed(old))), shorter)
    return first, min(last, shorter - first)


class _Pieces:
    """Collects the text of a file and sees that a gap stands between entries where the base has none."""

    def __init__(self, base: PoFile) -> None:
        self.base = base
        self.newline = base.newline
        self.out: list[str] = []
        self.next: int | None = None
        """The piece of the base that stands behind the last one, where that was taken over."""
        self._style: render.Style | None = None

    def style(self) -> render.Style:
        """Return how the base is written, worked out when it is first asked for."""
        if self._style is None:
            self._style = render.style_of(self._texts(), self.newline)
        return self._style

    def _texts(self) -> list[str]:
        """Return the entries of the base, at most the first million characters, without the header."""
        base = self.base
        if base.header is None:
            return [base.text[:_SAMPLE]]
        header = base.starts[base.place : base.place + 2]
        return [base.text[: min(header[0], _SAMPLE)], base.text[header[1] : header[1] + _SAMPLE]]

    def keep(self, first: int, last: int) -> None:
        """Take pieces of the base over as they stand, `last` not among them."""
        if first == last:
            return
        text = self.base.text[self.base.starts[first] : self.base.starts[last]]
        if self.next == first or not self.out:
            self._end()
            self.out.append(text)
        else:
            match = _GAP.match(text)
            gap = match[0] if match else ""
            self.add(gap, text[len(gap) :])
        self.next = last

    def add(self, gap: str, text: str) -> None:
        """Add a written entry, after its gap or an empty line."""
        self._end()
        if self.out:
            self.out.append(gap or self.newline)
        elif gap.strip():
            self.out.append(gap)
        self.out.append(text)
        self.next = None

    def text(self, tail: str) -> str:
        """Return the whole text."""
        if tail:
            self._end()
        return "".join([*self.out, tail])

    def _end(self) -> None:
        if self.out and self.out[-1] and not self.out[-1].endswith("\n"):
            self.out.append(self.newline)


def _partners(new: tuple[Entry, ...], old: tuple[Entry, ...], first: int, last: int) -> list[int | None]:
    """Find for each entry the one of `old[first:last]` that it comes from: the same, then by line, then by key."""
    if first == last:
        return [None] * len(new)
    return [None if at is None else at + first for at in _Partners(old[first:last]).of(new)]


class _Partners:
    """Which entries of a base are spoken for; each goes on in one entry at most."""

    def __init__(self, old: tuple[Entry, ...]) -> None:
        self.old = old
        self.used: set[int] = set()
        self.places: dict[int, int] = {}
        self.keys: dict[tuple[Key, bool], list[int]] = {}
        self.lines: dict[int, int] = {}
        for at, entry in enumerate(old):
            self.places[id(entry)] = at
            self.lines[entry.line] = at

    def of(self, entries: tuple[Entry, ...]) -> list[int | None]:
        found = [self.take(self.identical(entry)) for entry in entries]
        if None not in found:
            return found
        for at, entry in enumerate(self.old):
            if at not in self.used:
                self.keys.setdefault((entry.key, entry.state is State.OBSOLETE), []).append(at)
        for find in (self.equal, self.same, self.by_line, self.by_key):
            for at, entry in enumerate(entries):
                if found[at] is None:
                    found[at] = self.take(find(entry))
        return found

    def take(self, candidates: Iterable[int]) -> int | None:
        index = next((at for at in candidates if at not in self.used), None)
        if index is not None:
            self.used.add(index)
        return index

    def identical(self, entry: Entry) -> Iterable[int]:
        at = self.places.get(id(entry))
        return () if at is None else (at,)

    def equal(self, entry: Entry) -> Iterable[int]:
        return (at for at in self.same(entry) if self.old[at] == entry)

    def same(self, entry: Entry) -> Iterable[int]:
        return self.keys.get((entry.key, entry.state is State.OBSOLETE), ())

    def by_line(self, entry: Entry) -> Iterable[int]:
        at = self.lines.get(entry.line) if entry.line else None
        fits = at is not None and entry.target != "" and self.old[at].target == entry.target
        return () if at is None or not fits else (at,)

    def by_key(self, entry: Entry) -> Iterable[int]:
        return self.keys.get((entry.key, entry.state is not State.OBSOLETE), ())


def _check_sayable(catalog: Catalog, changed: Collection[Entry], path: str) -> None:
    """Refuse entries that would not be read as they are; those of the base were read."""
    texts = {entry.key.text for entry in changed}
    new = set(map(id, changed))
    seen: set[Key] = set()
    for entry in catalog.entries:
        if entry.key.text not in texts:
            continue
        live = entry.state is not State.OBSOLETE
        problem = ""
        if live and entry.key in seen:
            problem = "stands twice"
        elif live and entry.key == Key(""):
            problem = "has no source text"
        elif id(entry) in new and render.reread_state(entry) is not entry.state:
            problem = f"cannot be {entry.state} with these fields"
        if live:
            seen.add(entry.key)
        if problem:
            message = f"the entry {entry.key.text[:40]!r} {problem}"
            raise CatalogError(message, path=path, line=entry.line, remedy="Report this as a fault of l10n.")
