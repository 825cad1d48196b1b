"""Owns the release policy: which texts of an article may be published, and whether the article may."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from l10n.config import Policy
from l10n.model import State

if TYPE_CHECKING:
    from l10n.model import Coverage, Entry

__all__ = ["choose", "hold", "hold_without"]

_TOLD = 3
"""Texts that a message names."""


def choose(entry: Entry, policy: Policy) -> str | None:
    """Return the text to publish for a segment, or None where it stays English.

    An empty text is a segment whose words stand in the segment before (`# joined`). A stale text is never published:
    it translates another source; nor is a text that a person keeps marked as not ready and no machine drafted.
    """
    if entry.state is State.REVIEWED:
        return entry.target
    drafts = policy in {Policy.DRAFTS_LABELLED, Policy.HEADLINE_AND_LEDE}
    return entry.target if drafts and entry.state is State.DRAFT and entry.origin and entry.origin.drafted else None


def hold(coverage: Coverage, policy: Policy, min_coverage: int) -> str:
    """Return why an article is not released yet, or an empty string."""
    if policy is Policy.HOLD and coverage.segments.reviewed < coverage.segments.total:
        return f"{coverage.segments.total - coverage.segments.reviewed} segments are not reviewed (policy `hold`)"
    if policy is Policy.HEADLINE_AND_LEDE and not (coverage.headline and coverage.lede):
        told = ", ".join(coverage.unread[:_TOLD]) + (" and more" if len(coverage.unread) > _TOLD else "")
        return f"headline and first paragraph are not both reviewed (policy `headline-and-lede`): {told}".rstrip(": ")
    if coverage.percent < min_coverage:
        share = math.floor(coverage.percent * 10) / 10
        return f"{share:g} % of the words are reviewed, `min-coverage` asks for {min_coverage} %"
    return ""


def hold_without(refused: int, shown: Coverage, policy: Policy) -> str:
    """Return why an article is held although enough is reviewed: of it, `refused` texts cannot be put in.

    `shown` counts those as missing.
    """
    if policy is Policy.HOLD and refused:
        return f"{refused} reviewed texts cannot be put in (policy `hold`)"
    if policy is Policy.HEADLINE_AND_LEDE and not (shown.headline and shown.lede):
        return "headline and first paragraph cannot both be put in (policy `headline-and-lede`)"
    return ""
