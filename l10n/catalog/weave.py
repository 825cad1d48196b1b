"""Owns the order of a file that is written: which entry of the base goes on, and the gaps between entries."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.catalog import render
from l10n.model import Key, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.catalog.lossless import PoFile
    from l10n.catalog.tokenizer import Raw
    from l10n.model import Catalog, Entry

__all__ = ["Pieces", "partners"]


class Pieces:
    """Collects the lines of a file and sees that a gap stands between entries where the base has none."""

    def __init__(self, base: PoFile | None) -> None:
        self.base = base
        self.newline = base.newline if base else "\n"
        self.out: list[str] = []
        self.last: Raw | None = None
        self.next: dict[int, int] = {}
        if base is not None:
            order = [*base.raws[: base.place], *([base.header] if base.header else []), *base.raws[base.place :]]
            self.next = {id(one): id(two) for one, two in pairwise(order)}
        self._style: render.Style | None = None

    def style(self) -> render.Style:
        """Return how the base is written, worked out when it is first asked for."""
        if self._style is None:
            self._style = render.style_of([raw.text for raw in self.base.raws] if self.base else [], self.newline)
        return self._style

    def keep(self, raw: Raw) -> None:
        """Take an entry over as it stands."""
        follows = self.last is not None and self.next.get(id(self.last)) == id(raw)
        if follows or not self.out:
            self._end()
            self.out.append(raw.gap)
            self.out.append(raw.text)
        else:
            self.add(raw.gap, raw.text)
        self.last = raw

    def add(self, gap: str, text: str) -> None:
        """Add a written entry, after its gap or an empty line."""
        self._end()
        if self.out:
            self.out.append(gap or self.newline)
        elif gap.strip():
            self.out.append(gap)
        self.out.append(text)
        self.last = None

    def text(self, tail: str) -> str:
        """Return the whole text."""
        if tail:
            self._end()
        return "".join([*self.out, tail])

    def _end(self) -> None:
        if self.out and self.out[-1] and not self.out[-1].endswith("\n"):
            self.out.append(self.newline)


def partners(catalog: Catalog, base: PoFile | None) -> list[int | None]:
    """Find for each entry the one of the base that it comes from: the same, then by line, then by key."""
    if base is None:
        return [None] * len(catalog.entries)
    return _Partners(base.catalog.entries).of(catalog.entries)


class _Partners:
    """Which entries of a base are spoken for; each goes on in one entry at most."""

    def __init__(self, old: tuple[Entry, ...]) -> None:
        self.old = old
        self.used: set[int] = set()
        self.keys: dict[tuple[Key, bool], list[int]] = {}
        self.lines: dict[int, int] = {}
        for at, entry in enumerate(old):
            self.keys.setdefault((entry.key, entry.state is State.OBSOLETE), []).append(at)
            self.lines[entry.line] = at

    def of(self, entries: tuple[Entry, ...]) -> list[int | None]:
        found: list[int | None] = [None] * len(entries)
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
