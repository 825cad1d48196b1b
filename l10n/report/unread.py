"""Owns the warnings of machine text that was accepted without a change, or faster than anybody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Coverage

__all__ = ["warnings"]

_SHOWN = 20
"""Lines that are shown."""


def warnings(rows: Iterable[Coverage]) -> str:
    """Return a line for each limit that an article is beyond, and for each pace that is not known; or empty."""
    lines = [f"{line}\n" for row in rows for line in _told(row)]
    more = f"… and {len(lines) - _SHOWN} more; `l10n coverage --json` has them all\n" if len(lines) > _SHOWN else ""
    return "".join(lines[:_SHOWN]) + more


def _told(row: Coverage) -> Iterator[str]:
    where = f"{row.article} ({row.locale})"
    if row.unread_too_far:
        yield (
            f"warning: {where}: {row.unedited_percent:.0f} % of the reviewed words were accepted as drafted; "
            f"`max-unedited` allows {row.max_unedited} %"
        )
    pace = row.pace
    if pace and pace.hasty:
        yield (
            f"warning: {where}: drafts were reviewed in {_plain(pace.seconds or 0.0)} seconds a word at most; "
            f"`min-seconds-per-word` asks for {pace.least:g}"
        )
    if pace and pace.unknown:
        all_ = pace.words + pace.unknown
        yield f"{where}: how fast drafts were read is not known of {pace.unknown} of {all_} words"


def _plain(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 1 else f"{seconds:.1f}"
