"""Owns the release policy: what stands in the place of each text of an article, and whether the article may appear."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n.config import Fallback, Policy
from l10n.model import State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from l10n.model import Coverage, Entry

__all__ = ["Chosen", "Release", "Shown", "approved", "choose", "embargo", "hold", "hold_without"]

_TOLD = 3
"""Texts that a message names."""
_LABELLED = frozenset({Policy.DRAFTS_LABELLED, Policy.HEADLINE_AND_LEDE})


class Shown(StrEnum):
    """What readers see in the place of a segment."""

    REVIEWED = "reviewed"
    DRAFT = "draft"
    """A machine's text, which the article discloses."""
    LAST_APPROVED = "last-approved"
    """What a person approved for the source as it was, which the article says."""
    SOURCE_MARKED = "english-marked"
    """The source, which the article says."""
    SOURCE = "english"
    """The source, and not a word about it."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a project asks of an article in a locale before it is published, and of what is not ready."""

    policy: Policy = Policy.REVIEWED
    fallback: Fallback = Fallback.ENGLISH_MARKED
    min_coverage: int = 0
    """Per cent of source words that a person has reviewed."""
    max_unedited: int = 100
    """Per cent of the words in reviewed segments that may have been accepted as drafted."""
    hold_until: str = ""
    """ISO 8601 time with its offset from UTC; empty for none."""

    @property
    def source(self) -> Shown:
        """What a segment is where its source is shown."""
        return Shown.SOURCE if self.fallback is Fallback.ENGLISH else Shown.SOURCE_MARKED


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in the place of one segment, and why."""

    text: str | None
    """None where the source does; empty where the words stand in the segment before (`# joined`)."""
    shown: Shown
    why: str


def choose(entry: Entry | None, release: Release, urgent: Callable[[Entry], Iterable[str]]) -> Chosen:
    """Choose what to publish of a segment; `urgent` names what makes the change behind a stale text dangerous.

    A draft is published only where the policy says so, and only one that a machine made: a text that a person keeps
    marked as not ready is not. A stale text is published by `last-approved` alone, where it was `approved`.
    """
    if entry is None or entry.state is State.MISSING:
        return Chosen(None, release.source, "no translation")
    if entry.state is State.REVIEWED:
        return Chosen(entry.target, Shown.REVIEWED, _reviewed(entry))
    return _draft(entry, release) if entry.state is State.DRAFT else _stale(entry, release, urgent)


def _draft(entry: Entry, release: Release) -> Chosen:
    if entry.origin is None or not entry.origin.drafted:
        return Chosen(None, release.source, "marked as not ready")
    why = f"a draft of {entry.origin.by} that nobody has reviewed"
    return Chosen(entry.target, Shown.DRAFT, why) if release.policy in _LABELLED else Chosen(None, release.source, why)


def _stale(entry: Entry, release: Release, urgent: Callable[[Entry], Iterable[str]]) -> Chosen:
    fault = approved(entry, urgent) if release.fallback is Fallback.LAST_APPROVED else ""
    if fault or release.fallback is not Fallback.LAST_APPROVED:
        why = "the source changed since it was translated"
        return Chosen(None, release.source, f"{why}, and {fault}" if fault else why)
    return Chosen(entry.target, Shown.LAST_APPROVED, "approved for the source as it was")


def approved(entry: Entry, urgent: Callable[[Entry], Iterable[str]]) -> str:
    """Return why a stale text may not stand for the last one that was approved here; empty where it may.

    It may where its `# stale:` line says that a person read this very text, in this place, for the source that is
    known to have been there, and what has changed since is not dangerous. A `# draft:` line says no such thing.
    """
    stale, before = entry.stale, entry.previous
    if stale is None or before is None:
        return "nothing says that a person had approved it"
    if stale.digest != digest(entry.target):
        return "the text is no longer the one that was approved"
    if before.context != entry.key.context or stale.source_digest != digest(before.text):
        return "nobody is known to have approved it in this place"
    dangerous = tuple(urgent(entry))
    return f"the change is urgent: {', '.join(dangerous)}" if dangerous else ""


def embargo(release: Release, now: datetime) -> str:
    """Return why nothing is published yet, in any language, where a time for it has not come; else empty."""
    waits = bool(release.hold_until) and now < datetime.fromisoformat(release.hold_until)
    return f"`hold-until` is {release.hold_until}" if waits else ""


def hold(coverage: Coverage, release: Release, now: datetime) -> str:
    """Return why an article is not released yet, or an empty string."""
    if reason := embargo(release, now):
        return reason
    if release.policy is Policy.HOLD and coverage.segments.reviewed < coverage.segments.total:
        return f"{coverage.segments.total - coverage.segments.reviewed} segments are not reviewed (policy `hold`)"
    if release.policy is Policy.HEADLINE_AND_LEDE and not (coverage.headline and coverage.lede):
        told = ", ".join(coverage.unread[:_TOLD]) + (" and more" if len(coverage.unread) > _TOLD else "")
        return f"headline and first paragraph are not both reviewed (policy `headline-and-lede`): {told}".rstrip(": ")
    if coverage.percent < release.min_coverage:
        share = math.floor(coverage.percent * 10) / 10
        return f"{share:g} % of the words are reviewed, `min-coverage` asks for {release.min_coverage} %"
    if 100 * coverage.unedited > release.max_unedited * coverage.words.reviewed:
        share = math.ceil(1000 * coverage.unedited / coverage.words.reviewed) / 10
        told = f"`max-unedited` allows {release.max_unedited} %"
        return f"{share:g} % of the reviewed words were accepted as drafted, {told}"
    return ""


def hold_without(choices: Iterable[Chosen], refused: int, shown: Coverage, release: Release) -> str:
    """Return why an article is held although enough is reviewed: for what is not ready, or cannot be put in.

    `refused` counts the texts that cannot be put in, and `shown` has them as missing.
    """
    if release.policy is Policy.HOLD and refused:
        return f"{refused} reviewed texts cannot be put in (policy `hold`)"
    if release.policy is Policy.HEADLINE_AND_LEDE and not (shown.headline and shown.lede):
        return "headline and first paragraph cannot both be put in (policy `headline-and-lede`)"
    waiting = sum(one.text is None for one in choices) if release.fallback is Fallback.HOLD else 0
    return f"{waiting} segments are not ready (fallback `hold`)" if waiting else ""


def _reviewed(entry: Entry) -> str:
    if not entry.target:
        return "its words stand in the text before"
    if entry.origin is None or not entry.origin.drafted:
        return "translated by a person"
    edited = digest(entry.target) != entry.origin.digest
    return f"a draft of {entry.origin.by}, {'edited and reviewed' if edited else 'accepted as drafted'}"
