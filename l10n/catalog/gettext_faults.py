"""Owns what is wrong with a readable PO file in the eyes of gettext's own tools, which refuse it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.catalog.pofile import PoFile
    from l10n.model import Entry, Key

__all__ = ["gettext_faults"]


def gettext_faults(po: PoFile) -> Iterator[tuple[Entry | None, str]]:
    """Yield what msgfmt, msgcat and msgmerge stop at: the entry, none for the file itself, and what is wrong.

    A byte order mark, and a second entry of one source, obsolete ones included.
    """
    if po.bom:
        yield None, "the file begins with a byte order mark; save it as UTF-8 without one"
    seen: dict[Key, int] = {}
    for entry in po.catalog:
        first = seen.setdefault(entry.key, entry.line)
        if first != entry.line:
            yield (
                entry,
                f"the same English as in line {first}; delete the obsolete entry, or let `l10n purge --obsolete`",
            )
