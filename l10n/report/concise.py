"""Owns the concise report: a line a finding, for people with many and for programs that read lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.report.lines import headline, tally

if TYPE_CHECKING:
    from l10n.model import Inspection

__all__ = ["inspection"]


def inspection(done: Inspection) -> str:
    """Return a line for each finding, and their count where there are any."""
    if not done.findings:
        return ""
    return "\n".join([*map(headline, done.findings), tally(done.findings)]) + "\n"
