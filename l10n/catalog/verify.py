"""Owns the proof, before bytes take a file's place, that they say what was computed and lose no person's text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.catalog.lossless import decode
from l10n.catalog.ownership import is_person, standing
from l10n.catalog.splice import shared
from l10n.catalog.twins import noted_in
from l10n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.catalog.pofile import PoFile
    from l10n.model import Catalog, Entry

__all__ = ["check_reads_back", "lost"]

_LARGE = 1 << 20
"""From this many bytes on, what a file shares with its base byte by byte is not read a second time."""
_END = '\n#~ msgid ""\n#~ msgstr ""\n'


def check_reads_back(data: bytes, new: Catalog, base: PoFile | None, *, path: str) -> None:
    """Read our own bytes; raise `CatalogError` where they are not the catalogue's entries.

    In a large file only the middle is read, between the bytes that it has in common with its base at the beginning
    and at the end, for those were read when the base was; that they are in common is compared.
    """
    stretch = _middle(data, new, base) if base is not None and len(data) >= _LARGE else None
    text, wanted = stretch or (data, new.entries)
    again = decode(text, path=path, article=new.article, locale=new.locale).catalog.entries
    if stretch:
        again = again[:-1]
    if again == wanted:
        return
    bad = next((two for one, two in zip(again, wanted, strict=False) if one != two), None)
    message = f"an entry cannot be written as it is: {bad.key.text[:40]!r}" if bad else "entries cannot be written"
    raise CatalogError(message, path=path, remedy="Report this as a fault of l10n.")


def _middle(data: bytes, new: Catalog, base: PoFile) -> tuple[bytes, tuple[Entry, ...]] | None:
    """Return a small PO file of what is new, with the entry behind it, and its entries; None where most is new.

    An entry without text stands at its end, so that the one before it does not count as the last of a file.
    """
    old = base.catalog.entries
    first, last = shared(new.entries, old)
    last -= 1  # the first entry that stays shows that the one before it is whole
    if base.header is None or base.place or last < 1 or len(new.entries) - first - last > len(old) // 4:
        return None
    bounds = base.starts
    head = base.text[: bounds[1]].encode(base.codec)
    before = base.text[: bounds[first + 1]].encode(base.codec)
    behind = base.text[bounds[len(old) - last + 1] :].encode(base.codec)
    plain = data[3:] if base.bom else data
    middle = plain[len(before) : len(plain) - len(behind)]
    if not (plain.startswith(before) and plain.endswith(behind)):
        return None
    return head + middle + _END.encode(base.codec), new.entries[first : len(new.entries) - last]


def lost(
    base: Catalog,
    new: Catalog,
    released: Callable[[Entry], bool] | None,
    mended: Callable[[Entry], str | None] | None = None,
) -> list[Entry]:
    """Return the entries of the base whose text a person wrote, is not `released`, and is nowhere in the new catalogue.

    A text that stood in several entries has to stand in as many, save where they were equal; a translator's comment
    (`twins.other_text`) is a place for one, too. A text that is `mended` is
    not lost where the very same entry has just the mended text instead.
    """
    first, last = shared(new.entries, base.entries)
    rest = new.entries[first : len(new.entries) - last]
    same = set(map(id, rest))
    gone = [entry for entry in base.entries[first : len(base.entries) - last] if id(entry) not in same]
    if not gone:
        return []
    before = set(map(id, base.entries[first : len(base.entries) - last]))
    there = Counter(entry.target for entry in rest if id(entry) not in before)
    told = {line for entry in new.entries for line in entry.comments}
    missing = []
    for entry in gone:
        if entry.target and is_person(standing(entry)) and not (released and released(entry)):
            text = mended(entry) if mended else None
            if text and replace(entry, target=text) in new.entries:
                continue
            there[entry.target] -= 1
            noted = noted_in(told, entry.target)
            if there[entry.target] < 0 and not noted and entry not in new.entries:
                missing.append(entry)
    return missing
