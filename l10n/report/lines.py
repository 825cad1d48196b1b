"""Owns the line that names a finding, and how many there are of which severity."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from l10n.model import Severity
from l10n.report.excerpt import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.model import Finding

__all__ = ["headline", "tally"]


def headline(finding: Finding) -> str:
    """Return `path:line: severity: message (rule)`, one line."""
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    locale = f" [{finding.locale}]" if finding.locale and not finding.po else ""
    return f"{where}: {finding.severity}: {plain(finding.message)} ({finding.rule}){locale}"


def tally(findings: Iterable[Finding]) -> str:
    """Return `3 findings: 1 error, 2 warnings`; `no findings` where there are none."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return "no findings"
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    parts = [f"{counts[one]} {noun}{'s' * (counts[one] > 1)}" for one, noun in nouns.items() if counts[one]]
    total = counts.total()
    return f"{total} finding{'s' * (total > 1)}: {', '.join(parts)}"
