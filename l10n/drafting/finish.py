"""Owns the finish of a draft: what can be mended without a reader is mended before a draft is stored.

Fixes are those of rules of the checks, so that what they say of a finished draft is what they would say of any text.
Laws: to finish twice is to finish once; markup, code, addresses and what a person wrote stay as they are, and speech
in quotation marks keeps its register.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from l10n import languages
from l10n.drafting.jobs import paired
from l10n.model import DraftFix, Kind, Severity
from l10n.text.markup.visible_text import view
from l10n.text.mending import put_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.drafting.jobs import Brief, DraftJob
    from l10n.model import Flaw
    from l10n.protocols import FindInText, Pair

__all__ = ["REGISTER", "Finished", "finished"]

REGISTER = "register"
"""The name of what turns the ends of sentences, in a `DraftFix`."""
_ROUNDS = 8
"""A mended text may show a fault that another one hid; one that is not done after so many rounds stays as it came."""


_MARK = re.compile('["“”]')


class Finished(NamedTuple):
    """A draft as it is to be stored."""

    text: str
    changes: tuple[DraftFix, ...] = ()
    unturned: tuple[str, ...] = ()
    """Ends of sentences at another level of speech than the one wanted, which only a reader can turn."""


def finished(job: DraftJob, text: str, brief: Brief, kept: Sequence[tuple[int, int]] = ()) -> Finished:
    """Return a machine's draft with all that is mended in it; `kept` are stretches that a person wrote."""
    fmt = brief.format_of(job.format)
    pair = paired(job, text, brief)
    marks = _marks(pair)
    kept = tuple(kept)
    changes: list[DraftFix] = []
    for _ in range(_ROUNDS):
        found = list(_flaws(pair, job, brief))
        after, taken = put_in(pair.target, [flaw for _, flaw in found], kept)
        if not taken:
            return Finished(pair.target, tuple(changes), tuple(_unturned(pair, job)))
        changes += [_change(pair.target, *found[at]) for at in taken]
        kept = _moved(kept, [found[at][1] for at in taken])
        pair = replace(pair, target=after, target_spans=fmt.inline(after))
        if _marks(pair) != marks or not after.strip():
            break
    return Finished(text)


def _flaws(pair: Pair, job: DraftJob, brief: Brief) -> Iterator[tuple[str, Flaw]]:
    """Yield what can be mended, with the name of the fix; what is only a remark is not sure enough."""
    for rule in brief.finishers:
        for flaw in cast("FindInText", rule.find)(pair):
            if flaw.severity is not Severity.INFO:
                yield rule.id, flaw
    for flaw in _endings(pair, job):
        if flaw.fix is not None:
            yield REGISTER, flaw


def _endings(pair: Pair, job: DraftJob) -> Iterator[Flaw]:
    """Yield the ends of sentences at another level than the one wanted; another's words are left to him.

    Of a paragraph that begins inside of a quotation, that is what stands behind the mark that closes it.
    """
    register = languages.of(pair.locale).register
    if register and job.register in register.LEVELS and pair.kind is not Kind.QUOTE:
        seen = view(pair.target, pair.target_spans)
        if not job.spoken or _MARK.search(seen.text):
            yield from map(seen.placed, register.turned(seen.text, job.register))


def _unturned(pair: Pair, job: DraftJob) -> Iterator[str]:
    return (pair.target[flaw.start : flaw.end] for flaw in _endings(pair, job) if flaw.fix is None)


def _marks(pair: Pair) -> list[tuple[str, str]]:
    return [(span.kind.value, pair.target[span.start : span.end]) for span in pair.target_spans]


def _moved(kept: Sequence[tuple[int, int]], put: Sequence[Flaw]) -> tuple[tuple[int, int], ...]:
    """Return where the kept stretches stand after fixes, none of which touches them, were put in."""
    gains = [(flaw.start, len(flaw.fix or "") - (flaw.end - flaw.start)) for flaw in put]
    moves = [(start, end, sum(gain for at, gain in gains if at < start)) for start, end in kept]
    return tuple((start + by, end + by) for start, end, by in moves)


_SHOWN = 40
"""Characters of a word that are told before and behind a fix."""
_HEAD, _TAIL = re.compile(rf"\S{{0,{_SHOWN}}}\Z"), re.compile(rf"\S{{0,{_SHOWN}}}")


def _change(text: str, fix: str, flaw: Flaw) -> DraftFix:
    head = _HEAD.search(text, max(0, flaw.start - _SHOWN), flaw.start)
    tail = _TAIL.match(text, flaw.end)
    before, after = head[0] if head else "", tail[0] if tail else ""
    return DraftFix(fix, before + text[flaw.start : flaw.end] + after, before + (flaw.fix or "") + after)
