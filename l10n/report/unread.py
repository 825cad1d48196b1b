"""Owns the warnings of machine text that was accepted without a change, faster than anybody reads, or much at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import By

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.model import BulkReview, Coverage, Overview

__all__ = ["warnings"]

_BRIEF = 9
"""Letters of the id of a commit."""
_SHOWN = 20
"""Lines that are shown."""


def warnings(told: Overview) -> str:
    """Return a line for each limit that an article is beyond, and one a locale for what is not known; or empty.

    Who accepted much at once comes first. Nothing is said of articles where it is told what texts are, or whose work.
    """
    rows = () if told.by.from_history or told.by is By.STATE else told.rows
    lines = [f"warning: {_at_once(one)}\n" for one in told.bulks or ()]
    lines += [f"warning: {row.article} ({row.locale}): {what}\n" for row in rows for what in _told(row)]
    more = f"… and {len(lines) - _SHOWN} more; `l10n coverage --json` has them all\n" if len(lines) > _SHOWN else ""
    return "".join(lines[:_SHOWN]) + more + "".join(_unknown(rows))


def _at_once(one: BulkReview) -> str:
    names = [commit[:_BRIEF] for commit in one.commits]
    commits = f"commit {names[0]}" if len(names) == 1 else f"commits {names[0]}…{names[-1]}"
    pace = "" if one.seconds is None else f"; no more than {_plain(one.seconds)} seconds a word were there for it"
    return (
        f"{one.name} accepted {one.accepted} of {one.drafted} drafted words unchanged at once, "
        f"{one.articles} {'article' if one.articles == 1 else 'articles'} ({', '.join(one.locales)}), "
        f"{commits} of {one.date[:10]}{pace}"
    )


def _told(row: Coverage) -> Iterator[str]:
    if row.unread_too_far:
        yield (
            f"{row.unedited_percent:.0f} % of the reviewed words were accepted as drafted; "
            f"`max-unedited` allows {row.max_unedited} %"
        )
    if row.pace and row.pace.hasty:
        yield (
            f"drafts were reviewed in {_plain(row.pace.seconds or 0.0)} seconds a word at most; "
            f"`min-seconds-per-word` asks for {row.pace.least:g}"
        )


def _unknown(rows: Sequence[Coverage]) -> Iterator[str]:
    for locale in dict.fromkeys(row.locale for row in rows):
        paces = [row.pace for row in rows if row.locale == locale and row.pace]
        unknown = sum(pace.unknown for pace in paces)
        words = unknown + sum(pace.words for pace in paces)
        if unknown:
            yield f"{locale}: how fast drafts were read is not known of {unknown} of {words} reviewed words\n"


def _plain(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 1 else f"{seconds:.1f}"
