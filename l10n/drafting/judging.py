"""Owns the verdict on the answers of one engine: each passes the guard, and a machine's their neighbours too."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, cast

from l10n.drafting import guard
from l10n.drafting.contaminated import alike, joined, sharing
from l10n.drafting.jobs import paired
from l10n.drafting.misaligned import shifted
from l10n.errors import EngineError
from l10n.model import Severity
from l10n.recent import Recent
from l10n.text.facts.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from l10n.drafting.asking import Reply
    from l10n.drafting.drafters import Drafter
    from l10n.drafting.jobs import Brief, DraftJob
    from l10n.protocols import FindInText, Pair

__all__ = ["fault", "judged", "settled"]

_LOST = "markup changed: placeholders are lost, doubled or invented"
_SHIFTED = "its answers stand beside each other's texts: they are shifted or exchanged"
_ALIKE = "the answer is the same for texts that say different things"
_JOINED = "the answer has the translation of another text in it"
_NEIGHBOURS = 40
"""Answers in a row that are looked at together for a shift: as many as a batch of a language model has."""
_disguised: Recent[str] = Recent(1 << 23)
"""What was said of drafts in disguise, which are the same for all locales."""


def fault(job: DraftJob, text: str | None, by: Drafter, brief: Brief) -> str:
    """Say why a text may not become the draft of a job; empty when it may, and where the memory has none."""
    if by.by_hand and text is None:
        return ""
    if by.disguised:
        look = partial(_kept, job, text, brief)
        return _disguised.get((brief.source, *job.twin, text), len(job.key.text) + len(text or ""), look)
    pair = paired(job, text or "", brief)
    found = guard.inspect(
        job.key.text,
        text,
        source_locale=brief.source,
        target_locale=brief.locale,
        source_spans=pair.source_spans,
        target_spans=pair.target_spans,
        settled=[term.target for term in terms_in(job.key.text, pair.terms) if term.target == term.source],
        by_hand=by.by_hand,
    )
    return found or (_error(pair, brief) if by.machine else "")


def _kept(job: DraftJob, text: str | None, brief: Brief) -> str:
    """Say what the source language in disguise has not kept; no locale and no glossary is asked."""
    inline = brief.format_of(job.format).inline
    return guard.inspect(
        job.key.text,
        text,
        source_locale=brief.source,
        target_locale=brief.source,
        source_spans=inline(job.key.text),
        target_spans=inline(text or ""),
        strict=False,
    )


def _error(pair: Pair, brief: Brief) -> str:
    """Return the first error that the rules tell of an answer; what the finish mends is none."""
    for rule in brief.judges:
        for flaw in cast("FindInText", rule.find)(pair):
            if (flaw.severity or rule.severity) is Severity.ERROR and not (rule.finishes and flaw.fix is not None):
                return f"{rule.id}: {flaw.message}"
    return ""


def judged(job: DraftJob, reply: Reply, by: Drafter, brief: Brief) -> Reply:
    """Return a reply with the reason why it may not become a draft."""
    lost = reply.answer.text is not None and reply.text is None
    refusal = reply.answer.refusal or (_LOST if lost else fault(job, reply.text, by, brief))
    return replace(reply, refusal=refusal) if refusal else reply


def settled(
    jobs: Sequence[DraftJob], replies: Sequence[Reply], brief: Brief, again: Callable[[DraftJob], Reply]
) -> list[Reply]:
    """Look at the judged replies of a machine together, article by article.

    Answers that seem to be each other's are asked for once more, each alone: that settles it. Without an answer, where
    `again` raises `EngineError`, the doubt stays.
    """
    done = list(replies)

    def exchanged(sources: Sequence[str], targets: Sequence[str]) -> Iterable[int]:
        return shifted(sources, targets, brief.source, brief.locale)

    def repeated(sources: Sequence[str], targets: Sequence[str]) -> Iterable[int]:
        return alike(sources, targets, (brief.source, brief.locale))

    same = set(_looked_at(jobs, done, repeated, all_=True))
    for at in same:
        done[at] = replace(done[at], refusal=done[at].refusal or _ALIKE)
    doubted = {*_looked_at(jobs, done, exchanged), *_looked_at(jobs, done, exchanged, sharing, joined, all_=True)}
    for at in sorted(doubted - same):
        done[at] = _alone(jobs[at], done[at], again)
    for at in _looked_at(jobs, done, joined):
        done[at] = replace(done[at], refusal=_JOINED)
    return done


def _alone(job: DraftJob, doubted: Reply, again: Callable[[DraftJob], Reply]) -> Reply:
    try:
        reply = again(job)
    except EngineError:
        return replace(doubted, refusal=_SHIFTED)
    return replace(reply, refusal=f"{_SHIFTED}; {reply.refusal}") if reply.refusal else reply


def _looked_at(
    jobs: Sequence[DraftJob],
    replies: Sequence[Reply],
    *looks: Callable[[Sequence[str], Sequence[str]], Iterable[int]],
    all_: bool = False,
) -> list[int]:
    """Return the places of answers that are good texts but not beside their neighbours, article by article.

    With `all_` those are looked at, too, that are refused: what is joined to an answer may be why.
    """
    found: set[int] = set()
    answered = [at for at, reply in enumerate(replies) if reply.text and (all_ or not reply.refusal)]
    for _, group in groupby(answered, key=lambda at: jobs[at].article):
        places = list(group)
        for start in range(0, len(places), _NEIGHBOURS):
            row = places[start : start + _NEIGHBOURS]
            sources, targets = [jobs[at].key.text for at in row], [replies[at].text or "" for at in row]
            found.update(row[at] for look in looks for at in look(sources, targets))
    return sorted(found)
