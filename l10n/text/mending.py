"""Owns putting the fixes of faults into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.model import Flaw

__all__ = ["put_in"]


def put_in(text: str, flaws: Sequence[Flaw], kept: Sequence[tuple[int, int]] = ()) -> tuple[str, list[int]]:
    """Put the fixes of faults into a text; return it, and the indexes of those put in, in the order of the text.

    Of two that touch the later one is left out: what it says may no longer hold. So is a fault without a fix, one whose
    fix changes nothing, and one that touches a `kept` stretch (start, end).
    """
    taken: list[int] = []
    for at in sorted(range(len(flaws)), key=lambda at: (flaws[at].start, flaws[at].end)):
        flaw = flaws[at]
        if flaw.fix is None or text[flaw.start : flaw.end] == flaw.fix:
            continue
        if any(flaw.start < end and start < flaw.end for start, end in kept):
            continue
        if not taken or flaw.start > flaws[taken[-1]].end:
            taken.append(at)
    for at in reversed(taken):
        text = text[: flaws[at].start] + (flaws[at].fix or "") + text[flaws[at].end :]
    return text, taken
